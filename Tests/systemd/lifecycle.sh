#!/bin/bash
# The life of winnow.service under a real systemd; runs inside boot.sh. Exits with 1 if a check failed.
set -u
unit=winnow.service patience=4 number=0 failed=0
inbox=/var/spool/winnow/inbox

# check WHAT COMMAND...: the command must succeed.
check() {
  local what=$1
  shift
  number=$((number + 1))
  if "$@" >/tmp/said 2>&1; then
    echo "ok $number - $what"
  else
    failed=$((failed + 1))
    echo "FAILED $number - $what"
    sed 's/^/    /' /tmp/said
    {
      echo "status: $(show StatusText)"
      journalctl -u $unit -o cat -n 8
    } | sed 's/^/    | /'
  fi
}
# soon COMMAND...: the command succeeds within twenty seconds.
soon() {
  local end=$((SECONDS + 20))
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.05
  done
}
not() { ! "$@"; }
show() { systemctl show $unit -P "$1"; }
is() { [[ $(show "$1") == "$2" ]] || { echo "$1 is '$(show "$1")', wanted '$2'"; return 1; }; }
status_says() { [[ $(show StatusText) == *"$1"* ]]; }
# The journal since `now` was called last.
now() { since=$(date +%s.%6N); }
journal() { journalctl -u $unit -o cat --since "@$since"; }
journal_says() { journal | grep -qE -- "$1" || { journal; return 1; }; }
file_is_in() { [[ -e /var/spool/winnow/$1/$2 ]]; }
records() { cat /var/lib/winnow/records*.jsonl | wc -l; }
records_are() { [[ $(records) == "$1" ]] || { echo "$(records) records, wanted $1"; return 1; }; }
# Every record is whole, restores, and stands there once.
sound() { winnow verify | tee /dev/stderr | grep -q "^$1 records"; }

# articles FROM TO: documents of their own, each in a file.
articles() {
  local number
  for ((number = $1; number <= $2; number++)); do
    printf '%s\n' "Skip to content" "Bridge number $number opens" "" \
      "Bridge $number over the river was opened on Monday after two years of work, the mayor said." "" \
      "Zap that line, the local rule says" "" \
      "It is open to walkers and cyclists from today, and to buses from the first of next month on." \
      >"$number.txt"
  done
}
count=0
# drop N: so many new documents, moved in by a member of the group.
drop() {
  articles $((count + 1)) $((count + $1))
  count=$((count + $1))
  chown ann:winnow ./*.txt
  runuser -u ann -- sh -c "mv *.txt $inbox/"
}
all_stored() { records_are $((count + other)); }

mkdir /tmp/new
chmod 777 /tmp/new
cd /tmp/new
useradd --groups winnow ann
useradd bob
mkdir -p /run/systemd/system/$unit.d
printf '[Service]\nWatchdogSec=%ds\nRestartSec=200ms\n' $patience >/run/systemd/system/$unit.d/test.conf
systemctl daemon-reload
now

# The unit
verified() { systemd-analyze verify --man=no /lib/systemd/system/$unit && [[ ! -s /tmp/said ]]; }
check "systemd-analyze verify is silent" verified
score=$(systemd-analyze security --offline=true --no-pager /lib/systemd/system/$unit | tail -n 1)
check "systemd-analyze security: ${score#*: }" \
  systemd-analyze security --offline=true --no-pager --threshold=5 /lib/systemd/system/$unit

# Start
check "it starts" systemctl start $unit
check "the journal says with what by the time it is ready" journal_says \
  '^winnow [0-9.]+ watches /var/spool/winnow/inbox with [0-9]+ workers; rules [0-9a-f]{12} \([0-9]+ rules, [0-9]+ schemes, [0-9]+ names\)'
check "it is active" is ActiveState active
check "status says that it idles" soon status_says "idle; 0 stored"
second() {
  timeout 10 runuser -u winnow -- winnow run
  [[ $? == 75 ]]
}
check "a second one is refused with 75" second
cp /tmp/said /tmp/second
check "and told who has the store" grep -qE "locked by process $(show MainPID) \(winnow run\)" /tmp/second

# Who may drop
other=2
runuser -u ann -- sh -c "umask 022; echo 'A member drops this.' >$inbox/member.txt"
check "what a member of the group drops becomes a record" soon records_are 1
runuser -u ann -- sh -c "umask 077; echo 'A member with umask 077 drops this.' >$inbox/umask.txt"
check "whatever the member's umask" soon records_are 2
check "an outsider is refused" not runuser -u bob -- sh -c "echo no >$inbox/outsider.txt"
runuser -u ann -- sh -c "umask 077; echo 'Nobody else may read this.' >/tmp/private.txt; mv /tmp/private.txt $inbox/"
check "a 0600 file that is moved in is set aside" soon file_is_in quarantine private.txt.reason
check "the journal says why" journal_says 'private.txt: quarantined: unreadable: .*Permission denied'
check "status counts it" soon status_says "1 quarantined"
check "status counts the records" status_says "2 stored"

# Reload
pid=$(show MainPID)
rule=/etc/winnow/rules.d/99-local.toml
last_has_rule() { tail -n 1 /var/lib/winnow/records.jsonl | grep -q '"rule":"local.zap"'; }
drop 1
check "a document comes out with the rules of the start" soon all_stored
check "which leave a line" not last_has_rule
cat >$rule <<'TOML'
language = "en"

[[rule]]
id = "local.zap"
why = "a line of this test"
lines = ["zap that line, the local rule says"]
removes = ["Zap that line, the local rule says"]
keeps = ["Zap the next line"]
TOML
now
check "it reloads" systemctl reload $unit
check "the journal says the old and the new digest" soon journal_says \
  '^reloaded: rules [0-9a-f]{12} -> [0-9a-f]{12} \('
drop 1
check "the next document comes out" soon all_stored
check "with the new rule" last_has_rule
echo 'lime = ["a mistake"]' >>$rule
now
systemctl reload $unit
check "a broken configuration is told with file and line" soon journal_says \
  '^not reloaded, the old configuration stays: .*99-local.toml:[0-9]+: '
check "the service stays" is ActiveState active
check "status says what is wrong" soon status_says "99-local.toml:"
check "so does the last error" grep -q '"what":"not reloaded.*99-local.toml' /var/lib/winnow/status.json
drop 1
check "the next document comes out" soon all_stored
check "with the rules that were in force" last_has_rule
sed -i '$d' $rule
echo 'workers = 3' >>/etc/winnow/winnow.toml
echo 'level = "thorough"' >>/etc/winnow/winnow.toml
now
systemctl reload $unit
check "mended, it reloads" soon journal_says '^reloaded: level "careful" -> "thorough", rules '
check "and says what only a restart can change" journal_says '^workers [0-9]+ -> 3 wants a restart'
check "status is well again" soon not status_says "99-local.toml"
sed -i '/^workers = 3/d; /^level = "thorough"/d' /etc/winnow/winnow.toml
rm $rule
now
drop 400
for _ in 1 2 3; do
  systemctl reload $unit
  sleep 0.3
done
check "reloads under load lose no document" soon all_stored
check "the process is still the same" is MainPID "$pid"

# Death
drop 300
systemctl kill --signal=KILL $unit
check "killed, it is started again" soon is NRestarts 1
check "and stores what was in work" soon all_stored
check "each once" sound $((count + other))

# Watchdog
pid=$(show MainPID)
sleep $((patience * 2 + 1))
check "idle for more than two watchdog times, it is left alone" is MainPID "$pid"
articles 1000001 1000300
for _ in {1..200}; do cat *.txt; done >/tmp/large.txt
rm ./*.txt
chown ann:winnow /tmp/large.txt
other=$((other + 1))
begun=$SECONDS
runuser -u ann -- mv /tmp/large.txt $inbox/
wait_for_large() { for _ in {1..12}; do soon all_stored && return; done; return 1; }
check "a document of $(du -h $inbox/large.txt | cut -f1) comes out" wait_for_large
echo "    in $((SECONDS - begun)) s"
check "and meanwhile it is left alone" is MainPID "$pid"
now
kill -STOP "$pid"
check "stopped, it trips the watchdog" soon journal_says 'Watchdog timeout'
check "and is started again" soon is NRestarts 2
check "and is up" soon is ActiveState active
now
strace -f -qq -o /dev/null -e trace=fdatasync -e inject=fdatasync:delay_enter=100000000 -p "$(show MainPID)" 2>/dev/null &
tracer=$!
disown
sleep 1
drop 1
check "a writer that hangs in fdatasync is told of" soon journal_says '^stuck.*winnow.store.commit'
check "and trips the watchdog" soon journal_says 'Watchdog timeout'
kill -KILL $tracer
check "after which its document is stored" soon all_stored
check "once" sound $((count + other))

# A full disk
systemctl stop $unit
mkdir /tmp/store
cp -a /var/lib/winnow/. /tmp/store/
mount -t tmpfs -o size=$(($(du -sm /tmp/store | cut -f1) + 8))m,mode=750,uid=$(id -u winnow),gid=$(id -g winnow) \
  tmpfs /var/lib/winnow
cp -a /tmp/store/. /var/lib/winnow/
systemctl start $unit
pid=$(show MainPID)
fill() { cat /dev/zero >/var/lib/winnow/filler 2>/dev/null; }
fill
now
drop 200
check "a full disk is waited for, and status says so" soon status_says "disk full"
sleep $((patience * 2 + 1))
check "it is left alone meanwhile" is MainPID "$pid"
now
check "it can be stopped" systemctl stop $unit
fill
now
systemctl start --no-block $unit
check "started on a full disk it waits" soon journal_says '^waiting: '
check "and says so" status_says "waiting: "
check "but is not yet up" is ActiveState activating
rm /var/lib/winnow/filler
check "with room again it comes up" soon is ActiveState active
check "and stores what waited" soon all_stored
check "each once" sound $((count + other))

# Stop
drop 4000
is_busy() { [[ -n $(ls -A /var/spool/winnow/claimed) ]] && ! all_stored >/dev/null; }
check "with 4,000 documents to do" soon is_busy
begun=$(date +%s%N)
check "it stops under load" systemctl stop $unit
took=$((($(date +%s%N) - begun) / 1000000))
check "in $took ms" test $took -lt 10000
check "well" is Result success
check "the journal says what was done" journal_says '^stopped: [0-9]+ stored'
systemctl start $unit
check "what was left is taken up by the next start" soon all_stored
check "each once" sound $((count + other))

# A start that can't be
systemctl stop $unit
echo 'levle = "careful"' >>/etc/winnow/winnow.toml
now
check "with a broken configuration it does not start" not systemctl start $unit
check "says where it is broken" journal_says 'winnow.toml:[0-9]+: .*levle'
check "with 78" is ExecMainStatus 78
sleep 2
check "and is not tried again" is ActiveState failed

echo "$((number - failed)) of $number checks passed"
((failed == 0))
