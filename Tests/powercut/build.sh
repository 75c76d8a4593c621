#!/bin/sh
# build.sh WINNOW ROOT DIRECTORY: makes DIRECTORY/kernel and DIRECTORY/initramfs, a small Linux that runs WINNOW
# with the etc/winnow of ROOT. The kernel is Debian's; nothing is installed.
set -eu
winnow=$1 root=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
cd "$out"
if [ ! -e kernel ]; then
  package=$(apt-cache depends linux-image-cloud-amd64 | awk '/Depends: linux-image/ { print $2; exit }')
  apt-get download -qq "$package"
  dpkg-deb -x "$package"_*.deb image
  cp image/boot/vmlinuz-* kernel
fi
rm -rf guest
mkdir -p guest/bin guest/modules guest/etc/winnow
cp "$here/init" guest/init
cp "$(command -v busybox)" guest/bin/busybox
cp "$winnow" guest/bin/winnow
strip guest/bin/winnow
ldd "$winnow" | awk '$2 == "=>" { print $3 } $1 ~ /ld-linux/ { print $1 }' | while read -r library; do
  mkdir -p "guest$(dirname "$library")"
  cp -L "$library" "guest$library"
done
cc -shared -fPIC -o guest/unsafe.so "$here/unsafe.c"
for module in virtio_ring virtio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci virtio_blk; do
  cp "$(find image -name $module.ko | head -n 1)" guest/modules/
done
# Few rules, no names and no model: they cost seconds of a slow processor at each start, and change nothing about the store.
mkdir -p guest/etc/winnow/rules.d guest/etc/winnow/schemes guest/etc/winnow/names.d
cp "$root/etc/winnow/rules.d/en.toml" guest/etc/winnow/rules.d/
printf 'segment_bytes = "64KiB"\ncompress = "zstd"\n' > guest/etc/winnow/winnow.toml
(cd guest && find . | cpio -o -H newc --quiet) > initramfs

# The machine as it is before it sees its disk: so a start takes a second, and not ten.
rm -f monitor.in monitor.out serial.in serial.out state
mkfifo monitor.in monitor.out serial.in serial.out
truncate -s 256M disk
# shellcheck disable=SC2094
sh "$here/machine.sh" "$out" -serial pipe:serial -monitor pipe:monitor &
exec 3> monitor.in 4< serial.out
cat monitor.out > /dev/null &
while read -r line <&4; do
  case $line in *WAITING*) break ;; esac
done
echo 'migrate_set_parameter max-bandwidth 10G' >&3
echo 'migrate "exec:cat > state"' >&3
echo quit >&3
wait
