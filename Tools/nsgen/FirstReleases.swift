/// The releases of util-linux in which the originals got their options.
enum FirstReleases {
  static func of(_ program: String) -> [String: String] {
    switch program {
    case "unshare": unshare
    case "nsenter": nsenter
    default: lsns
    }
  }

  private static let unshare = [
    "help": "2.17", "version": "2.21", "mount": "2.17, file 2.27", "uts": "2.17, file 2.27",
    "ipc": "2.17, file 2.27", "net": "2.17, file 2.27", "pid": "2.23, file 2.27",
    "user": "2.23, file 2.27", "cgroup": "2.28", "time": "2.36", "fork": "2.24",
    "kill-child": "2.32", "forward-signals": "2.42", "mount-proc": "2.24", "mount-binfmt": "2.41",
    "map-user": "2.36", "map-users": "2.38, `all` 2.40, `subids` 2.41", "map-group": "2.36",
    "map-groups": "2.38, `all` 2.40, `subids` 2.41", "map-root-user": "2.25",
    "map-current-user": "2.35", "map-auto": "2.38", "map-subids": "2.41", "owner": "2.42",
    "propagation": "2.27", "setgroups": "2.26", "keep-caps": "2.35", "setuid": "2.34",
    "setgid": "2.34", "root": "2.34", "wd": "2.34", "monotonic": "2.36, negative 2.40",
    "boottime": "2.36, negative 2.40", "load-interp": "2.41",
  ]

  private static let nsenter = [
    "all": "2.30", "target": "2.23, inode 2.42", "mount": "2.23, id 2.42", "uts": "2.23, id 2.42",
    "ipc": "2.23, id 2.42", "net": "2.23, id 2.42", "net-socket": "2.41", "pid": "2.23, id 2.42",
    "user": "2.23, id 2.42", "user-parent": "2.40", "cgroup": "2.28, id 2.42",
    "time": "2.36, id 2.42", "setuid": "2.24, `follow` 2.39", "setgid": "2.24, `follow` 2.39",
    "preserve-credentials": "2.26", "keep-caps": "2.40", "root": "2.23", "wd": "2.23",
    "wdns": "2.38", "env": "2.39", "no-fork": "2.23", "join-cgroup": "2.40",
    "follow-context": "2.27", "help": "2.23", "version": "2.23",
  ]

  private static let lsns = [
    "json": "2.28", "list": "2.28", "noheadings": "2.28", "output": "2.28", "output-all": "2.33",
    "persistent": "2.39", "task": "2.28", "filter": "2.41", "raw": "2.28", "notruncate": "2.28",
    "nowrap": "2.32", "type": "2.28, `cgroup` 2.29, `time` 2.36", "tree": "2.38",
    "list-columns": "2.41", "help": "2.28", "version": "2.28",
  ]
}
