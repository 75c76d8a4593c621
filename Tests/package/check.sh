#!/bin/bash
# Checks the Debian package as a whole: what lintian and mandoc say of it, and its life under a real systemd, which is
# PID 1 of a fresh Debian root in namespaces of its own. Wants root, and a Debian mirror for the first run.
# Usage: check.sh FOLDER, in which the .deb lies
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
deb=$(realpath "$1"/winnow_*.deb)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for package in lintian mandoc mmdebstrap; do
  dpkg-query -W -f='${Status}' $package 2>/dev/null | grep -q 'ok installed' || missing="${missing:-} $package"
done
[[ -z ${missing:-} ]] || apt-get install -y -qq --no-install-recommends $missing

echo "# $(du -h "$deb" | cut -f1) $deb"
lintian --fail-on error,warning --info "$deb"
mandoc -Tlint -Wwarning "$here"/../../systemd/man/*

# The next version: another program of the same name, and two configuration files that have changed.
dpkg-deb -R "$deb" "$work/next"
sed -i 's/^Version: .*/&+1/' "$work/next/DEBIAN/control"
echo '# changed by the package' | tee -a "$work/next/etc/winnow/winnow.toml" >>"$work/next/etc/winnow/rules.d/README.md"
dpkg-deb -b "$work/next" "$work/next.deb" >/dev/null

# A root with what the package says that it needs, and no more than that to run it.
depends=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/|[^,]*//g; s/ //g')
root=$work/root
cache=$1/../deb-root-$(echo "$depends" | cksum | cut -d' ' -f1).tar
[[ -e $cache ]] || mmdebstrap --quiet --variant=minbase --include="systemd-sysv,dbus,bash-completion,$depends" \
  "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$cache"
mkdir "$root"
tar -C "$root" --numeric-owner -xf "$cache"
mkdir "$root/check"
cp "$deb" "$root/check/first.deb"
mv "$work/next.deb" "$root/check/next.deb"
cp "$here/lifecycle.sh" "$root/check/"
ln -sf /lib/systemd/system/multi-user.target "$root/etc/systemd/system/default.target"
cat >"$root/etc/systemd/system/check.service" <<'UNIT'
[Unit]
After=basic.target dbus.service
[Service]
Type=oneshot
ExecStart=/bin/bash -c 'bash /check/lifecycle.sh; echo $? >/check/status'
ExecStopPost=/bin/systemctl --no-block poweroff
StandardOutput=append:/check/output
StandardError=append:/check/output
[Install]
WantedBy=multi-user.target
UNIT
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../check.service "$root/etc/systemd/system/multi-user.target.wants/"

cat >"$work/boot" <<'BOOT'
set -e
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 dev dev
for name in null zero full random urandom tty; do : >dev/$name; mount --bind /dev/$name dev/$name; done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs tmpfs dev/shm
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir run/.old
pivot_root . run/.old
umount -l /run/.old
# As a booted machine has it: what systemd mounts for a unit must reach it.
mount --make-rshared /
exec env -i container=check PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=null
BOOT
# A group of its own, so that the new systemd has a tree of its own to rule.
unshare --mount --propagation private bash -c '
  mkdir -p /sys/fs/cgroup
  [[ $(stat -fc %T /sys/fs/cgroup) == cgroup2fs ]] || mount -t cgroup2 cgroup2 /sys/fs/cgroup
  group=/sys/fs/cgroup$(sed -n "s/^0:://p" /proc/self/cgroup)/winnow-check-$$
  mkdir "$group"
  trap "rmdir \$(find $group -depth -type d) 2>/dev/null" EXIT
  (echo $BASHPID >"$group/cgroup.procs"
   exec timeout -k 5 300 unshare --pid --mount --uts --ipc --cgroup --net --fork --kill-child bash "$0" "$1")
' "$work/boot" "$root" </dev/null || true
cat "$root/check/output"
exit "$(cat "$root/check/status" 2>/dev/null || echo 1)"
