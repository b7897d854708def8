"""What the page holds, before any browser: everything shown once, every link with an end, nothing smuggled in."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser

import pytest
import viewer_documents as documents

import unres
from unres.exports.bidi import language_of_line
from unres.exports.viewer import to_viewer
from unres.exports.viewer.arrangement import paired
from unres.scripts import eastern_digits

_VOID = {"meta", "input", "br", "img", "rect"}


class Tree(HTMLParser):
    """Elements as (name, attributes, text of the element and what is under it)."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self._open = []
        self.feed(markup)
        self.close()
        assert not self._open, [each["name"] for each in self._open]

    def handle_starttag(self, name, attributes):
        """Opens an element."""
        element = {"name": name, "text": "", **{key: value or "" for key, value in attributes}}
        self.elements.append(element)
        if name not in _VOID:
            self._open.append(element)

    def handle_endtag(self, name):
        """Closes the one that was opened last."""
        if name in _VOID:
            return
        assert self._open, name
        assert self._open.pop()["name"] == name

    def handle_data(self, data):
        """Belongs to all that are open."""
        for element in self._open:
            element["text"] += data

    def named(self, name):
        """Elements by their name."""
        return [each for each in self.elements if each["name"] == name]

    def classed(self, name):
        """Elements by one of their classes."""
        return [each for each in self.elements if name in each.get("class", "").split()]

    def by_id(self):
        """Elements that have an id."""
        return {each["id"]: each for each in self.elements if "id" in each}


@pytest.fixture(scope="module")
def both():
    return Tree(to_viewer(documents.arabic(), documents.english()))


@pytest.fixture(scope="module")
def with_pictures():
    data = documents.small_pdf()
    return to_viewer(unres.read(data), pdf=data)


def test_every_text_is_on_the_page(both):
    shown = {each["id"]: " ".join(each["text"].split()) for each in both.classed("item")}
    for prefix, resolution in (("", documents.arabic()), ("en-", documents.english())):
        for block in resolution.walk():
            marks = sorted(block.footnote_marks, key=lambda mark: -mark.offset)
            text = block.text
            for mark in marks:
                label = mark.label if prefix else eastern_digits(mark.label)
                text = text[: mark.offset] + label + text[mark.offset :]
            assert " ".join(text.split()) in shown[f"{prefix}{block.id}"]
        for note in resolution.footnotes:
            assert note.text in shown[f"{prefix}fn-{note.label}"]
        for piece in (*resolution.masthead, *resolution.furniture):
            assert any(piece.text in text for text in shown.values())


def test_ids_are_unique_and_links_lead_somewhere(both):
    ids = [each["id"] for each in both.elements if "id" in each]
    assert len(ids) == len(set(ids))
    links = [each["href"] for each in both.named("a") if each["href"].startswith("#")]
    assert {link[1:] for link in links} <= set(ids)
    named = [each[key] for each in both.elements for key in ("for", "aria-controls", "aria-labelledby") if key in each]
    assert set(named) <= set(ids)


def test_every_run_of_a_document_has_its_language_and_direction(both):
    for element in both.classed("item"):
        if "piece" not in element["class"]:
            assert (element["lang"], element["dir"]) in {("ar", "rtl"), ("en", "ltr")}
    assert both.by_id()["op2.a"]["dir"] == "rtl"
    assert both.by_id()["en-op2.a"]["dir"] == "ltr"


def test_english_lines_of_an_arabic_masthead_read_from_left_to_right(both):
    (line,) = [each for each in both.classed("words") if each["text"] == "Distr.: General" and each["name"] == "span"]
    assert (line["lang"], line["dir"]) == ("en", "ltr")
    assert language_of_line("A/RES/67/190 و A/67/458", "ar") == "ar"
    assert language_of_line("١٩٠/٦٧", "ar") == "ar"


def test_what_stands_side_by_side(both):
    rows = [each for each in both.classed("row") if "op4" in each["text"]]
    (last,) = [each for each in rows if "Decides to consider" in each["text"]]
    assert "–" in last["text"], "the other language has nothing here, and that is shown"


def test_each_reference_leads_to_its_card():
    resolution = documents.arabic()
    page = Tree(to_viewer(resolution))
    cards = page.classed("card")
    references = resolution.references
    assert [each["id"] for each in cards if each["id"].startswith("ref-")] == [
        f"ref-{number}" for number in range(1, len(references) + 1)
    ]
    for reference in references:
        (card,) = [each for each in cards if f"#{each['id']}" in _addresses(page, reference.text)]
        assert reference.text in card["text"]
        assert (reference.symbol or "") in card["text"]
        assert reference.because in card["text"]
        for reading in reference.alternatives:
            assert reading.symbol in card["text"]


def _addresses(page, text):
    return [each["href"] for each in page.classed("ref") if each["text"] == text]


def test_a_reading_that_is_not_wholly_sure_is_never_shown_as_such():
    resolution = documents.english()
    changed = resolution.model_dump()
    changed["preamble"][0]["references"][0] |= {"confidence": 0.9999, "because": "only possible order"}
    changed["preamble"][0]["references"][1] |= {"confidence": 0.6}
    page = Tree(to_viewer(unres.Resolution.model_validate(changed)))
    first, second, *_ = page.classed("card")
    assert "99.9%" in first["text"]
    assert "only possible order" in first["text"]
    assert "60%" in second["text"]
    assert "unsure" in second["class"]


def test_remarks_lead_to_their_place():
    page = Tree(to_viewer(documents.arabic()))
    (card,) = [each for each in page.classed("card") if "footnote.no_mark" in each["text"]]
    assert "fn-3" in card["text"]
    assert "حاشية لا يشير إليها شيء" in card["text"], "with the source at the place"
    assert "…" in card["text"], "and words around it, none of them cut"
    assert re.search(r"…\s", card["text"])
    (flag,) = page.classed("flag")
    assert flag["href"] == f"#{card['id']}"


def test_a_remark_on_text_that_is_not_shown_names_what_stands_before_it():
    resolution = documents.english()
    end = len(resolution.source_text)
    changed = resolution.model_dump()
    changed["source_text"] += "\nstray words"
    remark = {"code": "text.unplaced", "severity": "warning", "message": "Text found no place."}
    changed["diagnostics"] = [
        {**remark, "span": {"start": end + 1, "end": end + 12}},
        {**remark, "code": "structure.no_formula"},
    ]
    page = Tree(to_viewer(unres.Resolution.model_validate(changed)))
    stray, whole = [each for each in page.classed("card") if each["id"].startswith("remark-")]
    assert "after fn-2" in stray["text"]
    assert "stray words" in stray["text"]
    assert "the whole document" in whole["text"]


# ---- nothing comes in


def test_hostile_text_stays_text():
    resolution = unres.parse(documents.HOSTILE)
    page = Tree(to_viewer(resolution, resolution))
    assert len(page.named("script")) == 2, "ours, and its words"
    assert not page.named("b")
    assert [each for each in page.named("svg") if "onload" in each] == []
    assert not [each for each in page.elements if any(key.startswith("on") for key in each)]
    assert "</title><script>" in resolution.title
    assert all(resolution.title in each["text"] for each in page.named("h1"))
    assert page.named("title")[0]["text"].endswith(resolution.title)


def test_hostile_values_stay_values():
    """A resolution may come from JSON, with anything in any of its texts."""
    evil = '"><script>alert(1)</script>'
    resolution = documents.english().model_dump()
    resolution |= {"symbol": evil, "title": evil, "enacting_formula": evil}
    resolution["preamble"][0] |= {"id": evil, "label": evil}
    resolution["preamble"][0]["references"][0] |= {
        "symbol": evil,
        "url": "https://example.org/" + evil,
        "because": evil,
        "title": evil,
        "pinpoint": {"paragraphs": [evil], "section": evil},
        "alternatives": [{"symbol": evil, "because": evil}],
    }
    resolution["footnotes"][0]["label"] = evil
    resolution["diagnostics"] = [{"code": evil, "severity": "error", "message": evil, "span": {"start": 0, "end": 5}}]
    page = Tree(to_viewer(unres.Resolution.model_validate(resolution)))
    assert len(page.named("script")) == 2


def test_an_address_that_would_run_is_no_link():
    resolution = documents.english().model_dump()
    resolution["preamble"][0]["references"][0]["url"] = "javascript:alert(1)"
    page = Tree(to_viewer(unres.Resolution.model_validate(resolution)))
    assert not [each for each in page.named("a") if "javascript" in each["href"]]


def test_the_policy_allows_our_script_alone(with_pictures):
    page = Tree(with_pictures)
    (policy,) = [each["content"] for each in page.named("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    scripts = re.findall(r"<script>(.*?)</script>", with_pictures, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    for element in page.elements:
        assert element.get("src", "data:").startswith("data:")
    assert "innerHTML" not in scripts[0]
    assert "localStorage" not in scripts[0]


# ---- pages of a PDF


def test_pages_and_the_places_on_them(with_pictures):
    page = Tree(with_pictures)
    assert [each["alt"] for each in page.named("img")] == [f"Picture of page {number}" for number in (1, 2, 3)]
    assert all(each["loading"] == "lazy" for each in page.named("img"))
    rects = {each["data-for"]: each for each in page.named("rect")}
    assert {"pp1", "op1", "op2"} <= set(rects)
    assert set(rects) <= set(page.by_id())
    assert float(rects["op1"]["y"]) < float(rects["op2"]["y"])


def test_places_on_a_page_that_is_cropped():
    import pypdfium2

    document = pypdfium2.PdfDocument(documents.small_pdf(1))
    document[0].set_cropbox(50, 400, 500, 800)
    cropped = io.BytesIO()
    document.save(cropped)
    page = Tree(to_viewer(unres.read(cropped.getvalue()), pdf=cropped.getvalue()))
    (overlay,) = page.named("svg")
    assert [float(each) for each in overlay["viewbox"].split()] == [50, 42, 450, 400]


def test_more_pages_than_pictures_are_asked_for_is_said():
    data = documents.small_pdf(5)
    page = Tree(to_viewer(unres.read(data), pdf=data, pictures=2))
    assert len(page.named("img")) == 2
    (note,) = page.classed("note-cut")
    assert "first 2 of 5 pages" in note["text"]
    assert "--pictures 5" in note["text"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken"])
def test_pages_that_cannot_be_drawn_leave_the_text(data):
    page = Tree(to_viewer(documents.english(), pdf=data))
    assert "op4" in page.by_id()
    (note,) = page.classed("note-cut")
    assert "could not be drawn" in note["text"]


# ---- parts


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("ac", "abc", [(0, 0), (None, 1), (1, 2)]),
        ("abc", "", [(0, None), (1, None), (2, None)]),
        ("zabc", "abcz", [(0, None), (1, 0), (2, 1), (3, 2), (None, 3)]),
        ("aab", "ab", [(0, 0), (1, None), (2, 1)]),
    ],
)
def test_pairs_keep_the_order_of_both(left, right, expected):
    pairs = list(paired(left, right))
    assert [each[0] for each in pairs if each[0] is not None] == list(range(len(left)))
    assert [each[1] for each in pairs if each[1] is not None] == list(range(len(right)))
    assert sum(None not in each for each in pairs) == sum(None not in each for each in expected)
    assert all(left[a] == right[b] for a, b in pairs if a is not None and b is not None)


@pytest.mark.parametrize("interface", ["en", "ar"])
def test_a_text_that_is_hardly_a_resolution(interface):
    page = Tree(to_viewer(unres.parse("x"), unres.parse("و"), interface=interface))
    assert page.named("html")[0]["lang"] == interface


def test_what_says_the_same_stands_together_though_the_ids_differ():
    """The English divides what the Arabic holds in one paragraph, and the numbers after it are one ahead."""
    divided = documents.ENGLISH.replace(
        "3. Requests", "3. Takes note of the drawings of 1987 and 1994;\n\n4. Requests"
    ).replace("4. Decides to consider the matter again.", "5. Decides to consider the matter again.")
    page = Tree(to_viewer(documents.arabic(), unres.parse(divided)))
    (row,) = [each for each in page.classed("row") if "تقريرا عن تنفيذ" in each["text"]]
    assert "Requests the Secretary-General to report" in row["text"]
    assert "op3" in row["text"]
    assert "op4" in row["text"]
    shown = [each["id"] for each in page.classed("item")]
    assert len(shown) == len(set(shown))


def test_two_versions_of_one_language_stand_side_by_side_by_their_ids():
    changed = documents.ENGLISH.replace("seventeen", "eighteen")
    page = Tree(to_viewer(documents.english(), unres.parse(changed)))
    (row,) = [each for each in page.classed("row") if "seventeen" in each["text"]]
    assert "eighteen" in row["text"]
    assert {"op1", "other-op1"} <= set(page.by_id())


def test_disagreements_of_the_versions_are_remarked():
    other = documents.ENGLISH.replace("once every 3 years", "once every 17 years")
    page = Tree(to_viewer(documents.arabic(), unres.parse(other)))
    (card,) = [each for each in page.classed("card") if each["id"].startswith("check-") and "17" in each["text"]]
    assert "English op2.a" in card["text"]
    assert "Arabic op2.a" in card["text"]
    assert f"#{card['id']}" in [each["href"] for each in page.classed("flag")]


@pytest.mark.parametrize("interface", ["en", "ar"])
def test_what_two_versions_have_alike_is_shown_once_and_the_rest_in_the_words_of_each(interface):
    page = to_viewer(documents.english(), documents.arabic(), interface=interface)
    main = page.partition("<main")[2].partition("</main>")[0]
    head = main.partition('id="ui-preamble"')[0]
    organ = {"en": "Organ", "ar": "الهيئة"}[interface]
    assert head.count(f"<dt>{organ}</dt>") == 1
    assert head.count("<dt>Number, as written</dt>") == head.count("<dt>الرقم كما ورد</dt>") == 1
    alone = to_viewer(documents.arabic(), interface=interface)
    assert 'class="row shared"' not in alone
