"""Content streams are cut into operators and operands as ISO 32000-1 has them, whatever stands in them."""

from __future__ import annotations

import contextlib
import random

import pytest

from tests.timing import processor_seconds
from unres.readers.pdf.content import (
    ContentError,
    OperandError,
    name_of,
    numbers,
    operations,
    string_of,
    strings_and_numbers,
)


def test_operators_come_with_the_operands_before_them():
    found = list(operations(b"q 1 0 0 -1 .5 7. cm/F1 12 Tf(harbour)Tj[(a)-3<62>]TJ 0g\nT*"))
    assert found == [
        (b"q", []),
        (b"cm", [b"1", b"0", b"0", b"-1", b".5", b"7."]),
        (b"Tf", [b"/F1", b"12"]),
        (b"Tj", [b"(harbour)"]),
        (b"TJ", [b"[(a)-3<62>]"]),
        (b"g", [b"0"]),
        (b"T*", []),
    ]


def test_comments_and_stray_signs_are_passed_over():
    assert list(operations(b"% (not a string\n } q ) > % Q\r Q")) == [(b"q", []), (b"Q", [])]


def test_dictionaries_are_one_operand_without_their_brackets():
    (operation,) = operations(b"/Span <</Kept [/Top 1] /ActualText<FEFF0627> /In << /A true >> >> BDC")
    inside = [b"/Kept", b"/Top", b"1", b"/ActualText", b"<FEFF0627>", b"/In", b"/A", b"true"]
    assert operation == (b"BDC", [b"/Span", inside])


def test_array_that_was_never_closed_ends_before_the_operator():
    assert list(operations(b"[(lamp) /x TJ ET")) == [(b"TJ", [[b"(lamp)", b"/x"]]), (b"ET", [])]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"(lamp)", b"lamp"),
        (b"(a (b) c)", b"a (b) c"),
        (b"(a (b (c (d))) e)", b"a (b (c (d))) e"),
        (rb"(\(\)\\\n\101\18\)", None),
        (rb"(\(\)\\\n\101\18)", b"()\\\nA\x018"),
        (b"(one \\\r\nline)", b"one line"),
        (b"(two\r\nlines)", b"two\nlines"),
        (rb"(\777)", b"\xff"),
        (b"<6 1\n62 7>", b"abp"),
        (b"<>", b""),
    ],
)
def test_strings_mean_what_is_written(written, meant):
    if meant is None:
        with pytest.raises(ContentError):
            list(operations(written + b" Tj"))
    else:
        assert list(operations(written + b" Tj")) == [(b"Tj", [written])]
        assert string_of(written) == meant


def test_pieces_of_an_array_are_strings_each_with_the_number_behind_it():
    ((_, operands),) = operations(b"[-250 (a) 3(b)<63> -.5] TJ")
    pieces = [piece for piece in strings_and_numbers(operands) if any(piece)]
    assert pieces == [(b"", b"-250"), (b"(a)", b"3"), (b"(b)", b""), (b"<63>", b"-.5")]


def test_pieces_of_an_array_with_deep_brackets():
    ((_, operands),) = operations(b"[(a((b(c)))) 7 /x (d)] TJ")
    assert strings_and_numbers(operands) == [(b"(a((b(c))))", b""), (b"", b"7"), (b"(d)", b"")]


def test_numbers_written_together_are_told_apart():
    ((_, operands),) = operations(b"1 0 0-1 5.5.25 cm")
    assert numbers(operands, 6) == [1, 0, 0, -1, 5.5, 0.25]
    with pytest.raises(OperandError):
        numbers([b"1", b"/F1"], 2)
    with pytest.raises(OperandError):
        numbers([b"1"], 2)


def test_names_are_as_they_are_meant():
    assert name_of(b"/F#31") == "F1"
    assert name_of(b"/\xe9") == "é"
    with pytest.raises(OperandError):
        name_of(b"(F1)")


def test_inline_image_is_one_operator_whatever_bytes_it_holds():
    pixels = b"\x00\xff EI \x80\x01\x02) ( BT \xfe"
    found = list(operations(b"q BI /W 4 /H 1 /BPC 8 ID " + pixels + b"\nEI Q BT ET q Q"))
    assert [operator for operator, _ in found] == [b"q", b"BI", b"EI", b"Q", b"BT", b"ET", b"q", b"Q"]


@pytest.mark.parametrize("open_end", [b"(never closed", b"BI /W 1 ID \x00\x01\x02 q Q BT", b"[((((a", b"<< /A (((("])
def test_what_never_ends_is_said_behind_what_was_read(open_end):
    found = operations(b"q Q " + open_end)
    assert [next(found)[0], next(found)[0]] == [b"q", b"Q"]
    with pytest.raises(ContentError):
        list(found)


SHAPES = [b"(", b"[", b"<", b"<<", b"<<a", b"[(a)", b"[[(", b"1 ", b"/a", b"[1 ", b"<41 ", b"(a(b", b"<</a(", b"BI ID "]
SHAPES += [b"((()))", b"[(((a)))]", b"ID EI ", b"\\(", b"-", b"%", b"q ", b"}", b")", b">", b"]", b" ", b"\x00", b"(\\"]


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_alone(shape):
    def seconds(length: int, times: int = 1) -> float:
        data = (shape * length)[:length] + b" Q"

        def work() -> None:
            with contextlib.suppress(ContentError):
                for _ in operations(data):
                    pass

        return processor_seconds(work, times)

    assert seconds(100_000) < max(0.2, 60 * seconds(5_000, 2))


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_are_cut_without_another_error(seed):
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    parts = [
        b"(",
        b")",
        b"[",
        b"]",
        b"<<",
        b">>",
        b"<",
        b">",
        b"/N",
        b"1",
        b"-2.5",
        b"Tj",
        b"TJ",
        b"\\",
        b" ",
        b"\n",
        b"ID",
    ]
    data = b"".join(chance.choices([*parts, chance.randbytes(3)], k=2_000))
    try:
        for _, operands in operations(data):
            for operand in operands:
                if isinstance(operand, bytes) and operand[:1] in (b"(", b"<"):
                    assert isinstance(string_of(operand), bytes)
    except ContentError:
        assert b"(" in data or b"ID" in data
