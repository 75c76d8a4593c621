#!/bin/sh
# Starts winnow on the checkout's own etc and var, drops an article in, shows its record, and leaves
# the daemon running in the foreground. Usage: demo.sh BINARY
set -eu
binary=$1
root=$(cd "$(dirname "$0")/.." && pwd)
inbox=$root/var/spool/winnow/inbox
store=$root/var/lib/winnow/records.jsonl

"$binary" --root "$root" run &
daemon=$!
trap 'kill $daemon 2>/dev/null; wait $daemon' EXIT

until "$binary" --root "$root" status >/dev/null 2>&1; do
  kill -0 $daemon 2>/dev/null || exit 1
  sleep 0.1
done

# A date makes it a new document each time: the same bytes are stored once only.
article="example.org/harbour-$(date +%s).txt"
mkdir -p "$inbox/example.org"
# Hidden names wait: the article is shown first, and dropped by its renaming.
hidden=$inbox/example.org/.new
cat >"$hidden" <<TEXT
Skip to content
Home
News
Harbour ferry runs again after the storm
Harbour ferry runs again after the storm
$(date '+%A, %B %d, %Y, %H:%M:%S')

The ferry across the harbour took its first passengers on Tuesday, nine days after a storm had torn its landing stage away.

ALSO SEE: Fishing boats wait for calmer water

“We had tea ready for everybody,” said Captain Ina Weller, who has steered the ferry for eleven years. “Nobody wanted to go home.”

The town pays half of the repair. The rest comes from the ferry company. Copyright 2024 Example Post. All rights reserved.

Share this article:
Leave a Reply
Your email address will not be published. Required fields are marked *
TEXT
echo
echo "Dropped $article into the inbox:"
sed 's/^/  | /' "$hidden"
mv "$hidden" "$inbox/$article"
until "$binary" --root "$root" status "$article" >/dev/null 2>&1; do sleep 0.1; done

echo
echo "Its record, the last line of var/lib/winnow/records.jsonl:"
tail -n 1 "$store"
echo
echo "The text in it, and why the rest went:"
"$binary" --root "$root" explain "$root/var/spool/winnow/done/$article" | sed 's/^/  | /'
echo
cat <<TEXT
winnow is running (Ctrl+C stops it). In another terminal:
  cp ARTICLE.txt var/spool/winnow/inbox/SITE/        drop articles of your own
  tail -F var/lib/winnow/records.jsonl               see records come
  $binary status                                     see how it is doing
  tail -n 1 var/lib/winnow/records.jsonl | $binary restore     get an original back
TEXT
# With no terminal to press Ctrl+C on, the tour is over.
if [ -t 0 ]; then wait $daemon; fi
