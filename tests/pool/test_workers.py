"""Processes under supervision: what each does to itself costs no other task."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from unres.errors import NO_MEMORY
from unres.pool import Event, Retire, Workers, in_order

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


def act(setup: str, task: str) -> str:
    """What the processes of these tests do: as they are told."""
    if task == "sleep":
        time.sleep(60)
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "abort":
        os.abort()
    if task == "leave":
        os._exit(3)
    if task == "raise":
        raise ValueError("no good")
    if task == "worn":
        raise Retire(f"{os.getpid()}")
    return f"{setup} {task} {os.getpid()}" if task == "who" else f"{setup} {task}"


def refuse(_: str) -> None:
    """A process that never becomes ready."""
    os._exit(1)


def all_events(workers: Workers, tasks: list[str], seconds: float = 20) -> dict[str, list[Event]]:
    """Gives the tasks, waits for the end of each."""
    named = {workers.submit(task, seconds): task for task in tasks}
    events: dict[str, list[Event]] = {}
    end = time.monotonic() + 60
    while sum(map(len, events.values())) < len(tasks):
        assert time.monotonic() < end, events
        for event in workers.wait(0.5):
            events.setdefault(named[event.task], []).append(event)
    return events


def test_who_dies_raises_or_leaves_is_named_and_the_others_are_done():
    with Workers(2, act, "hello") as workers:
        events = all_events(workers, ["a", "die", "b", "raise", "leave", "c", "d"])
    assert {task: found[0].kind for task, found in events.items()} == {
        "a": "done",
        "b": "done",
        "c": "done",
        "d": "done",
        "die": "died",
        "raise": "failed",
        "leave": "died",
    }
    assert events["a"][0].result == "hello a"
    assert events["die"][0].result == "ended by SIGKILL"
    assert events["leave"][0].result == "ended with exit code 3"
    assert events["raise"][0].result == "ValueError: no good"


def test_who_takes_too_long_is_ended_and_what_waited_for_it_is_done():
    began = time.monotonic()
    with Workers(1, act, "") as workers:
        events = all_events(workers, ["sleep", "a"], seconds=2)
        assert time.monotonic() - began < 40
    assert (events["sleep"][0].kind, events["a"][0].kind) == ("timeout", "done")


def test_who_is_worn_has_done_its_task_and_is_replaced():
    with Workers(1, act, "") as workers:
        events = all_events(workers, ["worn", "who", "a"])
    assert {found[0].kind for found in events.values()} == {"done"}
    assert events["who"][0].result.split()[-1] != events["worn"][0].result


def test_processes_that_never_begin_are_no_endless_loop():
    with pytest.raises(RuntimeError, match="end before they begin"), Workers(1, act, "", prepare=refuse) as workers:
        all_events(workers, ["a"])


def test_what_other_processes_cannot_run_is_said_at_once():
    with pytest.raises(TypeError, match="must be functions at the top of a module"):
        Workers(1, lambda _setup, task: task, "")


def test_none_is_left_afterwards():
    with Workers(2, act, "") as workers:
        all_events(workers, ["a", "b"])
        pids = workers.pids
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_ends_come_in_the_order_of_the_tasks():
    tasks = ["a", "die", "b", "sleep", "raise", *map(str, range(200)), "leave", "c"]
    ends = list(in_order(act, "hello", iter(tasks), 2, seconds=2))
    assert len(ends) == len(tasks)
    kinds = dict(zip(tasks, [end.kind for end in ends], strict=True))
    expected = {"die": "died", "leave": "died", "sleep": "timeout", "raise": "failed"}
    assert kinds == {task: expected.get(task, "done") for task in tasks}
    assert [end.result for end in ends if end.kind == "done"] == [f"hello {t}" for t in tasks if t not in expected]
    assert ends[3].why(2) == ("timeout", "it took more than 2 seconds")
    assert ends[1].why() == ("died", "the process that worked on it ended by SIGKILL")
    assert ends[4].why() == ("internal", "a defect of unres: ValueError: no good")
    assert Event(1, "failed", "MemoryError: ").why()[0] == "memory"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds the limit of memory")
@pytest.mark.parametrize("task", ["abort", "ر" * 60 * 2**20], ids=["while it works", "while it takes the task"])
def test_who_ends_at_the_limit_of_memory_is_told_so_and_not_tried_again(task):
    ends = list(in_order(act, "hello", ["a", task, "b"], 1, memory=64 * 2**20))
    assert [end.kind for end in ends] == ["done", "failed", "done"]
    assert ends[1].why() == ("memory", NO_MEMORY)


def test_who_aborts_without_a_limit_of_memory_has_died():
    ends = list(in_order(act, "hello", ["abort", "b"], 1, memory=None))
    assert [end.kind for end in ends] == ["died", "done"]
    assert ends[0].why() == ("died", "the process that worked on it ended by SIGABRT")


def test_no_tasks():
    assert list(in_order(act, "", [], 1)) == []
