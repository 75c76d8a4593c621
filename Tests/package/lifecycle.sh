#!/bin/bash
# The life of the package on a machine with systemd, as root: install, use, upgrade, remove, purge. Prints TAP; exits
# with the number of failures.
number=0 failures=0
ok() {
  number=$((number + 1))
  if "${@:2}" >/check/said 2>&1; then echo "ok $number - $1"; else
    failures=$((failures + 1))
    echo "not ok $number - $1"
    sed 's/^/# /' /check/said
  fi
}
is() { ok "$1" bash -c 'echo "got: $0"; [[ $0 == "$1" ]]' "$2" "$3"; }
# Waits up to ten seconds for a command to succeed.
soon() { for _ in {1..100}; do "$@" && return; sleep 0.1; done; return 1; }
pid() { systemctl show -P MainPID winnow; }
gone() { ! test -e "$1"; }
export DEBIAN_FRONTEND=noninteractive

ok "it installs" dpkg -i /check/first.deb
is "it runs and will at the next boot" "$(systemctl is-active winnow) $(systemctl is-enabled winnow)" "active enabled"
is "as a user of its own" "$(ps -o user= -p "$(pid)" 2>/dev/null || stat -c %U /proc/"$(pid)")" winnow
is "the inbox is the group's" "$(stat -c '%U:%G %a' /var/spool/winnow/inbox)" "winnow:winnow 3770"
ok "the unit has no fault" bash -c 'said=$(systemd-analyze verify --man=no winnow.service 2>&1); echo "$said"; [[ -z $said ]]'
ok "check is content" winnow check
is "the program is stripped" "$(grep -c debug_info /usr/bin/winnow)" 0
for page in man1/winnow.1 man5/winnow.toml.5 man8/winnow.service.8; do
  ok "there is a page $page" test -s /usr/share/man/$page.gz
done
ok "the bill of materials is there" grep -q libinotifytools0 /usr/share/doc/winnow/sbom.cdx.json
complete() { bash -c '. /usr/share/bash-completion/bash_completion; . /usr/share/bash-completion/completions/winnow
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
  $(complete -p winnow | sed "s/.*-F \([^ ]*\).*/\1/") winnow "${@: -1}" "${@: -2:1}"; echo "${COMPREPLY[@]}"' bash "$@"; }
is "bash completes a command" "$(complete winnow sta)" "status"
is "bash completes an option" "$(complete winnow tail --si)" "--since"

useradd -G winnow ann
drop() { runuser -u ann -- sh -c "cat >/var/spool/winnow/inbox/.$1 && mv /var/spool/winnow/inbox/.$1 /var/spool/winnow/inbox/$1"; }
echo "Skip to content
The ferry runs again, said the mayor on Monday." | drop a.txt
ok "a document comes out as a record" soon winnow status a.txt
ok "the group may read the records" runuser -u ann -- winnow tail

echo 'workers = 1' >>/etc/winnow/winnow.toml
echo '# mine' >/etc/winnow/names.d/mine.toml
before=$(pid)
ok "it is upgraded" dpkg -i --force-confold /check/next.deb
ok "the edited settings are kept" grep -q '^workers = 1' /etc/winnow/winnow.toml
ok "the new settings lie beside them" grep -q 'changed by the package' /etc/winnow/winnow.toml.dpkg-dist
ok "a file that nobody edited is the new one" grep -q 'changed by the package' /etc/winnow/rules.d/README.md
ok "it was started again" bash -c '[[ $0 != "$1" && $0 != 0 ]]' "$(pid)" "$before"
is "it runs" "$(systemctl is-active winnow)" active
echo "The harbour was closed for the winter on Tuesday." | drop b.txt
ok "it works on" soon winnow status b.txt
is "all records are there" "$(winnow tail | wc -l)" 2

ok "it is removed" dpkg -r winnow
ok "nothing runs" bash -c '! systemctl is-active winnow'
ok "the settings stay" test -e /etc/winnow/winnow.toml
is "the records stay" "$(wc -l </var/lib/winnow/records.jsonl)" 2
ok "it comes back" dpkg -i /check/next.deb
is "with its settings" "$(grep -c '^workers = 1' /etc/winnow/winnow.toml)" 1

purge=$(dpkg -P winnow 2>&1)
is "it is purged" "$(dpkg-query -W -f '${db:Status-Status}' winnow 2>/dev/null)" ""
ok "the settings are gone" gone /etc/winnow/winnow.toml
ok "what the administrator added is not" test -e /etc/winnow/names.d/mine.toml
is "the records stay" "$(wc -l </var/lib/winnow/records.jsonl)" 2
ok "it says so" grep 'winnow: /var/lib/winnow is kept' <<<"$purge"
ok "the documents stay" test -e /var/spool/winnow/done/a.txt
rm -rf /etc/winnow /var/lib/winnow /var/spool/winnow/*/*.txt
ok "it is installed again" dpkg -i /check/first.deb
ok "and purged without a record" dpkg -P winnow
ok "nothing of it is left" bash -c 'left=$(find /etc /usr /lib /var/lib/winnow /var/spool -xdev -name "*winnow*" ! -path "/usr/share/doc/*" 2>/dev/null); echo "$left"; [[ -z $left ]]'
echo "1..$number"
exit $failures
