"""A scheduler, a worker and the grader in one process: what the cluster is asked, and answers."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers import dask_cluster
from autograder.workers.dask_cluster import ClusterError, DaskCluster
from autograder.workers.worker_process import WorkerLostError
from tests.toy_settings import LIMITS
from tests.workers import jobs

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def scheduler():
    """A scheduler that has no workers yet."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=0,
        processes=False,
        host="127.0.0.1",
        protocol="tcp",
        dashboard_address="127.0.0.1:0",
    ) as made:
        yield made


@pytest.fixture(scope="module")
def cluster(scheduler):
    """The grader's connection; a worker comes while it waits."""
    from autograder.workers.dask_worker import work_for

    working = threading.Thread(target=work_for, args=(scheduler.scheduler_address, 1))
    said: list[str] = []

    def hear(sentence: str) -> None:
        said.append(sentence)
        working.start()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        with DaskCluster(scheduler.scheduler_address, hear) as connected:
            assert said == [f"waiting for workers at {scheduler.scheduler_address}"]
            yield connected
        scheduler.close()
        working.join(60)
    assert not working.is_alive()


@pytest.fixture(scope="module")
def place(cluster):
    """Where requests are answered."""
    return cluster.maker(jobs.NAMED_DEEDS, "", LIMITS)()


def test_what_is_asked_is_answered(cluster, place):
    """As by a worker of this machine."""
    assert place.ask({"do": "double", "with": 21}) == 42
    assert cluster.places == 2


def test_why_there_is_no_reply_comes_back(place):
    """And the next request is answered."""
    with pytest.raises(WorkerLostError) as lost:
        place.ask({"do": "raise", "with": 3})
    assert (lost.value.reason, lost.value.type) == ("judging_error", "IndexError")
    with pytest.raises(SandboxUnavailableError, match=": nothing can be confined"):
        place.ask({"do": "unavailable", "with": "landlock"})
    assert place.ask({"do": "double", "with": 1}) == 2


def test_a_cluster_whose_workers_are_all_gone(place, monkeypatch):
    """Nobody waits for them without end; a reply that comes late is one."""
    monkeypatch.setattr(dask_cluster, "_LOOK", 0.1)
    assert place.ask({"do": "sleep", "with": 0.3}) is None
    monkeypatch.setattr(dask_cluster, "_PATIENCE", 0.5)
    monkeypatch.setattr(place._client, "nthreads", dict)
    with pytest.raises(ClusterError, match="has no workers any more"):
        place.ask({"do": "sleep", "with": 3.0})


def test_nobody_waits_for_what_is_not_wanted_any_more(cluster, monkeypatch):
    """As after Ctrl-C."""
    monkeypatch.setattr(dask_cluster, "_LOOK", 0.1)
    place = cluster.maker(jobs.NAMED_DEEDS, "", LIMITS)()
    threading.Timer(0.3, place.stop).start()
    with pytest.raises(WorkerLostError, match="judging_ended"):
        place.ask({"do": "sleep", "with": 2.0})


def test_a_machine_with_other_versions_answers_nothing(cluster, monkeypatch):
    """Its results could be others."""
    other = cluster.maker(jobs.NAMED_DEEDS, "", LIMITS)()
    monkeypatch.setattr(other, "_same", "another digest")
    with pytest.raises(ClusterError, match="has another version of the autograder, of Python"):
        other.ask({"do": "double", "with": 1})


def test_nobody_answers(monkeypatch):
    """One sentence, to the grader and to a worker."""
    from autograder.workers import dask_worker

    monkeypatch.setattr(dask_cluster, "_PATIENCE", 0.6)
    with pytest.raises(ClusterError, match="no scheduler answers at tcp"):
        DaskCluster("tcp://127.0.0.1:9")
    monkeypatch.setattr(dask_worker, "_PATIENCE", "0.1s")
    with pytest.raises(ClusterError, match="no scheduler answers at tcp"):
        dask_worker.work_for("tcp://127.0.0.1:9", 1)
