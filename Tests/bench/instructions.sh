#!/bin/sh
# Counts the instructions that winnow takes for each byte of the small samples, which are the same from
# run to run, and compares them with those on record.
# Usage: instructions.sh check|record
set -eu
cd "$(dirname "$0")/../.."
record=Tests/bench/instructions.tsv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Valgrind can't read what Swift writes for debuggers.
objcopy --strip-debug .build/release/winnow-bench "$work/winnow-bench"
symbol=$(nm "$work/winnow-bench" | awk '/countedWork/ { print $3 }')
# What is counted is one function, so a start costs nothing; and each call is dumped by itself. One
# core, and no random seeds in hash tables.
SWIFT_DETERMINISTIC_HASHING=1 taskset -c 0 valgrind --quiet --tool=callgrind \
  --callgrind-out-file="$work/out" --demangle=no --toggle-collect="$symbol" \
  --dump-after="$symbol" "$work/winnow-bench" count >"$work/samples"

{
  echo "# Instructions a byte, by \`make bench-record\`."
  number=0
  while read -r name bytes documents; do
    number=$((number + 1))
    sum=$(awk '/^(summary|totals):/ { print $2; exit }' "$work/out.$number")
    echo "$name $bytes $documents $sum" |
      awk '{ printf "%s\t%.0f\t%s B, %s documents\n", $1, $4 / $2, $2, $3 }'
  done <"$work/samples"
} >"$work/now.tsv"

case $1 in
  record) cp "$work/now.tsv" $record && cat $record ;;
  check)
    awk -F '\t' '
      /^#/ { next }
      NR == FNR { before[$1] = $2; next }
      {
        change = before[$1] ? 100 * ($2 / before[$1] - 1) : 100
        printf "%-10s %6d instructions a byte, on record %6d, %+.1f %%\n", $1, $2, before[$1], change
        if (change > 5) slower = slower " " $1
      }
      END {
        if (slower) { print "more than 5 % slower:" slower; exit 1 }
      }' $record "$work/now.tsv"
    ;;
  *) echo "instructions.sh: wanted check or record, got '$1'" >&2; exit 64 ;;
esac
