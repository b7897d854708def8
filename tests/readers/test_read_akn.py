"""Akoma Ntoso: the markup as lines, in the order of a printed page."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome import is_read_or_refused

from unres.errors import UnreadableError
from unres.readers import open_source, open_sources
from unres.readers.akn import read_akn
from unres.readers.limits import Limits

LIMITS = Limits()
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def document(body: str, *, language: str = "eng", before: str = "", after: str = "") -> bytes:
    expression = f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>'
    meta = f"<meta><identification>{expression}</identification></meta>"
    inner = f"<statement>{meta}{before}<mainBody>{body}</mainBody>{after}</statement>"
    return f'<akomaNtoso xmlns="{NAMESPACE}">{inner}</akomaNtoso>'.encode()


def lines_of(data: bytes) -> list[tuple[str | None, str]]:
    source = read_akn(data, "test.xml", LIMITS)
    return [(line.role, source.text[line.start : line.end]) for line in source.lines or ()]


def texts_of(data: bytes) -> list[str]:
    return [text for _, text in lines_of(data)]


def paragraph(text: str, num: str = "", css: str = "SingleTxt") -> str:
    number = f"<num>{num}</num>" if num else ""
    return f'<paragraph class="{css}">{number}<content><p>\n  {text}</p></content></paragraph>'


def test_numbers_stand_before_their_paragraphs():
    assert texts_of(document(paragraph("Urges", "1.") + paragraph("Decides", "2"))) == ["1. Urges", "2. Decides"]
    arabic = document(paragraph("تحث", "1-") + paragraph("تقرر", "2 -"), language="ara")
    assert texts_of(arabic) == ["1 - تحث", "2 - تقرر"]


def test_a_number_in_the_text_itself_is_left_there():
    assert texts_of(document(paragraph("1 - يؤكد"), language="ara")) == ["1 - يؤكد"]
    assert texts_of(document(paragraph("I. Investing", "I.", "H23"))) == ["I. Investing"]


@pytest.mark.parametrize(
    "markup",
    [
        "<list><intro><p>Urges:</p></intro><point><num>(a)</num><content><p>To act;</p></content></point></list>",
        "<blockList><listIntroduction>Urges:</listIntroduction><item><num>(a)</num><p>To act;</p></item></blockList>",
        "<content><p>Urges:</p></content></paragraph><paragraph><num>(a)</num><content><p>To act;</p></content>",
    ],
)
def test_three_ways_of_marking_subparagraphs(markup):
    assert texts_of(document(f"<paragraph><num>3.</num>{markup}</paragraph>")) == ["3. Urges:", "(a) To act;"]


def test_levels_inside_each_other_and_what_follows_them():
    point = "<point><num>(i)</num><content><p>Soon;</p></content></point>"
    markup = (
        "<paragraph><num>3.</num><list><intro><p>Urges:</p></intro><point><num>(a)</num>"
        f"<list><intro><p>To act:</p></intro><sublist>{point}</sublist></list></point>"
        "<wrapUp><p>as it sees fit;</p></wrapUp></list></paragraph>"
    )
    assert texts_of(document(markup)) == ["3. Urges:", "(a) To act:", "(i) Soon;", "as it sees fit;"]


def test_a_number_without_a_text_keeps_its_place():
    point = "<point><num>(a)</num><content><p>To act;</p></content></point>"
    assert texts_of(document(f"<paragraph><num>3.</num><list>{point}</list></paragraph>")) == ["3.", "(a) To act;"]
    assert texts_of(document(paragraph("", "4."))) == ["4."]


def test_a_heading_printed_in_the_first_line_of_a_point():
    point = (
        "<point><subheading>Travel ban:</subheading><num>(b)</num><content><p>Prevent the entry;</p></content></point>"
    )
    assert texts_of(document(f"<paragraph><list>{point}</list></paragraph>")) == ["(b) Travel ban: Prevent the entry;"]


def test_headings():
    body = (
        paragraph("Annex", css="H1")
        + "<subheading>Women</subheading>"
        + '<crossHeading refersTo="#preamble">Noting,</crossHeading>'
    )
    section = "<section><num>II</num><heading>Budget</heading></section>"
    assert lines_of(document(body + section)) == [
        ("heading", "Annex"),
        ("heading", "Women"),
        ("body", "Noting,"),
        ("heading", "II"),
        ("heading", "Budget"),
    ]


def test_notes_are_lifted_out_and_leave_their_marks():
    english = 'the Convention<authorialNote marker="12"><p>() Resolution 34/180.</p></authorialNote>,'
    assert lines_of(document(paragraph(english))) == [
        ("body", "the Convention¹²,"),
        ("footnote", "¹² Resolution 34/180."),
    ]
    arabic = '<sup>(</sup><authorialNote marker="3"><p>\t()\tالقرار 34/180.</p></authorialNote><sup>)</sup>،'
    assert lines_of(document(paragraph(f"الاتفاقية{arabic}"), language="ara")) == [
        ("body", "الاتفاقية⁽³⁾،"),
        ("footnote", "(3) القرار 34/180."),
    ]


def test_signs_as_marks_second_marks_and_notes_without_marks():
    body = paragraph(
        'One<authorialNote marker="*"><p>* Reissued.</p></authorialNote>, two<noteRef marker="4" href="#x"/>'
        '<authorialNote marker="5" class="unmarked"><p>Apart.</p></authorialNote>.'
    )
    assert texts_of(document(body)) == ["One*, two⁴.", "* Reissued.", "⁵ Apart."]


def test_raised_text_that_is_no_note_stays():
    assert texts_of(document(paragraph("the 1<sup>st</sup> of CO<sup>2</sup>"))) == ["the 1st of CO2"]


def test_rows_of_a_table():
    cells = "<tr><th><p>State</p></th><th>Rate</th></tr><tr><td><p>Chad</p></td><td><p>0.1</p></td></tr>"
    body = f"<container><table>{cells}</table></container>"
    assert lines_of(document(body)) == [("table_row", "State\tRate"), ("table_row", "Chad\t0.1")]


def test_what_is_quoted_inside_a_paragraph_follows_it():
    inner = f"<embeddedStructure>{paragraph('Text of it', '1.')}</embeddedStructure>"
    body = f"<paragraph><num>2.</num><content><p>Adopts the following: {inner}</p></content></paragraph>"
    assert texts_of(document(body)) == ["2. Adopts the following:", "1. Text of it"]


def test_cover_title_formula_body_closing_annex_and_notes_in_this_order():
    before = (
        '<coverPage><p><img src="x"/><docAuthority>General Assembly</docAuthority></p>'
        "<p><docNumber>A/RES/71/94</docNumber></p></coverPage>"
        "<preface><p><docNumber>71/94.</docNumber>\n<docTitle><span> Lamps</span></docTitle></p></preface>"
        '<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>'
        '<container><p>Noting<authorialNote marker="1"><p>A/71/1.</p></authorialNote>,</p></container></preamble>'
    )
    after = (
        "<conclusions><p>60th plenary meeting<eol/>6 December 2016</p></conclusions><attachments><attachment><doc>"
        f"<meta><x>no text</x></meta><mainBody>{paragraph('Annex', css='H1')}</mainBody>"
        "</doc></attachment></attachments>"
    )
    data = document(paragraph("Urges", "1."), before=before, after=after)
    assert texts_of(data) == [
        "General Assembly",
        "A/RES/71/94",
        "71/94. Lamps",
        "The General Assembly,",
        "Noting¹,",
        "1. Urges",
        "60th plenary meeting",
        "6 December 2016",
        "Annex",
        "¹ A/71/1.",
    ]


def test_the_outcomes_of_a_vote_stand_on_lines_of_their_own():
    states = "<outcome>In favour:<eol/>Chad, Peru</outcome><outcome>Against:<eol/>None</outcome>"
    after = f"<conclusions><p><vote><outcome>[Adopted by 2 votes to none:{states}</outcome></vote></p></conclusions>"
    assert texts_of(document("<p>x</p>", after=after))[1:] == [
        "[Adopted by 2 votes to none:",
        "In favour:",
        "Chad, Peru",
        "Against:",
        "None",
    ]


def test_an_arabic_title_is_parted_from_its_number_by_a_dash():
    before = "<preface><p><docNumber>71/94</docNumber><docTitle>المنارات</docTitle></p></preface>"
    assert texts_of(document("<p>x</p>", language="ara", before=before))[0] == "71/94 - المنارات"


def component(text: str) -> str:
    return f"<component><statement><mainBody>{paragraph(text, '1.')}</mainBody></statement></component>"


COLLECTION = f"""<akomaNtoso xmlns="{NAMESPACE}"><documentCollection><meta/>
<coverPage><p>A/RES/76/247 A-B</p></coverPage>
<collectionBody><component><documentRef href="a"/></component></collectionBody></documentCollection>
<components>{component("First")}{component("Second")}</components></akomaNtoso>"""


def test_parts_of_a_collection_together_and_one_by_one():
    assert texts_of(COLLECTION.encode()) == ["A/RES/76/247 A-B", "1. First", "1. Second"]
    parts = [(source.name, source.text.split("\n")[:2]) for source in open_sources(COLLECTION.encode())]
    assert parts == [("<bytes>#1", ["A/RES/76/247 A-B", "1. First"]), ("<bytes>#2", ["A/RES/76/247 A-B", "1. Second"])]


def refused(data: bytes, limits: Limits = LIMITS) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        open_source(data, limits)
    return caught.value


def test_what_is_not_well_formed_is_refused_with_its_place():
    error = refused(document(paragraph("x")).replace(b"</mainBody>", b"\n</mainBdy>"))
    assert error.code == "not_well_formed"
    assert "line 3" in error.reason


def test_a_document_type_is_refused_before_anything_is_expanded():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE akomaNtoso [<!ENTITY e0 "ha">{levels}]><akomaNtoso>&e11;</akomaNtoso>'
    assert refused(bomb.encode()).code == "unsafe_xml"
    outside = '<?xml version="1.0"?><!DOCTYPE akomaNtoso SYSTEM "file:///etc/passwd"><akomaNtoso/>'
    assert refused(outside.encode()).code == "unsafe_xml"
    assert refused(bomb.encode("utf-16")).code == "unsafe_xml"


def test_deep_and_long_documents_are_refused():
    assert refused(document("<p>" * 5_000 + "</p>" * 5_000)).code == "too_large"
    error = refused(document("<p>x</p>" * 500), Limits(max_elements=100))
    assert error.code == "too_large"
    assert "max_elements" in str(error.advice)


def test_unknown_encodings_are_refused():
    assert refused(b'<?xml version="1.0" encoding="no-such"?><akomaNtoso/>').code == "not_well_formed"


SAMPLE = document(
    paragraph('Urges<authorialNote marker="1"><p>A/1.</p></authorialNote>', "1.")
    + "<table><tr><td>x</td></tr></table>",
    before="<coverPage><p>A/RES/71/94</p></coverPage>",
)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_damaged_files_are_read_or_refused(changes):
    data = bytearray(SAMPLE)
    for place, byte in changes:
        data[place] = byte
    assert is_read_or_refused(bytes(data))


def test_real_files_are_read_and_keep_all_their_text(real_documents):
    for archive in sorted((real_documents / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            names = [name for name in files.namelist() if name.endswith(".xml")]
            assert names
            for name in names[:: max(1, len(names) // 20)]:
                source = read_akn(files.read(name), name, LIMITS)
                assert len(source.lines or ()) > 8, name
