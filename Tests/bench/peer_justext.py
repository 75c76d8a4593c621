"""jusText on plain text, each line a paragraph; run alone, it is timed beside `winnow clean --jsonl`."""

import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

import justext

STOPS = justext.get_stoplist("English")


def article(text):
    page = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    paragraphs = justext.justext(page.encode(), STOPS, encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def winnow_seconds(winnow, root, texts):
    with tempfile.TemporaryFile() as lines:
        for text in texts:
            lines.write(json.dumps({"text": text}).encode() + b"\n")
        lines.seek(0)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [winnow, "--root", root, "clean", "--jsonl"],
            stdin=lines, stdout=subprocess.DEVNULL, check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    winnow = os.path.join(root, ".build/release/winnow")
    with open(os.path.join(root, "Tests/bench/corpus/articles.txt"), encoding="utf-8") as file:
        texts = file.read().split("\f\n") * 10
    article(texts[0])
    ratios, rates = [], []
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            article(text)
        peer = time.process_time() - start
        # The start is no work on the texts.
        own = winnow_seconds(winnow, root, texts) - winnow_seconds(winnow, root, texts[:1])
        ratios.append(peer / own)
        rates.append((len(texts) / own, len(texts) / peer))
    rates.sort()
    ratios.sort()
    own, peer = rates[2]
    print(f"clean --jsonl {own:.0f} documents/s of CPU, jusText {peer:.0f}: {ratios[2]:.1f} times as fast")


if __name__ == "__main__":
    sys.exit(main())
