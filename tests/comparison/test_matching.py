"""Which block became which."""

from __future__ import annotations

import time

import pytest

import unres

SUBJECTS = (
    "wells in dry regions", "bridges over mountain rivers", "schools in the evening", "lamps along the harbour",
    "letters that were lost", "seeds of wild barley", "maps of the sea floor", "clocks in railway stations",
)  # fmt: skip


def resolution(*paragraphs: str, preamble: tuple[str, ...] = ()) -> unres.Resolution:
    """A resolution of these paragraphs, numbered; a line that opens with a bracket is a subparagraph."""
    lines = ["The General Assembly,", *(f"{clause}," for clause in preamble)]
    number = 0
    for paragraph in paragraphs:
        if paragraph.startswith("("):
            lines.append(paragraph)
        else:
            number += 1
            lines.append(f"{number}. {paragraph}")
    return unres.parse("\n\n".join(lines), language="en")


def became(older: unres.Resolution, newer: unres.Resolution) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.kind, change.older and change.older.id, change.newer and change.newer.id)
        for change in unres.compare(older, newer).blocks
    ]


PLAIN = [f"Urges Member States to keep account of {subject};" for subject in SUBJECTS]


def test_nothing_changed():
    assert {kind for kind, _, _ in became(resolution(*PLAIN), resolution(*PLAIN))} == {"kept"}


def test_one_dropped_renumbers_the_others():
    found = unres.compare(resolution(*PLAIN), resolution(*PLAIN[:2], *PLAIN[3:]))
    assert found.counts == {"kept": 7, "changed": 0, "added": 0, "dropped": 1, "moved": 0}
    assert [change.older.id for change in found.blocks if change.kind == "dropped"] == ["op3"]
    assert [change.newer.id for change in found.blocks if change.renumbered] == ["op3", "op4", "op5", "op6", "op7"]


def test_one_added():
    new = "Welcomes the donation of a telescope by the municipality;"
    found = became(resolution(*PLAIN), resolution(*PLAIN[:4], new, *PLAIN[4:]))
    assert [entry for entry in found if entry[0] != "kept"] == [("added", None, "op5")]


def test_one_moved_and_the_others_stay():
    found = became(resolution(*PLAIN), resolution(PLAIN[5], *PLAIN[:5], *PLAIN[6:]))
    assert [entry for entry in found if entry[0] != "kept"] == [("moved", "op6", "op1")]


def test_one_moved_and_changed():
    moved = PLAIN[5].replace("keep account of", "keep a careful account of")
    found = unres.compare(resolution(*PLAIN), resolution(moved, *PLAIN[:5], *PLAIN[6:])).blocks
    assert [(change.kind, [edit.newer.text for edit in change.edits]) for change in found if change.kind != "kept"] == [
        ("moved", ["a careful"])
    ]


def test_one_replaced_is_dropped_and_added():
    other = "Expresses its gratitude to the Government of the host country for the hospitality shown;"
    found = became(resolution(*PLAIN), resolution(*PLAIN[:3], other, *PLAIN[4:]))
    assert sorted(entry for entry in found if entry[0] != "kept") == sorted(
        [("dropped", "op4", None), ("added", None, "op4")], key=str
    )


def test_the_same_text_several_times_stays_in_its_order():
    paragraphs = ["Urges States:", "(a) To report;"] * 3
    assert {kind for kind, _, _ in became(resolution(*paragraphs), resolution(*paragraphs))} == {"kept"}


@pytest.mark.parametrize("count", [2, 10, 40, 200])
def test_the_same_text_many_times(count):
    """As in a table: which of them went nobody can say, but one did, and the others stayed."""
    same = ["Takes note of the report of the Board;"]
    found = unres.compare(
        resolution(PLAIN[0], *same * count, PLAIN[1]), resolution(PLAIN[0], *same * (count - 1), PLAIN[1])
    )
    assert found.counts == {"kept": count + 1, "changed": 0, "added": 0, "dropped": 1, "moved": 0}


def test_a_subparagraph_under_another_parent_has_moved():
    older = resolution(PLAIN[0][:-1] + ":", "(a) To paint every lamp in the harbour green;", PLAIN[1][:-1] + ":",
                       "(a) To repair the railings of the old bridge;")  # fmt: skip
    newer = resolution(PLAIN[0][:-1] + ":", PLAIN[1][:-1] + ":", "(a) To paint every lamp in the harbour green;",
                       "(b) To repair the railings of the old bridge;")  # fmt: skip
    assert [entry for entry in became(older, newer) if entry[0] != "kept"] == [("moved", "op1.a", "op2.a")]


def test_a_clause_that_became_a_paragraph_has_moved():
    text = "the keepers of lighthouses on remote islands receive no letters between November and April"
    older = resolution(*PLAIN[:3], preamble=(f"Noting that {text}",))
    newer = resolution(f"Notes that {text};", *PLAIN[:3])
    assert became(older, newer)[0] == ("moved", "pp1", "op1")


def test_numbers_move_on_in_a_series():
    older = resolution("Requests a report at its sixty-seventh session, pursuant to resolution 65/12 of 3 May 2011;")
    newer = resolution("Requests a report at its sixty-eighth session, pursuant to resolution 66/40 of 9 June 2012;")
    assert [kind for kind, _, _ in became(older, newer)] == ["changed"]


def test_dropped_ones_stand_where_they_stood():
    older = resolution(*PLAIN)
    newer = resolution(*PLAIN[2:5], *PLAIN[6:])
    ids = [change.older.id for change in unres.compare(older, newer).blocks]
    assert ids == [f"op{n}" for n in range(1, 9)]


@pytest.mark.speed
def test_five_hundred_blocks():
    older = resolution(*(f"Urges Member States to count the {n} lamps of house {n * 7 % 501};" for n in range(500)))
    newer = resolution(*(f"Urges Member States to count the {n} lamps of house {n * 7 % 499};" for n in range(500)))
    start = time.process_time()
    unres.compare(older, newer)
    assert time.process_time() - start < 6
