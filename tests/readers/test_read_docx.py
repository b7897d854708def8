"""Word files: what Word shows is what is read."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome import is_read_or_refused
from word_files import W, abstract, in_list, instance, level, numbered, paragraph, part, run, table, word_file

from unres.errors import UnreadableError
from unres.readers import open_source
from unres.readers.docx import read_docx
from unres.readers.limits import Limits

LIMITS = Limits()


def lines_of(data: bytes) -> list[str]:
    source = read_docx(data, "test.docx", LIMITS)
    return [source.text[line.start : line.end] for line in source.lines or ()]


def roles_of(data: bytes) -> list[tuple[str | None, str]]:
    source = read_docx(data, "test.docx", LIMITS)
    return [(line.role, source.text[line.start : line.end]) for line in source.lines or ()]


def list_labels(*paragraphs: str, numbering: str, styles: str = "") -> list[str]:
    return [
        line.split(" x")[0] for line in lines_of(word_file("".join(paragraphs), numbering=numbering, styles=styles))
    ]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("lowerLetter", ["a.", "b.", "c."]),
        ("upperLetter", ["A.", "B.", "C."]),
        ("lowerRoman", ["i.", "ii.", "iii."]),
        ("upperRoman", ["I.", "II.", "III."]),
        ("arabicAbjad", ["أ.", "ب.", "ج."]),
        ("arabicAlpha", ["أ.", "ب.", "ت."]),
        ("hindiNumbers", ["١.", "٢.", "٣."]),
        ("ordinal", ["1st.", "2nd.", "3rd."]),
        ("numberInDash", ["- 1 -.", "- 2 -.", "- 3 -."]),
        ("chicago", ["*.", "†.", "‡."]),
        ("noSuchFormat", ["1.", "2.", "3."]),
    ],
)
def test_formats_of_numbers(number_format, expected):
    numbering = abstract(0, level(0, number_format, "%1.")) + instance(1, 0)
    assert list_labels(*[numbered("x")] * 3, numbering=numbering) == expected


def test_letters_double_after_the_last():
    numbering = abstract(0, level(0, "lowerLetter", "(%1)")) + instance(1, 0)
    labels = list_labels(*[numbered("x")] * 28, numbering=numbering)
    assert labels[25:] == ["(z)", "(aa)", "(bb)"]


def test_a_number_stands_before_its_text():
    numbering = abstract(0, level(0, "arabicAbjad", "(%1)")) + instance(1, 0)
    assert lines_of(word_file(numbered("تحث الدول الأعضاء؛"), numbering=numbering)) == ["(أ) تحث الدول الأعضاء؛"]


def test_deeper_levels_begin_anew_after_a_higher_one():
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + instance(1, 0)
    order = [0, 1, 1, 0, 1]
    assert list_labels(*[numbered("x", each) for each in order], numbering=numbering) == [
        "1.",
        "(a)",
        "(b)",
        "2.",
        "(a)",
    ]


def test_a_level_that_never_begins_anew():
    never = level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')
    numbering = abstract(0, level(0, "decimal", "%1."), never) + instance(1, 0)
    order = [0, 1, 0, 1]
    assert list_labels(*[numbered("x", each) for each in order], numbering=numbering) == ["1.", "(a)", "2.", "(b)"]


def test_numbers_of_several_levels_in_one():
    numbering = abstract(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + instance(1, 0)
    assert list_labels(numbered("x"), numbered("x"), numbered("x", 1), numbering=numbering) == ["I", "II", "2.1"]


def test_lists_that_share_their_definition_count_on_unless_told_to_start():
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0) + instance(2, 0) + instance(3, 0, start)
    paragraphs = [numbered("x", number=number) for number in (1, 2, 3, 3)]
    assert list_labels(*paragraphs, numbering=numbering) == ["1.", "2.", "1.", "2."]


def test_an_override_can_replace_a_level():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0, override)
    assert list_labels(numbered("x"), numbering=numbering) == ["(i)"]


def test_a_style_gives_its_paragraphs_a_number_through_the_style_it_is_based_on():
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Base"><w:pPr>{in_list(0, 1)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Derived"><w:basedOn w:val="Base"/></w:style>'
    )
    numbering = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0)
    derived = paragraph("x", properties='<w:pStyle w:val="Derived"/>')
    off = paragraph("x", properties='<w:pStyle w:val="Derived"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert list_labels(derived, off, derived, numbering=numbering, styles=styles) == ["1.", "x", "2."]


def test_a_level_that_names_a_style_takes_its_paragraphs():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    sub = level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>')
    numbering = abstract(0, level(0, "decimal", "%1."), sub) + instance(1, 0)
    paragraphs = numbered("x"), paragraph("x", properties='<w:pStyle w:val="Sub"/>')
    assert list_labels(*paragraphs, numbering=numbering, styles=styles) == ["1.", "(a)"]


def test_styles_in_a_circle_are_read():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("Recalling,", properties='<w:pStyle w:val="A"/>')
    assert lines_of(word_file(body, styles=styles)) == ["Recalling,"]


def test_bullets_and_dashes():
    numbering = abstract(0, level(0, "bullet", "\uf0b7")) + abstract(1, level(0, "bullet", "–"))
    numbering += instance(1, 0) + instance(2, 1)
    assert list_labels(numbered("x"), numbered("x", number=2), numbering=numbering) == ["•", "–"]


REFERENCE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def note(identifier: int, text: str) -> str:
    return f'<w:footnote w:id="{identifier}">{paragraph("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'


def test_footnotes_are_counted_in_the_order_of_their_marks():
    body = paragraph("Recalling", REFERENCE.format(7), " and", REFERENCE.format(3), ",")
    found = roles_of(
        word_file(body, footnotes=SEPARATOR + note(3, " Resolution 64/293.") + note(7, " Resolution 70/1."))
    )
    assert found == [
        ("body", "Recalling¹ and²,"),
        ("footnote", "¹ Resolution 70/1."),
        ("footnote", "² Resolution 64/293."),
    ]


def test_arabic_marks_in_brackets_of_their_own():
    raised = '<w:vertAlign w:val="superscript"/>'
    body = paragraph("إذ تشير إلى القرار", run("(", raised), REFERENCE.format(2), run(")", raised), "،")
    foot = f'<w:footnote w:id="2">{paragraph("(", "<w:r><w:footnoteRef/></w:r>", ") القرار 70/1.")}</w:footnote>'
    assert roles_of(word_file(body, footnotes=foot)) == [
        ("body", "إذ تشير إلى القرار⁽¹⁾،"),
        ("footnote", "(1) القرار 70/1."),
    ]


def test_marks_that_the_author_chose():
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    body = paragraph("Title", custom) + paragraph("Text", REFERENCE.format(3))
    foot = f'<w:footnote w:id="2">{paragraph("* Reissued.")}</w:footnote>' + note(3, " A/1.")
    assert lines_of(word_file(body, footnotes=foot)) == ["Title*", "Text¹", "* Reissued.", "¹ A/1."]


def test_a_note_with_a_sign_set_into_the_first_numbered_note():
    own = paragraph("<w:r><w:footnoteRef/></w:r>", " A/71/1.")
    foot = f'<w:footnote w:id="1">{paragraph("* Reissued.")}{own}{paragraph("And A/71/2.")}</w:footnote>'
    found = lines_of(word_file(paragraph("Text", REFERENCE.format(1)), footnotes=foot))
    assert found == ["Text¹", "* Reissued.", "¹ A/71/1. And A/71/2."]


def test_a_number_that_opens_a_note_is_no_mark():
    foot = f'<w:footnote w:id="1">{paragraph("<w:r><w:footnoteRef/></w:r>", "15 States objected.")}</w:footnote>'
    found = lines_of(word_file(paragraph("Text", REFERENCE.format(1)), footnotes=foot))
    assert found == ["Text¹", "¹ 15 States objected."]


def test_notes_have_the_format_and_the_first_number_that_the_file_says():
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr>'
    found = lines_of(word_file(paragraph("Text", REFERENCE.format(1)), footnotes=note(1, " A/1."), settings=settings))
    assert found == ["Textᵇ", "b A/1."]


def test_numbering_by_page_is_said():
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    data = word_file(paragraph("Text", REFERENCE.format(1)), footnotes=note(1, " A/1."), settings=settings)
    assert [remark.code for remark in read_docx(data, "x", LIMITS).remarks] == ["docx.notes_by_page"]


def test_endnotes():
    body = paragraph("Text", '<w:r><w:endnoteReference w:id="1"/></w:r>')
    ending = f'<w:endnote w:id="1">{paragraph("<w:r><w:endnoteRef/></w:r>", " Last.")}</w:endnote>'
    assert lines_of(word_file(body, endnotes=ending)) == ["Textⁱ", "i Last."]


def test_tracked_changes_are_taken_as_accepted():
    body = paragraph(
        "Urges ",
        "<w:del><w:r><w:delText>some </w:delText></w:r></w:del>",
        '<w:ins><w:r><w:t xml:space="preserve">all </w:t></w:r></w:ins>',
        "States",
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>;</w:t></w:r></w:moveTo>",
    )
    assert lines_of(word_file(body)) == ["Urges all States;"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_counts_none():
    numbering = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0)
    gone = paragraph("Urges ", properties=f"{in_list()}<w:rPr><w:del/></w:rPr>")
    assert lines_of(word_file(gone + numbered("States;") + numbered("Decides."), numbering=numbering)) == [
        "1. Urges States;",
        "2. Decides.",
    ]


def test_fields_give_their_result_and_not_their_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    nested = field.replace("<w:r><w:instrText>PAGE</w:instrText></w:r>", field)
    simple = '<w:fldSimple w:instr="DOCVARIABLE x"><w:r><w:t>A/1</w:t></w:r></w:fldSimple>'
    assert lines_of(word_file(paragraph("page ", field, " ", nested, " ", simple))) == ["page 4 4 A/1"]


def test_an_instruction_that_never_ends_hides_its_paragraph_alone():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph("One", begin, " PAGE") + paragraph("Two", begin, "TOC", separate, " and") + paragraph("Three")
    assert lines_of(word_file(body)) == ["One", "Two and", "Three"]


def test_hidden_text_is_not_shown():
    styles = '<w:style w:type="character" w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = run("c", '<w:vanish w:val="0"/>')
    body = paragraph("a", run("b", "<w:vanish/>"), run("x", '<w:rStyle w:val="Off"/>'), shown)
    assert lines_of(word_file(body, styles=styles)) == ["ac"]


def test_special_characters():
    inner = (
        "<w:r><w:t>ES</w:t><w:noBreakHyphen/><w:t>10</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t>"
        '<w:br/><w:t>20</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert lines_of(word_file(paragraph(inner))) == ["ES‑10 cooperation 20°✓"]


def test_raised_digits_are_marks_and_other_raised_text_is_text():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines_of(word_file(paragraph("1", run("st", raised), " note", run("12", raised)))) == ["1st note¹²"]


def test_what_wraps_text_is_looked_through():
    body = (
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{paragraph('One')}</w:sdtContent></w:sdt>"
        + paragraph('<w:hyperlink r:id="x"><w:r><w:t>Two</w:t></w:r></w:hyperlink>')
        + paragraph("<w:smartTag><w:r><w:t>Three</w:t></w:r></w:smartTag>")
        + f"<w:ins>{paragraph('Four')}</w:ins>"
    )
    assert lines_of(word_file(body)) == ["One", "Two", "Three", "Four"]


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines_of(word_file(paragraph("Before", both))) == ["Before", "In the box"]


def test_rows_of_a_table():
    body = paragraph("Scale:") + table(["State", "Rate"], ["Chad", "0.1"], ["", ""])
    assert roles_of(word_file(body))[1:] == [("table_row", "State\tRate"), ("table_row", "Chad\t0.1")]


def test_a_table_at_the_top_is_the_masthead():
    body = table(["United Nations", "A/RES/71/94"], ["General Assembly", "Distr.: General"]) + paragraph("Text")
    assert [line for _, line in roles_of(word_file(body))] == [
        "United Nations",
        "A/RES/71/94",
        "General Assembly",
        "Distr.: General",
        "Text",
    ]
    assert {role for role, _ in roles_of(word_file(body))} == {"body"}


def test_the_first_page_s_head_comes_first_and_other_heads_are_furniture():
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/><w:titlePg/></w:sectPr>'
    )
    data = word_file(
        paragraph("Text") + section,
        header1=paragraph("A/RES/71/94"),
        header2=paragraph("United Nations"),
        footer1=paragraph("2/9"),
    )
    assert roles_of(data) == [
        ("body", "United Nations"),
        ("body", "Text"),
        ("furniture", "A/RES/71/94"),
        ("furniture", "2/9"),
    ]


def test_headings_by_the_level_of_the_outline_and_by_the_name_of_the_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H23"><w:name w:val="_ H_2/3"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Single"><w:name w:val="__Single Txt"/></w:style>'
    )
    body = "".join(
        paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("H23", "X", "Single")
    ) + paragraph("outlined", properties='<w:outlineLvl w:val="1"/>')
    assert [role for role, _ in roles_of(word_file(body, styles=styles))] == ["heading", "heading", "body", "heading"]


def test_the_strict_variant_of_the_format():
    data = word_file(paragraph("Recalling,"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, strict)
    assert lines_of(out.getvalue()) == ["Recalling,"]


def refused(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableError) as caught:
        open_source(data, limits)
    return caught.value.code


def test_a_bomb_of_entities_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + part("document", "<w:body>&b;</w:body>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    assert refused(out.getvalue()) == "unsafe_xml"


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused():
    assert refused(word_file(paragraph("x" * 5_000_000))) == "too_large"


def test_limits_are_those_that_are_passed():
    data = word_file(paragraph("Recalling,") * 200)
    assert refused(data, Limits(max_elements=100)) == "too_large"
    assert refused(data, Limits(max_characters=100)) == "too_large"
    assert refused(data, Limits(max_unpacked_bytes=100)) == "too_large"
    assert refused(data, Limits(max_members=1)) == "too_large"
    assert refused(word_file("<w:ins>" * 50 + paragraph("x") + "</w:ins>" * 50), Limits(max_depth=40)) == "too_large"


def test_a_file_without_text_is_empty():
    assert refused(word_file("")) == "empty"


def test_a_file_cut_short_is_refused():
    data = word_file(paragraph("Recalling,"))
    assert refused(data[: len(data) // 2]) == "broken"


SAMPLE = word_file(
    numbered("Urges") + paragraph("Text", REFERENCE.format(1)) + table(["a", "b"]),
    numbering=abstract(0, level(0, "decimal", "%1.")) + instance(1, 0),
    footnotes=SEPARATOR + note(1, " A/1."),
    styles='<w:style w:styleId="A"/>',
)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_damaged_files_are_read_or_refused(changes):
    data = bytearray(SAMPLE)
    for place, byte in changes:
        data[place] = byte
    assert is_read_or_refused(bytes(data))


DOCUMENT = part("document", f"<w:body>{numbered('Urges')}{paragraph('Text', REFERENCE.format(1))}</w:body>").encode()


@given(st.lists(st.tuples(st.integers(0, len(DOCUMENT) - 1), st.integers(32, 126)), min_size=1, max_size=8))
def test_damaged_markup_is_read_or_refused(changes):
    data = bytearray(DOCUMENT)
    for place, byte in changes:
        data[place] = byte
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", bytes(data))
    assert is_read_or_refused(out.getvalue())
