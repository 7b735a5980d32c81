"""The same rows from clusters, also when they lose workers and nodes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.archive import RESULTS, check_batches
from factcheck.archive.checking import Checker
from factcheck.archive.inputs import Columns, shards
from factcheck.archive.running import Work, run
from tests.archive.pages import lines, parquet, row
from tests.archive.test_archive import Rows, checked, files_in, rows

pytestmark = pytest.mark.slow


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A Ray cluster of two nodes on this machine."""
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "object_store_memory": 300_000_000})
    made.add_node(num_cpus=2, object_store_memory=300_000_000)
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def by_ray(output: Path, *inputs: Path) -> Rows:
    from factcheck.archive.engines.ray import RayEngine

    run(shards(inputs, files_in), Work(Checker(), output, Columns()), RayEngine(actors=2), lambda _: None)
    return rows(output)


def test_the_same_rows_from_ray(tmp_path: Path, cluster: Any) -> None:
    inputs = parquet(tmp_path / "p.parquet", 300, group=60), lines(tmp_path / "p.jsonl", 20)
    assert by_ray(tmp_path / "ray", inputs[0]) == checked(tmp_path / "here", inputs[0])
    assert by_ray(tmp_path / "ray lines", inputs[1]) == checked(tmp_path / "here lines", inputs[1])


@pytest.mark.parametrize("lost", ["worker", "node"])
def test_the_same_rows_from_ray_when_it_loses_some(tmp_path: Path, cluster: Any, lost: str) -> None:
    pages = parquet(tmp_path / "p.parquet", 1_200, group=100)
    node = cluster.add_node(num_cpus=2, object_store_memory=300_000_000) if lost == "node" else None

    def lose() -> None:
        while not list((tmp_path / "ray" / "_blocks").glob("*.json")):
            time.sleep(0.1)
        if node is not None:
            cluster.remove_node(node, allow_graceful=False)
            return
        found = subprocess.run(["pgrep", "-f", "ray::.*Checking"], capture_output=True, text=True, check=False)
        for process in found.stdout.split()[:1]:
            os.kill(int(process), signal.SIGKILL)

    loser = threading.Thread(target=lose, daemon=True)
    loser.start()
    assert by_ray(tmp_path / "ray", pages) == checked(tmp_path / "here", pages)
    loser.join(timeout=1)


def test_the_same_results_from_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        pages = spark.createDataFrame(
            [
                (page["id"], page["url"], f"{page['id']}.md", None, page["date"], page["text"].encode(), None)
                for page in map(row, range(30))
            ],
            "id string, url string, path string, format string, date string, content binary, problem string",
        ).repartition(3)
        results = pages.mapInArrow(check_batches, from_arrow_schema(RESULTS)).collect()
    finally:
        spark.stop()
    assert sorted(result["id"] for result in results) == [row(number)["id"] for number in range(30)]
    there = checked(tmp_path / "here", parquet(tmp_path / "p.parquet", 30))
    assert sum(len(result["claims"]) for result in results) == len(there["claims"])
    assert sorted(f.message for result in results for f in result["findings"]) == sorted(
        finding["message"] for finding in there["findings"]
    )
