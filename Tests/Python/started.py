"""The winnow processes that an engine's tasks start, found again by the ids that they leave."""

import os
import re
import threading
import time
from pathlib import Path

from corpus import CHECKOUT

BINARY = os.path.abspath(os.environ.get("WINNOW_BINARY", CHECKOUT / ".build/release/winnow"))


class Started:
    """A folder of process ids, and the command that writes them there."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True)

    def command(self, before=""):
        """winnow, after its process id and what stands before it."""
        script = f': >"$0/$$"; {before} exec "$@"'
        return ["sh", "-c", script, str(self.folder), BINARY, "clean"]

    def all(self):
        return [int(path.name) for path in self.folder.iterdir() if path.name.isdigit()]

    def running(self):
        return list(filter(is_winnow, self.all()))

    def when_one_answers(self, act):
        """Acts on the first that has written half a megabyte of answers; the thread ends then."""

        def wait():
            while not (found := [pid for pid in self.running() if written(pid) > 500_000]):
                time.sleep(0.01)
            act(found[0])

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        return thread


def is_winnow(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().startswith(BINARY.encode() + b"\0")
    except OSError:
        return False


def written(pid):
    try:
        return int(re.search(r"wchar: (\d+)", Path(f"/proc/{pid}/io").read_text())[1])
    except OSError:
        return 0


def snippet(heading):
    """The program in Python that stands below a heading of the package's README."""
    readme = (CHECKOUT / "Sources/Python/README.md").read_text()
    return readme.split(f"## {heading}\n")[1].split("```python\n")[1].split("```")[0]
