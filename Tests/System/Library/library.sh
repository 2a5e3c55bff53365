#!/bin/sh
# Compares what the C floor says with glibc and with musl:
#   sh library.sh characters|numbers|locales|archive PROJECT
# Silent but for a number of comparisons where they say the same. Runs in a folder of its own; archive
# needs a mount namespace of its own.
set -eu
question=$1 project=$2
set -- -O1 -Wall -Wextra -Werror "-I$project/Sources/CKernel/include" \
  "$project/Tests/System/Library/driver.c"
for part in text error_texts characters character_table locale_files; do
  set -- "$@" "$project/Sources/CKernel/$part.c"
done
gcc -o glibc "$@"
musl-gcc -static -o musl "$@"

compared=0
# same WORD [NAME=VALUE...]: the answers to a question, in an environment of these alone.
same() {
  word=$1
  shift
  env -i "$@" ./glibc "$word" <input >theirs
  env -i "$@" ./musl "$word" <input >ours
  cmp -s theirs ours || { echo "differs: $word in $*"; diff theirs ours | head -n 6; }
  compared=$((compared + 1))
}
make_locale() { localedef -i "$1" -f "$2" "loc/$3" 2>/dev/null; }
: >input
mkdir loc

case $question in
characters)
  same characters LC_ALL=C
  same characters LC_ALL=C.UTF-8
  make_locale ja_JP UTF-8 ja_JP.UTF-8
  same characters LC_ALL=ja_JP.UTF-8 LOCPATH="$PWD/loc"
  ;;
numbers)
  make_locale de_DE UTF-8 de_DE.UTF-8
  python3 - >input <<'END'
import random
R = random.Random(5)
for word in """0 -0 +0 1 1.5 1,5 .5 ,5 5. . 1e3 1E3 1e 1e+ 1e400 -1e400 1e-400 1e5000 1e-5000 nan NAN
 -nan +nan nan(1) nan( nan() inf INF infinity -inf infin 0x1 0x 0x.8 0x1p3 0X1P-3 0x1.8p1 0xg 1_0 --1
 +-1 1,000 .e1 e1 123456789 999999.5 9999995 0.00001 0.0001 1e5 1e6 123456 1234567 1e15 1e16
 18446744073709551615 18446744073709551616 99999999999999999999.5 4.9e-324 2.4e-324
 1.7976931348623157e308 1.7976931348623159e308 1.5.5 1f 1l 0b1 0x1p 0x1p+""".split():
    print(word)
for text in "", " 1", "1 ", "\t1", "1 0", "\u0661":
    print(text)
def digits(): return R.randint(0, 10**R.randint(1, 30))
def bits(): return "%x" % R.getrandbits(R.randint(1, 80))
for _ in range(5000):
    print(repr(R.uniform(-1e6, 1e6)))
    print(f"{digits()}.{digits()}e{R.randint(-330, 330)}")
    print(f"0x{bits()}.{bits()}p{R.randint(-1100, 1100)}")
    print("".join(R.choice("0123456789.,eE+-xXpPanifNI( )") for _ in range(R.randint(1, 8))))
END
  for name in C C.UTF-8 de_DE.UTF-8; do same numbers "LC_ALL=$name" LOCPATH="$PWD/loc"; done
  ;;
locales | archive)
  if [ "$question" = archive ]; then
    mkdir -p place/usr/lib/locale
    cp -a /usr/lib/locale/C.utf8 place/usr/lib/locale/
    localedef --prefix="$PWD/place" -i en_US -f UTF-8 en_US.UTF-8
    localedef --prefix="$PWD/place" -i de_DE -f UTF-8 de_DE.UTF-8
    localedef --prefix="$PWD/place" -i de_DE -f ISO-8859-1 de_DE.ISO-8859-1
    localedef --prefix="$PWD/place" -i hi_IN -f UTF-8 hi_IN
    [ -s place/usr/lib/locale/locale-archive ]
    mount --bind place/usr/lib/locale /usr/lib/locale
  else
    make_locale en_US UTF-8 en_US.UTF-8
    make_locale de_DE UTF-8 de.utf8
    make_locale de_DE ISO-8859-1 de_DE
    make_locale hi_IN UTF-8 hi_IN
    make_locale ja_JP UTF-8 ja_JP.utf8@x
  fi 2>/dev/null
  for name in C POSIX C.UTF-8 C.utf8 C.UTF8 C.Utf8 c.utf8 C_X.UTF-8 C.UTF-8@x C.ISO-8859-1 \
    POSIX.UTF-8 '' none C.UTF-8/ ../C.utf8 /usr/lib/locale/C.utf8 en_US.UTF-8 en_US.utf8 en_US.UTF8 \
    en_US.utf-8 en_US en_US. en_US.UTF-8@x en_US_X.UTF-8 EN_US.UTF-8 en.UTF-8 en_US.UTF-8.x \
    de_DE.UTF-8 de_XX.UTF-8 de_DE@euro de_DE de_DE.ISO-8859-1 de_DE.iso88591 de_DE.ISO-8859-15 de \
    hi_IN hi_IN.UTF-8 hi_IN.utf8@m hi_IN.ISO-8859-1 hi ja_JP.UTF-8@x ja_JP.UTF-8 ja_JP@x _US .UTF-8 \
    @x; do
    for path in "$PWD/loc" "/none:$PWD/loc" ":loc" '' /none; do
      same locale "LC_ALL=$name" "LOCPATH=$path"
    done
    same locale "LC_ALL=$name"
    same locale "LANG=$name" "LOCPATH=$PWD/loc"
    same locale "LC_CTYPE=$name" LANG=C.UTF-8 "LOCPATH=$PWD/loc"
    same locale "LC_NUMERIC=$name" LANG=C.UTF-8 "LOCPATH=$PWD/loc"
    same locale "LC_MESSAGES=$name" LANG=en_US.UTF-8 "LOCPATH=$PWD/loc"
    same locale "LC_TIME=$name" LC_CTYPE=en_US.UTF-8 "LOCPATH=$PWD/loc"
    same locale LC_ALL= "LC_PAPER=$name" LANG=en_US.UTF-8 "LOCPATH=$PWD/loc"
  done
  ;;
esac
echo "$compared"
