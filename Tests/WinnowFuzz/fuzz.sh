#!/bin/sh
# fuzz.sh SUBJECT SECONDS: makes inputs up until something breaks, from the checkout's own folder.
#
# What breaks is left in .build/fuzz: put it into Seeds, and the tests run it from then on. What reaches
# new code is gathered in .build/fuzz/corpus; corpus.sh chooses the best of it for Corpus.
set -eu
subject=$1 build=.build/fuzz here=Tests/WinnowFuzz
case $subject in
json | jsonl | toml | settings | wet) seeds=$here/Seeds/$subject ;;
*) seeds=$here/Seeds/text ;;
esac
own=$build/corpus/$subject
mkdir -p "$own"
number=0
while read -r line; do
  number=$((number + 1))
  [ -e "$own/kept-$number" ] || echo "$line" | base64 -d >"$own/kept-$number"
done <$here/Corpus/"$subject".base64
# Swift's own handler of a crash would keep libFuzzer from writing the input.
# Entropic scheduling takes more time than the slower subjects themselves.
SWIFT_BACKTRACE=enable=no WINNOW_FUZZ_SUBJECT=$subject exec nice $build/release/WinnowFuzz \
  -entropic=0 -max_len="${MAX_LEN:-1024}" -max_total_time="$2" -print_final_stats=1 -dict=$here/words.dict \
  -artifact_prefix=$build/"$subject"- "$own" "$seeds"
