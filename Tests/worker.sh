#!/bin/sh
# Unpacks the worker's archive where there is nothing else, not even an environment, and runs it there.
# Usage: worker.sh ARCHIVE
set -eu
archive=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -C "$folder" -xzf "$archive"
program=$folder/winnow-clean

fail() { echo "worker.sh: $*" >&2; exit 1; }

readelf -d "$program" | grep -q NEEDED && fail "$program wants libraries"

line='{"id":7,"text":"Skip to content\nHarbour ferry runs again after the storm\n"}'
beside=$(printf '%s\n' "$line" | env -i "$program" --jsonl --trailer)
case $beside in
  *'"text":"Harbour ferry runs again after the storm\n"'*'{"winnow_end":{"in":1,"out":1,"errors":0}}') ;;
  *) fail "wrong answer: $beside" ;;
esac

# A root with nothing else in it but /proc, by which a program of Swift knows its own name and arguments.
if [ "$(id -u)" = 0 ]; then
  mkdir "$folder/proc"
  alone=$(printf '%s\n' "$line" | unshare -m sh -c '
    mount -t proc proc "$0/proc" && exec env -i "$(command -v chroot)" "$0" /winnow-clean --jsonl --trailer' "$folder")
  [ "$alone" = "$beside" ] || fail "wrong answer in a chroot: $alone"
fi

echo "$archive: $(stat -c %s "$archive") bytes, runs with nothing beside it"
