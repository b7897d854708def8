"""What an alignment is written as, the second level, and the verbs."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from lxml import etree

from unres.alignment.sentences import align_sentences, split_sentences
from unres.alignment.verbs import plain_arabic, terms
from unres.exports.parallel import to_parallel_html
from unres.exports.parallel_rows import to_jsonl, to_tsv
from unres.exports.tmx import to_tmx
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
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""


@pytest.mark.parametrize("level", ["block", "sentence"])
def test_tmx_is_valid_and_complete(alignment, level):
    import io

    text = to_tmx(alignment, level)
    root = etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, resolve_entities=False, no_network=True))
    dtd = etree.DTD(io.StringIO(TMX_DTD))
    assert dtd.validate(root), dtd.error_log
    units = root.findall(".//tu")
    assert len(units) == len(alignment.pairs) + len(alignment.notes)
    assert [seg.text for seg in units[0].iter("seg")] == [
        alignment.block("en", "pp1").text,
        alignment.block("ar", "pp1").text,
    ]


def test_tmx_drops_what_xml_cannot_hold(alignment):
    block = alignment.english.preamble[0]
    odd = block.model_copy(update={"text": "a\x0bb & <c>\x00"})
    english = alignment.english.model_copy(update={"preamble": [odd, *alignment.english.preamble[1:]]})
    text = to_tmx(alignment.model_copy(update={"english": english}))
    assert ET.fromstring(text).find(".//seg").text == "a b & <c>"  # noqa: S314  # written a line above


def test_tsv_has_a_line_for_each_pair(alignment):
    lines = to_tsv(alignment).splitlines()
    assert lines[0].split("\t") == [
        "symbol", "level", "arabic_ids", "english_ids", "score", "because", "arabic", "english",
    ]  # fmt: skip
    assert len(lines) == 1 + len(alignment.pairs) + len(alignment.notes)
    assert all(line.count("\t") == 7 for line in lines)


def test_json_lines_hold_ids_and_texts(alignment):
    rows = [json.loads(line) for line in to_jsonl(alignment).splitlines()]
    assert rows[0]["arabic_ids"] == rows[0]["english_ids"] == ["pp1"]
    assert rows[-1]["level"] == "note"
    assert rows[-1]["english"].startswith("United Nations, Treaty Series")


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
    rows = terms([alignment, alignment])
    assert ("urge", "urges", "تحث", 2) in rows
    assert [row.times for row in rows] == sorted((row.times for row in rows), reverse=True)
