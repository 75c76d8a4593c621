"""winnow.datatrove on a real LocalPipelineExecutor: every document exactly once, or an error.

Usage: `make test-datatrove`; the package is installed, with datatrove and what its steps want.
"""

import gzip
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from corpus import articles, stored, without_receipt
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import LambdaFilter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from started import BINARY, Started, snippet
from winnow import WinnowError
from winnow.datatrove import WinnowCleaner

COUNT = 4000
TASKS = 4


def setUpModule():
    global FOLDER, ARTICLES, STORED
    FOLDER = Path(tempfile.mkdtemp(prefix="winnow-datatrove-"))
    ARTICLES = list(articles(COUNT))
    STORED = stored(BINARY, ARTICLES, FOLDER / "root")
    (FOLDER / "in").mkdir()
    for task in range(TASKS):
        with open(FOLDER / f"in/{task}.jsonl", "w") as file:
            for id, text in ARTICLES[task::TASKS]:
                file.write(json.dumps({"id": id, "text": text, "url": f"https://{id}"}) + "\n")


def tearDownModule():
    shutil.rmtree(FOLDER)


def executor(texts, folder, command):
    """Two tasks at a time, of four."""
    return LocalPipelineExecutor(
        [
            JsonlReader(str(texts)),
            WinnowCleaner(command=command),
            JsonlWriter(str(folder / "out")),
        ],
        tasks=TASKS,
        workers=2,
        logging_dir=str(folder / "log"),
    )


def run_apart(*arguments):
    os.setsid()
    executor(*arguments).run()


class ExecutorTests(unittest.TestCase):
    """The step in a pipeline."""

    def setUp(self):
        self.folder = FOLDER / self.id()
        self.started = Started(self.folder / "started")

    def run_all(self, command=None):
        return executor(FOLDER / "in", self.folder, command or self.started.command()).run()

    def completed(self):
        return len(list((self.folder / "log").glob("completions/*")))

    def assertStored(self):
        found = []
        for path in (self.folder / "out").iterdir():
            with gzip.open(path, "rt") as file:
                found += map(json.loads, file)
        self.assertEqual(sorted(doc["id"] for doc in found), [id for id, _ in ARTICLES])
        for doc in found:
            told = doc["metadata"]["winnow"]
            self.assertEqual(without_receipt(told["record"]), STORED[doc["id"]])
            self.assertEqual(doc["text"], json.loads(told["record"])["text"])
            self.assertEqual(doc["metadata"]["url"], f"https://{doc['id']}")
        self.assertEqual(self.started.running(), [])

    def test_all_is_what_the_daemon_stores(self):
        begun = time.monotonic()
        statistics = self.run_all().stats[1].stats
        print(f"\n{COUNT} documents, two tasks at a time: {time.monotonic() - begun:.1f} s")
        self.assertStored()
        self.assertEqual((self.completed(), len(self.started.all())), (TASKS, TASKS))
        for name in ("total", "forwarded", "cleaned"):
            self.assertEqual(statistics[name].total, COUNT)
        self.assertNotIn("error", statistics)
        self.assertGreater(statistics["removed"].total, 100 * COUNT)

    def test_a_child_is_killed(self):
        killed = self.started.when_one_answers(lambda pid: os.kill(pid, signal.SIGKILL))
        with self.assertRaisesRegex(WinnowError, "was ended by signal 9, after [0-9]+ answers"):
            self.run_all()
        self.assertFalse(killed.is_alive())
        self.assertLess(self.completed(), TASKS)
        self.run_all()
        self.assertStored()

    def test_all_is_killed_and_resumed(self):
        arguments = (FOLDER / "in", self.folder, self.started.command())
        process = multiprocessing.get_context("spawn").Process(target=run_apart, args=arguments)
        process.start()
        while not (self.completed() and self.started.running()):
            self.assertTrue(process.is_alive())
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.join()
        before = self.completed()
        self.assertIn(before, range(1, TASKS))
        started = len(self.started.all())
        self.run_all()
        self.assertStored()
        self.assertEqual(len(self.started.all()), started + TASKS - before)

    def test_readme(self):
        (self.folder / "pages").symlink_to(FOLDER / "in")
        (self.folder / "clean_pages.py").write_text(snippet("datatrove"))
        path = os.path.dirname(BINARY) + os.pathsep + os.environ["PATH"]
        subprocess.run(
            [sys.executable, "clean_pages.py"],
            cwd=self.folder,
            env={**os.environ, "PATH": path},
            check=True,
        )
        (self.folder / "clean").rename(self.folder / "out")
        self.assertStored()

    def test_a_broken_configuration_is_told(self):
        with self.assertRaisesRegex(WinnowError, "exit status 78, after 0 .*: winnow: /proc/etc/"):
            self.run_all([BINARY, "--root", "/proc", "clean"])
        self.assertEqual(self.completed(), 0)


class StepTests(unittest.TestCase):
    """The step by itself."""

    poison = ("none", None), ("half a pair", "a\ud800b")

    def documents(self):
        good = Document("Skip to content\nHi there\n", "good", metadata={"url": "u", "n": [1]})
        return iter([good, *(Document(text, id) for id, text in self.poison)])

    def test_what_is_no_text_is_kept_with_its_error(self):
        step = WinnowCleaner(command=[BINARY, "clean"])
        good, *bad = step(self.documents())
        self.assertEqual(good.text, "Hi there\n")
        self.assertEqual((good.metadata["url"], good.metadata["n"]), ("u", [1]))
        self.assertIsNone(good.metadata["winnow"]["error"])
        for doc, (id, text) in zip(bad, self.poison, strict=True):
            self.assertEqual((doc.id, doc.text), (id, text))
            self.assertRegex(doc.metadata["winnow"]["error"], "^(no-text|bad-json): ")
            self.assertIsNone(doc.metadata["winnow"]["record"])
        self.assertEqual(step.stats["error"].total, 2)
        self.assertEqual(step.stats["removed"].total, len("Skip to content\n"))
        sound = LambdaFilter(lambda doc: not doc.metadata["winnow"]["error"])
        self.assertEqual([doc.id for doc in sound(step(self.documents()))], ["good"])

    def test_an_error_may_fail_the_task(self):
        step = WinnowCleaner(command=[BINARY, "clean"], on_error="raise")
        with self.assertRaisesRegex(WinnowError, "document 'none': no-text: "):
            list(step(self.documents()))


if __name__ == "__main__":
    unittest.main()
