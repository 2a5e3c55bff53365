### pipe-ignores-columns
user: root
setup: long_named
$ COLUMNS=20 lsns -t uts -o TYPE,COMMAND | cat
1 TYPE COMMAND
1 uts  init case
1 uts  └─a-rather-long-name with blanks and more text to be cut off somewhere 1000
? 0
