### argv0-err
user: tester
tools: bash
$ bash -c "exec -a /x/y/frob unshare -S z"
2 frob: failed to parse uid: 'z'
? 1

### argv0-version
user: tester
tools: bash
old-2.38.1: differs
$ bash -c "exec -a /x/y/frob unshare -V"
1 frob from util-linux 2.42.4
? 0

### argv0-usage
user: tester
tools: bash
$ bash -c "exec -a /x/y/frob unshare -h" | sed -n 3p
1  frob [options] [<program> [<argument>...]]
? 0

### argv0-empty
user: tester
tools: bash
$ bash -c 'exec -a "" unshare -S z'
2 : failed to parse uid: 'z'
? 1

### argv0-login-dash
user: tester
tools: bash
$ bash -c 'exec -a -unshare unshare --nonsense'
2 -unshare: unrecognized option '--nonsense'
2 Try '-unshare --help' for more information.
? 1
