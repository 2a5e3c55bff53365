#!/bin/sh
# Starts a program through PATHs of all kinds, with the original and with ours ($BIN/unshare), in the
# empty working directory. Prints what differs; then how many combinations there were, and how many
# of them ended with 0, 126 and 127.
# shellcheck disable=SC2016 # the programs it writes expand these
name256=$(printf '%256s' '' | tr ' ' n)
name255=${name256#n}
# A path that fits just so, one that does not, and one that is longer than any.
path4000=$(printf '/.%.0s' $(seq 2000))
path4090=$(printf '/.%.0s' $(seq 2045))
path5000=$(printf '/.%.0s' $(seq 2500))

mkdir good other plain folder script broken nointerpreter loop dangling hidden busy empty cwd long
printf '#!/bin/sh\necho "$0 $*"\n' >good/p
cp good/p other/p
cp good/p plain/p
cp good/p hidden/p
cp good/p busy/p
cp good/p cwd/p
cp good/p "long/$name255"
cp good/p noexecmount/p
mkdir folder/p
echo 'echo "shell $0 $*"' >script/p
printf '\177ELF garbage\n' >broken/p
printf '#!/nowhere/interpreter\n' >nointerpreter/p
ln -s p loop/p
ln -s nowhere dangling/p
chmod 755 good/p other/p script/p broken/p nointerpreter/p hidden/p busy/p cwd/p "long/$name255" \
  noexecmount/p
chmod 644 plain/p
chmod 000 hidden
: >file
# Somebody writes to it.
exec 9>>busy/p

# Each line: a name, a tab, and a PATH; `unset` for none.
elements="good other plain folder script broken nointerpreter loop dangling hidden busy empty file
noexecmount nowhere"
tab=$(printf '\t')
{
  for one in $elements; do
    printf 'p\t%s\n' "$T/$one"
    for two in $elements; do printf 'p\t%s\n' "$T/$one:$T/$two"; done
    # The working directory, in all its spellings, before and after.
    for list in ":$T/$one" "$T/$one:" "$T/nowhere::$T/$one" ".:$T/$one" "$T/$one:cwd" \
      "$T/plain:$T/$one:$T/nowhere" "$path4000:$T/$one" "$path4090:$T/$one" \
      "$path5000:$T/$one" "/$name256:$T/$one" "$T/$one/p:$T/other"; do
      printf 'p\t%s\n' "$list"
    done
    for name in "$one/p" "./$one/p" "$T/$one/p" "$one/p/" "$one/"; do printf '%s\t%s\n' "$name" "$T/good"; done
  done
  for list in "$T/good" "$T/long" '' : :: unset "$T/plain:$T/long" "$T/empty" "$T/file" nowhere; do
    for name in '' . .. / ./ p nosuch "$name255" "$name256" "$name256$name256" "./$name256" \
      "$path5000/p" 'p ' -- true; do
      printf '%s\t%s\n' "$name" "$list"
    done
  done
  # Where no folder can be tried nothing fails.
  printf 'p\t%s\n' "$path5000" "$path5000:$path5000"
} >table

# Runs every line with the program $1.
run() {
  cd cwd || exit
  while IFS= read -r line; do
    name=${line%%"$tab"*} list=${line#*"$tab"}
    if [ "$list" = unset ]; then
      env -u PATH "$1" -- "$name" one 'two  words' 2>&1
    else
      env PATH="$list" "$1" -- "$name" one 'two  words' 2>&1
    fi
    echo "status $?"
  done <../table
  cd ..
}
run /usr/bin/unshare >theirs
# shellcheck disable=SC2153 # it comes with the environment
run "$BIN/unshare" >ours
diff theirs ours
grep -c '' table
for status in 0 126 127; do grep -c "^status $status\$" ours; done
chmod 755 hidden
