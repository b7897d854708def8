"""What an alignment is written as, the second level, and the verbs."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser

import pytest
from lxml import etree

import unres
from unres.alignment.sentences import align_sentences, split_sentences
from unres.alignment.verbs import plain_arabic, terms
from unres.exports.bilingual import to_bilingual_docx, to_xlsx
from unres.exports.parallel import to_parallel_html
from unres.exports.parallel_rows import rows, titles, to_jsonl, to_tsv
from unres.exports.tmx import Codes, to_tbx, to_tmx
from unres.models.action import Action

# The elements and attributes of TMX 1.4 that are written here, with the order that its DTD gives them.
TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT ude EMPTY> <!ELEMENT note (#PCDATA)>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED creationdate CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""


@pytest.mark.parametrize("level", ["block", "sentence"])
def test_tmx_is_valid_and_complete(alignment, level):
    text = to_tmx(alignment, level)
    root = etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, resolve_entities=False, no_network=True))
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    assert dtd.validate(root), dtd.error_log
    units = root.findall(".//tu")
    assert len(units) == 1 + len(alignment.pairs) + len(alignment.notes)
    assert [seg.text for seg in units[0].iter("seg")] == [alignment.english.title, alignment.arabic.title]
    assert [seg.text for seg in units[1].iter("seg")] == [
        alignment.block("en", "pp1").text,
        alignment.block("ar", "pp1").text,
    ]


def test_tmx_drops_what_xml_cannot_hold(alignment):
    block = alignment.english.preamble[0]
    odd = block.model_copy(update={"text": "a\x0bb & <c>\x00"})
    english = alignment.english.model_copy(update={"preamble": [odd, *alignment.english.preamble[1:]]})
    text = to_tmx(alignment.model_copy(update={"english": english}))
    assert ET.fromstring(text).findall(".//seg")[2].text == "a b & <c>"  # noqa: S314  # written a line above


def test_tmx_has_codes_a_source_names_dates_and_notes(aligned):
    alignment = aligned(en={"66/120": "66/210"})
    root = etree.fromstring(to_tmx([alignment, alignment], codes=Codes.of("en-US, ar-SA"), source="ar").encode())
    assert root.find("header").get("srclang") == "ar-SA"
    names = [unit.get("tuid") for unit in root.iter("tu")]
    assert len(set(names)) == len(names)
    assert names[1] == "A/RES/70/301#pp1"
    assert f"{names[1]}-2" in names
    unit = root.findall(".//tu")[1]
    assert unit.get("creationdate") == "20151222T000000Z"
    assert [note.text for note in unit.iter("note")] == [
        "A/RES/70/301, preambular para. 1",
        "reference: the Arabic says 66/120, the English 66/210",
    ]
    assert [variant.values() for variant in unit.iter("tuv")] == [["ar-SA"], ["en-US"]]


@pytest.mark.parametrize("written", ["", "ar-SA", "ar,fr", "ar-SA;en-US", "ar_SA,en", "en,en-US", "ar,en,fr"])
def test_codes_are_of_the_two_languages(written):
    with pytest.raises(ValueError, match="such as ar-SA,en-US"):
        Codes.of(written)


def test_a_glossary_has_verbs_titles_organs_and_months(alignment):
    named = titles(alignment)
    root = etree.fromstring(to_tbx(terms([alignment]), [*named, *named], codes=Codes("ar-EG", "en-GB")).encode())
    entries = {}
    for entry in root.iter("termEntry"):
        sections = entry.findall("langSet")
        assert [section.values() for section in sections] == [["en-GB"], ["ar-EG"]]
        entries[entry.get("id")] = [[term.text for term in section.iter("term")] for section in sections]
    assert [["urges"], ["تحث"]] in entries.values()
    assert entries["title-1"] == [["Preservation of lighthouses"], ["حفظ المنارات"]]
    assert "title-2" not in entries
    assert entries["month-1"] == [["January"], ["كانون الثاني/يناير"]]
    assert entries["organ-security_council"][0] == ["Security Council"]
    assert "مجلس الأمن" in entries["organ-security_council"][1]
    assert len([name for name in entries if name.startswith("month-")]) == 12


def parts(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_a_workbook_has_text_alone_and_all_of_it(aligned):
    long = "=SUM(A1) lamp_x0041_ \0 <lamp> " + "lamp " * 8000
    alignment = aligned(en={"66/120": "66/210", "Welcoming the support": f"Welcoming {long}"})
    packed = to_xlsx(alignment)
    assert packed == to_xlsx(list(rows(alignment)))
    sheet = parts(packed)["xl/worksheets/sheet1.xml"]
    name = {"x": sheet.nsmap[None]}
    table = [
        ["".join(cell.itertext()) for cell in row.findall("x:c", name)] for row in sheet.iterfind(".//x:row", name)
    ]
    assert table[0] == ["Place", "English", "Arabic", "To look at"]
    assert table[2][3] == "reference: the Arabic says 66/120, the English 66/210"
    whole = [row for row in table if row[0] == "A/RES/70/301, preambular para. 3"]
    assert "_x005F_x0041_" in whole[0][1]
    text = [row[1].replace("_x005F_", "_") for row in whole]  # as Excel reads it
    assert len(text[0]) == 32_767
    assert "".join(text).count("lamp ") == 8000
    assert not sheet.findall(".//x:f", name)


def test_a_table_in_word_has_both_directions(alignment):
    packed = to_bilingual_docx(alignment, "sentence")
    document = parts(packed)["word/document.xml"]
    name = {"w": document.nsmap["w"]}
    found = document.findall(".//w:tr", name)
    assert len(found) == 2 + len(alignment.pairs) + len(alignment.notes)
    bidi = [cell.find(".//w:bidi", name) is not None for cell in found[2].findall("w:tc", name)]
    assert bidi == [False, False, True, False]
    assert found[0].find(".//w:tblHeader", name) is not None
    assert unres.read(packed).source_text.count(alignment.block("ar", "op1").text) == 1


def test_tsv_has_a_line_for_each_pair(alignment):
    lines = to_tsv(alignment).splitlines()
    assert lines[0].split("\t") == [
        "symbol", "level", "arabic_ids", "english_ids", "score", "because", "arabic", "english", "place", "date",
        "checks",
    ]  # fmt: skip
    assert len(lines) == 2 + len(alignment.pairs) + len(alignment.notes)
    assert all(line.count("\t") == 10 for line in lines)


def test_json_lines_hold_ids_and_texts(alignment):
    found = [json.loads(line) for line in to_jsonl(alignment).splitlines()]
    assert found[0]["level"] == "title"
    assert found[1]["arabic_ids"] == found[1]["english_ids"] == ["pp1"]
    assert found[-1]["level"] == "note"
    assert found[-1]["place"] == "A/RES/70/301, footnote 2"
    assert found[-1]["english"].startswith("United Nations, Treaty Series")


class _Ids(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.text = [], [], []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002  # given by the parser
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if (attributes.get("href") or "").startswith("#"):
            self.links.append(attributes["href"][1:])

    def handle_data(self, data):
        self.text.append(data)


def test_the_page_has_both_columns_and_its_links_lead_somewhere(aligned):
    page = to_parallel_html(aligned(en={"66/120": "66/210", "Welcoming the support": "Welcoming <b>the</b> support"}))
    found = _Ids()
    found.feed(page)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.links) <= set(found.ids)
    assert {"en-op1.a", "ar-op1.a", "en-pp1", "ar-pp1"} <= set(found.ids)
    text = "".join(found.text)
    assert "1 place to look at" in text
    assert "the Arabic says 66/120, the English 66/210" in text
    assert "<b>the</b>" in text
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_notes_of_one_version_alone_have_places_of_their_own(aligned):
    gone = {"¹ A/70/55.\n": "", "lighthouses,¹": "lighthouses,", "² United": "¹ Another.\n² Other.\n³ United"}
    found = _Ids()
    found.feed(to_parallel_html(aligned(en=gone)))
    assert len(found.ids) == len(set(found.ids))
    assert "ar-fn:1" in found.ids


def test_blocks_without_counterpart_face_an_empty_column(aligned):
    page = to_parallel_html(aligned(en={"Welcoming the support provided by fishers and local communities,\n\n": ""}))
    assert page.count('<p class="none">') == 1


def test_sentences_end_where_they_end():
    text = "See resolution 67/190. It was adopted in 2012. Article No. 5 and vol. 2 apply; so does No. 7."
    assert split_sentences(text) == [
        "See resolution 67/190.",
        "It was adopted in 2012.",
        "Article No. 5 and vol. 2 apply;",
        "so does No. 7.",
    ]


def test_sentences_are_aligned_one_to_two():
    pairs = align_sentences(
        "تجتمع اللجنة مرة كل سنة في جنيف. وتنتخب اللجنة رئيسا وثلاثة نواب للرئيس لمدة 2 سنة وتعتمد نظامها الداخلي.",
        "The Committee shall meet once a year in Geneva. It shall elect a Chair and three Vice-Chairs for 2 years. "
        "It shall adopt its rules of procedure.",
    )
    assert [pair.english for pair in pairs] == [
        "The Committee shall meet once a year in Geneva.",
        "It shall elect a Chair and three Vice-Chairs for 2 years. It shall adopt its rules of procedure.",
    ]


def test_a_text_without_counterpart_is_one_pair():
    assert [(pair.arabic, pair.english) for pair in align_sentences("", "A. B.")] == [("", "A. B.")]
    assert align_sentences("", "") == []


def test_verbs_stand_side_by_side(alignment):
    found = {(verb.english, plain_arabic(verb.arabic)): verb.english_action for verb in alignment.verbs()}
    assert found["Recalling", "إذ تشير"] is Action.RECALL
    assert found["Welcoming", "إذ ترحب"] is Action.WELCOME
    assert found["Urges", "تحث"] is Action.URGE


def test_terms_are_counted_over_many(alignment):
    found = terms([alignment, alignment])
    assert ("urge", "urges", "تحث", 2) in found
    assert [row.times for row in found] == sorted((row.times for row in found), reverse=True)
