### options-after-operand
user: root
$ lsns 4026531838 -no USER -l
1 root
1 root
? 0
