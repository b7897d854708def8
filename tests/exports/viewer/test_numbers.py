"""Numbers in Arabic as they are seen: where each character stands on the screen."""

from __future__ import annotations

import pytest
import viewer_documents as documents

import unres
from unres.exports.html import to_html
from unres.exports.viewer import to_viewer

SEEN = """(text) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.replaceAll("\\u00a0", " ").indexOf(text);
    if (at < 0 || !node.parentElement.checkVisibility()) continue;
    const letters = [...text].map((letter, n) => {
      const range = new Range();
      range.setStart(node, at + n);
      range.setEnd(node, at + n + 1);
      return { letter, x: range.getBoundingClientRect().x };
    });
    return letters.sort((one, two) => one.x - two.x).map((each) => each.letter).join("");
  }
}"""
"""Characters of a text as they stand on the screen from left to right."""


@pytest.mark.parametrize("write", [to_viewer, to_html])
def test_numbers_in_arabic_are_seen_as_they_are_meant(browser, write):
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_content(write(unres.parse(documents.NUMBERS)))
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    for text in (
        "1 240",
        "12 500 000",
        "600 000",
        "٣ ٤٥٠",
        "67/190",
        "١٩٠/٦٧",
        "A/RES/67/190",
        "S/RES/1325 (2000)",
        "8 325",
    ):
        assert page.evaluate(SEEN, text) == text
    assert page.evaluate(SEEN, "20 كانون")[-2:] == "20", "a day stands to the right of its month"
    assert page.evaluate(SEEN, "000 700") == "700 000", "what is stored the other way round is seen right too"
    page.context.close()
