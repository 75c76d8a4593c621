#!/bin/sh
# powercut.sh CUTS WINNOW ROOT DIRECTORY: cuts the power of a machine on which WINNOW works, CUTS times, and checks its disk.
#
# The machine is qemu; killing it loses what the guest's kernel had not brought to the disk. Whatever winnow said was
# stored must be in the store, once, whole and restorable. Ten cuts in a row hit one disk, so that recovery is cut, too.
# Then what is left is worked off, and each file must have one record. UNSAFE=1 leaves the syncs of the segments out, and
# must lose records: it proves that this test can fail. Needs root, qemu-system-x86, busybox-static, zstd.
set -eu
# In a mount namespace of its own: one that somebody else makes meanwhile would keep the disk mounted, and two kernels
# on one disk tear it.
[ -n "${POWERCUT:-}" ] || POWERCUT=1 exec unshare -m sh "$0" "$@"
cuts=$1 winnow=$2 root=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out/mounted"
out=$(cd "$out" && pwd)
disk=$out/mounted
store=$disk/var/lib/winnow spool=$disk/var/spool/winnow
machine=
trap 'kill -9 $machine 2> /dev/null || :; umount "$disk" 2> /dev/null || :' EXIT
trap "exit 1" INT TERM

"$here/build.sh" "$winnow" "$root" "$out"

new_disk() {
  truncate -s 0 "$out/disk" && truncate -s 256M "$out/disk"
  mkfs.ext4 -q "$out/disk"
  mount -o loop "$out/disk" "$disk"
  mkdir -p "$disk/etc"
  cp -r "$out/guest/etc/winnow" "$disk/etc/"
  echo 0 > "$disk/next"
  [ -z "${UNSAFE:-}" ] || : > "$disk/unsafe"
  umount "$disk"
  : > "$out/acknowledged"
}

# The paths of all records, and how often each is there.
stored() {
  for segment in "$store"/records-*.jsonl "$store"/records.jsonl; do
    [ ! -e "$segment" ] || cat "$segment"
  done > "$out/lines"
  for segment in "$store"/records-*.jsonl.zst; do
    # Between the two last steps of compressing there are both forms.
    [ ! -e "$segment" ] || [ -e "${segment%.zst}" ] || zstd -dcq "$segment" >> "$out/lines"
  done
  # A record counts if it is of the file that it names.
  sed -n 's/^{"v":1,.*"path":"\([0-9]*\)\.txt".*Bridge number \1 opens.*"crc":"[0-9a-f]*"}$/\1/p' "$out/lines" | sort
}

milliseconds() { awk -v low="$1" -v high="$2" -v seed="$(od -An -N4 -tu4 /dev/urandom)" \
  'BEGIN { srand(seed); printf "%.3f", (low + rand() * (high - low)) / 1000 }'; }

# Says what was found, and keeps the disk for who wants to look.
complain() {
  echo "cut $cut: $*"
  cp --sparse=always "$out/disk" "$out/disk-$cut"
}

acknowledged=0 lost=0 twice=0 bad=0 torn=0 cut=0
while [ "$cut" -lt "$cuts" ]; do
  [ $((cut % 10)) -ne 0 ] || new_disk
  cut=$((cut + 1))
  : > "$out/log"
  # A line wakes the machine from its snapshot.
  mkfifo "$out/keys"
  "$here/machine.sh" "$out" -serial stdio -incoming 'exec:cat state' < "$out/keys" > "$out/log" 2>&1 &
  machine=$!
  exec 5> "$out/keys"
  rm "$out/keys"
  waited=0
  until grep -q READY "$out/log"; do
    echo >&5 || :
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -lt 900 ] || { echo "the machine did not start:"; cat "$out/log"; exit 1; }
  done
  # Now and then long enough for a segment to be closed and compressed.
  if [ $((cut % 10)) -eq 5 ]; then sleep "$(milliseconds 10000 12000)"; else sleep "$(milliseconds 200 1000)"; fi
  kill -9 "$machine"
  wait "$machine" 2> /dev/null || :
  machine=
  exec 5>&-
  # The last line may be cut as well.
  tr -d '\r' < "$out/log" | sed '$d' | sed -n 's/^.*stored \([0-9]*\)\.txt$/\1/p' >> "$out/acknowledged"
  sort -u "$out/acknowledged" > "$out/acknowledged.sorted"

  mount -o loop "$out/disk" "$disk"
  stored > "$out/stored"
  now=$(comm -23 "$out/acknowledged.sorted" "$out/stored" | wc -l)
  [ "$now" -eq 0 ] || complain "$now acknowledged records are lost"
  lost=$((lost + now))
  now=$(uniq -d "$out/stored" | wc -l)
  [ "$now" -eq 0 ] || complain "$now records are there twice"
  twice=$((twice + now))
  if ! "$winnow" --root "$disk" verify > "$out/verified" 2>&1; then
    bad=$((bad + 1))
    complain "$(cat "$out/verified")"
  fi
  # A file whose writer did not sync it may be empty: that is no fault of winnow's.
  find "$spool/inbox" "$spool/claimed" -type f -size 0 -delete
  find "$spool" -name '*.txt' | sed 's/.*\///; s/\.txt$//' | sort -n | awk 'END { print $1 + 1 }' > "$disk/next"
  if [ $((cut % 10)) -eq 0 ] || [ "$cut" -eq "$cuts" ]; then
    "$winnow" --root "$disk" once > /dev/null
    "$winnow" --root "$disk" verify > "$out/verified" 2>&1 || {
      bad=$((bad + 1))
      complain "$(cat "$out/verified")"
    }
    stored > "$out/stored"
    find "$spool" -name '*.txt' | sed 's/.*\///; s/\.txt$//' | sort > "$out/files"
    now=$(comm -23 "$out/files" "$out/stored" | wc -l)
    [ "$now" -eq 0 ] || complain "files that have no record: $(comm -23 "$out/files" "$out/stored" | tr '\n' ' ')"
    lost=$((lost + now))
    acknowledged=$((acknowledged + $(wc -l < "$out/acknowledged.sorted")))
    torn=$((torn + $(find "$store" -name 'torn-*' | wc -l)))
  fi
  umount "$disk"
  [ -z "$(losetup -j "$out/disk")" ] || { echo "somebody keeps the disk mounted"; exit 1; }
  [ $((cut % 10)) -ne 0 ] || echo "$cut cuts: $lost lost, $twice twice, $bad stores not sound, $torn torn lines mended"
done
echo "$cuts power cuts, $acknowledged acknowledged records: $lost lost, $twice twice, $bad stores not sound, $torn torn lines mended"
[ $((lost + twice + bad)) -eq 0 ]
