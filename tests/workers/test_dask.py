"""A class on several machines, which all are this one."""

from __future__ import annotations

import pytest

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission
from autograder.workers.class_grading import grade_all
from autograder.workers.dask_cluster import ClusterError, DaskCluster, checked_address
from tests.cli.running import run, stopped
from tests.toy_settings import LIMITS
from tests.workers.dask_processes import Cluster

BEYOND = "is beyond this machine and not encrypted"
NONE = "is no address of a scheduler"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://192.0.2.7:8786", BEYOND),
        ("tcp://[2001:db8::1]:8786", BEYOND),
        ("tcp://0.0.0.0:8786", BEYOND),
        ("http://127.0.0.1:8786", NONE),
        ("tcp://127.0.0.1", NONE),
        ("tcp://127.0.0.1:none", NONE),
        ("8786", NONE),
    ],
)
def test_nothing_goes_over_a_network_in_the_open(address, said):
    """Neither from the grader nor to a worker; a program could be run there by anybody."""
    with pytest.raises(ClusterError, match=said):
        checked_address(address)
    assert said in stopped(run("worker", address))


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://[::1]:8786", "tls://192.0.2.7:8786"]
)
def test_what_is_encrypted_or_stays_here_is_allowed(address):
    """Certificates are Dask's own affair."""
    assert checked_address(address) == address


@pytest.mark.proof
@pytest.mark.sandbox
def test_a_worker_that_is_killed_loses_nothing(toy_keys, tmp_path):
    """What it was doing another one does; everybody has a result, once."""
    answers = {f"s{n}": f"return x * {n % 3 + 1}" for n in range(30)}
    class_ = (
        Submission(name, "basics", (Piece(0, f"def double(x):\n    {text}", "double"),), {})
        for name, text in answers.items()
    )
    with Cluster(tmp_path) as cluster:
        doomed = cluster.add_worker()
        cluster.add_worker()
        with DaskCluster(cluster.address) as connected:
            connected._client.wait_for_workers(2, timeout=60)
            graded = grade_all(
                class_,
                {"basics": [toy_keys["double"]]},
                limits=LIMITS,
                layers="inner",
                workers=1,
                cluster=connected,
            )
            found = []
            for submission, result in graded:
                found.append((submission.student, result.score))
                if len(found) == 5:
                    doomed.kill()
    assert len(found) == len(answers)
    assert dict(found) == {name: 10 if "* 2" in text else 0 for name, text in answers.items()}


@pytest.mark.proof
@pytest.mark.sandbox
def test_a_scheduler_that_is_gone_is_one_sentence(toy_keys, tmp_path):
    """Neither a traceback nor a grader that waits for ever."""
    with Cluster(tmp_path) as cluster:
        cluster.add_worker()
        with DaskCluster(cluster.address) as connected:
            scheduler = cluster.processes[0]

            def class_():
                for number in range(40):
                    if number == 9:
                        scheduler.kill()
                    yield Submission(f"s{number}", "basics", (), {"double": "missing"})

            graded = grade_all(
                class_(),
                {"basics": [toy_keys["double"]]},
                limits=LIMITS,
                layers="inner",
                workers=1,
                cluster=connected,
            )
            with pytest.raises(ClusterError, match="is gone"):
                list(graded)
