# fish completion for lsns
# Generated from the option tables by nsgen; `make generate` writes it anew.

# The words before the cursor, without their quotes; nothing is evaluated.
function __unyoke_words
  set -g __unyoke_tokens (commandline -opc)
end

# Sets how many operands there are, whether options may still follow, where a program begins and
# which options are there. As long as the line is the same it is looked at once.
function __unyoke_scan --argument-names inside runs required attached required_names names
  set -l line "$inside "(commandline -cp | string collect)
  if test "$line" = "$__unyoke_line"
    return $__unyoke_status
  end
  set -g __unyoke_line $line
  set -g __unyoke_status 1
  set -g __unyoke_operands 0
  set -g __unyoke_open 1
  set -g __unyoke_start 0
  set -g __unyoke_inside $inside
  set -g __unyoke_valued $required$attached
  set -g __unyoke_seen
  __unyoke_words
  set -l index 2
  if test -n "$inside"
    test "$__unyoke_tokens[2]" = "$inside"; or return
    set index 3
  end
  set -g __unyoke_status 0
  set required_names (string split ' ' -- $required_names)
  set names (string split ' ' -- $names)
  while set -q __unyoke_tokens[$index]
    set -l word $__unyoke_tokens[$index]
    set index (math $index + 1)
    if test $__unyoke_open = 0; or not string match -q -- '-?*' $word
      set __unyoke_operands (math $__unyoke_operands + 1)
      if test $runs = true
        set __unyoke_open 0
        set __unyoke_start (math $index - 1)
        return 0
      end
    else if test "$word" = --
      set __unyoke_open 0
    else if string match -q -- '--*' $word
      set -l name (string replace -r '^--([^=]*).*' '$1' -- $word)
      if not contains -- $name $names
        set -l meant (string match -r -- '^'(string escape --style=regex -- $name)'.*' $names)
        test (count $meant) = 1; and set name $meant
      end
      set -a __unyoke_seen --$name
      not string match -q -- '*=*' $word; and contains -- $name $required_names
      and set index (math $index + 1)
    else
      # A dash is no letter, and stands for those that there may be none of.
      set -l letters (string match -r -- "^-[^-$required$attached]*[-$required$attached]?" $word)
      set -a __unyoke_seen -(string split '' -- (string sub -s 2 -- $letters))
      test "$letters" = "$word"; and string match -qr -- "[-$required]\$" $word
      and set index (math $index + 1)
    end
  end
  # One whose value is being typed is not there yet.
  test $index -gt (math (count $__unyoke_tokens) + 1); and set -e __unyoke_seen[-1]
  return 0
end

# Whether options may follow, and none of these is there.
function __unyoke_without
  test $__unyoke_open = 1; or return
  for form in $argv
    contains -- $form $__unyoke_seen; and return 1
  end
  return 0
end

# Whether a letter means itself where the cursor is: after one that takes a value all that follows is
# that value, and only that one may say what it can be.
function __unyoke_letter --argument-names letter
  set -l word (commandline -ct | string collect)
  string match -qr -- '^-[^-]' "$word"; or return 0
  set -l first (string replace -rf -- "(?s)^-[^-$__unyoke_valued]*([-$__unyoke_valued]).*" '$1' "$word")
  test -z "$first"; or test "$first" = $letter
end

# What the program offers that stands after the options, or the names of programs.
function __unyoke_command
  if test $__unyoke_start = 0
    set -l word (commandline -ct)
    string match -q -- '-*' $word; and test $__unyoke_open = 1; and return
    complete -C "$word" | string match -rv -- '^-'
    return
  end
  complete -C (string join ' ' -- (string escape -- $__unyoke_tokens[$__unyoke_start..-1]) (commandline -ct))
end

# Runs a function or program with what PATH has in absolute folders: in this one anybody may have
# put a program of that name.
function __unyoke_run
  set -lx PATH (string match -- '/*' $PATH)
  if string match -q -- '__*' $argv[1]
    $argv
  else
    command $argv
  end
end

# Takes offers out that cannot be shown, and control characters out of their descriptions: names
# are anybody's choice, and the terminal is not for them to write to.
function __unyoke_shown
  string match -rv -- '^[^\t]*[^\P{C}\t]' $argv | string replace -ra -- '[^\P{C}\t]' '?'
end

function __unyoke_accounts --argument-names kind
  __unyoke_shown (__unyoke_run __fish_complete_$kind)
end

# The names of what runs, from control groups and from folders that everybody may read: nobody is asked.
function __unyoke_named --argument-names kind
  set -l paths (__unyoke_run cat /proc/*/cgroup 2>/dev/null | string match -r '^(?:0:|\d+:name=systemd):.*' \
    | string replace -r '^[^:]*:[^:]*:' '')
  set -l names
  switch $kind
    case container
      set names (string split / -- $paths | string match -v '*-conmon-*' \
        | string replace -rf '^(?:.*[-:])?([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?$' '$1')
      set -a names (string split / -- $paths | string replace -rf '^lxc\.payload\.' '')
      for folder in /run/crun /run/runc $XDG_RUNTIME_DIR/crun $XDG_RUNTIME_DIR/runc
        set -a names (string replace -r '/$' '' -- $folder/*/ | string replace -r '^.*/' '')
      end
    case machine
      set names (string split / -- $paths | string replace -rf '^lxc\.payload\.' '')
      for file in /run/systemd/machines/*
        test -f $file; and not test -L $file; and set -a names (string replace -r '^.*/' '' -- $file)
      end
    case unit
      set names (string match -v '*/user@*' -- $paths | string replace -r '^.*/' '')
      set names (string match -r '.*\.(?:service|scope|socket|mount|swap)$' -- $names)
    case user-unit
      set names (string match '*/user@*/*' -- $paths | string replace -r '^.*/' '')
      set names (string match -r '.*\.(?:service|scope|socket|mount|swap)$' -- $names)
  end
  # Of no names printf would make an empty one.
  set -q names[1]; and __unyoke_shown (printf '%s\n' $names | __unyoke_run sort -u)
end

function __unyoke_processes
  __unyoke_shown (__unyoke_run grep -sH . /proc/*/comm \
    | string replace -rf '^/proc/(\d+)/comm:(.*)' '$1\t$2')
end

# What the program itself lists, found by its own name, whatever was typed.
function __unyoke_numbers
  __unyoke_shown (__unyoke_run $argv -n -r -l -o NS,TYPE,COMMAND 2>/dev/null </dev/null \
    | string replace -rf '^(\d+) (\S+) ?(.*)' '$1\t$2 $3' | string replace -a '\x20' ' ')
end

# The value that is being typed, without what stands before it.
function __unyoke_raw
  set -l word (commandline -ct)
  if string match -q -- '--*=*' $word
    set word (string replace -r '^[^=]*=' '' -- $word)
  else if string match -qr -- '^-[^-]' $word
    set word (string sub -s 3 -- $word)
  end
  printf '%s\n' "$word"
end

# The same without quotes.
function __unyoke_typed
  string replace -a -r '[\\\\"\']' '' -- (__unyoke_raw)
end

# The namespaces of a kind that are mounted somewhere, or else files.
function __unyoke_namespaces --argument-names kind
  set -l typed (__unyoke_typed)
  set -l points
  while read -l line
    set -l parts (string split ' ' -- $line)
    # Not one whose name has a line feed: what is printed here is read as lines.
    string match -q -- "$kind:[*" $parts[4]; and string match -q -- '* - nsfs *' $line
    and not string match -q -- '*\\012*' $parts[5]
    and set -a points (printf '%b\n' (string replace -a '\\' '\\0' -- $parts[5]))
  end 2>/dev/null </proc/self/mountinfo
  # Of no names printf would make an empty one.
  set -q points[1]; and set points (__unyoke_shown (printf '%s\n' $points | __unyoke_run sort -u))
  set points (string match -r -- '^'(string escape --style=regex -- "$typed")'.*' $points)
  if set -q points[1]
    printf '%s\n' $points
  else
    __unyoke_shown (__unyoke_run __fish_complete_path $typed)
  end
end

function __unyoke_signals
  if string match -q -- 'SIG*' (__unyoke_typed)
    printf 'SIG%s\n' $argv
  else
    printf '%s\n' $argv
  end
end

# The names of capabilities, without their first four letters where they are typed without.
function __unyoke_capabilities
  set -l typed (__unyoke_typed)
  set -l item (string replace -r '^.*,' '' -- "$typed" | string replace -r '^[+-]' '')
  test -n "$item"; and not string match -q -- 'cap_*' $item; and not string match -q -- "$item*" cap_
  and set argv (string replace -r '^cap_' '' -- $argv)
  printf '%s\n' $argv
end

# Comma-separated values, without those that are there already, with whatever sign.
function __unyoke_list
  if string match -q -- '+*' $argv[1]
    __unyoke_list_beside '^[+-]' $argv
  else
    __unyoke_list_beside '^$' $argv
  end
end

# The same; a beginning that matches the regular expression makes no difference.
function __unyoke_list_beside --argument-names beginning
  set -e argv[1]
  # A + stands in front of the whole list, where it does not belong to the items.
  set -l front '\+?'
  string match -q -- '+*' $argv[1]; and set front
  set -l before (string match -r -- "^$front(?:.*,)?" (__unyoke_typed))
  set -l there (string split , -- (string replace -r "^$front" '' -- "$before") \
    | string replace -r -- $beginning '')
  for item in $argv
    set -l parts (string split -m 1 : -- $item)
    contains -- (string replace -r -- $beginning '' $parts[1]) $there; or printf '%s%s\t%s\n' "$before" $parts[1] "$parts[2]"
  end
end

# Columns where a comparison begins.
function __unyoke_filter
  set -l before (string replace -r '[A-Za-z0-9_.%:/-]*$' '' -- (__unyoke_typed))
  string match -qr -- '(^|[(!]|&&|\|\||(^|[^A-Za-z0-9_.%:/-])(and|or|not|AND|OR|NOT)\s)\s*$' "$before"
  or return
  for item in $argv
    set -l parts (string split -m 1 : -- $item)
    printf '%s%s\t%s\n' "$before" $parts[1] $parts[2]
  end
end
# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_lsns
  __unyoke_scan '' 'false' 'poQt' \
    'T' 'task output filter type discover holders' \
    'json task help output output-all persistent filter notruncate version noheadings nowrap list raw type tree list-columns discover holders'
end
complete -c lsns -n __unyoke_lsns -f
complete -c lsns -n '__unyoke_lsns; and test $__unyoke_operands = 0; and not contains -- -p $__unyoke_seen; and not contains -- --task $__unyoke_seen; and not contains -- --holders $__unyoke_seen' -f -k -a '(__unyoke_numbers lsns)'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter J' -s J -d 'print JSON'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw' -l json -d 'print JSON'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter p; and test $__unyoke_operands = 0' -s p -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and test $__unyoke_operands = 0' -l task -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version' -l help -d 'show this text and exit'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -o --output -V --version --holders; and __unyoke_letter o' -s o -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -o --output -V --version --holders' -l output -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help --output-all -V --version --holders' -l output-all -d 'print every column'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter P' -s P -d 'only namespaces without a process'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders' -l persistent -d 'only namespaces without a process'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -Q --filter -V --version --holders; and __unyoke_letter Q' -s Q -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -Q --filter -V --version --holders' -l filter -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -u --notruncate -V --version; and __unyoke_letter u' -s u -d 'never cut a command'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -u --notruncate -V --version' -l notruncate -d 'never cut a command'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version' -l version -d 'show the version and exit'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -n --noheadings; and __unyoke_letter n' -s n -d 'no line of headings'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -n --noheadings' -l noheadings -d 'no line of headings'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -W --nowrap -r --raw; and __unyoke_letter W' -s W -d 'all mount points in one line'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -W --nowrap -r --raw' -l nowrap -d 'all mount points in one line'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -l --list; and __unyoke_letter l' -s l -d 'a list instead of a tree'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -l --list' -l list -d 'a list instead of a tree'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter r' -s r -d 'blank-separated fields, for programs'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw' -l raw -d 'blank-separated fields, for programs'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version --holders; and __unyoke_letter t' -s t -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version --holders' -l type -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -T --tree --holders; and __unyoke_letter T' -s T -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -T --tree --holders' -l tree -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -H --list-columns; and __unyoke_letter H' -s H -d 'describe the columns'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version -H --list-columns' -l list-columns -d 'describe the columns'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -h --help -V --version --discover --holders' -l discover -r -f -k -a '(__unyoke_list proc fd socket mount task children mount-all ancestor all)' -d 'where to look: proc,fd,socket,mount (usual), task, children,mount-all,ancestor, all; + adds'
complete -c lsns -n '__unyoke_lsns; and __unyoke_without -p --task -h --help -o --output --output-all -P --persistent -Q --filter -V --version -t --type -T --tree --discover --holders; and test $__unyoke_operands = 0' -l holders -r -f -k -a '(__unyoke_numbers nsls)' -d 'all that keeps a namespace alive: <number>, <kind>:[<number>] or :<nsid>'
