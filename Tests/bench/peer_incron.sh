#!/bin/sh
# What incron starts for each file: sed and jq. Usage: DONE STORE INBOX NAME
sed -e '/^Skip to /d' -e '/^Share this article/d' -e '/^Leave a [Rr]eply/d' -e '/All rights reserved/d' \
  "$3/$4" | jq -R -s -c --arg path "$4" '{path: $path, text: .}' >>"$2"
mv -- "$3/$4" "$1/$4"
