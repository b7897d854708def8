"""Maps that lie: what the embedded font draws counts."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from font_files import ALL, ARABIC, DIGITS, LATIN, SIGNS, Font, FontPdf, font_file
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pdf_files import read_pdf

from unres.readers.limits import Limits

HONEST = dict(enumerate(ALL, 1))
GID = {character: gid for gid, character in HONEST.items()}
SWAPPED = str.maketrans("0123456789", "1084567293")  # a permutation: 2 is called 8, 3 is called 4 …
ENGLISH = "The harbour lights of 20 July 2015 and of 9 March 2018 (Part 3), see LAMP/1737/46"
SENTENCE = "أضاءت المصابيح في البناء"


def lying(text_by_code, swapped=SWAPPED):
    """The map, with digits exchanged."""
    return {code: text.translate(swapped) for code, text in text_by_code.items()}


def codes(text, gid=GID):
    """From left to right as drawn; Arabic must be given in that order."""
    return [gid[character] for character in text]


def read(pdf):
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return source.text, source.remarks or []


def found(remarks, code):
    return [remark for remark in remarks if remark.code == code]


def test_digits_of_a_two_byte_font_are_read_as_they_are_drawn():
    pdf = FontPdf([Font(font_file(ALL), lying(HONEST))], [[(0, codes(ENGLISH))]])
    text, remarks = read(pdf)
    assert text == ENGLISH
    (remark,) = found(remarks, "pdf.map_corrected")
    assert remark.severity == "info"
    assert "Lamp: 18 characters" in remark.message


def test_arabic_letters_and_digits_are_read_as_they_are_drawn():
    shown = "2017 ماع يف ءانيملا قيرط"
    told = HONEST | {GID["ط"]: "ة", GID["ش"]: "ط", GID["7"]: "2", GID["2"]: "7"}
    pdf = FontPdf([Font(font_file(ALL), told)], [[(0, codes(shown))]])
    text, _ = read(pdf)
    assert text == "طريق الميناء في عام 2017"


def test_one_letter_named_for_another_throughout_is_set_right():
    pdf = FontPdf([Font(font_file(ALL), HONEST | {GID["o"]: "j"})], [[(0, codes("one of two ports to open"))]])
    assert read(pdf)[0] == "one of two ports to open"


def test_digits_of_a_one_byte_font_are_read_by_its_encoding():
    told = {ord(character): character.translate(SWAPPED) for character in ENGLISH}
    for flags in (32, 4):
        if flags == 32:
            program, shown = font_file(ALL), [ord(c) for c in ENGLISH]
            says = told
        else:
            program = symbolic_font()
            shown, says = [ord(c) for c in ENGLISH], told
        pdf = FontPdf([Font(program, says, one_byte=True, flags=flags)], [[(0, shown)]])
        assert read(pdf)[0] == ENGLISH


def symbolic_font(drawn=None):
    """A font whose codes stand in the private area, as those of symbols do: beside a table for Unicode, or alone."""
    font = TTFont(io.BytesIO(font_file(ALL, drawn=drawn)))
    symbols = CmapSubtable.newSubtable(4)
    symbols.platformID, symbols.platEncID, symbols.language = 3, 0, 0
    symbols.cmap = {0xF000 + ord(c): font.getGlyphName(gid) for c, gid in GID.items() if c.isascii()}
    font["cmap"].tables = [symbols] if drawn else [*font["cmap"].tables, symbols]
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def test_subset_that_was_renumbered_keeps_its_map():
    order = sorted(ALL, key=lambda c: (hash_of(c), c))  # the glyphs have moved, the old table stayed
    program = font_file(order, cmap={character: gid for gid, character in HONEST.items()})
    says = dict(enumerate(order, 1))
    moved = {character: gid for gid, character in says.items()}
    pdf = FontPdf([Font(program, says)], [[(0, codes(ENGLISH, moved))]])
    text, remarks = read(pdf)
    assert text == ENGLISH
    assert not found(remarks, "pdf.map_corrected")


def hash_of(character):
    return ord(character) * 7919 % 101


def test_cid_to_gid_map_is_followed():
    cids = {character: 300 + gid for character, gid in GID.items()}
    table = bytearray(2 * 500)
    for character, cid in cids.items():
        table[2 * cid : 2 * cid + 2] = GID[character].to_bytes(2, "big")
    says = lying({cid: character for character, cid in cids.items()})
    pdf = FontPdf([Font(font_file(ALL), says, cid_to_gid=bytes(table))], [[(0, codes(ENGLISH, cids))]])
    assert read(pdf)[0] == ENGLISH


def test_form_that_only_a_substitution_leads_to():
    glyphs = [*ALL, "beh.init", "lam_alef"]
    initial, ligature = len(ALL) + 1, len(ALL) + 2
    beh, lam, alef = (f"g{GID[c]}" for c in "بلا")
    features = (
        f"feature init {{ sub {beh} by g{initial}; }} init;feature liga {{ sub {lam} {alef} by g{ligature}; }} liga;"
    )
    program = font_file(glyphs, features=features)
    says = HONEST | {initial: "ف", ligature: " "}
    line = [*codes("ء"), ligature, GID["ي"], initial, GID[" "], *codes("دادعأ ةئيب")]
    text, remarks = read(FontPdf([Font(program, says)], [[(0, line)]]))
    assert text == "بيئة أعداد بيلاء"
    assert found(remarks, "pdf.map_corrected")


def test_characters_that_the_map_leaves_out_are_filled():
    says = {gid: character for gid, character in HONEST.items() if character not in "01ebT"}
    text, remarks = read(FontPdf([Font(font_file(ALL), says)], [[(0, codes(ENGLISH))]]))
    assert text == ENGLISH
    assert not found(remarks, "pdf.unknown_characters")


def test_brackets_that_the_map_has_mirrored_are_right_in_both_directions():
    says = HONEST | {GID["("]: ")", GID[")"]: "("}
    arabic = "(ةقيثولا) ءانيملا"
    pdf = FontPdf([Font(font_file(ALL), says)], [[(0, codes(arabic))], [(0, codes(arabic))]])
    assert read(pdf)[0].split("\n")[0].startswith("الميناء (الوثيقة)")
    english = FontPdf([Font(font_file(ALL), says)], [[(0, codes("The ferry (see LAMP/4) of Port (Part 1)"))]])
    assert read(english)[0] == "The ferry (see LAMP/4) of Port (Part 1)"


@pytest.mark.parametrize("alone", ["(", ")"])
def test_bracket_in_a_font_whose_codes_name_its_glyphs_is_read_as_it_looks(alone):
    """Word sets a bracket of Arabic text in a font for Latin, without a map: its code says what is drawn."""
    says = HONEST | {GID["("]: ")", GID[")"]: "("}
    latin = Font(font_file(ALL, drop=["cmap", "post"]), {}, one_byte=True, flags=32, name="ABCDEF+Bare")
    line = [(1, [ord(c)]) if c == alone else (0, codes(c)) for c in "(5 ءانيملا) ةقيثولا"]
    text, _ = read(FontPdf([Font(font_file(ALL), says), latin], [line]))
    assert text == "الوثيقة (الميناء 5)"


@pytest.mark.parametrize("units", [1000, 2000])
def test_font_without_tables_is_read_by_the_outlines_of_another(units):
    bare = font_file(ALL, drop=["cmap", "post"], units=units)
    fonts = [Font(font_file(ALL), HONEST, name="AAAAAA+Whole"), Font(bare, lying(HONEST), name="BBBBBB+Bare")]
    pdf = FontPdf(fonts, [[(0, codes(f"{DIGITS} {LATIN}"))], [(1, codes(ENGLISH))]])
    text, remarks = read(pdf)
    assert ENGLISH in text
    assert any("Bare" in remark.message for remark in found(remarks, "pdf.map_corrected"))


def test_font_without_map_and_table_is_read_by_outlines_and_never_guessed():
    """Its codes draw the letter behind the one that they stand for in ASCII, and "7" draws what nobody knows."""
    row = "abcdefghijklmnopqrstuvwxyz"
    drawn = {GID[code]: letter for code, letter in pairwise(row)} | {GID["z"]: "a", GID["7"]: "unheard of"}
    program = symbolic_font(drawn)
    fonts = [Font(font_file(ALL), HONEST, name="AAAAAA+Whole"), Font(program, {}, one_byte=True, name="BBBBBB+Bare")]
    shown = "five harbours of this coast"
    line = [ord(c if c == " " else row[row.index(c) - 1]) for c in shown]
    text, remarks = read(FontPdf(fonts, [[(0, codes(row))], [(1, [*line, ord(" "), ord("7")])]]))
    assert text.split("\n")[-1].endswith(f"{shown} \ufffd")
    assert found(remarks, "pdf.unknown_characters")


def test_digits_by_the_order_of_the_glyphs():
    row = "".join(chr(code) for code in range(32, 127))
    says = lying(dict(enumerate(row, 1)))
    gid = {character: number for number, character in enumerate(row, 1)}
    program = font_file(row, drawn={n: f"{c}!" for n, c in enumerate(row, 1) if c != " "}, drop=["cmap", "post"])
    text, _ = read(FontPdf([Font(program, says)], [[(0, codes(ENGLISH, gid))]]))
    assert text == ENGLISH


def test_years_that_cannot_be_are_an_error():
    bare = font_file(ALL, drop=["cmap", "post"])
    told = HONEST | {GID["2"]: "8", GID["0"]: "1", GID["1"]: "0"}  # no sign of ASCII but these to tell the order by
    lines = ["of 20 July 2015", "of 9 March 2018", "and (2006)"]
    shuffled = sorted(ALL, key=hash_of)
    moved = {character: gid for gid, character in enumerate(shuffled, 1)}
    says = {moved[character]: told[GID[character]] for character in ALL}
    bare = font_file(shuffled, drop=["cmap", "post"])
    _, remarks = read(FontPdf([Font(bare, says)], [[(0, codes(line, moved))] for line in lines]))
    (remark,) = found(remarks, "pdf.impossible_numbers")
    assert remark.severity == "error"
    assert "8105" in remark.message


def test_right_years_say_nothing():
    lines = ["of 20 July 2015", "of 9 March 1946", "and of 3 May 9999"]
    _, remarks = read(FontPdf([Font(font_file(ALL), HONEST)], [[(0, codes(line))] for line in lines]))
    assert not found(remarks, "pdf.impossible_numbers")


def test_map_and_table_that_disagree_without_a_judge_are_doubtful():
    glyphs = "abcdefgh"
    program = font_file(glyphs, cmap={character: gid for gid, character in enumerate("abcqrsth", 1)})
    line = [1, 2, 3, 4, 5, 6, 7, 8]
    text, remarks = read(FontPdf([Font(program, dict(enumerate(glyphs, 1)))], [[(0, line)]]))
    assert text == "abcdefgh"
    (remark,) = found(remarks, "pdf.map_doubtful")
    assert remark.severity == "warning"


def test_signs_and_arabic_words_of_an_honest_font_stay():
    line = "ءانبلا يف حيباصملا تءاضأ"
    text, remarks = read(FontPdf([Font(font_file(ALL), HONEST)], [[(0, codes(line))]]))
    assert text == SENTENCE
    assert not [remark for remark in remarks if remark.code.startswith("pdf.map")]
    assert set(SIGNS + ARABIC) <= set(ALL)
