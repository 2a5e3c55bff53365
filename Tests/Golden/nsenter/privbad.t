### privbad-drop-unknown
user: tester
ours-only: yes
$ nsenter --cap-drop nosuch true
2 nsenter: --cap-drop: unknown capability: 'nosuch'
? 1

### privbad-drop-before-the-target
user: tester
ours-only: yes
$ nsenter --cap-drop nosuch -t x true
2 nsenter: --cap-drop: unknown capability: 'nosuch'
? 1

### privbad-drop-after-the-target
user: tester
ours-only: yes
$ nsenter -t x --cap-drop nosuch true
2 nsenter: invalid PID argument
? 1

### privbad-add-empty-item
user: tester
ours-only: yes
$ nsenter --cap-add kill, true
2 nsenter: --cap-add: an item is empty: 'kill,'
? 1

### privbad-bounding-unsigned
user: tester
ours-only: yes
$ nsenter --bounding-set all true
2 nsenter: --bounding-set: an item must begin with + or -: 'all'
? 1

### privbad-inh-unknown
user: tester
ours-only: yes
$ nsenter --inh-caps +nosuch true
2 nsenter: --inh-caps: unknown capability: 'nosuch'
? 1

### privbad-ambient-sign-only
user: tester
ours-only: yes
$ nsenter --ambient-caps + true
2 nsenter: --ambient-caps: an item is empty: '+'
? 1

### privbad-iab
user: tester
ours-only: yes
$ nsenter --iab kill true
2 nsenter: --iab: not a text of libcap: 'kill'
? 1

### privbad-securebits-unknown
user: tester
ours-only: yes
$ nsenter --securebits +noroot,-nosuch true
2 nsenter: --securebits: unknown securebit: 'nosuch'
? 1

### privbad-groups-unknown
user: tester
ours-only: yes
$ nsenter --groups nosuchgroup true
2 nsenter: --groups: unknown group: 'nosuchgroup'
? 1

### privbad-beyond-the-kernel
user: tester
ours-only: yes
$ nsenter --cap-drop 63 true
2 nsenter: --cap-drop: the running kernel has no capability '63'
? 1

### privbad-has-p-unknown
user: tester
ours-only: yes
$ nsenter --has-p nosuch true
2 nsenter: --has-p: unknown capability: 'nosuch'
? 1

### privbad-has-e-unknown
user: tester
ours-only: yes
$ nsenter --has-e nosuch true
2 nsenter: --has-e: unknown capability: 'nosuch'
? 1

### privbad-has-i-unknown
user: tester
ours-only: yes
$ nsenter --has-i nosuch true
2 nsenter: --has-i: unknown capability: 'nosuch'
? 1

### privbad-has-a-unknown
user: tester
ours-only: yes
$ nsenter --has-a nosuch true
2 nsenter: --has-a: unknown capability: 'nosuch'
? 1

### privbad-has-b-unknown
user: tester
ours-only: yes
$ nsenter --has-b nosuch true
2 nsenter: --has-b: unknown capability: 'nosuch'
? 1

### privbad-nothing-is-opened
user: tester
ours-only: yes
$ nsenter --cap-drop nosuch -n/nowhere true; nsenter -n/nowhere --cap-drop nosuch true
2 nsenter: --cap-drop: unknown capability: 'nosuch'
2 nsenter: cannot open /nowhere: No such file or directory
? 1
