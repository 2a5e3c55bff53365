### privbad-drop-unknown
user: tester
ours-only: yes
$ unshare --cap-drop nosuch echo ran
2 unshare: --cap-drop: unknown capability: 'nosuch'
? 1

### privbad-drop-unknown-in-a-list
user: tester
ours-only: yes
$ unshare --cap-drop chown,cap_nosuch,kill echo ran
2 unshare: --cap-drop: unknown capability: 'cap_nosuch'
? 1

### privbad-drop-empty
user: tester
ours-only: yes
$ unshare --cap-drop '' echo ran
2 unshare: --cap-drop: an item is empty: ''
? 1

### privbad-drop-empty-item
user: tester
ours-only: yes
$ unshare --cap-drop chown,,kill echo ran
2 unshare: --cap-drop: an item is empty: 'chown,,kill'
? 1

### privbad-drop-empty-at-the-end
user: tester
ours-only: yes
$ unshare --cap-drop chown, echo ran
2 unshare: --cap-drop: an item is empty: 'chown,'
? 1

### privbad-drop-blank
user: tester
ours-only: yes
$ unshare --cap-drop 'chown kill' echo ran
2 unshare: --cap-drop: unknown capability: 'chown kill'
? 1

### privbad-drop-signed
user: tester
ours-only: yes
$ unshare --cap-drop -chown echo ran
2 unshare: --cap-drop: unknown capability: '-chown'
? 1

### privbad-drop-prefix-only
user: tester
ours-only: yes
$ unshare --cap-drop cap_ echo ran
2 unshare: --cap-drop: unknown capability: 'cap_'
? 1

### privbad-drop-trailing
user: tester
ours-only: yes
$ unshare --cap-drop 13x echo ran
2 unshare: --cap-drop: unknown capability: '13x'
? 1

### privbad-drop-beyond-the-kernel
user: tester
ours-only: yes
$ unshare --cap-drop 63 echo ran
2 unshare: --cap-drop: the running kernel has no capability '63'
? 1

### privbad-drop-beyond-a-set
user: tester
ours-only: yes
$ unshare --cap-drop cap_64 echo ran
2 unshare: --cap-drop: the running kernel has no capability 'cap_64'
? 1

### privbad-drop-huge
user: tester
ours-only: yes
$ unshare --cap-drop 99999999999999999999 echo ran
2 unshare: --cap-drop: the running kernel has no capability '99999999999999999999'
? 1

### privbad-add-unknown
user: tester
ours-only: yes
$ unshare --cap-add nosuch echo ran
2 unshare: --cap-add: unknown capability: 'nosuch'
? 1

### privbad-add-empty-item
user: tester
ours-only: yes
$ unshare --cap-add ,chown echo ran
2 unshare: --cap-add: an item is empty: ',chown'
? 1

### privbad-add-beyond-the-kernel
user: tester
ours-only: yes
$ unshare --cap-add ALL,63 echo ran
2 unshare: --cap-add: the running kernel has no capability '63'
? 1

### privbad-bounding-unsigned
user: tester
ours-only: yes
$ unshare --bounding-set chown echo ran
2 unshare: --bounding-set: an item must begin with + or -: 'chown'
? 1

### privbad-bounding-unknown
user: tester
ours-only: yes
$ unshare --bounding-set +nosuch echo ran
2 unshare: --bounding-set: unknown capability: 'nosuch'
? 1

### privbad-bounding-all-unsigned
user: tester
ours-only: yes
$ unshare --bounding-set all echo ran
2 unshare: --bounding-set: an item must begin with + or -: 'all'
? 1

### privbad-bounding-empty
user: tester
ours-only: yes
$ unshare --bounding-set '' echo ran
2 unshare: --bounding-set: an item is empty: ''
? 1

### privbad-bounding-sign-only
user: tester
ours-only: yes
$ unshare --bounding-set +chown,- echo ran
2 unshare: --bounding-set: an item is empty: '+chown,-'
? 1

### privbad-inh-unsigned
user: tester
ours-only: yes
$ unshare --inh-caps +chown,kill echo ran
2 unshare: --inh-caps: an item must begin with + or -: 'kill'
? 1

### privbad-inh-unknown
user: tester
ours-only: yes
$ unshare --inh-caps -nosuch echo ran
2 unshare: --inh-caps: unknown capability: 'nosuch'
? 1

### privbad-inh-beyond-the-kernel
user: tester
ours-only: yes
$ unshare --inh-caps +50 echo ran
2 unshare: --inh-caps: the running kernel has no capability '50'
? 1

### privbad-ambient-unsigned
user: tester
ours-only: yes
$ unshare --ambient-caps chown echo ran
2 unshare: --ambient-caps: an item must begin with + or -: 'chown'
? 1

### privbad-ambient-empty-item
user: tester
ours-only: yes
$ unshare --ambient-caps +chown,,+kill echo ran
2 unshare: --ambient-caps: an item is empty: '+chown,,+kill'
? 1

### privbad-ambient-unknown
user: tester
ours-only: yes
$ unshare --ambient-caps ++chown echo ran
2 unshare: --ambient-caps: unknown capability: '+chown'
? 1

### privbad-iab-no-prefix
user: tester
ours-only: yes
$ unshare --iab ^chown echo ran
2 unshare: --iab: not a text of libcap: '^chown'
? 1

### privbad-iab-unknown
user: tester
ours-only: yes
$ unshare --iab cap_nosuch echo ran
2 unshare: --iab: not a text of libcap: 'cap_nosuch'
? 1

### privbad-iab-beyond-the-kernel
user: tester
ours-only: yes
$ unshare --iab '!63' echo ran
2 unshare: --iab: the running kernel has no capability '63'
? 1

### privbad-securebits-unknown
user: tester
ours-only: yes
$ unshare --securebits +nosuch echo ran
2 unshare: --securebits: unknown securebit: 'nosuch'
? 1

### privbad-securebits-unsigned
user: tester
ours-only: yes
$ unshare --securebits noroot echo ran
2 unshare: --securebits: an item must begin with + or -: 'noroot'
? 1

### privbad-securebits-empty
user: tester
ours-only: yes
$ unshare --securebits '' echo ran
2 unshare: --securebits: an item is empty: ''
? 1

### privbad-securebits-all
user: tester
ours-only: yes
$ unshare --securebits +all echo ran
2 unshare: --securebits: unknown securebit: 'all'
? 1

### privbad-securebits-keep-caps
user: tester
ours-only: yes
$ unshare --securebits +keep_caps echo ran
2 unshare: --securebits: keep_caps cannot be set: it ends where the program starts
? 1

### privbad-groups-unknown
user: tester
ours-only: yes
$ unshare --groups root,nosuchgroup echo ran
2 unshare: --groups: unknown group: 'nosuchgroup'
? 1

### privbad-groups-empty-item
user: tester
ours-only: yes
$ unshare --groups 5,,6 echo ran
2 unshare: --groups: an item is empty: '5,,6'
? 1

### privbad-groups-negative
user: tester
ours-only: yes
$ unshare --groups=-1 echo ran
2 unshare: --groups: unknown group: '-1'
? 1

### privbad-groups-none
user: tester
ours-only: yes
$ unshare --groups 4294967295 echo ran
2 unshare: --groups: unknown group: '4294967295'
? 1

### privbad-groups-too-large
user: tester
ours-only: yes
$ unshare --groups 4294967296 echo ran
2 unshare: --groups: unknown group: '4294967296'
? 1

### privbad-has-p-unknown
user: tester
ours-only: yes
$ unshare --has-p=nosuch echo ran
2 unshare: --has-p: unknown capability: 'nosuch'
? 1

### privbad-has-e-unknown
user: tester
ours-only: yes
$ unshare --has-e=nosuch echo ran
2 unshare: --has-e: unknown capability: 'nosuch'
? 1

### privbad-has-i-unknown
user: tester
ours-only: yes
$ unshare --has-i=nosuch echo ran
2 unshare: --has-i: unknown capability: 'nosuch'
? 1

### privbad-has-a-unknown
user: tester
ours-only: yes
$ unshare --has-a=nosuch echo ran
2 unshare: --has-a: unknown capability: 'nosuch'
? 1

### privbad-has-b-unknown
user: tester
ours-only: yes
$ unshare --has-b=nosuch echo ran
2 unshare: --has-b: unknown capability: 'nosuch'
? 1

### privbad-has-list
user: tester
ours-only: yes
$ unshare --has-p=chown,kill echo ran
2 unshare: --has-p: unknown capability: 'chown,kill'
? 1

### privbad-has-all
user: tester
ours-only: yes
$ unshare --has-p=ALL echo ran
2 unshare: --has-p: unknown capability: 'ALL'
? 1

### privbad-has-beyond-the-kernel
user: tester
ours-only: yes
note: of Linux 5.9 and later; a newer kernel may have one more
$ unshare --has-b=41 echo ran
2 unshare: --has-b: the running kernel has no capability '41'
? 1

### privbad-first-from-the-left
user: tester
ours-only: yes
$ unshare -S x --cap-drop nosuch echo ran
2 unshare: failed to parse uid: 'x'
? 1

### privbad-missing-value
user: tester
ours-only: yes
$ for o in cap-drop cap-add bounding-set inh-caps ambient-caps iab securebits groups has-p has-e has-i has-a has-b; do unshare --$o 2>&1 | head -n 1; done
1 unshare: option '--cap-drop' requires an argument
1 unshare: option '--cap-add' requires an argument
1 unshare: option '--bounding-set' requires an argument
1 unshare: option '--inh-caps' requires an argument
1 unshare: option '--ambient-caps' requires an argument
1 unshare: option '--iab' requires an argument
1 unshare: option '--securebits' requires an argument
1 unshare: option '--groups' requires an argument
1 unshare: option '--has-p' requires an argument
1 unshare: option '--has-e' requires an argument
1 unshare: option '--has-i' requires an argument
1 unshare: option '--has-a' requires an argument
1 unshare: option '--has-b' requires an argument
? 0

### privbad-unwanted-value
user: tester
ours-only: yes
$ for o in no-new-privs nnp clear-groups keep-groups init-groups has-no-new-privs list-caps; do unshare --$o=x 2>&1 | head -n 1; done
1 unshare: option '--no-new-privs' doesn't allow an argument
1 unshare: option '--nnp' doesn't allow an argument
1 unshare: option '--clear-groups' doesn't allow an argument
1 unshare: option '--keep-groups' doesn't allow an argument
1 unshare: option '--init-groups' doesn't allow an argument
1 unshare: option '--has-no-new-privs' doesn't allow an argument
1 unshare: option '--list-caps' doesn't allow an argument
? 0

### privbad-nothing-happens
user: root
ours-only: yes
tools: findmnt
$ touch f; unshare --uts=$T/f --cap-drop nosuch touch made; ls; findmnt $T/f
1 f
2 unshare: --cap-drop: unknown capability: 'nosuch'
? 1
