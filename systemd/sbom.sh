#!/bin/sh
# Writes the bill of materials of a built program as CycloneDX 1.5: the Swift packages that it was built of,
# as they were resolved, and the Debian packages whose libraries it loads. Licences are those of NOTICE.
# Usage: sbom.sh BINARY VERSION
set -eu
binary=$1
version=$2
checkout=$(cd "$(dirname "$0")/.." && pwd)

# licence STEM: what NOTICE says of the library that has the stem in its name.
licence() {
  awk -v stem="$1" 'match($0, /  +/) && index(tolower(substr($0, 1, RSTART)), tolower(stem)) {
    print substr($0, RSTART + RLENGTH)
    exit
  }' "$checkout/NOTICE"
}

# component NAME VERSION PURL LICENCE
component() {
  licences=
  [ -z "$4" ] || licences=",\"licenses\":[{\"license\":{\"name\":\"$4\"}}]"
  purl=$(echo "$3" | sed 's/+/%2B/g')
  printf ',\n    {"type":"library","name":"%s","version":"%s","purl":"%s"%s}' "$1" "$2" "$purl" "$licences"
}

swift_version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')
cat <<TEXT
{
  "bomFormat": "CycloneDX",
  "specVersion": "1.5",
  "version": 1,
  "metadata": {
    "component": {"type":"application","name":"winnow","version":"$version","licenses":[{"license":{"id":"MIT"}}]}
  },
  "components": [
TEXT
printf '    {"type":"framework","name":"swift","version":"%s","licenses":[{"license":{"name":"%s"}}]}' \
  "$swift_version" "$(licence 'Swift runtime')"

awk -F'"' '/"location"/ { url = $4; sub(/\.git$/, "", url) } /"version" *: *"/ { print url, $4 }' "$checkout/Package.resolved" |
  while read -r url release; do
    name=${url##*/}
    found=$(licence "$name")
    [ -n "$found" ] || { echo "sbom.sh: NOTICE says nothing of $name" >&2; exit 1; }
    component "$name" "$release" "pkg:swift/${url#*://}@$release" "$found"
  done

# dpkg may know a library below /lib or below /usr/lib, which are one directory.
ldd "$binary" | awk '$3 ~ /^\// { print $3 }' | while read -r file; do
  file=$(realpath "$file")
  dpkg-query -S "$file" "${file#/usr}" 2>/dev/null || true
done | cut -d: -f1 | sort -u | while read -r package; do
  dpkg-query -W -f '${Package} ${Version} ${Architecture} ${source:Package}\n' "$package"
done | while read -r name release architecture source; do
  stem=$(echo "$source" | sed 's/^lib//; s/[-0-9.]*$//')
  component "$name" "$release" "pkg:deb/debian/$name@$release?arch=$architecture" "$(licence "$stem")"
done
printf '\n  ]\n}\n'
