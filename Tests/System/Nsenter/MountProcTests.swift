import Harness
import Testing

/// `--mount-proc` and `--mount-sys`: a right /proc and /sys, for the program alone.
@Suite(.enabled(if: canSandbox, needsRoot), .serialized) struct MountProcTests {
  /// W is the first process of a PID namespace of root's, B that of a container of user 1001, N a process with a
  /// network namespace of its own. Each says over `up` that it is there, which is read with `<>`: a writer who is still
  /// closing his end would be the end of file of the next.
  private static let targets = """
    chmod 755 .; mkfifo up; chmod 666 up
    user='setpriv --reuid 1001 --regid 1001 --clear-groups'
    first() { n=; until [ -n "$n" ] || ! kill -0 $1; do n=$(cat /proc/$1/task/$1/children); done; echo ${n%% *}; }
    box='echo >up; exec sleep 300'
    unshare -mpf --kill-child --mount-proc sh -c "$box" >&- 2>&- & w=$!; read x <>up; W=$(first $w)
    $user unshare -Urmpnf --kill-child --mount-proc sh -c "$box" >&- 2>&- & b=$!; read x <>up; B=$(first $b)
    unshare -n sh -c "$box" >&- 2>&- & N=$!; read x <>up
    trap 'kill -9 $w $W $b $B $N 2>/dev/null; wait 2>/dev/null' EXIT
    same='read p _ </proc/self/stat; [ $p = $$ ] && echo same'
    state() { cat /proc/self/mountinfo /proc/$W/mountinfo /proc/$B/mountinfo | md5sum; }

    """

  /// What an engine does to a container, in a mount namespace.
  private static let hide =
    "mount --bind /proc/sys /proc/sys; mount -o remount,bind,ro /proc/sys; mount --bind /sys /sys; mount -o remount,bind,ro /sys"
  /// A root directory for programs in the working directory, with an empty /proc.
  private static let root =
    "mount -t tmpfs t .; cd .; cd $PWD; mkdir proc sys; for d in bin lib lib64 usr; do mkdir $d; mount --rbind /$d $d 2>/dev/null; done"

  static let recipes: [Recipe] = [
    Recipe(
      "a target, or a caller, who would get the mount too",
      #"a=$(state); nsenter -t $W -p --mount-proc sh -c "$same"; nsenter -t $W -m -p --mount-proc --mount-sys sh -c "$same"; "#
        + #"nsenter -t $W -p -n --mount-sys true; [ "$a" = "$(state)" ] && echo unchanged"#,
      gives: "same same unchanged"),
    Recipe(
      "mounts that spread to the target",
      #"nsenter -t $W -m mount --make-rshared /; a=$(state); nsenter -t $W -a --mount-proc=/mnt --mount-sys ls -d /mnt/1; "#
        + #"nsenter -t $W -a -r --mount-proc ls -d /proc/1; [ "$a" = "$(state)" ] && echo unchanged"#,
      gives: "/mnt/1 /proc/1 unchanged"),
    Recipe(
      "a plain user, whose container it is",
      #"$user nsenter -t $B -U -p --preserve-credentials --mount-proc sh -c "$same""#, gives: "same"
    ),
    Recipe(
      "the same, who takes the ids that are there",
      #"$user nsenter -t $B -a --auto-credentials --mount-proc --mount-sys sh -c "$same; id -u"; "#
        + #"$user nsenter -t $B -a --auto-credentials --mount-proc sh -c '[ $(ls -d /proc/[0-9]* | wc -l) -le 5 ] && echo few'"#,
      gives: "same 0 few"),
    Recipe(
      "a program that does not fork, outside of the PID namespace",
      #"nsenter -t $W -p -F --mount-proc sh -c "$same""#, gives: "same"),
    Recipe(
      "a target whose /proc is a link to /etc",
      "nsenter -t $W -m sh -c 'mount -t tmpfs t /mnt; mkdir /mnt/etc; ln -s etc /mnt/proc; mkdir -p /mnt/a/proc'; "
        + "for d in /mnt/proc /mnt/proc/. /mnt/proc/../a/proc; do UNYOKE_HINTS=never nsenter -t $W -m -p --mount-proc=$d true; done; "
        + "nsenter -t $W -m -p --mount-proc=/mnt/a/proc true; echo $?",
      gives: "nsenter: mount /mnt/proc failed: Too many levels of symbolic links"
        + " nsenter: mount /mnt/proc/. failed: Too many levels of symbolic links"
        + " nsenter: mount /mnt/proc/../a/proc failed: Too many levels of symbolic links 0"),
    Recipe(
      "a target that swaps a link for the directory all the time",
      "up=$PWD/up nsenter -t $W -m sh -c 'mount -t tmpfs t /mnt; mkdir /mnt/d /mnt/etc; touch /mnt/etc/passwd; ln -s etc /mnt/l; echo >$up; "
        + "while :; do mv -T /mnt/d /mnt/x; mv -T /mnt/l /mnt/d; mv -T /mnt/d /mnt/l; mv -T /mnt/x /mnt/d; done 2>/dev/null' & s=$!; read x <>up; "
        + "for i in $(seq 40); do nsenter -t $W -m -p --mount-proc=/mnt/d sh -c '[ -e /mnt/etc/passwd ] || echo covered' 2>/dev/null; done; "
        + "kill -9 $s; wait $s 2>/dev/null; nsenter -t $W -m test -e /mnt/etc/passwd; echo $?",
      gives: "0"),
    Recipe(
      "whoever wants to see what the engine hides, and to write where it may not",
      "nsenter -t $W -m sh -c 'mount --bind /dev/null /proc/version; mount -t tmpfs -o ro t /proc/scsi 2>/dev/null || mount -t tmpfs -o ro t /proc/fs; "
        + "mount --bind /proc/sys /proc/sys; mount -o remount,bind,ro /proc/sys; mount -o bind,ro,remount /proc/sys'; "
        + "nsenter -t $W -m -p --mount-proc sh -c 'stat -c %F /proc/version; ls /proc/1 >/dev/null && echo right; "
        + "echo x 2>/dev/null >/proc/sys/kernel/domainname || echo read-only'",
      gives: "character special file right read-only"),
    Recipe(
      "a /proc that is read-only",
      "nsenter -t $W -m mount -o remount,bind,ro /proc; "
        + "nsenter -t $W -m -p --mount-proc sh -c 'echo 0 2>/dev/null >/proc/self/oom_score_adj || echo read-only'",
      gives: "read-only"),
    Recipe(
      "whoever wants to see the processes, and the files, that a /proc does not show",
      "o() { nsenter -t $W -m -p --mount-proc sh -c \"grep ' /proc ' /proc/self/mountinfo || cat /proc/mounts\" | grep -o '[^ ]*hidepid.*' | tail -n 1; }; "
        + "nsenter -t $W -m -p mount -t proc -o hidepid=invisible,gid=5 p /proc; o; "
        + "nsenter -t $W -m -p --mount-proc setpriv --reuid 1001 --regid 1001 --clear-groups ls -d /proc/1 2>/dev/null; echo $?; "
        + "nsenter -t $W -m -p mount -t proc -o hidepid=ptraceable,subset=pid p /proc; o; "
        + "nsenter -t $W -m -p --mount-proc ls -d /proc/uptime 2>/dev/null; echo $?",
      gives: "rw,gid=5,hidepid=invisible 2 rw,hidepid=ptraceable,subset=pid 2"),
    Recipe(
      "a group that is allowed to see all, and is another one in the user namespace",
      "nsenter -t $B -m -p mount -t proc -o hidepid=2,gid=5 p /proc; UNYOKE_HINTS=never nsenter -t $B -a --mount-proc echo started; echo $?; "
        + "nsenter -t $B -m -p mount -t proc -o hidepid=2 p /proc; nsenter -t $B -a --mount-proc sh -c \"grep -o 'rw,hidepid=.*' /proc/self/mountinfo | tail -n 1\"",
      gives: "nsenter: mount /proc failed: Operation not supported 1 rw,hidepid=invisible"),
    Recipe(
      "a /proc that says something else of mounts",
      "nsenter -t $W -m sh -c 'mount --bind /dev/null /proc/version; mount -t tmpfs t /mnt; mkdir -p /mnt/self; : >/mnt/self/mountinfo; mount --bind /mnt/self/mountinfo /proc/1/mountinfo'; "
        + "nsenter -t $W -m -p --mount-proc stat -c %F /proc/version",
      gives: "character special file"),
    Recipe(
      "a target in a root directory of its own, for which it takes CAP_SYS_CHROOT, where nothing is hidden",
      "nsenter -t $W -m sh -c '\(hide); cd /mnt; \(root)'; "
        + "nsenter -t $W -m chroot /mnt sleep 300 >&- 2>&- & X=$!; until grep -q sleep /proc/$X/comm; do :; done; "
        + "UNYOKE_HINTS=never nsenter -t $X -m -p -r --mount-proc --cap-drop ALL echo started; "
        + "nsenter -t $X -m -p -r --mount-sys sh -c '[ -w /sys/kernel ] || echo read-only' 2>/dev/null; "
        + "nsenter -t $W -m -p --mount-proc sh -c '[ -w /proc/sys/kernel/domainname ] || echo read-only'; "
        + "kill -9 $X; wait $X 2>/dev/null",
      gives: "nsenter: mount /proc failed: Operation not supported read-only read-only"),
    Recipe(
      "a target that covers its /proc, a caller who takes another place, and a container that never had one",
      "nsenter -t $W -m sh -c '\(hide)'; c() { nsenter -t $1 -m -p --mount-proc=$2 echo started; }; export UNYOKE_HINTS=never; "
        + "up=$PWD/up nsenter -t $W -m unshare -m sh -c 'mount -t tmpfs t /proc; echo >$up; exec sleep 300' >&- 2>&- & X=$!; read x <>up; "
        + "up=$PWD/up unshare -m sh -c 'while umount -l /proc; do :; done; echo >$up; exec sleep 300' >&- 2>&- & Y=$!; read x <>up; "
        + "c $X /proc; c $W /mnt; c $Y /proc; kill -9 $X $Y; wait $X $Y 2>/dev/null",
      gives:
        "nsenter: mount /proc failed: Operation not supported nsenter: mount /mnt failed: Operation not supported"
        + " nsenter: mount /proc failed: Operation not supported"),
    Recipe(
      "a user whom a /proc does not show the processes of others, and who has another /proc in his namespaces",
      "nsenter -t $W -m -p mount -t proc -o hidepid=2 p /proc; export UNYOKE_HINTS=never; "
        + "up=$PWD/up nsenter -t $W -m -p $user unshare -Urm unshare -pf sh -c 'mount -t proc p /proc; echo >$up; exec sleep 300' >&- 2>&- & "
        + "read x <>up; X=$(first $!); for d in /proc /mnt; do nsenter -t $X -m -p --mount-proc=$d echo started; done; kill -9 $X; wait $! 2>/dev/null",
      gives:
        "nsenter: mount /proc failed: Operation not supported nsenter: mount /mnt failed: Operation not supported"
    ),
    Recipe(
      "the same user, who mounts the link of the outer /proc on that of the inner one",
      #"""
      cat >a.pl <<'END'
      my $self = "/proc/self"; my $link = syscall(428, -100, $self, 0x101); die "open_tree: $!" if $link < 0;
      exec "unshare", "-pf", "perl", "b.pl", $link;
      END
      cat >b.pl <<'END'
      system("mount -t proc p /proc") == 0 or die;
      my ($none, $self) = ("", "/proc/self"); syscall(429, $ARGV[0] + 0, $none, -100, $self, 4) == 0 or die "move_mount: $!";
      system("echo >up"); sleep 300;
      END
      nsenter -t $W -m -p mount -t proc -o hidepid=2 p /proc
      nsenter -t $W -m -p -w. $user unshare -Urm perl a.pl >&- 2>&- & n=$!; read x <>up; X=$(first $n)
      UNYOKE_HINTS=never nsenter -t $X -m -p --mount-proc echo started; kill -9 $X; wait $n 2>/dev/null
      """#, gives: "nsenter: mount /proc failed: Operation not supported"),
    Recipe(
      "a caller in a root directory of his own, and a target outside of it: a mount that would get out",
      "mount --make-rprivate /; mount -t tmpfs t /mnt; mkdir /mnt/jail /mnt/place; mount --rbind / /mnt/jail; mount --make-rshared /; "
        + "sleep 300 & X=$!; UNYOKE_HINTS=never chroot /mnt/jail nsenter -t $X -u -r --mount-proc=/mnt/place echo started; "
        + "grep -c ' /mnt/place ' /proc/self/mountinfo; kill -9 $X; wait $X 2>/dev/null",
      gives: "nsenter: mount /mnt/place failed: Invalid argument 0"),
    Recipe(
      "a container in whose /proc the processes of outside are not, and so not hidden: another place, where they would be",
      "up=$PWD/up unshare -mpf sh -c 'mount -t proc p /mnt; while umount -l /proc; do :; done; mount --move /mnt /proc; echo >$up; exec sleep 300' >&- 2>&- & "
        + "y=$!; read x <>up; Y=$(first $y); export UNYOKE_HINTS=never; "
        + "for o in -m '-m -p -F' '-m -p'; do nsenter -t $Y $o --mount-proc=/mnt echo started; done; kill -9 $Y; wait $y 2>/dev/null",
      gives:
        "nsenter: mount /mnt failed: Operation not supported nsenter: mount /mnt failed: Operation not supported started"
    ),
    Recipe(
      "a cover that another one covers",
      "nsenter -t $W -m sh -c 'mount --bind /dev/null /proc/tty/drivers; mount -t tmpfs t /proc/tty'; "
        + "nsenter -t $W -m -p --mount-proc sh -c 'ls /proc/tty; echo started'",
      gives: "started"),
    Recipe(
      "a working directory to which there is no way back, as root's on a file server",
      "mkdir -m 777 d; cd d; chmod 0 .; $user nsenter -t $B -U -p --preserve-credentials --mount-proc echo started",
      gives: "started"),
    Recipe(
      "nobody: in another place, where what is mounted hides nothing",
      "nsenter -t $W -m sh -c 'mount -t tmpfs t /proc/sys/fs/binfmt_misc'; nsenter -t $W -m -p --mount-proc=/mnt ls -d /mnt/1",
      gives: "/mnt/1"),
    Recipe(
      "no such directory",
      "UNYOKE_HINTS=never nsenter -t $W -a --mount-proc=/nosuch echo started; echo $?",
      gives: "nsenter: mount /nosuch failed: No such file or directory 1"),
    Recipe(
      "the interfaces of the network namespace, and the control groups of outside",
      // Not what is in them: others make groups and remove them.
      "g=$(awk '$5 ~ \"^/sys/fs/cgroup\" { print $5 }' /proc/self/mountinfo); "
        + "nsenter -t $N -n --mount-sys stat -c '%n %d %i' $g >in; nsenter -t $N -n --mount-sys ls /sys/class/net | grep -vx bonding_masters; "
        + "[ -n \"$g\" ] && stat -c '%n %d %i' $g | cmp - in && echo kept",
      gives: "lo kept"),
    Recipe(
      "a plain user with a network namespace of his own",
      "$user nsenter -t $B -U -n --preserve-credentials --mount-sys ls /sys/class/net | grep -vx bonding_masters",
      gives: "lo"),
    Recipe(
      "one without, whose /sys is the host's",
      "UNYOKE_HINTS=never $user nsenter -t $B -U --preserve-credentials --mount-sys true; echo $?",
      gives: "nsenter: mount /sys failed: Operation not permitted 1"),
    Recipe(
      "a user who may not mount at all",
      "UNYOKE_HINTS=never $user nsenter -t $B -n --mount-proc true 2>&1 | head -n 1",
      gives: "nsenter: reassociate to namespaces failed: Operation not permitted"),
    Recipe(
      "a root directory that is no mount point, and a working directory in the new /proc",
      "mkdir -p r; for d in bin lib lib64 usr proc sys; do mkdir -p r/$d; mount --rbind /$d r/$d 2>/dev/null; done; "
        + "UNYOKE_HINTS=never nsenter -t $W -p -r$PWD/r --mount-proc --mount-sys -W/proc/1 sh -c \"$same; [ -e ./stat ] && ls -d /proc/1\"",
      gives: "same /proc/1"),
    Recipe(
      "a root directory of another mount namespace",
      "UNYOKE_HINTS=always nsenter -t $W -p -r --mount-proc true 2>&1 | tail -n 1",
      gives:
        "nsenter: hint: that root directory is in another mount namespace, where nothing can be mounted from here: enter it too (-m)"
    ),
    Recipe(
      "a beginning of the option's name that was the original's",
      "nsenter -t $W --moun true; echo $?; nsenter --mount-p true 2>&1 | head -n 1",
      gives: "0 nsenter: unrecognized option '--mount-p'"),
    Recipe(
      "a descriptor of the caller's /proc that stays open",
      "nsenter -t $W -a ls /proc/self/fd >a; nsenter -t $W -a --mount-proc --mount-sys ls /proc/self/fd | cmp - a && echo none",
      gives: "none"),
  ]

  @Test(arguments: recipes) func anAttackerOrBadWeather(_ recipe: Recipe) {
    Recipe(recipe.attacker, Self.targets + recipe.command, gives: recipe.expected)
      .expectIt(attempts: 1)
  }

  /// Who mounts and unmounts all the time can have the number of the old mount, once it is unmounted, given to another.
  @Test(
    "a target that changes its mounts: the place is held before the table is read",
    .enabled(if: findTool("strace") != nil, "strace is not installed"))
  func holdsThePlace() {
    let outcome = Place.run(
      Self.targets
        + "strace -f -y -o log -e trace=openat2,read nsenter -t $W -m -p --mount-proc true;"
        + " sed -n 's/.*openat2(.*/place/p; s/.*read([0-9]*<[^>]*mountinfo.*/table/p' log | uniq")
    #expect(outcome.stdoutText == "place\ntable\n")
  }

  @Test(
    "a kernel, or a filter, that lacks a call: nothing is started",
    .enabled(if: findTool("strace") != nil, "strace is not installed"),
    arguments: [
      ("openat2", "ENOSYS", "mount /proc failed: Function not implemented"),
      ("fsopen", "ENOSYS", "mount /proc failed: Function not implemented"),
      ("fsconfig", "EINVAL", "mount /proc failed: Invalid argument"),
      ("fsmount", "EPERM", "mount /proc failed: Operation not permitted"),
      ("move_mount", "EPERM", "mount /proc failed: Operation not permitted"),
      ("unshare", "EPERM", "unshare failed: Operation not permitted"),
    ])
  func faults(_ call: String, _ error: String, _ sentence: String) {
    let outcome = Place.run(
      Self.targets
        + "UNYOKE_HINTS=never strace -f -o log -e inject=\(call):error=\(error)"
        + " nsenter -t $W -m -p --mount-proc echo started; echo $?")
    #expect(outcome.stdoutText == "1\n")
    #expect(outcome.stderrText == "nsenter: \(sentence)\n")
  }
}
