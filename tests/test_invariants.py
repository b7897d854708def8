"""What holds for every text whatever, searched for with documents made of true and broken pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import unres
from unres.exports.akn import to_akn
from unres.exports.text import to_text
from unres.models import Resolution, Span
from unres.scripts import western_digits

CORPUS = Path(__file__).parent / "corpus"
DOCUMENTS = {path.name.removesuffix(".txt"): path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))}
PIECES = sorted({line for text in DOCUMENTS.values() for line in text.splitlines() if line.strip()})
LABELS = ["1.", "2 -", "٣ -", "(a)", "(أ)", "(هـ)", "(ii)", "’2‘", "I", "أولا", "A.", "ألف -", "•", "–", "a."]
NOTES = ["(1) ", "¹ ", "⁽²⁾", "^(٣)", "*", "[^4]", "(١٤)", "1 "]
NOISE = [
    "\u200f",
    "\u0640",
    "\u00a0",
    "\ufeff",
    "\t",
    "\x0c",
    "2/9",
    "**",
    "#",
    "\\",
    "(",
    "]",
    "\ud800",
    "\x00",
    "ﻻ",
    "\r",
]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

_part = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from(PIECES),
    st.sampled_from(LABELS),
    st.sampled_from(NOTES),
    st.sampled_from(NOISE),
    st.text(max_size=30),
)
_gap = st.sampled_from(["\n", "\n\n", " ", "", "\n \n", "\r\n", "\x0c"])


@st.composite
def composed(draw: st.DrawFn) -> str:
    """A text made of pieces of documents, labels, marks, noise and anything else."""
    parts = draw(st.lists(st.tuples(_part, _gap), max_size=25))
    return "".join(part + gap for part, gap in parts)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A whole document of ours in which lines were lost, doubled, swapped or cut."""
    lines = draw(st.sampled_from(sorted(DOCUMENTS.values()))).splitlines()
    for _ in range(draw(st.integers(0, 6))):
        if not lines:
            break
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = lines[at][: len(lines[at]) // 2]
            case _:
                lines[at] += draw(st.sampled_from(NOISE + NOTES))
    return "\n".join(lines)


@st.composite
def numbered(draw: st.DrawFn) -> str:
    """A resolution whose numbers were misread: letters, other scripts, superscripts, far too many digits."""
    text = draw(st.sampled_from(sorted(DOCUMENTS.values())))
    numbers = sorted({match.span() for match in _DIGITS.finditer(text)})
    for start, end in sorted(draw(st.lists(st.sampled_from(numbers), max_size=4, unique=True)), reverse=True):
        text = text[:start] + draw(st.sampled_from(ODD_NUMBERS)) + text[end:]
    return text


@st.composite
def nested(draw: st.DrawFn) -> str:
    """Paragraphs with labels of all levels, headings, rows and paragraphs without label in any order."""
    parts = draw(st.lists(st.sampled_from(OUTLINE), min_size=2, max_size=20))
    return "The General Assembly,\n\n" + "\n\n".join(f"{part} {n}" + part[-1:] for n, part in enumerate(parts))


_DIGITS = re.compile(r"\d+")
ODD_NUMBERS = ["0", "00", "i5", "O", "1l", "İ2", "²", "1²", "४", "①", "½", "٣", "99", "9" * 12, "9" * 4_400]
OUTLINE = [
    *("1. Urges:", "1. Urges;", "2. Requests:", "3. Decides;", "(a) lamps:", "(b) oil;", "(c) wicks", "(i) glass;"),
    *("(ii) rope:", "– towers;", "To paint them;", "As follows:", "Lamps", "II", "Noting lamps,", "Annex"),
    "| Lamps | 12 |",
]

texts = st.one_of(composed(), damaged(), numbered(), nested(), st.text()).filter(str.strip)


def claims(resolution: Resolution) -> Iterator[tuple[str, Span]]:
    """Every part of the resolution with each of its places in the source."""
    for block in resolution.walk():
        yield from ((f"block {block.id}", span) for span in block.spans)
    for annex in resolution.annexes:
        yield from ((f"annex {annex.label}", span) for span in annex.spans)
    for note in resolution.footnotes:
        yield from ((f"footnote {note.label}", span) for span in note.spans)
    for line in resolution.masthead:
        yield from ((f"masthead {line.fields}", span) for span in line.spans)
    for piece in resolution.furniture:
        yield from ((f"furniture {piece.kind}", span) for span in piece.spans)


def unaccounted(resolution: Resolution) -> tuple[list[str], list[str]]:
    """Characters of the source that lie in no part of the resolution, and those that lie in two."""
    source = resolution.source_text
    owners: list[list[str]] = [[] for _ in source]
    for name, span in claims(resolution):
        assert 0 <= span.start <= span.end <= len(source), (name, span)
        for place in range(span.start, span.end):
            owners[place].append(name)
    reported = set()
    for remark in resolution.diagnostics:
        if remark.span:
            reported.update(range(remark.span.start, remark.span.end))
    solid = [place for place, character in enumerate(source) if not character.isspace()]
    lost = [f"{at}: {source[max(0, at - 20) : at + 20]!r}" for at in solid if not owners[at] and at not in reported]
    twice = [f"{at}: {source[at]!r} in {owners[at]}" for at in solid if len(owners[at]) > 1]
    return lost, twice


def assert_nothing_vanishes(text: str) -> None:
    resolution = unres.parse(text)
    lost, twice = unaccounted(resolution)
    assert not lost, lost[:5]
    assert not twice, twice[:5]


@given(texts)
@example("\ud800")
@example("1.")
@example("(1)\n(1)\n(1)")
def test_nothing_vanishes_and_nothing_is_taken_twice(text):
    assert_nothing_vanishes(text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_a_written_document_vanishes(name):
    assert_nothing_vanishes(DOCUMENTS[name])


@given(texts)
def test_json_round_trips(text):
    resolution = unres.parse(text)
    assert Resolution.model_validate_json(resolution.model_dump_json()) == resolution


@given(texts)
def test_the_same_text_gives_the_same_object(text):
    first, second = unres.parse(text), unres.parse(text)
    assert first == second
    assert first.model_dump_json() == second.model_dump_json()


@pytest.mark.parametrize(
    "name", [name for name in DOCUMENTS if name.endswith(".ar") and not name.startswith("eastern")]
)
def test_the_script_of_digits_changes_nothing(name):
    western = unres.parse(DOCUMENTS[name])
    eastern = unres.parse(DOCUMENTS[name].translate(EASTERN))
    assert _without_script(eastern) == _without_script(western)


def _without_script(resolution: Resolution) -> str:
    return western_digits(resolution.model_dump_json())


@given(texts)
def test_texts_are_pieces_of_what_was_given(text):
    """Places inside a block are true: verbs, marks and references stand where they say."""
    resolution = unres.parse(text)
    for block in resolution.walk():
        for verb in block.verbs:
            assert block.text[verb.offset : verb.offset + len(verb.text)] == verb.text
        for mark in block.footnote_marks:
            assert mark.offset <= len(block.text)
        for reference in block.references:
            assert block.text[reference.offset : reference.offset + len(reference.text)] == reference.text
    for note in resolution.footnotes:
        for reference in note.references:
            assert note.text[reference.offset : reference.offset + len(reference.text)] == reference.text


@given(st.one_of(nested(), texts))
def test_walk_gives_the_order_of_the_source(text):
    begins = [block.spans[0].start for block in unres.parse(text).walk()]
    assert begins == sorted(begins)


@given(texts)
def test_ids_are_unique_and_say_their_zone(text):
    blocks = list(unres.parse(text).walk())
    ids = [block.id for block in blocks]
    assert len(set(ids)) == len(ids)
    signs = {"preamble": r"pp", "operative": r"op", "annex": r"annex\d"}
    for block in blocks:
        assert re.match(signs[block.zone], block.id), (block.zone, block.id)


@given(st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"")
@example(b"%PDF-1.7")
@example(b"PK\x03\x04")
@example(b"\xff\xfe")
@example(b"<akomaNtoso>")
def test_any_bytes_return_or_raise_the_one_error(data):
    try:
        resolution = unres.read(data)
    except unres.UnreadableError as error:
        told = error
    else:
        assert isinstance(resolution, Resolution)
        return
    assert told.reason
    assert told.code


def shape(resolution: Resolution) -> list[tuple[str, str, str, str | None, str]]:
    """What of a resolution's blocks must survive being written and read again."""
    return [(b.id, b.zone, b.kind, b.label, " ".join(b.text.split())) for b in resolution.walk()]


def assert_akn_gives_the_same_back(text: str) -> None:
    resolution = unres.parse(text)
    again = unres.read(to_akn(resolution).encode())
    assert shape(again) == shape(resolution)
    # a note written at its mark comes back in the order of the marks
    assert {(n.label, n.text) for n in again.footnotes} == {(n.label, n.text) for n in resolution.footnotes}
    assert (again.symbol, again.title, again.adopted_on) == (resolution.symbol, resolution.title, resolution.adopted_on)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_written_as_akn_is_read_again(name):
    assert_akn_gives_the_same_back(DOCUMENTS[name])


@given(texts)
def test_any_resolution_can_be_written_as_akn_and_read(text):
    resolution = unres.parse(text)
    if any(block.text for block in resolution.walk()):
        assert isinstance(unres.read(to_akn(resolution).encode()), Resolution)
    else:
        assert to_akn(resolution)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_plain_text_that_was_written_reads_back_to_equal_blocks(name):
    resolution = unres.parse(DOCUMENTS[name])
    again = unres.parse(to_text(resolution))
    assert [_without_spans(block) for block in again.walk()] == [_without_spans(block) for block in resolution.walk()]
    assert [note.text for note in again.footnotes] == [note.text for note in resolution.footnotes]
    assert (again.symbol, again.title, again.adopted_on) == (resolution.symbol, resolution.title, resolution.adopted_on)


def _without_spans(block):
    return block.model_dump(exclude={"spans": True, "children": True})
