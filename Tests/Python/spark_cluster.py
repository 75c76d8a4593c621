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

    def session(self, **settings):
        """A session with both executors, or with what the settings say."""
        os.environ["PYSPARK_PYTHON"] = sys.executable
        builder = (
            SparkSession.builder.master(MASTER)
            .appName("winnow")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "1g")
            .config("spark.executor.memory", "700m")
            .config("spark.executor.cores", "1")
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
        wanted = 1 if settings.get("cores_max") == "1" else 2
        # The driver itself is in the list.
        while len(session._jsc.sc().statusTracker().getExecutorInfos()) < wanted + 1:
            time.sleep(0.1)
        return session

    def executors(self):
        """The process ids of the executors' Java machines."""
        workers = {daemon.pid for daemon in self.daemons[1:]}
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().split(b"\0")
                parent = int((path.parent / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if (
                parent in workers
                and b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words
            ):
                found.append(int(path.parent.name))
        return found

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.send_signal(signal.SIGTERM)
        for daemon in self.daemons:
            daemon.wait()
