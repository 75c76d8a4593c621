"""Short articles, the same on every run and no two alike, and what the daemon makes of them."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLES = CHECKOUT / "Tests/bench/corpus"


def articles(count):
    """Pairs of an id and a text: lines of a page of the benchmarks' samples, and a number."""
    pages = [
        page.strip("\n").split("\n")
        for name in ("articles", "cyrillic", "names")
        for page in (SAMPLES / f"{name}.txt").read_text().split("\f")
    ]
    for number in range(count):
        draw = random.Random(number)
        page = draw.choice(pages)
        lines = [page[i] for i in sorted(draw.sample(range(len(page)), min(16, len(page))))]
        lines.insert(
            draw.randrange(len(lines)), f"The report bears the number {number} of the year."
        )
        yield f"{number:06}", "\n".join(lines) + "\n"


def stored(winnow, documents, folder):
    """The records that `winnow once` stores of these, by id: the daemon's own words."""
    root = Path(folder)
    inbox = root / "var/spool/winnow/inbox"
    inbox.mkdir(parents=True)
    (root / "var/lib/winnow").mkdir(parents=True)
    shutil.copytree(CHECKOUT / "etc", root / "etc")
    for id, text in documents:
        # In the inbox itself, not in a source's folder: a source's memory is the daemon's alone.
        (inbox / f"{id}.txt").write_text(text, newline="")
    subprocess.run([winnow, "--root", root, "once"], check=True, stderr=subprocess.DEVNULL)
    lines = (root / "var/lib/winnow/records.jsonl").read_text().splitlines()
    return {json.loads(line)["path"][:-4]: without_receipt(line) for line in lines}


def without_receipt(line):
    """The bytes of a record but those that tell how the document came, and its CRC."""
    line = re.sub(r'"path":(null|"[^"]*"),"received":(null|"[^"]*")', "", line, count=1)
    return re.sub(r'(,"meta":\{"id":"[^"]*"\})?,"crc":"[0-9a-f]{8}"\}$', "", line)
