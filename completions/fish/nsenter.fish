# fish completion for nsenter
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
function __unyoke_nsenter
  __unyoke_scan '' 'true' 'tNSG' \
    'muinpUCTrwW' 'target net-socket setuid setgid container machine unit user-unit pidfile except whitelist-env json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits groups has-p has-e has-i has-a has-b' \
    'all help version target mount uts ipc net net-socket pid user cgroup time setuid setgid root wd wdns env no-fork join-cgroup preserve-credentials keep-caps user-parent follow-context container machine unit user-unit pidfile except auto-credentials exec-outer for-children mount-proc mount-sys forward-signals kill-child clear-env whitelist-env dry-run explain forward-signals-group new-session json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits no-new-privs nnp groups clear-groups keep-groups init-groups has-p has-e has-i has-a has-b has-no-new-privs list-caps'
end
complete -c nsenter -n __unyoke_nsenter -f
complete -c nsenter -n '__unyoke_nsenter' -k -a '(__unyoke_command)'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -a --all -h --help -V --version --container --machine --unit --user-unit --pidfile --list-caps; and __unyoke_letter a' -s a -d 'enter every namespace of the target'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -a --all -h --help -V --version --container --machine --unit --user-unit --pidfile --list-caps' -l all -d 'enter every namespace of the target'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l help -d 'show this text and exit'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l version -d 'show the version and exit'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps; and __unyoke_letter t' -s t -r -f -k -a '(__unyoke_processes)' -d 'the process whose namespaces are entered'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l target -r -f -k -a '(__unyoke_processes)' -d 'the process whose namespaces are entered'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -m --mount --list-caps; and __unyoke_letter m' -s m -f -a '(__unyoke_namespaces mnt)' -d 'enter a mount namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -m --mount --list-caps' -l mount -f -a '(__unyoke_namespaces mnt)' -d 'enter a mount namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -u --uts --list-caps; and __unyoke_letter u' -s u -f -a '(__unyoke_namespaces uts)' -d 'enter a UTS namespace (host and domain name)'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -u --uts --list-caps' -l uts -f -a '(__unyoke_namespaces uts)' -d 'enter a UTS namespace (host and domain name)'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -i --ipc --list-caps; and __unyoke_letter i' -s i -f -a '(__unyoke_namespaces ipc)' -d 'enter an IPC namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -i --ipc --list-caps' -l ipc -f -a '(__unyoke_namespaces ipc)' -d 'enter an IPC namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -n --net --list-caps; and __unyoke_letter n' -s n -f -a '(__unyoke_namespaces net)' -d 'enter a network namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -n --net --list-caps' -l net -f -a '(__unyoke_namespaces net)' -d 'enter a network namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -N --net-socket --list-caps; and __unyoke_letter N' -s N -r -f -d 'enter the network namespace of a target\'s socket'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -N --net-socket --list-caps' -l net-socket -r -f -d 'enter the network namespace of a target\'s socket'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -p --pid --list-caps; and __unyoke_letter p' -s p -f -a '(__unyoke_namespaces pid)' -d 'enter a PID namespace, in a child'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -p --pid --list-caps' -l pid -f -a '(__unyoke_namespaces pid)' -d 'enter a PID namespace, in a child'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -U --user --list-caps; and __unyoke_letter U' -s U -f -a '(__unyoke_namespaces user)' -d 'enter a user namespace, as its root'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -U --user --list-caps' -l user -f -a '(__unyoke_namespaces user)' -d 'enter a user namespace, as its root'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -C --cgroup --list-caps; and __unyoke_letter C' -s C -f -a '(__unyoke_namespaces cgroup)' -d 'enter a cgroup namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -C --cgroup --list-caps' -l cgroup -f -a '(__unyoke_namespaces cgroup)' -d 'enter a cgroup namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -T --time --list-caps; and __unyoke_letter T' -s T -f -a '(__unyoke_namespaces time)' -d 'enter a time namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -T --time --list-caps' -l time -f -a '(__unyoke_namespaces time)' -d 'enter a time namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -S --setuid --list-caps; and __unyoke_letter S' -s S -r -f -a 'follow' -d 'become this user, or the target\'s with \'follow\''
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -S --setuid --list-caps' -l setuid -r -f -a 'follow' -d 'become this user, or the target\'s with \'follow\''
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -G --setgid --list-caps; and __unyoke_letter G' -s G -r -f -a 'follow' -d 'become this group, or the target\'s with \'follow\''
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -G --setgid --list-caps' -l setgid -r -f -a 'follow' -d 'become this group, or the target\'s with \'follow\''
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -r --root --list-caps; and __unyoke_letter r' -s r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use the target\'s root directory, or <dir>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -r --root --list-caps' -l root -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use the target\'s root directory, or <dir>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps; and __unyoke_letter w' -s w -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in the target\'s working directory, or <dir>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps' -l wd -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in the target\'s working directory, or <dir>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps; and __unyoke_letter W' -s W -f -d 'start in <dir> as it is called inside'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps' -l wdns -f -d 'start in <dir> as it is called inside'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -e --env --list-caps; and __unyoke_letter e' -s e -d 'use the target\'s environment variables'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -e --env --list-caps' -l env -d 'use the target\'s environment variables'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps; and __unyoke_letter F' -s F -d 'do not run <program> in a child'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps' -l no-fork -d 'do not run <program> in a child'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -c --join-cgroup --list-caps; and __unyoke_letter c' -s c -d 'move into the target\'s cgroup'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -c --join-cgroup --list-caps' -l join-cgroup -d 'move into the target\'s cgroup'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --preserve-credentials --auto-credentials --list-caps' -l preserve-credentials -d 'keep user, group and groups'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --keep-caps --list-caps' -l keep-caps -d 'keep capabilities held in the user namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --user-parent --list-caps' -l user-parent -d 'enter the parent of the user namespace'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -Z --follow-context --list-caps; and __unyoke_letter Z' -s Z -d 'run <program> in the target\'s SELinux context'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -Z --follow-context --list-caps' -l follow-context -d 'run <program> in the target\'s SELinux context'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l container -r -f -a '(__unyoke_named container)' -d 'enter a container, by its name or the beginning of its id'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l machine -r -f -a '(__unyoke_named machine)' -d 'enter a machine of systemd, LXC or Incus'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l unit -r -f -a '(__unyoke_named unit)' -d 'enter what a unit of the system runs in'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l user-unit -r -f -a '(__unyoke_named user-unit)' -d 'enter what a unit of a user runs in'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l pidfile -r -F -d 'enter what the process runs in whose number is in <file>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l except -r -f -k -a '(__unyoke_list mnt uts ipc net pid cgroup user time)' -d 'leave these kinds of namespaces out of --all'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --preserve-credentials --auto-credentials --list-caps' -l auto-credentials -d 'become root of the user namespace, or an id that it has; keep groups that it does not drop'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --exec-outer --list-caps' -l exec-outer -d 'run the caller\'s <program>, which must be static, whatever is called so inside'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --for-children --list-caps' -l for-children -d 'enter PID and time namespaces that the target\'s children get'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --mount-proc --list-caps' -l mount-proc -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'mount a new proc, at /proc or <dir>, that only <program> sees'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --mount-sys --list-caps' -l mount-sys -d 'mount a new sysfs at /sys in the same way'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --forward-signals --list-caps' -l forward-signals -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'pass these signals on to the child; SIGTERM and SIGINT if not given'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --kill-child --list-caps' -l kill-child -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'when this process dies, signal the child; SIGKILL if not given'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l clear-env -d 'start <program> with an empty environment'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l whitelist-env -r -f -a '(__unyoke_list (set -xn))' -d 'keep only these variables, comma-separated'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --dry-run --list-caps' -l dry-run -d 'print what would be done, step by step, and exit'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --explain --list-caps' -l explain -d 'say how each step went, and why one failed'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --list-caps' -l forward-signals-group -d 'run <program> in a process group of its own, which gets the signals'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --new-session --list-caps' -l new-session -d 'run <program> in a session without the terminal, and pass all signals on'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --json-status-fd --list-caps' -l json-status-fd -r -f -d 'write a JSON object to <fd> when all is set up, when <program> runs, and how it ended'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --info-fd --list-caps' -l info-fd -r -f -d 'write the first of these objects to <fd> alone'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --block-fd --list-caps' -l block-fd -r -f -d 'wait for a byte on <fd> before <program> starts'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --sync-fd --list-caps' -l sync-fd -r -f -d 'keep <fd> open until all is over'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l cap-drop -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'drop capabilities from all five sets'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l cap-add -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'keep capabilities, or undo a drop, for any user'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l bounding-set -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the bounding set: -<cap>,+<cap>,-all'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l inh-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the inheritable set'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l ambient-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the ambient set'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l iab -r -f -d 'set these three sets by a text of libcap'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l securebits -r -f -k -a '(__unyoke_list {+,-}{noroot,noroot_locked,no_setuid_fixup,no_setuid_fixup_locked,keep_caps_locked})' -d 'change the securebits: +<bit>,-<bit>'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l no-new-privs -d 'let <program> gain no rights by what it starts'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l nnp -d 'the same'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l groups -r -f -a '(__unyoke_list (__unyoke_accounts groups | string split -f 1 \t))' -d 'set the supplementary groups'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l clear-groups -d 'drop all supplementary groups'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l keep-groups -d 'keep the supplementary groups'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l init-groups -d 'set the groups of the user that <program> runs as'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-p -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is permitted'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-e -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is effective'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-i -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is inheritable'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-a -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is ambient'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-b -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is in the bounding set'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --has-no-new-privs --list-caps' -l has-no-new-privs -d 'fail unless no_new_privs is set'
complete -c nsenter -n '__unyoke_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l list-caps -d 'name the capabilities of this kernel and exit'
