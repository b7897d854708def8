"""Fonts that are damaged, contradict themselves or never end: the map reads the page, and a remark names the font."""

from __future__ import annotations

import struct
import time

import pytest
from font_files import ALL, Font, FontPdf, font_file
from pdf_files import read_pdf

from unres.errors import UnreadableError
from unres.readers.limits import Limits
from unres.readers.pdf.drawn.outlines import TrueTypeOutlines
from unres.readers.pdf.drawn.program import Program
from unres.readers.pdf.drawn.sfnt import FontError, Sfnt, Substitution, spread, substitutions

HONEST = dict(enumerate(ALL, 1))
GID = {character: gid for gid, character in HONEST.items()}
LINE = "The ferry of 9 March 2018 (Part 3)"


def read(program):
    """A page whose font has that program and an honest map."""
    pdf = FontPdf([Font(program, HONEST)], [[(0, [GID[character] for character in LINE])]])
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert source.text == LINE
    return [remark.code for remark in source.remarks or ()]


def place(program, tag):
    """Where a table stands: offset and length."""
    for at in range(12, 12 + 16 * struct.unpack(">H", program[4:6])[0], 16):
        if program[at : at + 4] == tag:
            return struct.unpack(">II", program[at + 8 : at + 16])
    raise AssertionError(tag)


def overwritten(program, tag, data):
    """The program with other bytes at the beginning of a table."""
    offset, _ = place(program, tag)
    return program[:offset] + data + program[offset + len(data) :]


@pytest.mark.parametrize("tag", [b"cmap", b"glyf", b"loca", b"head", b"maxp", b"post"])
@pytest.mark.parametrize("junk", [b"\xff" * 40, b"\0" * 40, bytes(range(40))])
def test_damaged_tables_leave_the_map_its_word(tag, junk):
    read(overwritten(font_file(ALL), tag, junk))


@pytest.mark.parametrize("program", [b"", b"\0\1\0\0", b"junk" * 100, b"\0\1\0\0\xff\xff" + b"\xff" * 2000])
def test_what_is_no_font_is_named(program):
    assert read(program) == ["pdf.font_unread"]


@pytest.mark.parametrize("length", [100, 300, 600, 1500, 3000])
def test_font_that_is_cut_off(length):
    read(font_file(ALL)[:length])


def test_substitutions_that_run_in_a_circle_end():
    a, b, c = (GID[character] for character in "abc")
    features = (
        (
            f"feature one {{ sub g{a} by g{b}; }} one; feature two {{ sub g{b} by g{c}; }} two;"
            f"feature six {{ sub g{c} by g{a}; }} six;"
        )
        .replace("one", "ss01")
        .replace("two", "ss02")
        .replace("six", "ss03")
    )
    assert read(font_file(ALL, features=features)) == []
    circle = [Substitution(2, (1,)), Substitution(3, (2,)), Substitution(1, (3,))]
    assert spread({1: ["a"]}, circle) == {1: ["a"], 2: ["a"], 3: ["a"]}
    assert spread({9: ["z"]}, circle) == {9: ["z"]}


def test_substitutions_without_end_are_refused():
    subtables = 60_000  # all at the same place, with a coverage of all glyphs
    body = struct.pack(">HHHH", 1, 0, 0, 10) + b""
    lookup = struct.pack(">HHH", 1, 0, subtables) + struct.pack(">H", 6 + 2 * 100) * subtables
    single = struct.pack(">HHH", 1, 6, 1) + struct.pack(">HHHHH", 2, 1, 0, 0xFFFF, 0)
    table = (
        struct.pack(">IHHH", 0x10000, 0, 0, 10) + struct.pack(">HH", 1, 4) + lookup[: 6 + 200] + single + lookup[206:]
    )
    started = time.process_time()
    with pytest.raises(FontError):
        substitutions(table)
    with pytest.raises(FontError):
        substitutions(body)
    assert time.process_time() - started < 5


def test_font_of_as_many_glyphs_as_there_can_be():
    glyphs = [*ALL, *("" for _ in range(20_000))]
    assert read(font_file(glyphs)) == []


def test_composite_glyph_that_holds_itself_is_refused():
    program = font_file("ab")
    offset, _ = place(program, b"glyf")
    start = struct.unpack(">HH", program[place(program, b"loca")[0] + 2 :][:4])
    itself = struct.pack(">hhhhh", -1, 0, 0, 100, 100) + struct.pack(">HHbb", 0x22, 1, 0, 0) * 3
    at = offset + 2 * start[0]
    outlines = TrueTypeOutlines(Sfnt(program[:at] + itself + program[at + len(itself) :]))
    with pytest.raises(FontError):
        outlines.shape(1)


def test_damaged_table_of_substitutions_is_named():
    features = f"feature ss01 {{ sub g{GID['a']} by g{len(ALL) + 1}; }} ss01;"
    program = overwritten(font_file([*ALL, "a.other"], features=features), b"GSUB", b"\0\1\0\0\xff\xff\xff\xff\xff\xff")
    damaged = Program(program)
    assert damaged.texts(GID["b"]) == ["b"]
    assert damaged.texts(len(ALL) + 1) == []
    assert damaged.damaged[0].startswith("GSUB")


def page_of(font, line=LINE):
    """A file of one page that shows the line in that font."""
    return FontPdf([font], [[(0, [GID[character] for character in line])]]).bytes()


def read_within(seconds, data):
    started = time.process_time()
    source = read_pdf(data, "test.pdf", Limits())
    assert time.process_time() - started < seconds
    return source


@pytest.mark.parametrize("length", [0, 1, 3, 7, 101])
def test_way_from_cids_to_glyphs_that_is_cut_off(length):
    ways = b"".join(struct.pack(">H", gid) for gid in range(len(ALL) + 1))
    assert read_within(5, page_of(Font(font_file(ALL), HONEST, cid_to_gid=ways[:length]))).text == LINE


def test_way_from_cids_to_glyphs_that_leads_nowhere_or_never_ends():
    assert read_within(5, page_of(Font(font_file(ALL), HONEST, cid_to_gid=b"\xff" * 140_000))).text == LINE
    endless = page_of(Font(font_file(ALL), HONEST, cid_to_gid=bytes(40_000_000)))
    with pytest.raises(UnreadableError, match="damaged"):
        read_within(5, endless)


def test_map_of_as_many_entries_as_it_likes():
    many = HONEST | dict.fromkeys(range(300, 60_000), "w")
    assert read_within(10, page_of(Font(font_file(ALL), many))).text == LINE


@pytest.mark.parametrize("shift", [2, 40, 200])
def test_table_of_places_that_contradicts_the_outlines(shift):
    program = font_file(ALL)
    offset, length = place(program, b"loca")
    turned = program[offset : offset + length][::-1]
    assert read(program[:offset] + turned + program[offset + length :]) == []
    same = program[offset + shift : offset + shift + 2] * (length // 2)
    assert read(program[:offset] + same + program[offset + length :]) == []


def test_more_glyphs_promised_than_there_are():
    program = font_file(ALL)
    offset, _ = place(program, b"maxp")
    assert read(program[: offset + 4] + b"\xff\xff" + program[offset + 6 :]) == []


@pytest.mark.parametrize("kind", [b"/TrueType", b"/Type1   "])
@pytest.mark.parametrize("key", [b"/FontFile ", b"/FontFile3"])
@pytest.mark.parametrize("junk", [b"\1\0\4\1" + b"\xff" * 5000, b"", b"%!PS-AdobeFont-1.0 /Encoding 256 array dup 65"])
def test_damaged_program_of_another_kind_leaves_the_map_its_word(kind, key, junk):
    line = "Of 12 ferries"
    data = page_of(Font(junk, HONEST, one_byte=True), line)
    data = data.replace(b"/FontFile2", key).replace(b"/Subtype /TrueType", b"/Subtype " + kind)
    assert read_within(5, data).text == line
    wide = page_of(Font(junk, HONEST), line).replace(b"/FontFile2", key)
    assert read_within(5, wide).text == line
