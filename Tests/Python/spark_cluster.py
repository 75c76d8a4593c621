"""A real Spark: a master and two workers, each with an address, an executor and a core of its own.

Spark's `local-cluster` gives both workers the machine's one name, and speculation never runs a task
a second time on the host that it runs on already.
"""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

CHECKOUT = Path(__file__).resolve().parents[2]
SPARK = Path(pyspark.__file__).parent
MASTER = "spark://127.0.0.1:17077"


def children(pid):
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def used_by_all_of(pid):
    times = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]
    own = sum(map(int, times)) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(used_by_all_of, children(pid)))


class Cluster:
    """Started once; sessions come and go on it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.package = self.folder / "winnow.zip"
        with zipfile.ZipFile(self.package, "w") as package:
            for path in (CHECKOUT / "Sources/Python/src/winnow").glob("*.py"):
                package.write(path, f"winnow/{path.name}")
        self.daemons = []
        self.start("master.Master", "127.0.0.1", "--port", "17077", "--webui-port", "0")
        for address in ("127.0.0.1", "127.0.0.2"):
            limits = ["--cores", "1", "--memory", "1g", "--webui-port", "0"]
            work = ["--work-dir", str(self.folder / address)]
            self.start("worker.Worker", address, *limits, *work, MASTER)

    def start(self, name, address, *arguments):
        environment = {
            **os.environ,
            "SPARK_HOME": str(SPARK),
            "SPARK_LOCAL_IP": address,
            "SPARK_DAEMON_MEMORY": "256m",
        }
        with open(self.folder / f"{name}-{address}.log", "wb") as log:
            self.daemons.append(
                subprocess.Popen(
                    [
                        SPARK / "bin/spark-class",
                        f"org.apache.spark.deploy.{name}",
                        "--host",
                        address,
                        *arguments,
                    ],
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
            )

    def session(self, executors=2, master=MASTER, **settings):
        """A session, once its executors are there."""
        os.environ["PYSPARK_PYTHON"] = sys.executable
        builder = (
            SparkSession.builder.master(master)
            .appName("winnow")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "1g")
            .config("spark.executor.memory", "700m")
            .config("spark.executor.cores", "1")
            # Each time: what the first session has is Java's until it ends.
            .config("spark.cores.max", str(executors))
            .config("spark.submit.pyFiles", str(self.package))
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "4")
            # Each file is a partition of its own.
            .config("spark.sql.files.openCostInBytes", "128m")
            .config("spark.log.level", "ERROR")
        )
        for name, value in settings.items():
            builder = builder.config("spark." + name.replace("_", "."), value)
        session = builder.getOrCreate()
        deadline = time.monotonic() + 120
        # The driver itself is in the list.
        while len(session._jsc.sc().statusTracker().getExecutorInfos()) < executors + 1:
            assert time.monotonic() < deadline, f"no {executors} executors: see {self.folder}"
            time.sleep(0.1)
        return session

    def executors(self):
        """The process ids of the executors' Java machines, the children of the workers' own."""
        return [pid for worker in self.daemons[1:] for pid in children(worker.pid)]

    def processor_seconds(self):
        """What the executors have used, with their Python and the programs that have ended."""
        return sum(map(used_by_all_of, self.executors()))

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.send_signal(signal.SIGTERM)
        for daemon in self.daemons:
            daemon.wait()
