#!/bin/bash
# reprotest varies the host name with `unshare -r --uts sh -ec ...`.
# Success: it finds no difference, and the build saw the other host name.
set -eu
command -v reprotest >/dev/null || { echo "reprotest is not installed"; exit 77; }
# reprotest calls `sudo -h localhost COMMAND`, which sudo refuses; it may not be installed either.
mkdir shim
cat >shim/sudo <<'END'
#!/bin/bash
while [[ ${1-} == -* ]]; do
  case $1 in
  -E | -n) shift ;;
  *) shift 2 ;;
  esac
done
exec "$@"
END
chmod 755 shim/sudo
export PATH="$WORK/shim:$PATH"
echo hello >in.txt
reprotest --min-cpus 1 --vary=-all,+domain_host 'cp in.txt out.txt; hostname >&2' out.txt \
  >log 2>&1 || { cat log; exit 1; }
grep -i 'No differences' log
grep reprotest-capture-hostname log
