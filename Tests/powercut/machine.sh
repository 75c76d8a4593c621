#!/bin/sh
# machine.sh DIRECTORY ARGUMENT...: the machine of a power cut, whose disk is DIRECTORY/disk, behind the host's cache.
cd "$1" && shift
exec qemu-system-x86_64 -accel tcg -cpu qemu64 -m 384 -nodefaults -display none -no-reboot \
  -kernel kernel -initrd initramfs -append "console=ttyS0 quiet edd=off panic=1" \
  -drive file=disk,if=virtio,format=raw,cache=writeback "$@"
