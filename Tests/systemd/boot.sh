#!/bin/bash
# Boots a minimal Debian with a real systemd as PID 1 in namespaces of its own, and runs a test in it.
# Usage: boot.sh STAGE TEST    STAGE is what `make install DESTDIR=STAGE` made, TEST a script.
# Wants root, mmdebstrap and util-linux. Exits as the test does; 125 where the boot failed.
set -euo pipefail
stage=$(realpath "$1") test=$(realpath "$2")
cache=${WINNOW_SYSTEMD_CACHE:-/var/cache/winnow-systemd}
packages=systemd,systemd-sysv,dbus,acl,strace,procps
packages+=,libinotifytools0,libsqlite3-0,libstdc++6,libuchardet0,libzstd1

# All mounts below are in a namespace of this script's own, and go with it.
if [[ -z ${WINNOW_BOOT:-} ]]; then
  WINNOW_BOOT=1 exec unshare --mount --propagation private -- bash "$0" "$@"
fi

# The suite of this machine, for the program is linked with this machine's libraries.
. /etc/os-release
key=$VERSION_CODENAME-$(sha256sum <<<"$packages" | cut -c1-12)
base=$cache/$key

build() {
  echo "building a root in $base (once) ..." >&2
  rm -rf "$cache"; mkdir -p "$base"
  mmdebstrap --quiet --variant=minbase --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    "$VERSION_CODENAME" "$base/root" \
    "$(apt-get indextargets --format '$(REPO_URI)' | grep -v -e -security | head -n 1)"
  local unit
  for unit in console-getty.service container-getty@.service getty-static.service getty@.service \
    apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer \
    dev-hugepages.mount sys-fs-fuse-connections.mount sys-kernel-debug.mount \
    sys-kernel-tracing.mount proc-sys-fs-binfmt_misc.automount; do
    ln -sf /dev/null "$base/root/etc/systemd/system/$unit"
  done
  ln -sf /lib/systemd/system/multi-user.target "$base/root/etc/systemd/system/default.target"
  echo 0123456789abcdef0123456789abcdef >"$base/root/etc/machine-id"
  : >"$base/root/etc/fstab"
  touch "$base/ok"
}
[[ -e $base/ok ]] || build

# This run: what is written goes into memory, over the cached root.
run=$(mktemp -d) root='' group='' box=''
root=$run/root
cleanup() {
  local status=$?
  set +e
  if [[ -n $group ]]; then
    echo 1 >"$group/cgroup.kill"
    # What was killed leaves its group a little later.
    for _ in {1..100}; do
      find "$group" -depth -type d -exec rmdir {} \;
      [[ -d $group ]] || break
      sleep 0.05
    done
  fi 2>/dev/null
  umount -l "$root" "$run"
  rmdir "$run"
  exit $status
}
mount -t tmpfs -o mode=755 winnow "$run"
trap cleanup EXIT
mkdir "$run/upper" "$run/work" "$root"
mount -t overlay overlay -o "lowerdir=$base/root,upperdir=$run/upper,workdir=$run/work" "$root"
# Unpacked inside, where /lib is a link into /usr.
tar -C "$stage" --owner=0 --group=0 -cf - . |
  chroot "$root" tar -C / --keep-directory-symlink --no-overwrite-dir -xpf -
install -m 755 "$test" "$root/test"
chroot "$root" systemd-sysusers

# PID 1 wants a cgroup2 to itself.
mount -t cgroup2 cgroup2 /sys/fs/cgroup
group=/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)/winnow-$$
mkdir "$group"

cat >"$run/init" <<'INIT'
set -e
cd "$1"
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755,nosuid dev dev
for node in null zero full random urandom tty; do : >dev/$node; mount --bind /dev/$node dev/$node; done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=1777,nosuid,nodev shm dev/shm
mount -t tmpfs -o mode=755,nosuid,nodev run run
mount -t tmpfs -o mode=1777,nosuid,nodev tmp tmp
mount --bind proc/sys proc/sys; mount -o remount,bind,ro proc/sys
mkdir run/old
pivot_root . run/old; umount -l /run/old; rmdir /run/old
# As a booted machine has it, or mounts that systemd makes for a unit don't reach it.
mount --make-rshared /
# The clock, the modules and the log of the machine outside stay out of reach.
exec env -i container=winnow PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  setpriv --bounding-set -sys_time,-sys_module,-sys_rawio,-syslog --inh-caps -all \
  /lib/systemd/systemd --system --log-target=journal --show-status=0
INIT
SECONDS=0 begun=$(date +%s%N)
(
  echo "$BASHPID" >"$group/cgroup.procs"
  exec setpriv --pdeathsig KILL unshare --pid --mount --uts --ipc --cgroup --net --fork --kill-child=KILL \
    bash "$run/init" "$root" </dev/null >"$run/console" 2>&1
) &
box=$!

fail() { cat "$run/console" >&2; echo "boot.sh: $1" >&2; exit 125; }
inside() { nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup "$@"; }
leader=''
until [[ -n $leader ]]; do
  kill -0 $box 2>/dev/null || fail "PID 1 ended"
  ((SECONDS < 60)) || fail "no PID 1"
  leader=$(head -n 1 "$group/init.scope/cgroup.procs" 2>/dev/null) || sleep 0.02
done
until state=$(inside systemctl is-system-running --wait 2>/dev/null) || [[ $state == degraded ]]; do
  ((SECONDS < 60)) || fail "not up: '$state'"
  sleep 0.05
done
echo "booted, $state, in $((($(date +%s%N) - begun) / 1000000)) ms"
[[ $state == running ]] || inside systemctl --failed --no-legend --plain

status=0
inside /test </dev/null || status=$?
exit $status
