#!/bin/sh
# A real Prometheus scrapes a running daemon and is asked for what it saw; promtool checks both pages.
# Usage: prometheus.sh WINNOW. Wants Debian's prometheus, and installs it where it is missing.
set -eu

binary=$(realpath "$1")
checkout=$(realpath "$(dirname "$0")/..")
metrics=127.0.0.1:19464
server=127.0.0.1:19090

if ! command -v prometheus >/dev/null; then
  echo installing prometheus
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends prometheus
fi

root=$(mktemp -d)
daemon= prometheus=
end() {
  for process in $daemon $prometheus; do kill "$process" 2>/dev/null || :; done
  wait
  rm -rf "$root"
}
trap end EXIT
trap 'exit 1' INT TERM
fail() { echo "prometheus.sh: $*" >&2; exit 1; }

mkdir -p "$root/etc" "$root/collector"
cp -r "$checkout/etc/winnow" "$root/etc"
cat >"$root/etc/winnow/winnow.toml" <<END
max_bytes = "1KiB"
[metrics]
file = "collector/winnow.prom"
listen = "$metrics"
END
cat >"$root/prometheus.yml" <<END
global: {scrape_interval: 1s}
scrape_configs:
  - job_name: winnow
    static_configs: [{targets: ["$metrics"]}]
END

"$binary" --root "$root" run 2>"$root/log" &
daemon=$!
prometheus --config.file="$root/prometheus.yml" --storage.tsdb.path="$root/series" \
  --web.listen-address="$server" --log.level=error &
prometheus=$!

# The value that Prometheus has for an expression; nothing where it has none.
ask() {
  curl -fsS "http://$server/api/v1/query" --data-urlencode "query=$1" 2>/dev/null |
    sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p'
}
# Waits until Prometheus has a value for an expression.
expect() {
  for _ in $(seq 60); do
    value=$(ask "$1" || :)
    if [ "$value" = "$2" ]; then echo "ok: $1 is $2"; return; fi
    sleep 1
  done
  cat "$root/log" >&2
  fail "$1 is '$value', and should be $2"
}

expect 'up{job="winnow"}' 1
for number in 1 2 3; do
  echo "The ferry crossed the harbour for the ${number}th time." >"$root/$number.txt"
  mv "$root/$number.txt" "$root/var/spool/winnow/inbox/"
done
echo "The ferry crossed the harbour for the 1th time." >"$root/again.txt"
mv "$root/again.txt" "$root/var/spool/winnow/inbox/"
head -c 5000 /dev/zero >"$root/large.txt"
mv "$root/large.txt" "$root/var/spool/winnow/inbox/"

expect winnow_documents_stored_total 3
expect winnow_documents_duplicates_total 1
expect 'winnow_documents_quarantined_total{reason="too large"}' 1
expect winnow_files_quarantined 1
expect winnow_files_waiting 0
expect winnow_document_latency_seconds_count 3
expect 'winnow_document_latency_seconds_bucket{le="+Inf"}' 3
expect 'histogram_quantile(0.9, winnow_commit_duration_seconds_bucket) > bool 0' 1
expect 'time() - winnow_last_success_timestamp_seconds < bool 120' 1
expect 'winnow_disk_free_bytes > bool 0' 1
expect 'winnow_process_resident_memory_bytes > bool 1000000' 1
expect 'count(winnow_build_info{version!="",rules=~"[0-9a-f]{12}"})' 1
expect winnow_troubles 0

curl -fsS "http://$metrics/metrics" >"$root/page" || fail "there is no page"
promtool check metrics <"$root/page" || fail "promtool refuses the page"
promtool check metrics <"$root/collector/winnow.prom" || fail "promtool refuses the file"
echo "ok: promtool has nothing to say"

kill "$daemon"
wait "$daemon" || fail "the daemon ended with $?"
daemon=
[ ! -e "$root/collector/winnow.prom" ] || fail "the file is still there"
expect 'up{job="winnow"}' 0
echo "all well"
