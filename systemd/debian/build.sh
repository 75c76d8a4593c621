#!/bin/sh
# Makes the Debian package of the program that is built in this checkout.
# Usage: build.sh VERSION FOLDER
set -eu
version=$1
checkout=$(cd "$(dirname "$0")/../.." && pwd)
folder=$2/winnow-$version
rm -rf "$2"
mkdir -p "$folder"
cp -r "$checkout/systemd/debian" "$folder/debian"

# The same commit gives the same package.
: "${SOURCE_DATE_EPOCH:=$(git -C "$checkout" log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH
maintainer=$(sed -n 's/^Maintainer: //p' "$folder/debian/control")
{
  printf 'winnow (%s) unstable; urgency=medium\n\n' "$version"
  # What CHANGELOG.md says of this version, in Debian's form.
  awk '/^## / { section++ } section != 1 { next }
    sub(/^- /, "") { if (entry) print entry; entry = $0; next } sub(/^  /, " ") { entry = entry $0 }
    END { print entry }' "$checkout/CHANGELOG.md" |
    while read -r entry; do
      echo "$entry" | fold -sw 74 | sed '1s/^/  * /; 2,$s/^/    /; s/ *$//'
    done
  printf '\n -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -uRd "@$SOURCE_DATE_EPOCH")"
} >"$folder/debian/changelog"
cd "$folder"
CHECKOUT=$checkout dpkg-buildpackage --build=binary --no-sign
