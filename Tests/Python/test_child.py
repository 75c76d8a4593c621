"""winnow.clean against the real program, and against children that misbehave."""

import gc
import hashlib
import os
import signal
import subprocess
import sys
import time
import unittest
from itertools import count
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "Sources/Python/src"))

from winnow import WinnowError, child, clean  # noqa: E402

BINARY = os.environ.get("WINNOW_BINARY", str(CHECKOUT / ".build/debug/winnow"))
WINNOW = [BINARY, "clean"]


class Document(NamedTuple):
    id: object
    text: object


def documents(number):
    return [Document(n, f"Text number {n}.\nЁ {n}\n") for n in range(number)]


def program(body):
    """A child that is Python: `answer(line)` is what winnow would say, roughly."""
    return [
        sys.executable,
        "-c",
        "import hashlib, json, os, signal, sys, time\n"
        "def answer(line):\n"
        "    fields = json.loads(line)\n"
        "    digest = hashlib.sha256(fields['text'].encode()).hexdigest()\n"
        "    record = {'id': 'sha256:' + digest, 'text': 'clean', 'meta': {'id': fields['id']}}\n"
        "    return json.dumps(record)\n"
        "def end(n): print(json.dumps({'winnow_end': {'in': n, 'out': n, 'errors': 0}}))\n" + body,
    ]


HONEST = "n = 0\nfor line in sys.stdin:\n    print(answer(line)); n += 1\n"


def children():
    """The processes that this one has started and not reaped."""
    path = f"/proc/{os.getpid()}/task/{os.getpid()}/children"
    return Path(path).read_text().split()


class ChildTests(unittest.TestCase):
    def setUp(self):
        # A hang is a failure, not a wait for ever.
        signal.signal(signal.SIGALRM, self.hangs)
        signal.alarm(60)

    def hangs(self, *_):
        raise AssertionError("hangs")

    def tearDown(self):
        signal.alarm(0)
        gc.collect()
        self.assertEqual(children(), [], "a child was left")

    def refuses(self, command, pattern, number=20):
        with self.assertRaisesRegex(WinnowError, pattern):
            list(clean(documents(number), command=command))


class ProgramTests(ChildTests):
    """The real program."""

    def test_any_text_gets_its_answer(self):
        texts = {
            "plain": "Skip to content\nA headline of some words\n",
            "empty": "",
            "newlines": 'one\r\ntwo\n\nthree\u2028four "five" \\six',
            "control": "a\x01b\x7f",
            "nul": "a\0b",
            "long": "A sentence that comes again and again. " * 3_000,
            "emoji": "\U0001f33e winnow",
        }
        found = {d.id: a for d, a in clean([Document(*t) for t in texts.items()], command=WINNOW)}
        self.assertEqual(list(found), list(texts))
        for key, text in texts.items():
            self.assertIsNone(found[key].error)
            digest = hashlib.sha256(text.encode()).hexdigest()
            self.assertEqual(found[key].fields["id"], f"sha256:{digest}")
            self.assertEqual(found[key].record, found[key].line)
        self.assertEqual(found["plain"].text, "A headline of some words\n")
        restored = subprocess.run(
            [BINARY, "restore"], input=found["newlines"].line.encode(), stdout=subprocess.PIPE
        )
        self.assertEqual(restored.stdout.decode(), texts["newlines"])

    def test_what_is_no_text_is_an_error_of_its_own(self):
        bad = [
            Document("none", None),
            Document("half a pair", "a\ud800b"),
            Document("bytes", b"\xff\xfe".decode("utf-8", "surrogateescape")),
            Document("number", 5),
        ]
        good = Document("good", "A headline of some words\n")
        answers = list(clean([*bad, good], command=WINNOW))
        for document, answer in answers[:-1]:
            code = "no-text" if document.text is None else "bad-json"
            self.assertRegex(answer.error, f"^{code}: ", document)
            self.assertIsNone(answer.text or answer.title or answer.record)
        self.assertEqual(answers[-1][1].text, good.text)
        with self.assertRaisesRegex(WinnowError, "^document 'half a pair': bad-json: "):
            list(clean(bad[1:], command=WINNOW, on_error="raise"))

    def test_a_broken_configuration_is_told(self):
        command = ["sh", "-c", f'cd /; exec {BINARY} --root /proc "$@"', "sh", "clean"]
        self.refuses(command, "exit status 78, after 0 answers: winnow: .*etc/winnow", 20_000)

    def test_wrong_usage_is_told(self):
        with self.assertRaisesRegex(WinnowError, "exit status 64, .*--levle"):
            list(clean(documents(1), command=WINNOW, options=["--levle", "thorough"]))


class MisbehaviourTests(ChildTests):
    """A child that is not what it should be ends in an error that says so, and never in silence."""

    def test_an_honest_child_is_believed(self):
        answers = list(clean(documents(5000), command=program(HONEST + "end(n)")))
        self.assertEqual([d.id for d, _ in answers], list(range(5000)))
        self.assertEqual({a.text for _, a in answers}, {"clean"})

    def test_no_documents_start_no_process(self):
        self.assertEqual(list(clean([], command=["/nonexistent"])), [])

    def test_no_such_program(self):
        self.refuses(["/nonexistent"], "^/nonexistent: No such file or directory$")

    def test_dies_before_it_reads(self):
        self.refuses(program("sys.exit(3)"), "exit status 3, after 0 answers$", 100_000)

    def test_ends_well_before_it_reads(self):
        self.refuses(["true"], "^true: ended before its closing line", 100_000)

    def test_ends_well_after_five(self):
        body = "for _ in range(5): print(answer(sys.stdin.readline()))"
        self.refuses(program(body), "ended before its closing line, after 5 answers", 100_000)

    def test_killed_in_the_middle(self):
        body = (
            "for _ in range(7): print(answer(sys.stdin.readline()), flush=True)\n"
            "os.kill(os.getpid(), 9)"
        )
        self.refuses(program(body), "ended by signal 9, after 7 answers", 100_000)

    def test_cut_off_inside_a_line(self):
        self.refuses(program(HONEST + "sys.stdout.write(answer(line)[:20])"), "ended before")

    def test_swallows_a_line(self):
        self.refuses(program("sys.stdin.readline()\n" + HONEST + "end(n)"), "answer 1 is not to")

    def test_swallows_the_last_line(self):
        body = HONEST.replace("print", "if n < 19: print") + "end(20)"
        self.refuses(program(body), "gave no answer to document 19, after 19 answers")

    def test_miscounts(self):
        self.refuses(program(HONEST + "end(n - 1)"), "counted .*19.*, not .*20")

    def test_invents_a_line(self):
        self.refuses(program(HONEST + "print(answer(line)); end(n)"), "more than the 20 answers")

    def test_goes_on_after_the_end(self):
        self.refuses(program(HONEST + "end(n); print(answer(line))"), "more after its closing line")

    def test_babbles(self):
        self.refuses(
            program("for line in sys.stdin: print('Hello')"), "answer 1 is not a line of JSON"
        )

    def test_answers_with_anything(self):
        self.refuses(
            program("for line in sys.stdin: print('[]')"),
            "answer 1 is not to document 0, after 0 answers",
        )

    def test_answers_of_another_text(self):
        body = HONEST.replace("answer(line)", "answer(line.replace('number', 'other'))") + "end(n)"
        self.refuses(program(body), "answer 1 is not to document 0, after 0 answers")

    def test_answers_equal_texts_in_another_order(self):
        body = "lines = list(sys.stdin)\nfor line in lines[::-1]: print(answer(line))\nend(2)"
        with self.assertRaisesRegex(WinnowError, "answer 1 is not to document 'a'"):
            list(clean([Document("a", "text"), Document("b", "text")], command=program(body)))

    def test_fails_after_it_has_counted(self):
        self.refuses(program(HONEST + "end(n); sys.exit(74)"), "exit status 74, after 20 answers")

    def test_shuts_its_output_and_reads_on(self):
        body = "os.close(1)\nfor line in sys.stdin: pass\nos._exit(0)"
        with self.assertRaisesRegex(WinnowError, "ended before its closing line"):
            list(clean((Document(n, "text") for n in count()), command=program(body)))

    def test_complains_at_length(self):
        body = "sys.stderr.write('x' * 1_000_000 + ' the reason'); sys.exit(1)"
        with self.assertRaisesRegex(WinnowError, "x the reason$") as caught:
            list(clean(documents(1), command=program(body)))
        self.assertLess(len(str(caught.exception)), 10_000)

    def test_its_end_is_noticed_where_nobody_may_wait_for_it(self):
        # The daemon that forks Spark's workers ignores SIGCHLD, and then no exit status is known.
        before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        try:
            self.refuses(program("sys.exit(3)"), "ended before its closing line")
        finally:
            signal.signal(signal.SIGCHLD, before)


class CallerTests(ChildTests):
    """Whatever the caller does, the child is ended, and nothing waits for ever."""

    def test_documents_that_fail_halfway(self):
        def failing():
            yield from documents(1000)
            raise KeyError("upstream")

        seen = 0
        with self.assertRaisesRegex(KeyError, "upstream"):
            for _ in clean(failing(), command=program(HONEST + "end(n)")):
                seen += 1
        self.assertLess(seen, 1000)

    def test_a_caller_that_stops(self):
        endless = (Document(n, "text") for n in count())
        answers = clean(endless, command=program(HONEST + "end(n)"))
        next(answers)
        self.assertEqual(len(children()), 1)
        answers.close()
        self.assertEqual(children(), [])

    def test_a_caller_that_stops_and_a_child_that_does_not(self):
        body = "print(answer(sys.stdin.readline()), flush=True)\ntime.sleep(1000)"
        answers = clean(documents(10), command=program(body))
        next(answers)
        answers.close()

    def test_both_pipes_are_full(self):
        large = [Document(n, "x" * 300_000) for n in range(20)]
        body = HONEST.replace("answer(line)", "answer(line).replace('clean', 'y' * 300_000)")
        answers = list(clean(large, command=program(body + "end(n)")))
        self.assertEqual({len(answer.text) for _, answer in answers}, {300_000})

    def test_a_caller_that_forgets(self):
        answers = clean(documents(100_000), command=program(HONEST + "end(n)"))
        next(answers)
        del answers
        gc.collect()
        self.assertEqual(children(), [])

    def test_documents_are_taken_as_they_are_needed(self):
        taken = 0

        def counted():
            nonlocal taken
            for document in documents(100_000):
                taken += 1
                yield document

        answers = clean(counted(), command=program(HONEST + "end(n)"))
        next(answers)
        time.sleep(0.5)
        # What fits into two pipes and the buffers of a Python program.
        self.assertLess(taken, 10_000)
        answers.close()

    def test_a_thread_may_ask(self):
        import threading

        found = []
        thread = threading.Thread(
            target=lambda: found.extend(clean(documents(50), command=program(HONEST + "end(n)")))
        )
        thread.start()
        thread.join(30)
        self.assertEqual(len(found), 50)

    def test_a_forked_process_may_ask(self):
        pid = os.fork()
        if pid == 0:
            answers = list(clean(documents(50), command=program(HONEST + "end(n)")))
            os._exit(len(answers))
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 50)

    def test_the_environment_stays_outside(self):
        os.environ["SECRET"] = "known"
        body = HONEST.replace(
            "answer(line)", "answer(line).replace('clean', ' '.join(sorted(os.environ)))"
        )
        try:
            answers = list(clean(documents(1), command=program(body + "end(n)")))
        finally:
            del os.environ["SECRET"]
        self.assertEqual(set(answers[0][1].text.split()) - {"PATH", "LC_CTYPE"}, set())

    def test_on_error_is_checked_at_once(self):
        with self.assertRaisesRegex(ValueError, "on_error"):
            clean([], on_error="drop")


class CommandTests(unittest.TestCase):
    """Where the program is looked for."""

    def setUp(self):
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        self.addCleanup(os.environ.__setitem__, "PATH", os.environ["PATH"])
        os.chdir(self.folder.name)
        os.environ["PATH"] = f"{self.folder.name}/bin"

    def make(self, name):
        path = Path(self.folder.name).resolve() / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
        return str(path)

    def test_the_worker_of_an_archive_comes_first(self):
        with self.assertRaisesRegex(WinnowError, "no ./winnow/winnow-clean"):
            child.default_command()
        winnow = self.make("bin/winnow")
        self.assertEqual(child.default_command(), [winnow, "clean"])
        worker = self.make("bin/winnow-clean")
        self.assertEqual(child.default_command(), [worker])
        shipped = self.make("winnow/winnow-clean")
        self.assertEqual(child.default_command(), [shipped])


if __name__ == "__main__":
    unittest.main()
