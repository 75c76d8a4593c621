#!/bin/sh
# corpus.sh SUBJECT FOLDER...: of the inputs in these folders the short ones that reach most, a line of
# base64 each, at most 20 kB of them; for Corpus/SUBJECT.base64.
set -eu
subject=$1
shift
chosen=$(mktemp -d)
SWIFT_BACKTRACE=enable=no WINNOW_FUZZ_SUBJECT=$subject .build/fuzz/release/WinnowFuzz -merge=1 \
  -max_len=512 "$chosen" "$@" >/dev/null 2>&1
for file in $(ls -Sr "$chosen"); do
  [ -s "$chosen/$file" ] && base64 -w 0 "$chosen/$file" && echo
done | head -c 20000 | sed '$d'
rm -rf "$chosen"
