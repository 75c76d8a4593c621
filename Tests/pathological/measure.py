#!/usr/bin/env python3
"""Time and memory of `winnow clean --json` on files that are bad on purpose.

    measure.py BINARY [KIND...]      SIZES=16k,64k,1m,16m  LIMIT=120 (processor seconds a run)

Each kind is made at each size and cleaned; the start-up time, which an empty file shows, is taken
off. Files are given many times in one run, for a second at least, so that what is measured isn't
the clock. A kind fails that takes more than twice the time a byte at any size than at the smallest.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile

from kinds import KINDS

UNITS = {"k": 1 << 10, "m": 1 << 20}
SIZES = os.environ.get("SIZES", "16k,64k,1m,16m").split(",")
LIMIT = int(os.environ.get("LIMIT", "120"))
# So much is cleaned in a run at least, and so much at most, by giving files many times.
AMOUNT = 1 << 20
MOST = 1 << 26


def size_of(word):
    return int(word[:-1]) * UNITS[word[-1]]


def run(binary, path, times):
    """Processor seconds and the largest size in bytes of one run; None where it took too long."""

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))

    child = subprocess.Popen(
        [binary, "clean", "--json"] + [path] * times, stdout=subprocess.DEVNULL, preexec_fn=limit
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode in (-signal.SIGKILL, -signal.SIGXCPU):
        return None
    if child.returncode != 0:
        sys.exit(f"{path}: winnow ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def main():
    binary, wanted = sys.argv[1], sys.argv[2:] or list(KINDS)
    failed = []
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "file.txt")
        open(path, "wb").close()
        starts = sorted(run(binary, path, 1) for _ in range(5))
        start, base = starts[2]
        print(f"start-up {start:.2f} s, {base >> 20} MB; then nanoseconds a byte")
        print(f"{'kind':28}" + "".join(f"{size:>9}" for size in SIZES) + "   memory/file")
        for kind in wanted:
            costs = []
            memory = ""
            print(f"{kind:28}", end="", flush=True)
            for word in SIZES:
                size = size_of(word)
                content = KINDS[kind](size, random.Random(1))
                with open(path, "wb") as file:
                    file.write(content)
                times = max(1, AMOUNT // size)
                used = run(binary, path, times)
                while used and used[0] < start + 1 and times * size < MOST:
                    times *= 4
                    used = run(binary, path, times)
                if used is None:
                    print(f"   >{LIMIT}s", end="", flush=True)
                    costs.append(float("inf"))
                    break
                costs.append((used[0] - start) * 1e9 / (len(content) * times))
                memory = f"{(used[1] - base) / len(content):9.1f}x"
                print(f"{costs[-1]:9.0f}", end="", flush=True)
            grows = max(costs) > 2 * costs[0]
            print(f"   {memory}{'  GROWS' if grows else ''}", flush=True)
            if grows:
                failed.append(kind)
    if failed:
        sys.exit("more than linear: " + ", ".join(failed))


main()
