"""HTML: what a browser sets as blocks are lines, whatever the markup is like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from tests.timing import processor_seconds
from unres.readers import open_source
from unres.readers.html import read_html
from unres.readers.html.tokens import Tag, tokens
from unres.readers.limits import Limits
from unres.readers.source import Source

LIMITS = Limits()


def lines_of(page: str | bytes) -> list[tuple[str | None, str]]:
    source = read_html(page.encode() if isinstance(page, str) else page, "test.html", LIMITS)
    return [(line.role, source.text[line.start : line.end]) for line in source.lines or ()]


def texts_of(page: str | bytes) -> list[str]:
    return [text for _, text in lines_of(page)]


def test_blocks_are_lines_and_markup_inside_them_is_not():
    page = "<h2>71/94.\n <b>Lamps</b></h2><p><i>Recalling</i> its &ldquo;work&rdquo;,<p>Noting&nbsp;<a href=x>it</a>,"
    assert lines_of(page + "</div>End") == [
        ("heading", "71/94. Lamps"),
        ("body", "Recalling its “work”,"),
        ("body", "Noting it,"),
        ("body", "End"),
    ]


def test_scripts_styles_comments_and_titles_are_no_text():
    page = (
        "<title>t</title><style>p{}</style><script>if (a<b) '</p>'</script><!-- <p>x --><noscript>n</noscript><p>Text"
    )
    assert texts_of(page) == ["Text"]


def test_signs_that_open_no_tag_are_text():
    assert texts_of("<p>a < b and c > d, 3 <4 & more") == ["a < b and c > d, 3 <4 & more"]


def test_a_bracket_in_an_attribute_does_not_end_the_tag():
    assert texts_of("<p title='a > b'>Text <img alt=\">\">here") == ["Text here"]


def test_numbers_of_lists_stand_in_the_text():
    page = "<ol start=3><li>Urges<ol type=a><li>one<li>two</ol><li value=9>Decides</ol><ul><li>point</ul>"
    assert texts_of(page) == ["3. Urges", "a. one", "b. two", "9. Decides", "• point"]


def test_styles_of_lists():
    page = (
        '<ol style="margin:0; list-style-type: lower-alpha"><li>one</ol><ol style="list-style:none"><li>two</ol>'
        '<ol style="list-style-type:arabic-indic"><li>واحد</ol>'
    )
    assert texts_of(page) == ["a. one", "two", "١. واحد"]


def test_what_a_site_sets_around_its_page_is_furniture():
    page = "<nav><ul><li>Home</ul></nav><main><p>Text</main><footer>Imprint</footer>"
    assert lines_of(page) == [("furniture", "• Home"), ("body", "Text"), ("furniture", "Imprint")]


def test_breaks_part_lines_and_two_breaks_part_paragraphs():
    assert lines_of("<p>One<br>two<br><br>Three</p>") == [(None, "One"), (None, "two"), ("body", "Three")]
    assert lines_of("<pre>One\ntwo</pre>") == [(None, "One"), (None, "two")]


def test_tables():
    page = "<p>Scale:<table><tr><th>State<th>Rate<tr><td>Chad<td>0.1</table>"
    assert lines_of(page)[1:] == [("table_row", "State\tRate"), ("table_row", "Chad\t0.1")]


def test_tables_that_only_lay_out_a_page_give_paragraphs():
    masthead = "<table><tr><td>United Nations<td>A/RES/71/94</table><p>Text"
    assert lines_of(masthead) == [("body", "United Nations"), ("body", "A/RES/71/94"), ("body", "Text")]
    frame = "<p>Text<table><tr><td><p>One<p>Two<td>Three</table>"
    assert lines_of(frame)[1:] == [("body", "One"), ("body", "Two"), ("body", "Three")]
    nested = "<table><tr><td><p>Head<table><tr><td>Chad<td>0.1</table><p>Tail</table>"
    assert texts_of(nested) == ["Head", "Chad", "0.1", "Tail"]


@pytest.mark.parametrize(
    ("mark", "opening"),
    [
        ("<sup>1</sup>", "<sup>1</sup> "),
        ("<sup>(1)</sup>", "(<sup>1</sup>) "),
        ('<a href="#_ftn1">[1]</a>', '<a href="#_ftnref1">[1]</a> '),
        ('<sup><a href="#n1">1</a></sup>', '<a href="#r1">1</a> '),
        (" 1/", "1/ "),
        ("<sup>1/</sup>", "1/ "),
    ],
)
def test_marks_and_notes(mark, opening):
    page = f"<p>the Convention{mark}, and others,<p>{opening}Resolution 34/180."
    assert lines_of(page) == [("body", "the Convention¹, and others,"), ("footnote", "¹ Resolution 34/180.")]


def test_arabic_marks_and_notes():
    page = '<html dir="rtl"><p>الاتفاقية<sup>(1)</sup>،<p><sup>(1)</sup> القرار 34/180.'
    assert lines_of(page) == [("body", "الاتفاقية⁽¹⁾،"), ("footnote", "(1) القرار 34/180.")]


def test_marks_that_a_converter_sets_twice():
    mark = '<sup><a href="#n1"><sup>(١)</sup></a>(<b>١</b>)</sup><sup>(١)</sup>'
    page = f"<p>الاتفاقية{mark}،<p>{mark} القرار 34/180.<p>(<sup>٢</sup>) ليس حاشية"
    assert lines_of(page)[:2] == [("body", "الاتفاقية⁽¹⁾،"), ("footnote", "(1) القرار 34/180.")]


def test_raised_words_and_paragraphs_that_open_with_a_number_are_no_notes():
    assert lines_of("<p>the 1<sup>st</sup><p>1/ January") == [("body", "the 1st"), ("body", "1/ January")]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1256", "windows-1256"), ("utf-8", "utf-8"), ("utf-8", "no-such"), ("cp1256", "hex"), ("utf-16", "utf-8")],
)
def test_encodings(encoding, declared):
    page = f'<meta charset="{declared}"><p>إن الجمعية العامة،'
    assert texts_of(page.encode(encoding)) == ["إن الجمعية العامة،"]


def test_latin_1_is_read_as_windows_1252():
    assert texts_of("<meta charset=iso-8859-1><p>the Council’s “work”".encode("cp1252")) == ["the Council’s “work”"]


def test_attributes():
    (tag,) = [token for token in tokens('<OL START="4" type=a start=9 x hidden>') if isinstance(token, Tag)]
    assert (tag.name, tag.closing) == ("ol", False)
    assert tag.attributes() == {"start": "4", "type": "a", "x": "", "hidden": ""}


HOSTILE = {
    "opened tags": "<",
    "tags that never close": "<a ",
    "quotes that never close": '<a "',
    "quotes of both kinds": '<a \'">"',
    "comments": "<!--",
    "declarations": "<!",
    "scripts": "<script>",
    "tables": "<table><tr><td>",
    "lists": "<ol><li>",
    "raised": "<sup>1",
    "breaks": "<br>",
    "ampersands": "&",
    "references": "&#x",
    "old marks": " 1/",
    "attributes": "<p " + "x=1 " * 50 + ">",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_length_alone(unit):
    def seconds(length: int, times: int = 1) -> float:
        data = ("<p>x" + unit * (length // len(unit))).encode()
        return processor_seconds(lambda: read_html(data, "x", LIMITS), times)

    small, large = seconds(40_000, 2), seconds(320_000)
    assert large < 24 * small + 0.5  # eight times the length; a quadratic rule would take 64 times as long


@given(st.text(alphabet="<>/!-\"'= apbrtdsuolihnc&;#1()\n", max_size=200))
def test_any_markup_is_read(page):
    assert isinstance(read_html(page.encode(), "x", LIMITS), Source)


def test_pages_are_told_by_their_content():
    assert open_source(b"<!DOCTYPE html><p>Text").lines
    assert open_source(b"Text with <b>some</b> markup</p><br>and</p> more</p>").lines


_BODY = (
    "<p>The General Assembly,</p><p><em>Noting</em> the storms{first},</p><p>1. <em>Urges</em> care;{second}</p>"
    "<p>2. <em>Decides</em> to meet in spring.</p>{notes}"
)
_PANDOC = {
    "first": '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
    "second": '<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>',
    "notes": '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol>'
    '<li id="fn1"><p>A/81/300.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>'
    '<li id="fn2"><p>Ibid.,</p><p>annex.<a href="#fnref2" class="footnote-back">↩︎</a></p></li></ol></section>',
}
_CONVERTERS = {
    "pandoc": _PANDOC,
    "pandoc, notes set aside": _PANDOC | {"notes": _PANDOC["notes"].replace("section", "aside")},
    "mammoth": {
        "first": '<sup><a href="#doc-footnote-1" id="doc-footnote-ref-1">[1]</a></sup>',
        "second": '<sup><a href="#doc-footnote-2" id="doc-footnote-ref-2">[2]</a></sup>',
        "notes": '<ol><li id="doc-footnote-1"><p> A/81/300. <a href="#doc-footnote-ref-1">↑</a></p></li>'
        '<li id="doc-footnote-2"><p> Ibid., annex. <a href="#doc-footnote-ref-2">↑</a></p></li></ol>',
    },
    "WordPress": {
        "first": '<sup data-fn="5a-1" class="fn"><a href="#5a-1" id="5a-1-link">1</a></sup>',
        "second": '<sup data-fn="5a-2" class="fn"><a id="5a-2-link" href="#5a-2">2</a></sup>',
        "notes": '<ol class="wp-block-footnotes"><li id="5a-1">A/81/300. <a href="#5a-1-link">↩︎</a></li>'
        '<li id="5a-2">Ibid., annex. <a href="#5a-2-link" aria-label="Jump to 2">back</a></li></ol>',
    },
}


@pytest.mark.parametrize("converter", _CONVERTERS)
def test_notes_at_the_end_of_converted_pages_are_footnotes(converter: str):
    resolution = unres.read(f"<html><body>{_BODY.format(**_CONVERTERS[converter])}</body></html>".encode())
    assert [(n.label, n.text, n.block_ids) for n in resolution.footnotes] == [
        ("1", "A/81/300.", ["pp1"]),
        ("2", "Ibid., annex.", ["op1"]),
    ]
    assert [block.text for block in resolution.walk()] == [
        "Noting the storms,",
        "Urges care;",
        "Decides to meet in spring.",
    ]


def test_notes_of_an_arabic_page_are_footnotes():
    page = (
        '<html><body dir="rtl"><p>إن الجمعية العامة،</p><p>إذ تلاحظ العواصف'
        '<a href="#fn1" id="fnref1"><sup>١</sup></a>،</p>'
        "<p>1 - تقرر أن تجتمع في الربيع.</p><ol>"
        '<li id="fn1">القرار 70/1. <a href="#fnref1">↩</a></li></ol></body></html>'
    )
    resolution = unres.read(page.encode())
    assert [(n.label, n.text, n.block_ids) for n in resolution.footnotes] == [("1", "القرار 70/1.", ["pp1"])]
    assert [block.id for block in resolution.walk()] == ["pp1", "op1"]


def test_a_list_that_links_point_to_is_no_list_of_notes():
    page = (
        '<p>The General Assembly,</p><p>Noting <a href="#aims">the aims</a>,</p><p>1. Decides on these aims:</p>'
        '<ol type="a"><li id="aims">to sail;</li><li id="rest">to rest.</li></ol>'
    )
    resolution = unres.read(f"<html><body>{page}</body></html>".encode())
    assert resolution.footnotes == []
    assert [block.text for block in resolution.walk()][2:] == ["to sail;", "to rest."]
