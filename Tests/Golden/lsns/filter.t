### filter-empty
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q ''
1 2 uts
1 1 uts
1 0 uts
? 0

### filter-blank
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q ' '
2 lsns: failed to parse " ": syntax error, unexpected end of file
? 1

### filter-bare-number-column
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS'
1 2 uts
1 1 uts
? 0

### filter-bare-string-column
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'COMMAND'
1 2 uts
1 1 uts
? 0

### filter-not-pid
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '!PID'
1 0 uts
? 0

### filter-not-word
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'not PID'
1 0 uts
? 0

### filter-string-eq
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == "uts"'
1 2 uts
1 1 uts
1 0 uts
? 0

### filter-string-single-quotes
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == '\''uts'\'''
1 2 uts
1 1 uts
1 0 uts
? 0

### filter-string-trimmed
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == " uts "'
1 2 uts
1 1 uts
1 0 uts
? 0

### filter-lowercase-column
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'nprocs == 1'
1 1 uts
? 0

### filter-empty-number-never-matches
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'PID != 99'
1 2 uts
1 1 uts
? 0

### filter-empty-number-as-string
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'PID == "0"'
1 0 uts
? 0

### filter-number-vs-string-lexical
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS >= "1"'
1 2 uts
1 1 uts
? 0

### filter-string-vs-number-fails
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == 5'
2 lsns: failed to apply filter: Invalid argument
? 1

### filter-empty-string-not-equal
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'COMMAND == ""'
? 0

### filter-empty-string-regex
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'COMMAND =~ "^$"'
1 0 uts
? 0

### filter-regex-negated
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'COMMAND !~ "sleep|init"'
1 0 uts
? 0

### filter-regex-on-number
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS =~ "^[01]$"'
1 1 uts
1 0 uts
? 0

### filter-regex-bad
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE =~ "("'
2 lsns: failed to parse "TYPE =~ "("": Unmatched ( or \(
? 1

### filter-regex-column-right
user: root
old-2.38.1: differs
deviates: D-206
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE =~ USER'
2 lsns: failed to parse "TYPE =~ USER": syntax error, unexpected HOLDER, expecting STRING
? 1
-2 lsns: failed to parse "TYPE =~ USER": (null)
-? 1

### filter-regex-zero-right
user: root
old-2.38.1: differs
deviates: D-206
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE =~ 0'
2 lsns: failed to parse "TYPE =~ 0": syntax error, unexpected NUMBER, expecting STRING
? 1
-2 lsns: failed to parse "TYPE =~ 0": (null)
-? 1

### filter-suffix
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS < 1K'
1 2 uts
1 1 uts
1 0 uts
? 0

### filter-suffix-octal
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '010K == 8192 and NPROCS == 1'
1 1 uts
? 0

### filter-suffix-bad-octal
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS == 08K'
2 lsns: failed to parse "NPROCS == 08K": "08K" token error: Invalid argument
? 1

### filter-suffix-too-big
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS == 16E'
2 lsns: failed to parse "NPROCS == 16E": "16E" token error: Numerical result out of range
? 1

### filter-suffix-kib
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '1KiB == 1024 and NPROCS == 1'
1 1 uts
? 0

### filter-single-equal-echo
user: root
old-2.38.1: differs
deviates: D-208
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS = 1'
2 lsns: failed to parse "NPROCS = 1": syntax error, unexpected invalid token, expecting end of file
? 1
-1\ =
-2 lsns: failed to parse "NPROCS = 1": syntax error, unexpected NUMBER, expecting end of file
-? 1

### filter-unclosed-double-quote
user: root
old-2.38.1: differs
deviates: D-208
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == "uts'
2 lsns: failed to parse "TYPE == "uts": syntax error, unexpected invalid token
? 1
-1\ "
-2 lsns: unknown column: uts
-2 lsns: failed to initialize filter
-? 1

### filter-unclosed-single-quote
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'TYPE == '\''uts'
2 lsns: failed to parse "TYPE == 'uts": syntax error, unexpected invalid token
? 1

### filter-same-precedence
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS == 0 or NPROCS == 1 and PID'
1 1 uts
? 0

### filter-not-binds-tight
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '!NPROCS == 1'
1 0 uts
? 0

### filter-not-parens
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '!(NPROCS == 1)'
1 2 uts
1 0 uts
? 0

### filter-chain
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '2 == 2 == 2 and NPROCS == 1'
1 1 uts
? 0

### filter-mixed-case-keyword
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS And PID'
2 lsns: failed to parse "NPROCS And PID": syntax error, unexpected HOLDER, expecting end of file
? 1

### filter-glued-word
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS==1and PID'
1 1 uts
? 0

### filter-float
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS == 1.0'
1 1 uts
? 0

### filter-float-dot
user: root
old-2.38.1: differs
deviates: D-208
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS == 1.'
2 lsns: failed to parse "NPROCS == 1.": syntax error, unexpected invalid token, expecting end of file
? 1
-1 .1 uts
-? 0

### filter-syntax-operand
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS =='
2 lsns: failed to parse "NPROCS ==": syntax error, unexpected end of file
? 1

### filter-syntax-operator-first
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '== 1'
2 lsns: failed to parse "== 1": syntax error, unexpected EQ
? 1

### filter-syntax-two-operands
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS 1'
2 lsns: failed to parse "NPROCS 1": syntax error, unexpected NUMBER, expecting end of file
? 1

### filter-syntax-paren-open
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '(NPROCS'
2 lsns: failed to parse "(NPROCS": syntax error, unexpected end of file
? 1

### filter-syntax-paren-inner
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '(NPROCS 1'
2 lsns: failed to parse "(NPROCS 1": syntax error, unexpected NUMBER
? 1

### filter-syntax-empty-paren
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q '()'
2 lsns: failed to parse "()": syntax error, unexpected ')'
? 1

### filter-syntax-and-and
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS and and PID'
2 lsns: failed to parse "NPROCS and and PID": syntax error, unexpected AND
? 1

### filter-syntax-not-alone
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'not'
2 lsns: failed to parse "not": syntax error, unexpected end of file
? 1

### filter-syntax-string
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NPROCS "x"'
2 lsns: failed to parse "NPROCS "x"": syntax error, unexpected STRING, expecting end of file
? 1

### filter-hidden-columns
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'UID == 0 and PPID == 1'
1 1 uts
? 0

### filter-ns-operand
user: root
old-2.38.1: differs
deviates: D-207
note: the original never resolves column names in this mode
$ lsns 4026531838 -Q "PID == 1"
1 PID PPID USER COMMAND
1   1    0 root init case
? 0
-2 lsns: failed to apply filter: Inappropriate ioctl for device
-? 1

### filter-ns-operand-shortcircuit
user: root
old-2.38.1: differs
$ lsns 4026531838 -l -o USER -Q "1 or PID"
1 USER
1 root
1 root
? 0

### filter-twice-last-wins
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q 0 -Q 1
1 uts
? 0

### filter-twice-both-parsed
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q "==" -Q 1
2 lsns: failed to parse "==": syntax error, unexpected EQ
? 1

### filter-tree
user: root
old-2.38.1: differs
note: the parent row is gone, the child becomes a root
setup: sleeper -u
$ lsns -t uts -o NPROCS,COMMAND -Q "NPROCS == 1"
1 NPROCS COMMAND
1      1 sleep 1000
? 0

### filter-cell-leading-quote
user: root
old-2.38.1: differs
note: a quote at the start of a cell is dropped before comparing
setup: named '"q'
$ lsns -t uts -lnr -o NPROCS,TYPE -Q "COMMAND == 'q 1000'"
1 1 uts
? 0

### filter-cell-trimmed
user: root
old-2.38.1: differs
setup: named '  pad'
$ lsns -t uts -lnr -o NPROCS,TYPE -Q "COMMAND == 'pad 1000'"
1 1 uts
? 0

### filter-cast-literal-string
user: root
old-2.38.1: differs
$ lsns -t uts -lnr -o TYPE -Q '"1.0" == 1.0 or "1" == 1.0'
1 uts
? 0

### filter-name-characters
user: root
old-2.38.1: differs
$ lsns -t uts -Q "NPROCS-1 == 0 or a.b%c:d/e_f"
2 lsns: unknown column: NPROCS-1
2 lsns: unknown column: a.b%c:d/e_f
2 lsns: failed to initialize filter
? 1

### filter-keyword-prefix
user: root
old-2.38.1: differs
$ lsns -t uts -Q "notPID"
2 lsns: unknown column: notPID
2 lsns: failed to initialize filter
? 1

### filter-syntax-paren-after
user: root
old-2.38.1: differs
$ lsns -t uts -Q "PID (5)"
2 lsns: failed to parse "PID (5)": syntax error, unexpected '(', expecting end of file
? 1

### filter-syntax-paren-nested
user: root
old-2.38.1: differs
$ lsns -t uts -Q "(PID (5))"
2 lsns: failed to parse "(PID (5))": syntax error, unexpected '('
? 1

### filter-syntax-inside-right
user: root
old-2.38.1: differs
$ lsns -t uts -Q "1 == (2 3)"
2 lsns: failed to parse "1 == (2 3)": syntax error, unexpected NUMBER
? 1

### filter-syntax-float
user: root
old-2.38.1: differs
$ lsns -t uts -Q "1 2.5"
2 lsns: failed to parse "1 2.5": syntax error, unexpected FLOAT, expecting end of file
? 1

### filter-syntax-false
user: root
old-2.38.1: differs
$ lsns -t uts -Q "1 false"
2 lsns: failed to parse "1 false": syntax error, unexpected FALSE, expecting end of file
? 1

### filter-regex-case
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q 'TYPE =~ "UTS"'
? 0

### filter-regex-alternation
user: root
old-2.38.1: differs
$ lsns -t uts -t ipc -lrn -o TYPE -Q 'TYPE =~ "^(uts|net)$"'
1 uts
? 0

### filter-regex-trimmed-pattern
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q 'TYPE =~ " uts "'
1 uts
? 0

### filter-user-eq
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q "USER eq 'root' && UID le 0"
1 uts
? 0

### filter-empty-number-regex
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'PID =~ "^0$"'
1 0 uts
? 0

### filter-no-rows-no-error
user: root
old-2.38.1: differs
note: the wrong type is only noticed when a row is evaluated
$ lsns -t uts -p 999999 -Q "USER == 5"
? 0

### filter-unknown-columns
user: root
old-2.38.1: differs
$ lsns -t uts -Q "FOO == 1 or BAR == 2 and NS"
2 lsns: unknown column: FOO
2 lsns: unknown column: BAR
2 lsns: failed to initialize filter
? 1

### filter-negative-number-echo
user: root
old-2.38.1: differs
deviates: D-208
$ lsns -t uts -rn -o TYPE -Q "PID == -1"
2 lsns: failed to parse "PID == -1": syntax error, unexpected invalid token
? 1
-1 -uts
-? 0

### filter-comma-echo
user: root
old-2.38.1: differs
deviates: D-208
$ lsns -t uts -rn -o TYPE -Q "PID == 1, "
2 lsns: failed to parse "PID == 1, ": syntax error, unexpected invalid token, expecting end of file
? 1
-1 ,uts
-? 0

### filter-equal-tilde-echo
user: root
old-2.38.1: differs
deviates: D-208
$ lsns -t uts -rn -o TYPE -Q "TYPE ~= 'uts'"
2 lsns: failed to parse "TYPE ~= 'uts'": syntax error, unexpected invalid token, expecting end of file
? 1
-1\ ~=
-2 lsns: failed to parse "TYPE ~= 'uts'": syntax error, unexpected STRING, expecting end of file
-? 1

### filter-bytes-echo
user: root
old-2.38.1: differs
deviates: D-208
$ lsns -t uts -rn -o TYPE -Q $'1 == 1\xff'
2\ lsns: failed to parse "1 == 1\xff": syntax error, unexpected invalid token, expecting end of file\n
? 1
-1\ \xffuts\n
-? 0

### filter-regex-expr-left
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q "5 == '5' =~ '5'" 2>&1 | sed "s/\(filter: \).*/\1<REASON>/"
1 lsns: failed to apply filter: <REASON>
? 0

### filter-regex-number-left
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q "5 =~ '5'" 2>&1 | sed "s/\(filter: \).*/\1<REASON>/"
1 lsns: failed to apply filter: <REASON>
? 0

### filter-regex-errors
user: root
old-2.38.1: differs
$ for e in "(" ")" "*" "a{1" "a{2,1}" "[a" "a\\" "[[:foo:]]" "+"; do lsns -t uts -rn -o TYPE -Q "TYPE !~ '$e'"; done
1 uts
2 lsns: failed to parse "TYPE !~ '('": Unmatched ( or \(
2 lsns: failed to parse "TYPE !~ '*'": Invalid preceding regular expression
2 lsns: failed to parse "TYPE !~ 'a{1'": Unmatched \{
2 lsns: failed to parse "TYPE !~ 'a{2,1}'": Invalid content of \{\}
2 lsns: failed to parse "TYPE !~ '[a'": Unmatched [, [^, [:, [., or [=
2 lsns: failed to parse "TYPE !~ 'a\'": Trailing backslash
2 lsns: failed to parse "TYPE !~ '[[:foo:]]'": Invalid character class name
2 lsns: failed to parse "TYPE !~ '+'": Invalid preceding regular expression
? 1

### filter-regex-locale
user: root
old-2.38.1: differs
note: one character in a UTF-8 locale, two in the C locale
setup: named é
$ lsns -t uts -rn -o NPROCS -Q 'COMMAND =~ "^.中? 1000"'; LC_ALL=C lsns -t uts -rn -o NPROCS -Q 'COMMAND =~ "^.. 1000"'
1 1
1 1
? 0

### filter-ns-operand-unknown
user: root
old-2.38.1: differs
deviates: D-207
$ lsns 4026531838 -Q "FOO or PID"
2 lsns: unknown column: FOO
2 lsns: failed to initialize filter
? 1
-2 lsns: failed to apply filter: Inappropriate ioctl for device
-? 1

### filter-ns-operand-tree
user: root
old-2.38.1: differs
deviates: D-207
setup: family env
$ lsns 4026531838 -o USER,COMMAND -Q "COMMAND =~ '^sleep'"
1 USER COMMAND
1 root sleep 1000
1 root └─sleep 1001
? 0
-2 lsns: failed to apply filter: Inappropriate ioctl for device
-? 1

### filter-constants-numbers
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> 1 == 1
> 1 == 2
> 0
> 18446744073709551616 == 18446744073709551615
> 99999999999999999999 > 5
> 1K == 1024
> 1KiB == 1024
> 1M == 1048576
> 15E > 1
> 010 == 10
> 010K == 8K
> 0Z == 0
> 16E > 1
> 1Z
> 10KB > 1
> 10Kib
> 0x10
> 5 5
> END
1 uts  1 == 1
1 no  1 == 2
1 no  0
1 uts  18446744073709551616 == 18446744073709551615
1 uts  99999999999999999999 > 5
1 uts  1K == 1024
1 uts  1KiB == 1024
1 uts  1M == 1048576
1 uts  15E > 1
1 uts  010 == 10
1 uts  010K == 8K
1 uts  0Z == 0
2 lsns: failed to parse "16E > 1": "16E" token error: Numerical result out of range
2 lsns: failed to parse "1Z": "1Z" token error: Numerical result out of range
2 lsns: failed to parse "10KB > 1": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "10Kib": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "0x10": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "5 5": syntax error, unexpected NUMBER, expecting end of file
? 1

### filter-constants-floats
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> 0.1
> 0.0
> 1.5 > 1
> 1 < 1.5
> 1 == 1.0
> 1.50 == "1.5"
> "1.50" == 1.5
> "1.23457e+06" == 1234567.0
> 1234567.0 == "1.23457e+06"
> 1.5 == "1.5x"
> 1.5 == true
> true == 1.5
> 2.9 == 2
> END
1 uts  0.1
1 no  0.0
1 uts  1.5 > 1
1 uts  1 < 1.5
1 uts  1 == 1.0
1 uts  1.50 == "1.5"
1 no  "1.50" == 1.5
1 uts  "1.23457e+06" == 1234567.0
1 no  1234567.0 == "1.23457e+06"
1 no  1.5 == true
1 uts  true == 1.5
1 no  2.9 == 2
2 lsns: failed to apply filter: Invalid argument
? 0

### filter-constants-strings
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> "x"
> ""
> " "
> 'a' < 'b'
> "B" < "a"
> "a" == " a"
> 1 == "1"
> 1 == " 1 "
> "1" == 1
> "01" == 1
> 1 == "01"
> 1 == "+1"
> 1 == "x"
> 1 == "-1"
> 1 == "18446744073709551616"
> "abc" =~ "^a.c$"
> "abc" !~ "^a.c$"
> "abc" =~ ""
> END
1 uts  "x"
1 no  ""
1 no  " "
1 uts  'a' < 'b'
1 uts  "B" < "a"
1 uts  "a" == " a"
1 uts  1 == "1"
1 uts  1 == " 1 "
1 uts  "1" == 1
1 no  "01" == 1
1 uts  1 == "01"
1 uts  1 == "+1"
1 uts  "abc" =~ "^a.c$"
1 no  "abc" !~ "^a.c$"
1 uts  "abc" =~ ""
2 lsns: failed to apply filter: Invalid argument
2 lsns: failed to apply filter: Numerical result out of range
2 lsns: failed to apply filter: Numerical result out of range
? 0

### filter-constants-booleans
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> true
> FALSE or TRUE
> true == 1
> true == 2
> 1 == true
> 2 == true
> true == "yes"
> true == "Yak"
> true == "TRUE"
> true == "1"
> true == "2"
> false == "no"
> "true" == true
> "1" == true
> true > false
> !0
> !!1
> not not 1
> not "x"
> END
1 uts  true
1 uts  FALSE or TRUE
1 uts  true == 1
1 uts  true == 2
1 uts  1 == true
1 no  2 == true
1 uts  true == "yes"
1 uts  true == "Yak"
1 uts  true == "TRUE"
1 uts  true == "1"
1 no  true == "2"
1 uts  false == "no"
1 uts  "true" == true
1 no  "1" == true
1 uts  true > false
1 uts  !0
1 uts  !!1
1 uts  not not 1
1 no  not "x"
? 0

### filter-constants-precedence
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> 3 > 2 > 1
> 2 == 2 == 2
> 1 or 0 and 0
> 1 or (0 and 0)
> 0 and 0 or 1
> !0 == 1
> 1 == !0
> !(0 == 1)
> 0 and 1 == "x"
> 1 or 1 == "x"
> 1 and 1 == "x"
> (((1)))
> "a" =~ "a" == true
> END
1 no  3 > 2 > 1
1 uts  2 == 2 == 2
1 no  1 or 0 and 0
1 uts  1 or (0 and 0)
1 uts  0 and 0 or 1
1 uts  !0 == 1
1 uts  1 == !0
1 uts  !(0 == 1)
1 no  0 and 1 == "x"
1 uts  1 or 1 == "x"
1 uts  (((1)))
1 uts  "a" =~ "a" == true
2 lsns: failed to apply filter: Invalid argument
? 0

### filter-keywords
user: root
old-2.38.1: differs
$ while IFS= read -r e; do
>   r=$(lsns -t uts -lrn -o TYPE -Q "$e") && echo "${r:-no}  $e"
> done <<END
> 1 eq 1
> 1 EQ 1 AND 2 NE 1
> 2 ge 2 and 1 lt 2 and 1 le 1 and 2 gt 1 and 1 ne 2
> 2 GE 2 AND 1 LT 2 OR NOT 1
> 1==1&&2!=1||0
> 1 Eq 1
> 1 AND
> 1 not 1
> ! !
> 1 xor 1
> true(1)
> 1andtrue
> (1
> 1)
> ()
> '
> 1 '
> "a" "b"
> END
1 uts  1 eq 1
1 uts  1 EQ 1 AND 2 NE 1
1 uts  2 ge 2 and 1 lt 2 and 1 le 1 and 2 gt 1 and 1 ne 2
1 uts  2 GE 2 AND 1 LT 2 OR NOT 1
1 uts  1==1&&2!=1||0
2 lsns: failed to parse "1 Eq 1": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "1 AND": syntax error, unexpected end of file
2 lsns: failed to parse "1 not 1": syntax error, unexpected NEG, expecting end of file
2 lsns: failed to parse "! !": syntax error, unexpected end of file
2 lsns: failed to parse "1 xor 1": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "true(1)": syntax error, unexpected '(', expecting end of file
2 lsns: failed to parse "1andtrue": syntax error, unexpected HOLDER, expecting end of file
2 lsns: failed to parse "(1": syntax error, unexpected end of file
2 lsns: failed to parse "1)": syntax error, unexpected ')', expecting end of file
2 lsns: failed to parse "()": syntax error, unexpected ')'
2 lsns: failed to parse "'": syntax error, unexpected invalid token
2 lsns: failed to parse "1 '": syntax error, unexpected invalid token, expecting end of file
2 lsns: failed to parse ""a" "b"": syntax error, unexpected STRING, expecting end of file
? 1

### filter-spaces
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q $'\t1\n== 1 '
1 uts
? 0

### filter-every-column
user: root
old-2.38.1: differs
$ lsns -t uts -rn -o TYPE -Q "NS == 4026531838 and PATH == '/proc/1/ns/uts' and PPID == 0 and UID == 0 and USER == 'root' and PNS == 0 and ONS == 4026531837 and COMMAND == 'init case' and not NSFS and not NETNSID"
1 uts
? 0

### filter-empty-number-as-float
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q "PID < 0.5"; lsns -t uts -lnr -o NPROCS,TYPE -Q "PID == false"
1 0 uts
1 0 uts
? 0

### filter-column-column
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q "PID == NPROCS or USER == USER and NPROCS"
1 2 uts
1 1 uts
? 0

### filter-string-order
user: root
old-2.38.1: differs
note: an empty cell is smaller than every text
setup: three_uts
$ lsns -t uts -lnr -o NPROCS -Q "COMMAND < 'a'"; lsns -t uts -lnr -o NPROCS -Q "COMMAND <= COMMAND"
1 0
1 2
1 1
1 0
? 0

### filter-string-column-as-number
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -lnr -o NPROCS,TYPE -Q 'NSFS == 5 or NPROCS'
2 lsns: failed to apply filter: Invalid argument
? 1

### filter-operand-order
user: root
old-2.38.1: differs
$ lsns -t uts -o TYPE -Q "1 == 2" nonsense
2 lsns: invalid namespace argument: 'nonsense'
? 1
