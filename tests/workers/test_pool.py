"""Work side by side: every item has its result, and nothing is left behind."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from autograder.sandbox.call import Call
from autograder.workers.pool import side_by_side
from autograder.workers.sandboxes import Sandboxes
from autograder.workers.worker_process import WorkerProcess
from tests.toy_settings import LIMITS
from tests.workers import jobs
from tests.workers.processes import children

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]


def run(work, items, workers=2, **options):
    """Do work on items."""

    def make():
        return Sandboxes(LIMITS, "none")

    return side_by_side(work, items, make=make, places=workers, **options)


def double(place, item):
    """Work that needs no sandbox."""
    return 2 * item


def in_a_session(place, item):
    """Work that does."""
    with place.for_files().session() as session:
        session.run_file("f", f"def f(x):\n    return x + {item}", 0, 5.0)
        return session.call(Call("f", {"x": 1}, file="f"), 5.0).output


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize("workers", [1, 3])
def test_every_item_has_its_result(workers, in_order):
    """However many work."""
    pairs = list(run(double, range(200), workers, in_order=in_order))
    assert sorted(pairs) == [(item, 2 * item) for item in range(200)]
    assert not in_order or pairs == sorted(pairs)


def test_results_come_as_they_are_ready_or_in_order():
    """One that takes long keeps the others waiting only where their order counts."""
    for in_order, wanted in ((False, [2, 1]), (True, [1, 2])):
        other_done = threading.Event()

        def work(place, item, other_done=other_done):
            if item == 1:
                assert other_done.wait(10)
                time.sleep(0.05)
            else:
                other_done.set()
            return item

        assert [item for item, _ in run(work, [1, 2], in_order=in_order)] == wanted


@pytest.mark.parametrize(("in_order", "most"), [(False, 3), (True, 17)])
def test_items_are_made_as_there_is_room(in_order, most):
    """Not all at once; and where one takes long, the others do not run out of work."""
    made, go_on = [], threading.Event()

    def items():
        for number in range(100):
            made.append(number)
            if number >= most - 1:
                go_on.set()
            yield number

    def work(place, item):
        assert go_on.wait(10)

    results = run(work, items(), 1, in_order=in_order)
    next(results)
    assert len(made) <= most + 1
    results.close()


def test_nobody_shares_a_place():
    """Two that run at a time have one each; one after the other may have the same."""
    busy, seen = set(), set()

    def work(place, item):
        assert place not in busy
        busy.add(place)
        seen.add(place)
        time.sleep(0.001)
        busy.remove(place)

    list(run(work, range(50), 3))
    assert len(seen) <= 3


def test_interpreters_are_ended():
    """Those that were started; a place with nothing to do starts none."""
    before = children()
    results = run(in_a_session, [1, 2, 3], 2, in_order=True)
    assert next(results) == (1, 2)
    assert 1 <= len(children() - before) <= 2
    assert list(results) == [(2, 3), (3, 4)]
    assert children() == before


@pytest.mark.parametrize("in_order", [True, False])
def test_an_error_comes_through_and_ends_all(in_order):
    """Of the work, or of the making of the items."""
    before = children()

    def work(place, item):
        if item == 3:
            raise ZeroDivisionError
        return in_a_session(place, item)

    with pytest.raises(ZeroDivisionError):
        list(run(work, range(10), in_order=in_order))
    assert children() == before

    def items():
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(run(in_a_session, items(), in_order=in_order))
    assert children() == before


def test_whoever_wants_no_more_results_does_not_wait_for_them(monkeypatch):
    """As after Ctrl-C; a worker may need minutes for a submission."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    before = children()
    items = [("double", 1), ("sleep", 60)]
    results = side_by_side(
        WorkerProcess.ask, items, make=lambda: WorkerProcess(jobs.DEEDS, "", LIMITS), places=2
    )
    assert next(results) == (("double", 1), 2)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 30
    assert children() == before
