"""A comparison in the terminal and as a page."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser

import pytest

import unres
from unres.comparison.model import Edit, Stretch
from unres.exports.comparison import to_html, to_summary
from unres.exports.comparison.segments import merged

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "input", "br"}


class _Balanced(HTMLParser):
    """Fails on a tag that is closed and was not opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert dict(attrs).get("src") is None
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["en", "ar"])
def test_page(series, language):
    page = to_html(unres.compare(*series[language]))
    parser = _Balanced()
    parser.feed(page)
    assert not parser.open
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert not re.search(r"(?:https?:)?//", page)
    assert '<section class="change moved" id="op2">' in page
    assert 'href="#was-op3"' in page
    assert 'id="was-op3"' in page
    assert "<ins><bdi>A/RES/71/94</bdi></ins>" in page


def test_what_a_document_brings_is_escaped():
    older = unres.parse("The General Assembly,\n\n1. Urges <b>States</b> & others to act.")
    newer = unres.parse("The General Assembly,\n\n1. Urges <script>alert(1)</script> & others to act.")
    page = to_html(unres.compare(older, newer))
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;" in page
    assert "&amp; others" in page


def test_ids_stand_once(series):
    for language in ("en", "ar"):
        ids = re.findall(r' id="([^"]+)"', to_html(unres.compare(*series[language])))
        assert len(ids) == len(set(ids))


def test_two_that_are_equal_say_so(series):
    same = unres.compare(series["en"][0], series["en"][0])
    assert "Nothing differs." in to_html(same)
    assert to_summary(same).endswith("no difference")


@pytest.mark.parametrize(
    ("older", "newer", "edit", "shown"),
    [
        ("a b c", "a c", ("b", 2, "", 2), "a [b ]{}c"),
        ("a b.", "a.", ("b", 2, "", 1), "a[ b]{}."),
        ("a b", "a c", ("b", 2, "c", 2), "a [b]{c}"),
        ("a c", "a b c", ("", 2, "b", 2), "a []{b} c"),
    ],
)
def test_deleted_words_take_their_blank_along(older, newer, edit, shown):
    before, start, after, at = edit
    kind = "replaced" if before and after else "deleted" if before else "inserted"
    made = Edit(
        kind=kind,
        older=Stretch(start=start, end=start + len(before), text=before),
        newer=Stretch(start=at, end=at + len(after), text=after),
    )
    marks = {"same": "%s", "deleted": "[%s]", "inserted": "{%s}"}
    written = "".join(marks[kind] % text for kind, text, _ in merged(older, newer, [made]))
    assert written == shown.replace("[]", "").replace("{}", "")


def test_summary_shows_words_near_a_change(series):
    text = to_summary(unres.compare(*series["en"]), width=90, context=3)
    assert "To publish at … least" not in text
    assert "[-every two years-]{+a year+}" in " ".join(text.split())
    assert all(len(line) <= 92 for line in text.splitlines())
    assert "Reaffirming the Convention" not in text


def test_summary_of_whole_texts(series):
    text = " ".join(to_summary(unres.compare(*series["en"]), context=None).split())
    assert "Reaffirming the Convention on Biological Diversity" in text
    assert "…" not in text


def test_colours_only_where_asked(series):
    found = unres.compare(*series["en"])
    assert "\x1b[" not in to_summary(found)
    assert "\x1b[32m" in to_summary(found, colour=True)
    assert re.sub(r"\x1b\[\d+m", "", to_summary(found, colour=True)) == to_summary(found)


def test_visual_arabic_has_no_colours(series):
    text = to_summary(unres.compare(*series["ar"]), colour=True, visual=True)
    assert "\x1b[" not in text
    assert "ﺍ" in text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_page_in_a_browser(series, tmp_path):
    """Nothing is fetched, the filter hides what was kept, deleted words stand before inserted ones in Arabic too."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = tmp_path / "page.html"
    path.write_text(to_html(unres.compare(*series["ar"])), "utf-8")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(path.as_uri())
        assert page.locator(".change.kept").first.is_visible()
        page.check("#only")
        assert not page.locator(".change.kept").first.is_visible()
        gone, come = (page.locator(f"table.head tr:first-child {tag}").bounding_box() for tag in ("del", "ins"))
        assert gone["x"] > come["x"]
        styles = page.evaluate(
            "['ins', 'del'].map(tag => getComputedStyle(document.querySelector(tag)).textDecorationLine)"
        )
        assert styles == ["underline", "line-through"]
        assert asked == [path.as_uri()]
        assert said == []
        browser.close()


def test_visual_arabic_begins_at_the_right_and_ends_in_its_stop_at_the_left():
    older = "الجمعية العامة\n\nإن الجمعية العامة،\n\n1 - تحث الموانئ على ما يلي:\n\n(أ) إنارة المنارات ليلا ونهارا؛\n"
    newer = older.replace("ليلا ونهارا", "في كل ليلة من ليالي السنة وفي كل يوم يكثر فيه الضباب عند مدخل الميناء")
    lines = to_summary(unres.compare(unres.parse(older), unres.parse(newer)), width=60, context=None, visual=True)
    first, *rest = [line for line in lines.split("\n") if any("\ufb50" <= letter <= "\ufeff" for letter in line)][-3:]
    assert {len(line) for line in (first, *rest)} == {60}
    assert rest[-1].strip().startswith("؛")
    colon = next(line for line in lines.split("\n") if " op1 " in line)
    assert colon.split("op1")[1].strip().startswith(":")


def test_marks_around_symbols_stay_with_them_in_visual_arabic():
    """Between two runs of Latin letters a bracket is taken for a part of them, unless it has a direction."""
    text = "إن الجمعية العامة،\n\n1 - تحيط علما بالتقرير (A/71/466/Add.3) عن المنارات؛"
    older, newer = unres.parse(text), unres.parse(text.replace("A/71/466", "A/73/541"))
    lines = to_summary(unres.compare(older, newer), width=90, context=None, visual=True).splitlines()
    (line,) = [line for line in lines if line.startswith("~ op1")]
    assert "({+A/73/541/Add.3+}[-A/71/466/Add.3-])" in line
    assert "\u200f" not in line
    assert len(line) == 90


def test_a_line_of_latin_letters_stays_as_it_is_in_visual_arabic():
    older = unres.parse("إن الجمعية العامة،\n\n1 - تحيط علما بالتقرير(١).\n\n(١) A/67/190.\n")
    newer = unres.parse("إن الجمعية العامة،\n\n1 - تحيط علما بالتقرير(١).\n\n(١) A/68/211.\n")
    assert "fn:1           [-A/67/190-]{+A/68/211+}." in to_summary(unres.compare(older, newer), visual=True)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_all_of_the_page_is_in_its_landmark(series, language):
    page = to_html(unres.compare(*series[language]))
    body = page.partition("<body")[2].partition(">")[2]
    assert body.lstrip().startswith("<main")
    assert body.rpartition("</main>")[2].split() == ["</body></html>"]
