#!/bin/sh
# What a user may write in ten minutes: inotifywait, sed and jq. Usage: INBOX DONE STORE
inbox=$1 done=$2 store=$3
inotifywait -m -q -e close_write -e moved_to --format %f "$inbox" | while read -r name; do
  sed -e '/^Skip to /d' -e '/^Share this article/d' -e '/^Leave a [Rr]eply/d' -e '/All rights reserved/d' \
    "$inbox/$name" | jq -R -s -c --arg path "$name" '{path: $path, text: .}' >>"$store"
  mv -- "$inbox/$name" "$done/$name"
done
