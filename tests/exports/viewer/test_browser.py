"""The page in headless Chromium: one browser for all, a few pages."""

from __future__ import annotations

import pytest
import viewer_documents as documents

import unres
from unres.exports.viewer import to_viewer


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("viewer")
    data = documents.small_pdf(3)
    pages = {
        "arabic": to_viewer(documents.arabic()),
        "both": to_viewer(documents.arabic(), documents.english()),
        "hostile": to_viewer(unres.parse(documents.HOSTILE)),
        "pdf": to_viewer(unres.read(data), pdf=data),
        "from_right": to_viewer(unres.read(data), documents.arabic(), pdf=data, interface="ar"),
    }
    for name, page in pages.items():
        (place / f"{name}.html").write_text(page, "utf-8")
    return place


@pytest.fixture
def opened(browser, folder):
    """Opens a page by name; fails if it says anything in the console or asks for anything outside itself."""
    said, asked, contexts = [], [], []

    def open_page(name, width=1400, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((folder / f"{name}.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:image/"))] == []


TYPE_AND_ENTER = """(query) => {
  const field = document.getElementById("ui-query");
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}"""
"""In one step: once the page has searched by itself, a moment after the typing, Enter would go on to the next match."""


def search(page, query):
    """What the search counts, and the texts that it marks."""
    page.evaluate(TYPE_AND_ENTER, query)
    marked = page.evaluate("[...(CSS.highlights.get('found') ?? [])].map((range) => range.toString())")
    return page.inner_text("#ui-count"), marked


def chosen(page):
    return page.evaluate("document.querySelector('.row.chosen .item, .item.chosen')?.id")


def test_search_in_arabic(opened):
    page = opened("arabic")
    assert search(page, "67/190")[1] == ["١٩٠/٦٧"]
    assert search(page, "١٩٠/٦٧")[1] == ["١٩٠/٦٧"]
    assert search(page, "190/67")[1] == ["١٩٠/٦٧"]
    assert search(page, "A/RES/67/190")[1] == ["١٩٠/٦٧"], "by what it was understood to be"
    assert set(search(page, "65/252")[1]) == {"٦٥/٢٥٢"}
    assert "ترحّب" in search(page, "ترحب")[1][0], "tashkeel does not count"
    assert search(page, "الامم")[1][:2] == ["الأمم", "الأُمم"], "nor the forms of alef"
    assert search(page, "الأمـــم") == search(page, "الامم"), "nor tatweel"
    assert search(page, "خشبيه")[1], "nor how the feminine is written"
    assert search(page, "٢٠١١")[1] == search(page, "2011")[1] != []
    assert search(page, "لا يوجد") == ("nothing found", [])
    assert search(page, "a/67/211")[1] == ["A/67/211"]
    assert search(page, "(.*)[")[1] == [], "what is looked for is text, not a pattern"


def test_search_goes_from_match_to_match(opened):
    page = opened("both")
    count, marked = search(page, "67/190")
    assert marked == ["67/190", "١٩٠/٦٧"]
    assert count == "1 of 2"
    page.press("#ui-query", "Enter")
    assert page.inner_text("#ui-count") == "2 of 2"
    page.press("#ui-query", "Shift+Enter")
    assert page.inner_text("#ui-count") == "1 of 2"
    assert search(page, "General Assembly")[0].startswith("1 of")
    assert page.evaluate("document.querySelector('#ui-masthead').open"), "a match opens what hides it"
    page.press("#ui-query", "Escape")
    assert page.input_value("#ui-query") == ""


def test_a_phrase_is_found_across_a_footnote_mark(opened):
    page = opened("both")
    assert len(search(page, "24 December 2010,")[1]) == 1


def test_keyboard(opened):
    page = opened("both")
    page.keyboard.press("j")
    first = chosen(page)
    page.keyboard.press("j")
    assert chosen(page) != first
    page.keyboard.press("k")
    assert chosen(page) == first
    page.keyboard.press("n")
    card = page.locator(".card.chosen .written").inner_text()
    assert page.evaluate("document.activeElement.textContent") == card
    page.keyboard.press("d")
    assert page.locator("#ui-remarks").is_visible()
    assert page.locator("#ui-references").is_hidden()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#ui-references").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("#ui-query") == "jk", "in a field, a key is a letter"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#ui-help").is_visible()
    page.uncheck("#ui-keys")
    page.keyboard.press("Escape")
    assert page.locator("#ui-help").is_hidden()
    before = chosen(page)
    page.keyboard.press("j")
    assert chosen(page) == before, "single keys can be switched off"


@pytest.mark.parametrize(("name", "shown"), [("both", False), ("arabic", True)])
def test_two_texts_have_the_room_of_the_panel_until_it_is_asked_for(opened, name, shown):
    page = opened(name, width=1280)
    assert page.locator("#ui-evidence").is_visible() == shown
    assert page.locator("#pp1, #en-pp1").first.bounding_box()["y"] < 900, "the text begins within the window"
    page.keyboard.press("r")
    assert page.locator("#ui-evidence").is_visible()


def test_keys_are_known_by_their_place_on_an_arabic_keyboard(opened):
    page = opened("arabic")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))")
    page.locator("main").press("j")
    assert chosen(page)


@pytest.mark.parametrize("name", ["pdf", "from_right"])
def test_tabs_turn_with_the_arrows(opened, name):
    page = opened(name)
    forward, back = ("ArrowLeft", "ArrowRight") if name == "from_right" else ("ArrowRight", "ArrowLeft")
    page.keyboard.press("g")
    for key, shown in ((forward, "references"), (forward, "remarks"), (forward, "pages"), (back, "remarks")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"ui-tab-{shown}"
        assert page.locator(f"#ui-{shown}").is_visible()


def test_a_reference_shows_its_evidence(opened):
    page = opened("arabic")
    page.locator("#pp1 a.ref").first.click()
    card = page.locator(".card.chosen")
    assert "A/RES/67/190" in card.inner_text()
    assert chosen(page) == "pp1"
    assert page.url.endswith("#pp1"), "the address keeps the place"
    page.locator("#op3 a.ref").first.click()
    page.locator(".card.chosen a", has_text="op2").first.click()
    assert chosen(page) == "op2"
    page.locator("#op2 >> xpath=../..").locator("a.id").click()
    page.locator(".flag").click()
    assert page.locator(".card.chosen").get_attribute("id").startswith("remark-")


def test_outline_and_footnotes(opened):
    page = opened("arabic")
    page.locator("#ui-outline .fold[aria-expanded=false]").first.click()
    page.locator("#ui-outline a[href='#op2.b']").click()
    assert chosen(page) == "op2.b"
    page.locator("#op2\\.b sup a").click()
    assert chosen(page) == "fn-2"
    page.locator("#fn-2 .back").click()
    assert chosen(page) == "op2.b"
    assert page.locator("#ui-outline a[aria-current]").get_attribute("href") == "#op2.b"


def test_the_place_on_the_page_and_back(opened):
    page = opened("pdf")
    page.locator("#ui-outline a[href='#op2']").click()
    outlined = page.locator("rect.chosen")
    assert outlined.get_attribute("data-for") == "op2"
    box = outlined.bounding_box()
    assert 0 < box["y"] < 900
    assert page.evaluate("document.querySelector('#page-1 img').naturalWidth") > 400
    page.locator("rect[data-for=op1]").click()
    assert chosen(page) == "op1"


def test_an_address_with_a_place_opens_there(opened, folder):
    page = opened("both")
    page.goto("about:blank")
    page.goto((folder / "both.html").as_uri() + "#en-op2.b")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("!!document.getElementById('en-op2.b').closest('.row.chosen')")


def test_light_and_dark(opened):
    page = opened("arabic", color_scheme="dark")

    def paper():
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    dark = paper()
    page.click("#ui-theme")
    light = paper()
    assert dark != light
    page.emulate_media(media="print")
    assert paper() == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.keyboard.press("t")
    assert paper() == dark
    page.emulate_media(media="print")
    assert paper() == "rgb(255, 255, 255)", "paper is white whatever the screen is"


def test_print_shows_the_text_and_nothing_that_is_for_the_screen(opened):
    page = opened("both")
    page.emulate_media(media="print")
    for selector in (".bar", "#ui-outline", "#ui-references"):
        assert page.locator(selector).is_hidden()
    assert page.locator("#ui-remarks").is_visible()
    assert page.locator("#fn-3").is_visible()
    assert page.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["both", "pdf"])
def test_a_telephone(opened, name):
    page = opened(name, width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing stands out at the side"
    assert page.locator("#ui-evidence").is_hidden()
    page.locator("main a.ref").first.click()
    assert page.locator(".card.chosen").is_visible()
    page.wait_for_timeout(100)
    sheet, place = page.locator("#ui-evidence").bounding_box(), page.locator("main a.ref").first.bounding_box()
    assert place["y"] + place["height"] <= sheet["y"], "the sheet does not cover what it is about"
    page.click("#ui-evidence-closed")
    assert page.locator("#ui-evidence").is_hidden()
    page.click("#ui-outline-shown")
    page.locator("#ui-outline a[href='#op1'], #ui-outline a[href='#en-op1']").click()
    assert page.locator("#ui-outline").is_hidden(), "the outline makes room for where it led"


def test_right_to_left_where_it_is(opened):
    page = opened("both")
    arabic, english = page.locator("#op1"), page.locator("#en-op1")
    assert english.bounding_box()["x"] < arabic.bounding_box()["x"], "each language at its side"
    label, text = page.locator("#op1 .label").bounding_box(), arabic.bounding_box()
    assert text["x"] + text["width"] - label["x"] - label["width"] < 10, "the label stands at the right edge"


def test_hostile_text_does_nothing(opened):
    page = opened("hostile")
    page.keyboard.press("n")
    assert search(page, "<script>")[1]
    page.hover("#op1")
    assert page.title().startswith("A/RES/71/94")
    assert page.evaluate("document.scripts.length") == 2


def test_inside_a_frame_without_rights(browser, folder):
    """Embedded with sandbox="allow-scripts": an origin of its own, no storage, no address."""
    context = browser.new_context()
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_content('<iframe sandbox="allow-scripts" width="1200" height="800"></iframe>')
    page.evaluate(
        "(markup) => { document.querySelector('iframe').srcdoc = markup; }", (folder / "pdf.html").read_text("utf-8")
    )
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#ui-outline a[href='#op2']").click()
    assert frame.locator(".row.chosen #op2").count() == 1
    frame.locator("#op2").press("?")
    assert frame.locator("#ui-help").is_visible()
    context.close()
    assert said == []


def test_without_script_the_page_is_whole(browser, folder):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "both.html").as_uri())
    for selector in ("#op1", "#en-op1", "#ui-outline", "#ui-references", "#ui-remarks"):
        assert page.locator(selector).is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, folder, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for name in ("both", "from_right"):
        page.goto((folder / f"{name}.html").as_uri())
        page.add_style_tag(content="* { content-visibility: visible !important; }")  # axe sees what is drawn
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.keyboard.press("n")
        found = axe.run(page).response["violations"]
        assert [(each["id"], each["impact"], each["nodes"][0]["html"][:200]) for each in found] == []
    context.close()
