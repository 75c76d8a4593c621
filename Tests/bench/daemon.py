"""How fast files go from the inbox to a durable line, beside what else a user may take for it.

Usage: daemon.py WINNOW FLOOR [--counts 1000,10000,100000] [--rates 1,100,1000] [--only NAME,...]
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# A contestant that would take longer for the next count than this is left out there.
PATIENCE = 180
NUMBER = re.compile(rb"Report number (\d+)\.")


def bodies():
    with open(os.path.join(HERE, "corpus/articles.txt"), "rb") as file:
        return [text[:4980].rsplit(b"\n", 1)[0] for text in file.read().split(b"\f\n") if len(text) > 4980]


BODIES = bodies()


def text(number):
    return BODIES[number % len(BODIES)] + b"\nReport number %d.\n" % number


class Contestant:
    """A way to turn files into lines: a folder to drop into, one file of lines, a command."""

    # Scripts start other programs, whose time is not known.
    is_one_process = True

    def __init__(self, name, parent):
        self.name = name
        self.root = tempfile.mkdtemp(prefix="winnow-bench-", dir=parent)
        self.inbox, self.done, self.staging = (self.path(n) for n in ("inbox", "done", "staging"))
        self.store = self.path("store.jsonl")
        # By segment, how many bytes have been read and how many lines were in them.
        self.counted = {}
        self.prepare()
        for folder in (self.inbox, self.done, self.staging):
            os.makedirs(folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.root, name)

    def prepare(self):
        pass

    def command(self):
        raise NotImplementedError

    def ready(self):
        time.sleep(0.5)

    def start(self):
        self.process = subprocess.Popen(
            self.command(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )

    def stop(self):
        # Only the session that was started here.
        os.killpg(self.process.pid, signal.SIGTERM)
        return self.wait()

    def wait(self):
        """Seconds of processor time; what it started itself is not in it."""
        _, self.process.returncode, usage = os.wait4(self.process.pid, 0)
        return usage.ru_utime + usage.ru_stime

    def remove(self):
        shutil.rmtree(self.root)

    def lines(self):
        """Lines in all segments; what has been counted is not read again, or it would take a core."""
        folder, stem = os.path.dirname(self.store), os.path.basename(self.store)[:-6]
        for name in os.listdir(folder):
            if not (name.startswith(stem) and name.endswith(".jsonl")):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                segment = os.fstat(file.fileno()).st_ino
                offset, count = self.counted.get(segment, (0, 0))
                file.seek(offset)
                while block := file.read(1 << 20):
                    offset, count = offset + len(block), count + block.count(b"\n")
                self.counted[segment] = (offset, count)
        return sum(count for _, count in self.counted.values())


class Winnow(Contestant):
    workers = None
    verb = "run"

    def prepare(self):
        shutil.copytree(os.path.join(ROOT, "etc"), self.path("etc"))
        if self.workers:
            with open(self.path("etc/winnow/winnow.toml"), "a", encoding="utf-8") as file:
                file.write(f"workers = {self.workers}\n")
        spool = self.path("var/spool/winnow")
        self.inbox, self.done = os.path.join(spool, "inbox"), os.path.join(spool, "done")
        self.store = self.path("var/lib/winnow/records.jsonl")

    def command(self):
        return [ARGUMENTS.winnow, "--root", self.root, self.verb]

    def ready(self):
        status = [ARGUMENTS.winnow, "--root", self.root, "status"]
        while subprocess.run(status, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
            time.sleep(0.05)


class WinnowAlone(Winnow):
    workers = 1


class WinnowOnce(Winnow):
    verb = "once"


class WinnowOnceAlone(WinnowOnce):
    workers = 1


class Floor(Contestant):
    verb = []

    def command(self):
        return [ARGUMENTS.floor, *self.verb, self.inbox, self.done, self.store]


class FloorOnce(Floor):
    verb = ["-1"]


class Inotifywait(Contestant):
    is_one_process = False

    def command(self):
        return ["sh", os.path.join(HERE, "peer_inotifywait.sh"), self.inbox, self.done, self.store]


class Watchdog(Contestant):
    def command(self):
        return [sys.executable, os.path.join(HERE, "peer_watchdog.py"), self.inbox, self.done, self.store]

    def ready(self):
        time.sleep(2)


class Incron(Contestant):
    is_one_process = False

    def command(self):
        for folder in ("users", "system"):
            os.makedirs(self.path(folder))
        script = os.path.join(HERE, "peer_incron.sh")
        with open(self.path("system/bench"), "w", encoding="utf-8") as table:
            table.write(f"{self.inbox} IN_CLOSE_WRITE,IN_MOVED_TO sh {script} {self.done} {self.store} $@ $#\n")
        with open(self.path("incron.conf"), "w", encoding="utf-8") as settings:
            settings.write(f"system_table_dir = {self.path('system')}\nuser_table_dir = {self.path('users')}\n")
            settings.write(f"lockfile_dir = {self.root}\nlockfile_name = lock\n")
        return ["incrond", "-n", "-f", self.path("incron.conf")]


def has(*programs):
    return all(shutil.which(program) for program in programs)


def has_modules():
    # jusText itself, with all that it imports, is the question.
    return subprocess.run([sys.executable, "-c", "import justext, watchdog"], stderr=subprocess.DEVNULL).returncode == 0


def contestants():
    yield "winnow once", WinnowOnce
    yield "winnow once, 1 worker", WinnowOnceAlone
    yield "floor -1", FloorOnce
    yield "winnow run", Winnow
    yield "winnow run, 1 worker", WinnowAlone
    yield "floor", Floor
    yield "watchdog, jusText", Watchdog if has_modules() else None
    yield "inotifywait, sed, jq", Inotifywait if has("inotifywait", "jq") else None
    yield "incron, sed, jq", Incron if has("incrond", "jq") else None


def fill(contestant, folder, count):
    size = 0
    for number in range(count):
        size += len(text(number))
        with open(os.path.join(folder, f"{number}.txt"), "wb") as file:
            file.write(text(number))
    return size


def wait_for(contestant, count):
    """Seconds until so many lines are there, and how many came; gives up when nothing comes for long."""
    begin = last = time.monotonic()
    lines = 0
    while lines < count:
        time.sleep(0.01 if count <= 10_000 else 0.2)
        now = contestant.lines()
        if now > lines:
            lines, last = now, time.monotonic()
        elif time.monotonic() - last > 20:
            break
    return last - begin, lines


def throughput(name, kind, count):
    contestant = kind(name, ARGUMENTS.directory)
    once = isinstance(contestant, (WinnowOnce, FloorOnce))
    try:
        size = fill(contestant, contestant.inbox if once else contestant.staging, count)
        begin = time.monotonic()
        if once:
            contestant.start()
            cpu = contestant.wait()
            took, lines = time.monotonic() - begin, contestant.lines()
        else:
            contestant.start()
            contestant.ready()
            begin = time.monotonic()
            for number in range(count):
                os.rename(
                    os.path.join(contestant.staging, f"{number}.txt"),
                    os.path.join(contestant.inbox, f"{number}.txt"),
                )
            moved = time.monotonic() - begin
            took, lines = wait_for(contestant, count)
            took += moved
            cpu = contestant.stop()
        lost = f", {count - lines} LOST" if lines < count else ""
        each = f" {1000 * cpu / count:8.3f} ms CPU a file" if contestant.is_one_process else ""
        print(f"  {name:24}{count:>8} files {took:8.2f} s {count / took:9.0f} files/s {size / took / 1e6:8.2f} MB/s"
              f"{each}{lost}", flush=True)
        return took
    finally:
        contestant.remove()


def latency(name, kind, rate):
    """Milliseconds from close(2) to the visible line, at so many files a second."""
    contestant = kind(name, ARGUMENTS.directory)
    count = max(20, min(rate * 10, 3000))
    closed, seen, rest, offset = {}, {}, b"", 0
    try:
        contestant.start()
        contestant.ready()
        begin = last = time.monotonic()
        number = 0
        while len(seen) < count and time.monotonic() - last < 20:
            if number < count and time.monotonic() >= begin + number / rate:
                with open(os.path.join(contestant.inbox, f"{number}.txt"), "wb", buffering=0) as file:
                    file.write(text(number))
                closed[number] = last = time.monotonic()
                number += 1
            try:
                if os.stat(contestant.store).st_size > offset:
                    with open(contestant.store, "rb") as file:
                        file.seek(offset)
                        block = file.read()
                    at = time.monotonic()
                    offset += len(block)
                    *whole, rest = (rest + block).split(b"\n")
                    for line in whole:
                        found = NUMBER.search(line)
                        if found:
                            seen.setdefault(int(found[1]), at)
            except FileNotFoundError:
                pass
            time.sleep(0.0001)
        contestant.stop()
        times = sorted((seen[n] - closed[n]) * 1000 for n in seen)
        if not times:
            print(f"  {name:24}{rate:>6} files/s: no line came")
            return
        lost = f", {count - len(times)} LOST" if len(times) < count else ""
        print(f"  {name:24}{rate:>6} files/s: median {times[len(times) // 2]:8.1f} ms, "
              f"99 % within {times[min(len(times) - 1, len(times) * 99 // 100)]:8.1f} ms{lost}", flush=True)
    finally:
        contestant.remove()


def numbers(words):
    return [int(word) for word in words.split(",") if word]


def main():
    known = list(contestants())
    if ARGUMENTS.only:
        known = [pair for pair in known if pair[0] in ARGUMENTS.only.split(";")]
    print("From the inbox to durable lines, files of 5 kB: waiting (once, -1), or moved in all at once")
    took = {}
    for count in numbers(ARGUMENTS.counts):
        for name, kind in known:
            if kind is None:
                print(f"  {name:24}is not installed here")
            elif took.get(name, (1, 0))[1] * count / took.get(name, (1, 0))[0] < PATIENCE:
                took[name] = (count, throughput(name, kind, count))
            else:
                print(f"  {name:24}{count:>8} files would take too long")
    print("From close(2) to the visible line")
    for rate in numbers(ARGUMENTS.rates):
        for name, kind in known:
            if kind in (Winnow, WinnowAlone, Floor):
                latency(name, kind, rate)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("winnow")
    parser.add_argument("floor")
    parser.add_argument("--counts", default="1000,10000,100000")
    parser.add_argument("--rates", default="1,100,1000")
    parser.add_argument("--only", help="names of contestants, with ; between them")
    parser.add_argument("--directory", help="where the folders are made; a disk, not memory")
    ARGUMENTS = parser.parse_args()
    main()
