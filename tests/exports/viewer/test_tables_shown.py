"""Tables: real ones, with heads, in the direction of their language, chosen line by line."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

import unres
from unres.exports.html import to_html
from unres.exports.marked import Table, Texts
from unres.exports.viewer import to_viewer

ENGLISH = """The General Assembly,

1. Approves the following posts:

Post\tLevel\tNumber
Captain\tP-4\t2
Engineer\tP-3\t1 240

2. Requests a report under resolution 67/190."""

ARABIC = """إن الجمعية العامة،

1 - توافق على الوظائف التالية:

الوظيفة\tالرتبة\tالعدد
ربان\tف-4\t2
مهندس\tف-3\t1 240

2 - تطلب تقديم تقرير بموجب القرار 67/190."""

WIDE = "\n".join("\t".join(f"Column {letter} of a very wide table" for letter in "abcdefghijkl") for _ in range(3))


@pytest.fixture(scope="module")
def arabic():
    return unres.parse(ARABIC)


@pytest.fixture(scope="module")
def english():
    return unres.parse(ENGLISH)


def tables(page):
    return re.findall(r"<table.*?</table>", page, re.DOTALL)


def test_the_first_row_is_the_head_and_words_are_heads_of_rows(english):
    for page in (to_html(english), to_viewer(english)):
        (table,) = tables(page)
        head, body = table.split("</thead>")
        assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', head) == ["Post", "Level", "Number"]
        assert re.findall(r'<th scope="row"[^>]*>(.*?)</th>', body) == ["Captain", "Engineer"]
        assert re.findall(r'<td class="(?:words )?n">(.*?)</td>', body) == ["2", "1 240"]


@pytest.mark.parametrize(
    ("rows", "has_head"),
    [
        (("Fuel\t1 240", "Ropes\t85"), False),
        (("\tThousands", "Ropes\t85"), True),
        (("Object\tThousands",), False),
        (("Fuel", "Ropes"), False),
        (("2016\tThousands", "Ropes\t85"), False),
        (("الوجه\tالمبلغ", "الوقود\t١ ٢٤٠"), True),
        (("الوقود\t١ ٢٤٠", "الحبال\t–"), False),
    ],
)
def test_a_row_is_no_head_where_it_holds_numbers_or_stands_alone(rows, has_head):
    assert Table([SimpleNamespace(text=row) for row in rows], Texts("en", {})).has_head == has_head


def test_short_rows_are_filled():
    (table,) = tables(to_html(unres.parse(ENGLISH.replace("Captain\tP-4\t2", "Captain\tP-4"))))
    assert "P-4</td><td></td></tr>" in table


def test_a_reference_across_two_cells_is_plain_text():
    row = unres.parse(ENGLISH.replace("P-4\t2", "resolution 67/190\t2")).operative[0].children[1]
    (reference,) = row.references
    across = reference.model_copy(update={"text": "67/190\t2"})
    resolution = unres.parse(ENGLISH)
    cut = row.model_copy(update={"references": [across]})
    first = resolution.operative[0]
    blocks = [
        first.model_copy(update={"children": [first.children[0], cut, first.children[2]]}),
        resolution.operative[1],
    ]
    (table,) = tables(to_viewer(resolution.model_copy(update={"operative": blocks})))
    assert "resolution 67/190</td>" in table


def test_two_versions_have_a_table_each(arabic, english):
    page = to_viewer(arabic, english)
    first, second = tables(page)
    assert 'lang="en" dir="ltr"' in first.split(">")[0]
    assert 'lang="ar" dir="rtl"' in second.split(">")[0]
    assert first.count('class="edge"') == 3
    assert second.count('class="edge"') == 0
    for name in ("op1.r1", "op1.r2", "op1.r3"):
        assert page.count(f'id="{name}"') == page.count(f'id="en-{name}"') == page.count(f">{name}</a>") == 1


def test_a_row_that_one_version_has_says_so(arabic):
    page = to_viewer(arabic, unres.parse(ENGLISH.replace("Engineer\tP-3\t1 240\n", "")))
    first, second = tables(page)
    assert 'colspan="3"' in first
    assert "op1.r3" in first, "the name of the row stands in the edge"
    assert 'id="op1.r3"' in second


def chosen(page):
    return page.evaluate("[...document.querySelectorAll('.chosen .item, .item.chosen')].map((each) => each.id)")


@pytest.fixture
def opened(browser):
    contexts = []

    def open_page(markup, **options):
        contexts.append(browser.new_context(viewport={"width": 1400, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.set_content(markup)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_lines_are_chosen_one_by_one_in_both_versions(opened, arabic, english):
    page = opened(to_viewer(arabic, english))
    page.locator("#op1\\.r2 .n").click()
    assert sorted(chosen(page)) == ["en-op1.r2", "op1.r2"]
    page.keyboard.press("j")
    assert sorted(chosen(page)) == ["en-op1.r3", "op1.r3"]
    assert page.evaluate("document.activeElement.textContent") == "op1.r3"
    page.keyboard.press("j")
    assert sorted(chosen(page)) == ["en-op2", "op2"]
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert sorted(chosen(page)) == ["en-op1", "op1"]
    page.fill("#ui-query", "مهندس")
    page.press("#ui-query", "Enter")
    assert page.inner_text("#ui-count") == "1 of 1"
    assert sorted(chosen(page)) == ["en-op1.r3", "op1.r3"]


def test_lines_that_say_the_same_stand_at_the_same_height(opened, arabic):
    english = unres.parse(ENGLISH)
    first = english.operative[0]
    long = first.children[1].model_copy(
        update={"text": "Captain of the first of three ferries, with a boat " * 4 + "\tP-4\t2"}
    )
    changed = first.model_copy(update={"children": [first.children[0], long, first.children[2]]})
    page = opened(to_viewer(arabic, english.model_copy(update={"operative": [changed, english.operative[1]]})))

    def tops():
        return [
            [page.locator(f"[id='{prefix}op1.r{n}']").bounding_box()["y"] for n in (1, 2, 3)] for prefix in ("", "en-")
        ]

    page.wait_for_timeout(100)
    arabic_tops, english_tops = tops()
    assert arabic_tops == pytest.approx(english_tops, abs=2)
    page.click("#ui-evidence-closed, #ui-evidence-shown >> visible=true")
    page.wait_for_timeout(200)
    narrower, other = tops()
    assert narrower == pytest.approx(other, abs=2)
    assert narrower[2] - narrower[1] > arabic_tops[2] - arabic_tops[1], "and again where there is less room"


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_columns_go_the_way_of_the_language_and_names_stay_at_the_edge(opened, arabic, interface):
    page = opened(to_viewer(arabic, interface=interface))
    cells = [page.locator("#op1\\.r2 .words").nth(n).bounding_box()["x"] for n in range(3)]
    assert cells == sorted(cells, reverse=True)
    name = page.locator("a.id[href='#op1.r2']").bounding_box()["x"]
    other = page.locator("a.id[href='#op1']").bounding_box()["x"]
    assert (name > cells[0]) == (interface == "ar")
    if interface == "en":
        assert abs(name - other) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_tables(opened, arabic, english, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    wide = [ARABIC.replace("مهندس\tف-3\t1 240", WIDE), ENGLISH.replace("Engineer\tP-3\t1 240", WIDE)]
    wide = [unres.parse(each) for each in wide]
    for versions, interface in (((arabic, english), "ar"), ((arabic,), "en"), (wide, "en")):
        page = opened(to_viewer(*versions, interface=interface), color_scheme=scheme, bypass_csp=True)
        page.add_style_tag(content="* { content-visibility: visible !important; }")
        page.keyboard.press("j")
        found = axe.run(page).response["violations"]
        assert [(each["id"], each["impact"], each["nodes"][0]["html"][:200]) for each in found] == []
