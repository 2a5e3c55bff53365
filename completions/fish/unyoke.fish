# fish completion for unyoke
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
function __unyoke_unyoke
  __unyoke_words
  contains -- "$__unyoke_tokens[2]" unshare nsenter nsls lsns privs check; and return 1
  __unyoke_scan '' 'false' '' \
    '' '' \
    'install symbolic copy list help version'
end
complete -c unyoke -n __unyoke_unyoke -f
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a unshare -d 'start a program in new namespaces'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a nsenter -d 'start a program in namespaces that exist already'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a nsls -d 'list namespaces, or the processes in one of them'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a lsns -d 'the same as nsls, under the original\'s name'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a privs -d 'show what a process may do (capabilities, groups and more)'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and not set -q __unyoke_tokens[2]' -a check -d 'show which namespaces can be made here, and what stops others'
complete -c unyoke -n '__unyoke_unyoke; and test $__unyoke_operands = 0; and contains -- --install $__unyoke_tokens' -f -a '(__fish_complete_directories (__unyoke_raw))'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without --install --list -h --help -V --version' -l install -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'link the programs into <dir>'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -s --symbolic --copy --list -h --help -V --version; and __unyoke_letter s' -s s -d 'with --install: make symbolic links'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -s --symbolic --copy --list -h --help -V --version' -l symbolic -d 'with --install: make symbolic links'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -s --symbolic --copy --list -h --help -V --version' -l copy -d 'with --install: make copies, each a file of its own'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without --install -s --symbolic --copy --list -h --help -V --version; and test $__unyoke_operands = 0' -l list -d 'name the programs that can be installed, and exit; privs and check are words for unyoke only'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -h --help -V --version; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -h --help -V --version' -l help -d 'show this text and exit'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -h --help -V --version; and __unyoke_letter V' -s V -d 'show unyoke\'s version and exit; that of a program is the util-linux release it stands in for'
complete -c unyoke -n '__unyoke_unyoke; and __unyoke_without -h --help -V --version' -l version -d 'show unyoke\'s version and exit; that of a program is the util-linux release it stands in for'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_unshare
  __unyoke_scan 'unshare' 'true' 'SGRwl' \
    '' 'map-user map-users map-group map-groups owner propagation setgroups setuid setgid root wd monotonic boottime load-interp hostname domainname whitelist-env pidfile json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits groups has-p has-e has-i has-a has-b' \
    'help version mount uts ipc net pid user cgroup time fork kill-child forward-signals mount-proc mount-binfmt map-user map-users map-group map-groups map-root-user map-current-user map-auto map-subids owner propagation setgroups keep-caps setuid setgid root wd monotonic boottime load-interp hostname domainname loopback clear-env whitelist-env dry-run explain init pidfile forward-signals-group new-session json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits no-new-privs nnp groups clear-groups keep-groups init-groups has-p has-e has-i has-a has-b has-no-new-privs list-caps'
end
complete -c unyoke -n __unyoke_inside_unshare -f
complete -c unyoke -n '__unyoke_inside_unshare' -k -a '(__unyoke_command)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l help -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l version -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -m --mount --mount-proc --mount-binfmt -l --load-interp --list-caps; and __unyoke_letter m' -s m -d 'new mount namespace, kept alive at <file>'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -m --mount --list-caps' -l mount -F -d 'new mount namespace, kept alive at <file>'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -u --uts --list-caps; and __unyoke_letter u' -s u -d 'new UTS namespace (host and domain name)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -u --uts --list-caps' -l uts -F -d 'new UTS namespace (host and domain name)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -i --ipc --list-caps; and __unyoke_letter i' -s i -d 'new IPC namespace (System V IPC, POSIX queues)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -i --ipc --list-caps' -l ipc -F -d 'new IPC namespace (System V IPC, POSIX queues)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -n --net --list-caps; and __unyoke_letter n' -s n -d 'new network namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -n --net --list-caps' -l net -F -d 'new network namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -p --pid --list-caps; and __unyoke_letter p' -s p -d 'new PID namespace for children (see --fork)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -p --pid --list-caps' -l pid -F -d 'new PID namespace for children (see --fork)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -U --user --mount-binfmt --map-user --map-users --map-group --map-groups -r --map-root-user -c --map-current-user --map-auto --map-subids --owner -l --load-interp --list-caps; and __unyoke_letter U' -s U -d 'new user namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -U --user --list-caps' -l user -F -d 'new user namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -C --cgroup --list-caps; and __unyoke_letter C' -s C -d 'new cgroup namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -C --cgroup --list-caps' -l cgroup -F -d 'new cgroup namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -T --time --list-caps; and __unyoke_letter T' -s T -d 'new time namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -T --time --list-caps' -l time -F -d 'new time namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -f --fork --kill-child --forward-signals --init --pidfile --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps; and __unyoke_letter f' -s f -d 'run <program> in a child and wait for it'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -f --fork --kill-child --forward-signals --init --pidfile --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps' -l fork -d 'run <program> in a child and wait for it'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --kill-child --list-caps' -l kill-child -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'when this process dies, signal the child (implies --fork); SIGKILL if not given'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --forward-signals --list-caps' -l forward-signals -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'pass SIGTERM and SIGINT to the child (implies --fork)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --mount-proc --list-caps' -l mount-proc -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'mount a new proc, at /proc or <dir> (implies --mount)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --mount-binfmt --list-caps' -l mount-binfmt -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'mount a new binfmt_misc (implies --user and --mount)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --map-user --list-caps' -l map-user -r -f -a '(__unyoke_accounts users)' -d 'be this user inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l map-users -r -f -a 'auto subids all' -d 'map users: range, auto, subids, all (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --map-group --list-caps' -l map-group -r -f -a '(__unyoke_accounts groups)' -d 'be this group inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l map-groups -r -f -a 'auto subids all' -d 'map groups: range, auto, subids, all (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -r --map-root-user -c --map-current-user --list-caps; and __unyoke_letter r' -s r -d 'be root inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -r --map-root-user -c --map-current-user --list-caps' -l map-root-user -d 'be root inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -r --map-root-user -c --map-current-user --list-caps; and __unyoke_letter c' -s c -d 'keep your own ids inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -r --map-root-user -c --map-current-user --list-caps' -l map-current-user -d 'keep your own ids inside (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --map-auto --list-caps' -l map-auto -d 'map your subordinate ids from 0 on (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --map-subids --list-caps' -l map-subids -d 'map your subordinate ids as they are (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --owner --list-caps' -l owner -r -f -d 'let these ids own the user namespace (implies --user)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --propagation --list-caps' -l propagation -r -f -a 'slave shared private unchanged' -d 'how mounts travel to and from the new mount namespace'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --setgroups --list-caps' -l setgroups -r -f -a 'allow deny' -d 'whether the user namespace may change groups'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --keep-caps --list-caps' -l keep-caps -d 'let <program> keep the user namespace\'s capabilities'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -S --setuid --list-caps; and __unyoke_letter S' -s S -r -f -d 'become this user before <program> starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -S --setuid --list-caps' -l setuid -r -f -d 'become this user before <program> starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -G --setgid --list-caps; and __unyoke_letter G' -s G -r -f -d 'become this group before <program> starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -G --setgid --list-caps' -l setgid -r -f -d 'become this group before <program> starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -R --root --list-caps; and __unyoke_letter R' -s R -r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use <dir> as the root directory'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -R --root --list-caps' -l root -r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use <dir> as the root directory'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -w --wd --list-caps; and __unyoke_letter w' -s w -r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in <dir>'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -w --wd --list-caps' -l wd -r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in <dir>'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --monotonic --list-caps' -l monotonic -r -f -d 'shift CLOCK_MONOTONIC by seconds (needs --time)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --boottime --list-caps' -l boottime -r -f -d 'shift CLOCK_BOOTTIME by seconds (needs --time)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -l --load-interp --list-caps; and __unyoke_letter l' -s l -r -f -d 'register a binary format (implies --mount-binfmt)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version -l --load-interp --list-caps' -l load-interp -r -f -d 'register a binary format (implies --mount-binfmt)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --hostname --list-caps' -l hostname -r -f -d 'set the host name (needs --uts)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --domainname --list-caps' -l domainname -r -f -d 'set the NIS domain name (needs --uts)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --loopback --list-caps' -l loopback -d 'bring the interface lo up (needs --net)'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l clear-env -d 'start <program> with an empty environment'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l whitelist-env -r -f -a '(__unyoke_list (set -xn))' -d 'keep only these variables, comma-separated'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --dry-run --list-caps' -l dry-run -d 'print what would be done, step by step, and exit'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --explain --list-caps' -l explain -d 'say how each step went, and why one failed'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --init --list-caps' -l init -f -a 'end wait' -d 'reap orphans, as PID 1 with --pid, and pass all signals on; wait: until nobody is left'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --pidfile --list-caps' -l pidfile -r -F -d 'write <program>\'s process id to <file> when it runs'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --forward-signals-group --list-caps' -l forward-signals-group -d 'run <program> in a process group of its own, which gets the signals'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --new-session --list-caps' -l new-session -d 'run <program> in a session without the terminal, and pass all signals on'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --json-status-fd --list-caps' -l json-status-fd -r -f -d 'write a JSON object to <fd> when all is set up, when <program> runs, and how it ended'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --info-fd --list-caps' -l info-fd -r -f -d 'write the first of these objects to <fd> alone'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --block-fd --list-caps' -l block-fd -r -f -d 'wait for a byte on <fd> before <program> starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --sync-fd --list-caps' -l sync-fd -r -f -d 'keep <fd> open until all is over'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l cap-drop -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'drop capabilities from all five sets'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l cap-add -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'keep capabilities, or undo a drop, for any user'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l bounding-set -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the bounding set: -<cap>,+<cap>,-all'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l inh-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the inheritable set'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l ambient-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the ambient set'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l iab -r -f -d 'set these three sets by a text of libcap'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l securebits -r -f -k -a '(__unyoke_list {+,-}{noroot,noroot_locked,no_setuid_fixup,no_setuid_fixup_locked,keep_caps_locked})' -d 'change the securebits: +<bit>,-<bit>'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l no-new-privs -d 'let <program> gain no rights by what it starts'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l nnp -d 'the same'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l groups -r -f -a '(__unyoke_list (__unyoke_accounts groups | string split -f 1 \t))' -d 'set the supplementary groups'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l clear-groups -d 'drop all supplementary groups'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l keep-groups -d 'keep the supplementary groups'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l init-groups -d 'set the groups of the user that <program> runs as'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l has-p -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is permitted'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l has-e -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is effective'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l has-i -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is inheritable'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l has-a -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is ambient'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l has-b -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is in the bounding set'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --has-no-new-privs --list-caps' -l has-no-new-privs -d 'fail unless no_new_privs is set'
complete -c unyoke -n '__unyoke_inside_unshare; and __unyoke_without -h --help -V --version --list-caps' -l list-caps -d 'name the capabilities of this kernel and exit'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_nsenter
  __unyoke_scan 'nsenter' 'true' 'tNSG' \
    'muinpUCTrwW' 'target net-socket setuid setgid container machine unit user-unit pidfile except whitelist-env json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits groups has-p has-e has-i has-a has-b' \
    'all help version target mount uts ipc net net-socket pid user cgroup time setuid setgid root wd wdns env no-fork join-cgroup preserve-credentials keep-caps user-parent follow-context container machine unit user-unit pidfile except auto-credentials exec-outer for-children mount-proc mount-sys forward-signals kill-child clear-env whitelist-env dry-run explain forward-signals-group new-session json-status-fd info-fd block-fd sync-fd cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits no-new-privs nnp groups clear-groups keep-groups init-groups has-p has-e has-i has-a has-b has-no-new-privs list-caps'
end
complete -c unyoke -n __unyoke_inside_nsenter -f
complete -c unyoke -n '__unyoke_inside_nsenter' -k -a '(__unyoke_command)'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -a --all -h --help -V --version --container --machine --unit --user-unit --pidfile --list-caps; and __unyoke_letter a' -s a -d 'enter every namespace of the target'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -a --all -h --help -V --version --container --machine --unit --user-unit --pidfile --list-caps' -l all -d 'enter every namespace of the target'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l help -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l version -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps; and __unyoke_letter t' -s t -r -f -k -a '(__unyoke_processes)' -d 'the process whose namespaces are entered'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l target -r -f -k -a '(__unyoke_processes)' -d 'the process whose namespaces are entered'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -m --mount --list-caps; and __unyoke_letter m' -s m -f -a '(__unyoke_namespaces mnt)' -d 'enter a mount namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -m --mount --list-caps' -l mount -f -a '(__unyoke_namespaces mnt)' -d 'enter a mount namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -u --uts --list-caps; and __unyoke_letter u' -s u -f -a '(__unyoke_namespaces uts)' -d 'enter a UTS namespace (host and domain name)'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -u --uts --list-caps' -l uts -f -a '(__unyoke_namespaces uts)' -d 'enter a UTS namespace (host and domain name)'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -i --ipc --list-caps; and __unyoke_letter i' -s i -f -a '(__unyoke_namespaces ipc)' -d 'enter an IPC namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -i --ipc --list-caps' -l ipc -f -a '(__unyoke_namespaces ipc)' -d 'enter an IPC namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -n --net --list-caps; and __unyoke_letter n' -s n -f -a '(__unyoke_namespaces net)' -d 'enter a network namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -n --net --list-caps' -l net -f -a '(__unyoke_namespaces net)' -d 'enter a network namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -N --net-socket --list-caps; and __unyoke_letter N' -s N -r -f -d 'enter the network namespace of a target\'s socket'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -N --net-socket --list-caps' -l net-socket -r -f -d 'enter the network namespace of a target\'s socket'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -p --pid --list-caps; and __unyoke_letter p' -s p -f -a '(__unyoke_namespaces pid)' -d 'enter a PID namespace, in a child'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -p --pid --list-caps' -l pid -f -a '(__unyoke_namespaces pid)' -d 'enter a PID namespace, in a child'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -U --user --list-caps; and __unyoke_letter U' -s U -f -a '(__unyoke_namespaces user)' -d 'enter a user namespace, as its root'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -U --user --list-caps' -l user -f -a '(__unyoke_namespaces user)' -d 'enter a user namespace, as its root'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -C --cgroup --list-caps; and __unyoke_letter C' -s C -f -a '(__unyoke_namespaces cgroup)' -d 'enter a cgroup namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -C --cgroup --list-caps' -l cgroup -f -a '(__unyoke_namespaces cgroup)' -d 'enter a cgroup namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -T --time --list-caps; and __unyoke_letter T' -s T -f -a '(__unyoke_namespaces time)' -d 'enter a time namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -T --time --list-caps' -l time -f -a '(__unyoke_namespaces time)' -d 'enter a time namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -S --setuid --list-caps; and __unyoke_letter S' -s S -r -f -a 'follow' -d 'become this user, or the target\'s with \'follow\''
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -S --setuid --list-caps' -l setuid -r -f -a 'follow' -d 'become this user, or the target\'s with \'follow\''
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -G --setgid --list-caps; and __unyoke_letter G' -s G -r -f -a 'follow' -d 'become this group, or the target\'s with \'follow\''
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -G --setgid --list-caps' -l setgid -r -f -a 'follow' -d 'become this group, or the target\'s with \'follow\''
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -r --root --list-caps; and __unyoke_letter r' -s r -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use the target\'s root directory, or <dir>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -r --root --list-caps' -l root -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'use the target\'s root directory, or <dir>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps; and __unyoke_letter w' -s w -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in the target\'s working directory, or <dir>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps' -l wd -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'start in the target\'s working directory, or <dir>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps; and __unyoke_letter W' -s W -f -d 'start in <dir> as it is called inside'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -w --wd -W --wdns --list-caps' -l wdns -f -d 'start in <dir> as it is called inside'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -e --env --list-caps; and __unyoke_letter e' -s e -d 'use the target\'s environment variables'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -e --env --list-caps' -l env -d 'use the target\'s environment variables'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps; and __unyoke_letter F' -s F -d 'do not run <program> in a child'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --new-session --json-status-fd --info-fd --block-fd --sync-fd --list-caps' -l no-fork -d 'do not run <program> in a child'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -c --join-cgroup --list-caps; and __unyoke_letter c' -s c -d 'move into the target\'s cgroup'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -c --join-cgroup --list-caps' -l join-cgroup -d 'move into the target\'s cgroup'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --preserve-credentials --auto-credentials --list-caps' -l preserve-credentials -d 'keep user, group and groups'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --keep-caps --list-caps' -l keep-caps -d 'keep capabilities held in the user namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --user-parent --list-caps' -l user-parent -d 'enter the parent of the user namespace'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -Z --follow-context --list-caps; and __unyoke_letter Z' -s Z -d 'run <program> in the target\'s SELinux context'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -Z --follow-context --list-caps' -l follow-context -d 'run <program> in the target\'s SELinux context'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l container -r -f -a '(__unyoke_named container)' -d 'enter a container, by its name or the beginning of its id'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l machine -r -f -a '(__unyoke_named machine)' -d 'enter a machine of systemd, LXC or Incus'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l unit -r -f -a '(__unyoke_named unit)' -d 'enter what a unit of the system runs in'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l user-unit -r -f -a '(__unyoke_named user-unit)' -d 'enter what a unit of a user runs in'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -t --target --container --machine --unit --user-unit --pidfile --list-caps' -l pidfile -r -F -d 'enter what the process runs in whose number is in <file>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l except -r -f -k -a '(__unyoke_list mnt uts ipc net pid cgroup user time)' -d 'leave these kinds of namespaces out of --all'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --preserve-credentials --auto-credentials --list-caps' -l auto-credentials -d 'become root of the user namespace, or an id that it has; keep groups that it does not drop'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --exec-outer --list-caps' -l exec-outer -d 'run the caller\'s <program>, which must be static, whatever is called so inside'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --for-children --list-caps' -l for-children -d 'enter PID and time namespaces that the target\'s children get'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --mount-proc --list-caps' -l mount-proc -f -a '(__fish_complete_directories (__unyoke_raw))' -d 'mount a new proc, at /proc or <dir>, that only <program> sees'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --mount-sys --list-caps' -l mount-sys -d 'mount a new sysfs at /sys in the same way'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --forward-signals --list-caps' -l forward-signals -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'pass these signals on to the child; SIGTERM and SIGINT if not given'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --kill-child --list-caps' -l kill-child -f -a '(__unyoke_signals HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS)' -d 'when this process dies, signal the child; SIGKILL if not given'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l clear-env -d 'start <program> with an empty environment'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --clear-env --whitelist-env --list-caps' -l whitelist-env -r -f -a '(__unyoke_list (set -xn))' -d 'keep only these variables, comma-separated'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --dry-run --list-caps' -l dry-run -d 'print what would be done, step by step, and exit'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --explain --list-caps' -l explain -d 'say how each step went, and why one failed'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --forward-signals-group --list-caps' -l forward-signals-group -d 'run <program> in a process group of its own, which gets the signals'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --new-session --list-caps' -l new-session -d 'run <program> in a session without the terminal, and pass all signals on'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --json-status-fd --list-caps' -l json-status-fd -r -f -d 'write a JSON object to <fd> when all is set up, when <program> runs, and how it ended'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --info-fd --list-caps' -l info-fd -r -f -d 'write the first of these objects to <fd> alone'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --block-fd --list-caps' -l block-fd -r -f -d 'wait for a byte on <fd> before <program> starts'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version -F --no-fork --sync-fd --list-caps' -l sync-fd -r -f -d 'keep <fd> open until all is over'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l cap-drop -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'drop capabilities from all five sets'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l cap-add -r -f -k -a '(__unyoke_list_beside "^cap_" (__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore) ALL)' -d 'keep capabilities, or undo a drop, for any user'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l bounding-set -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the bounding set: -<cap>,+<cap>,-all'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l inh-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the inheritable set'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l ambient-caps -r -f -k -a '(__unyoke_list_beside "^[+-](cap_)?" {+,-}(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore all))' -d 'change the ambient set'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l iab -r -f -d 'set these three sets by a text of libcap'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l securebits -r -f -k -a '(__unyoke_list {+,-}{noroot,noroot_locked,no_setuid_fixup,no_setuid_fixup_locked,keep_caps_locked})' -d 'change the securebits: +<bit>,-<bit>'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l no-new-privs -d 'let <program> gain no rights by what it starts'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --no-new-privs --nnp --list-caps' -l nnp -d 'the same'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l groups -r -f -a '(__unyoke_list (__unyoke_accounts groups | string split -f 1 \t))' -d 'set the supplementary groups'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l clear-groups -d 'drop all supplementary groups'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l keep-groups -d 'keep the supplementary groups'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --groups --clear-groups --keep-groups --init-groups --list-caps' -l init-groups -d 'set the groups of the user that <program> runs as'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-p -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is permitted'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-e -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is effective'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-i -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is inheritable'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-a -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is ambient'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l has-b -r -f -k -a '(__unyoke_capabilities cap_chown cap_dac_override cap_dac_read_search cap_fowner cap_fsetid cap_kill cap_setgid cap_setuid cap_setpcap cap_linux_immutable cap_net_bind_service cap_net_broadcast cap_net_admin cap_net_raw cap_ipc_lock cap_ipc_owner cap_sys_module cap_sys_rawio cap_sys_chroot cap_sys_ptrace cap_sys_pacct cap_sys_admin cap_sys_boot cap_sys_nice cap_sys_resource cap_sys_time cap_sys_tty_config cap_mknod cap_lease cap_audit_write cap_audit_control cap_setfcap cap_mac_override cap_mac_admin cap_syslog cap_wake_alarm cap_block_suspend cap_audit_read cap_perfmon cap_bpf cap_checkpoint_restore)' -d 'fail unless <cap> is in the bounding set'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --has-no-new-privs --list-caps' -l has-no-new-privs -d 'fail unless no_new_privs is set'
complete -c unyoke -n '__unyoke_inside_nsenter; and __unyoke_without -h --help -V --version --list-caps' -l list-caps -d 'name the capabilities of this kernel and exit'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_nsls
  __unyoke_scan 'nsls' 'false' 'poQt' \
    'T' 'task output filter type discover holders' \
    'json task help output output-all persistent filter notruncate version noheadings nowrap list raw type tree list-columns discover holders'
end
complete -c unyoke -n __unyoke_inside_nsls -f
complete -c unyoke -n '__unyoke_inside_nsls; and test $__unyoke_operands = 0; and not contains -- -p $__unyoke_seen; and not contains -- --task $__unyoke_seen; and not contains -- --holders $__unyoke_seen' -f -k -a '(__unyoke_numbers unyoke nsls)'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter J' -s J -d 'print JSON'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -J --json -h --help -V --version -r --raw' -l json -d 'print JSON'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter p; and test $__unyoke_operands = 0' -s p -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and test $__unyoke_operands = 0' -l task -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version' -l help -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -o --output -V --version --holders; and __unyoke_letter o' -s o -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -o --output -V --version --holders' -l output -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help --output-all -V --version --holders' -l output-all -d 'print every column'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter P' -s P -d 'only namespaces without a process'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders' -l persistent -d 'only namespaces without a process'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -Q --filter -V --version --holders; and __unyoke_letter Q' -s Q -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -Q --filter -V --version --holders' -l filter -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -u --notruncate -V --version; and __unyoke_letter u' -s u -d 'never cut a command'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -u --notruncate -V --version' -l notruncate -d 'never cut a command'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version' -l version -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -n --noheadings; and __unyoke_letter n' -s n -d 'no line of headings'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -n --noheadings' -l noheadings -d 'no line of headings'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -W --nowrap -r --raw; and __unyoke_letter W' -s W -d 'all mount points in one line'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -W --nowrap -r --raw' -l nowrap -d 'all mount points in one line'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -l --list; and __unyoke_letter l' -s l -d 'a list instead of a tree'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -l --list' -l list -d 'a list instead of a tree'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter r' -s r -d 'blank-separated fields, for programs'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -J --json -h --help -V --version -r --raw' -l raw -d 'blank-separated fields, for programs'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version --holders; and __unyoke_letter t' -s t -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version --holders' -l type -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -T --tree --holders; and __unyoke_letter T' -s T -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -T --tree --holders' -l tree -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -H --list-columns; and __unyoke_letter H' -s H -d 'describe the columns'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version -H --list-columns' -l list-columns -d 'describe the columns'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -h --help -V --version --discover --holders' -l discover -r -f -k -a '(__unyoke_list proc fd socket mount task children mount-all ancestor all)' -d 'where to look: proc,fd,socket,mount (usual), task, children,mount-all,ancestor, all; + adds'
complete -c unyoke -n '__unyoke_inside_nsls; and __unyoke_without -p --task -h --help -o --output --output-all -P --persistent -Q --filter -V --version -t --type -T --tree --discover --holders; and test $__unyoke_operands = 0' -l holders -r -f -k -a '(__unyoke_numbers nsls)' -d 'all that keeps a namespace alive: <number>, <kind>:[<number>] or :<nsid>'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_lsns
  __unyoke_scan 'lsns' 'false' 'poQt' \
    'T' 'task output filter type discover holders' \
    'json task help output output-all persistent filter notruncate version noheadings nowrap list raw type tree list-columns discover holders'
end
complete -c unyoke -n __unyoke_inside_lsns -f
complete -c unyoke -n '__unyoke_inside_lsns; and test $__unyoke_operands = 0; and not contains -- -p $__unyoke_seen; and not contains -- --task $__unyoke_seen; and not contains -- --holders $__unyoke_seen' -f -k -a '(__unyoke_numbers unyoke lsns)'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter J' -s J -d 'print JSON'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw' -l json -d 'print JSON'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter p; and test $__unyoke_operands = 0' -s p -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and test $__unyoke_operands = 0' -l task -r -f -k -a '(__unyoke_processes)' -d 'only namespaces that this process is in'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version' -l help -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -o --output -V --version --holders; and __unyoke_letter o' -s o -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -o --output -V --version --holders' -l output -r -f -k -a '(__unyoke_list "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'columns to print; a leading + adds to the usual ones'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help --output-all -V --version --holders' -l output-all -d 'print every column'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders; and __unyoke_letter P' -s P -d 'only namespaces without a process'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -p --task -h --help -P --persistent -V --version --holders' -l persistent -d 'only namespaces without a process'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -Q --filter -V --version --holders; and __unyoke_letter Q' -s Q -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -Q --filter -V --version --holders' -l filter -r -f -k -a '(__unyoke_filter "NS:inode number that identifies the namespace" "TYPE:namespace type name" "PATH:link of the namespace under /proc" "NPROCS:how many processes are members" "PID:smallest member PID" "PPID:parent of that process" "COMMAND:its command line" "UID:its numeric user" "USER:its user name" "NETNSID:network id of a net namespace" "NSFS:where the namespace is mounted" "PNS:number of the parent namespace" "ONS:number of the owning user namespace" "HELDBY:what keeps the namespace alive" "NSID:id that no other namespace ever gets" "ACCESS:whether you may enter it: yes, user, no" "CGROUP:control group of that process" "UNIT:systemd unit of that process" "CONTAINER:container of that process")' -d 'only rows for which the expression is true'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -u --notruncate -V --version; and __unyoke_letter u' -s u -d 'never cut a command'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -u --notruncate -V --version' -l notruncate -d 'never cut a command'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version; and __unyoke_letter V' -s V -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version' -l version -d 'show the version and exit'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -n --noheadings; and __unyoke_letter n' -s n -d 'no line of headings'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -n --noheadings' -l noheadings -d 'no line of headings'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -W --nowrap -r --raw; and __unyoke_letter W' -s W -d 'all mount points in one line'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -W --nowrap -r --raw' -l nowrap -d 'all mount points in one line'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -l --list; and __unyoke_letter l' -s l -d 'a list instead of a tree'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -l --list' -l list -d 'a list instead of a tree'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw; and __unyoke_letter r' -s r -d 'blank-separated fields, for programs'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -J --json -h --help -V --version -r --raw' -l raw -d 'blank-separated fields, for programs'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version --holders; and __unyoke_letter t' -s t -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version --holders' -l type -r -f -a 'mnt net ipc user pid uts cgroup time' -d 'only this kind: mnt net ipc user pid uts cgroup time'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -T --tree --holders; and __unyoke_letter T' -s T -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -T --tree --holders' -l tree -f -a 'owner parent process' -d 'draw a tree: owner (default), parent or process'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -H --list-columns; and __unyoke_letter H' -s H -d 'describe the columns'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version -H --list-columns' -l list-columns -d 'describe the columns'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -h --help -V --version --discover --holders' -l discover -r -f -k -a '(__unyoke_list proc fd socket mount task children mount-all ancestor all)' -d 'where to look: proc,fd,socket,mount (usual), task, children,mount-all,ancestor, all; + adds'
complete -c unyoke -n '__unyoke_inside_lsns; and __unyoke_without -p --task -h --help -o --output --output-all -P --persistent -Q --filter -V --version -t --type -T --tree --discover --holders; and test $__unyoke_operands = 0' -l holders -r -f -k -a '(__unyoke_numbers nsls)' -d 'all that keeps a namespace alive: <number>, <kind>:[<number>] or :<nsid>'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_privs
  __unyoke_scan 'privs' 'false' '' \
    '' '' \
    'json help'
end
complete -c unyoke -n __unyoke_inside_privs -f
complete -c unyoke -n '__unyoke_inside_privs; and test $__unyoke_operands = 0' -f -k -a '(__unyoke_processes)'
complete -c unyoke -n '__unyoke_inside_privs; and __unyoke_without --json -h --help' -l json -d 'print one JSON object'
complete -c unyoke -n '__unyoke_inside_privs; and __unyoke_without -h --help; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_privs; and __unyoke_without -h --help' -l help -d 'show this text and exit'

# Looks at the words before the cursor: fails where another program than this one is meant.
function __unyoke_inside_check
  __unyoke_scan 'check' 'false' '' \
    '' '' \
    'json help'
end
complete -c unyoke -n __unyoke_inside_check -f
complete -c unyoke -n '__unyoke_inside_check' -f -a 'mnt net ipc user pid uts cgroup time'
complete -c unyoke -n '__unyoke_inside_check; and __unyoke_without --json -h --help' -l json -d 'print one JSON object'
complete -c unyoke -n '__unyoke_inside_check; and __unyoke_without -h --help; and __unyoke_letter h' -s h -d 'show this text and exit'
complete -c unyoke -n '__unyoke_inside_check; and __unyoke_without -h --help' -l help -d 'show this text and exit'
