"""winnow.spark on a real Spark: every document exactly once, or an error that says why.

Usage: `make test-spark`; pyspark is installed, with pyarrow and pandas, and the package is not.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from corpus import CHECKOUT, articles, stored, without_receipt
from pyspark.sql import functions as F
from spark_cluster import Cluster
from started import BINARY, Started, snippet

sys.path.insert(0, str(CHECKOUT / "Sources/Python/src"))

import winnow.spark

COUNT = 20_000
FOLDER = Path(tempfile.mkdtemp(prefix="winnow-spark-"))


def setUpModule():
    global ARTICLES, STORED, CLUSTER
    ARTICLES = list(articles(COUNT))
    STORED = stored(BINARY, ARTICLES, FOLDER / "root")
    CLUSTER = Cluster(FOLDER)


def tearDownModule():
    CLUSTER.stop()
    shutil.rmtree(FOLDER)


def parquet(folder, parts):
    """A folder of Parquet, a file for each part; Spark makes each file a partition."""
    folder.mkdir(exist_ok=True)
    for number, part in enumerate(parts):
        table = pa.table(
            {"id": [d[0] for d in part], "text": [d[1] for d in part], "n": range(len(part))}
        )
        schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("n", pa.int64())])
        pq.write_table(table.cast(schema), folder / f"{number:03}.parquet")
    return str(folder)


def reaped():
    """The processor time of this process's ended children."""
    times = os.times()
    return times.children_user + times.children_system


def even(documents, parts):
    return [documents[number::parts] for number in range(parts)]


class SparkTests(unittest.TestCase):
    """On one session of two executors."""

    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.spark = CLUSTER.session(**cls.settings)

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        self.folder = FOLDER / self.id()
        self.started = Started(self.folder / "started")
        self.addCleanup(self.leave_nothing)

    def leave_nothing(self):
        deadline = time.monotonic() + 30
        while self.started.running():
            self.assertLess(time.monotonic(), deadline, "a child goes on after its job")
            time.sleep(0.1)

    def read(self, parts):
        return self.spark.read.parquet(parquet(self.folder / "in", parts))

    def write(self, df, **arguments):
        """Cleans into Parquet; a job's output is what its committed tasks wrote."""
        arguments.setdefault("command", self.started.command())
        winnow.spark.clean(df, **arguments).write.parquet(str(self.folder / "out"))
        return pq.read_table(self.folder / "out").sort_by("id").to_pylist()

    def assertStored(self, rows, documents):
        """Every document is there once, and is what the daemon stores, to the byte."""
        self.assertEqual([row["id"] for row in rows], sorted(id for id, _ in documents))
        for row in rows:
            self.assertEqual(without_receipt(row["winnow"]["record"]), STORED[row["id"]])
            self.assertIsNone(row["winnow"]["error"])

    def fails(self, pattern, df, **arguments):
        arguments.setdefault("command", self.started.command())
        begun = time.monotonic()
        with self.assertRaisesRegex(Exception, pattern):
            winnow.spark.clean(df, **arguments).collect()
        self.assertLess(time.monotonic() - begun, 120)


class ClusterTests(SparkTests):
    def test_all_is_what_the_daemon_stores(self):
        df = self.read(even(ARTICLES, 8))
        self.assertStored(self.write(df), ARTICLES)
        self.assertEqual(len(self.started.all()), 8)

    def test_a_child_is_killed(self):
        killed = self.started.when_one_answers(lambda pid: os.kill(pid, signal.SIGKILL))
        rows = self.write(self.read(even(ARTICLES[:8000], 4)))
        self.assertFalse(killed.is_alive())
        self.assertStored(rows, ARTICLES[:8000])
        self.assertEqual(len(self.started.all()), 5)

    def test_an_executor_is_killed(self):
        before = set(CLUSTER.executors())
        self.assertEqual(len(before), 2)
        killed = self.started.when_one_answers(lambda _: os.kill(min(before), signal.SIGKILL))
        rows = self.write(self.read(even(ARTICLES[:8000], 4)))
        self.assertFalse(killed.is_alive())
        self.assertStored(rows, ARTICLES[:8000])
        self.assertGreater(len(self.started.all()), 4)

    def test_skew_and_an_empty_partition(self):
        parts = [ARTICLES[:4000], ARTICLES[4000:4080], ARTICLES[4080:4160], []]
        rows = self.write(self.read(parts))
        self.assertStored(rows, ARTICLES[:4160])
        self.assertEqual(len(self.started.all()), 3)

    def test_poison(self):
        df = self.read([[("null", None), *ARTICLES[:500]]])
        df = df.union(self.spark.sql("SELECT 'bytes', CAST(X'61FF62' AS STRING), 7L"))
        rows = winnow.spark.clean(df, command=self.started.command())
        found = {row.id: row for row in rows.withColumn("hex", F.hex("text")).collect()}
        self.assertEqual(len(found), 502)
        self.assertIsNone(found["null"].text)
        self.assertRegex(found["null"].winnow.error, "^no-text: wanted")
        self.assertEqual((found["bytes"].hex, found["bytes"].n), ("61FF62", 7))
        self.assertRegex(found["bytes"].winnow.error, "^bad-json: byte 0: wanted UTF-8")
        for id in ("null", "bytes"):
            row = found.pop(id).winnow
            self.assertEqual((row.record, row.title, row.language), (None, None, None))
        self.assertTrue(all(row.winnow.error is None for row in found.values()))
        self.fails("document '(null|bytes)': (no-text|bad-json)", df, on_error="raise")

    def test_upstream_fails(self):
        df = self.read([ARTICLES[:2000]])
        broken = F.when(F.col("id") == "001500", F.raise_error(F.lit("upstream"))).otherwise("")
        self.fails("upstream", df.withColumn("text", F.concat("text", broken)))

        @F.udf("string")
        def python(text):
            if "number 1500 " in text:
                raise KeyError("upstream")
            return text

        self.fails("KeyError: 'upstream'", df.withColumn("text", python("text")))

    def test_a_child_ends_early(self):
        df = self.read(even(ARTICLES[:2000], 2))
        half = ["sh", "-c", f"{BINARY} clean --jsonl | head -n 500"]
        self.fails("WinnowError: .*ended before its closing line", df, command=half)
        self.fails("WinnowError: .*ended before its closing line", df, command=["true"])

    def test_a_broken_configuration_reaches_the_driver(self):
        df = self.read(even(ARTICLES[:2000], 2))
        pattern = "WinnowError: .*exit status 78, after 0 answers: winnow: /proc/etc/winnow/"
        self.fails(pattern, df, command=[BINARY, "--root", "/proc", "clean"])

    def test_a_few_rows_of_many(self):
        df = self.read(even(ARTICLES[:8000], 4))
        rows = winnow.spark.clean(df, command=self.started.command()).limit(10).collect()
        self.assertEqual(len(rows), 10)

    def test_columns(self):
        df = self.read(even(ARTICLES[:100], 2))
        cleaned = winnow.spark.clean(
            df.select(F.col("text").alias("body"), F.array("n").alias("list"), "n"),
            text="body",
            id="n",
            command=self.started.command(),
        )
        self.assertEqual(cleaned.columns, ["body", "list", "n", "winnow"])
        for row in cleaned.collect():
            self.assertEqual(row.list, [row.n])
            self.assertIn(f'"meta":{{"id":{row.n}}}', row.winnow.record)
        for wrong, pattern in (
            (df.drop("text"), "text: no such column"),
            (df.withColumn("text", F.lit(5)), r"text: a column of int can't be used"),
            (df.withColumn("winnow", F.lit(5)), "winnow: there is such a column"),
        ):
            with self.assertRaisesRegex(ValueError, pattern):
                winnow.spark.clean(wrong)

    def test_readme(self):
        """Its program, with the worker's archive, as `spark-submit --archives` ships it."""
        archive = Path(os.environ["WINNOW_WORKER"]).resolve()
        self.spark.sparkContext.addArchive(f"{archive}#winnow")
        pages = self.read(even(ARTICLES[:400], 4)).withColumnRenamed("id", "url")
        pages.write.parquet(str(self.folder / "pages"))
        program = snippet("Spark")
        for name in ("pages", "clean", "records"):
            program = program.replace(f'("{name}")', f'("{self.folder / name}")')
        exec(program, {})
        rows = self.spark.read.text(str(self.folder / "records")).collect()
        self.assertEqual(
            sorted(without_receipt(row.value) for row in rows),
            sorted(STORED[id] for id, _ in ARTICLES[:400]),
        )


class LocalClusterTests(SparkTests):
    """On the cluster that Spark starts for tests of its own: two executors on one host."""

    settings = {"master": "local-cluster[2,1,1024]"}

    def test_all_is_what_the_daemon_stores(self):
        df = self.read(even(ARTICLES, 8))
        self.assertStored(self.write(df), ARTICLES)
        self.assertEqual(len(self.started.all()), 8)


class SpeculationTests(SparkTests):
    settings = {
        "speculation": "true",
        "speculation_interval": "100ms",
        "speculation_quantile": "0.5",
        "speculation_multiplier": "1.5",
    }

    def test_a_straggler_is_overtaken(self):
        straggler = 'if mkdir "$0/straggler" 2>&-; then sleep 300; fi;'
        begun = time.monotonic()
        rows = self.write(
            self.read(even(ARTICLES[:4000], 8)), command=self.started.command(before=straggler)
        )
        self.assertLess(time.monotonic() - begun, 250)
        self.assertStored(rows, ARTICLES[:4000])
        self.assertGreater(len(self.started.all()), 8)


class SpeedTests(SparkTests):
    """What one executor does, and what the program does by itself."""

    settings = {"executors": 1}

    def test_speed(self):
        figures = {"one executor": self.job()}
        self.spark.stop()
        type(self).spark = CLUSTER.session()
        figures["two executors"] = self.job()
        for number in (1, 2):
            inputs = [self.lines(part) for part in even(ARTICLES, number)]
            figures[f"pipes, {number}"] = self.timed(
                lambda inputs=inputs: self.pipe(inputs), reaped
            )
        size = sum(len(text.encode()) for _, text in ARTICLES) / 1e6
        print(f"\n{COUNT} documents, {size:.1f} MB; MB/s by the clock and by processor time")
        for name, (clock, processor) in figures.items():
            rows, speeds = COUNT / clock, (size / clock, size / processor)
            print(f"{name:14} {clock:6.1f} s {processor:6.1f} s {rows:6.0f} rows/s", end=" ")
            print("{:6.2f} MB/s {:6.2f} MB/s".format(*speeds))

    def timed(self, act, used):
        begun, before = time.monotonic(), used()
        act()
        return time.monotonic() - begun, used() - before

    def job(self):
        """The time of the second of two: Java has compiled then what it runs."""
        df = self.read(even(ARTICLES, 8))
        for _ in range(2):
            shutil.rmtree(self.folder / "out", ignore_errors=True)
            figures = self.timed(lambda: self.write(df), CLUSTER.processor_seconds)
        return figures

    def lines(self, documents):
        path = self.folder / f"{len(documents)}-{documents[0][0]}.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in documents))
        return path

    def pipe(self, inputs):
        processes = [
            subprocess.Popen(["sh", "-c", f"{BINARY} clean --jsonl <{path} >{path}.out"])
            for path in inputs
        ]
        self.assertEqual([process.wait() for process in processes], [0] * len(inputs))


if __name__ == "__main__":
    unittest.main()
