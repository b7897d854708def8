"""Makes the pictures of docs/viewer.md: the example documents, typeset as a PDF, in the viewer.

    python docs/pictures/viewer.py [--chromium /usr/bin/chromium]

Needs playwright and a Chromium; nothing is loaded from a network.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import unres
from unres import examples
from unres.exports.interface import direction
from unres.exports.viewer import to_viewer

HERE = Path(__file__).parent
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_PRINT = """
body { font: 12pt/1.6 "Noto Serif" } [lang=ar] { font: 14pt/1.7 Amiri }
p { margin: 0 0 8pt } p.note { font-size: 9pt } sup { font-size: 7pt }
"""
_NAME = "improving-coordination"
_WIDEST = 1280
_QUALITY = 70


def typeset(browser: Browser, name: str, language: str) -> bytes:
    """An example document as a PDF, a paragraph for each line of its text."""
    text = examples.text(name, language)
    lines = "".join(_line(line) for line in text.splitlines() if line.strip())
    page = browser.new_page()
    opening = f'<div lang="{language}" dir="{direction(language)}">'
    page.set_content(f"<style>{_PRINT}</style>{opening}{lines}</div>")
    margin = {"top": "20mm", "bottom": "20mm", "left": "22mm", "right": "22mm"}
    data = page.pdf(format="A4", margin=margin)
    page.close()
    return data


def _line(line: str) -> str:
    """A paragraph with its marks raised; a footnote in small print."""
    note = re.match(r"\((\d)\) (?!.*:$)(?=.*[.]$)", line)
    shown = re.sub(r"⁽([¹²³⁴])⁾", lambda mark: f"<sup>({'0¹²³⁴'.index(mark[1])})</sup>", html.escape(line))
    return f'<p class="{"note" if note else ""}">{shown}</p>'


def keep(page: Page, name: str) -> None:
    """A picture of what the browser shows, small enough for the repository."""
    page.wait_for_timeout(300)
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.thumbnail((_WIDEST, _WIDEST))
    picture.save(HERE / name, "WEBP", quality=_QUALITY, method=6)
    print(name, picture.size, (HERE / name).stat().st_size // 1000, "kB")


def opened(browser: Browser, folder: Path, markup: str, size: tuple[int, int], scheme: str) -> Page:
    """The viewer's page in a window of that size."""
    target = folder / "page.html"
    target.write_text(markup, "utf-8")
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.goto(target.as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


def main() -> None:
    """Writes the pictures beside this file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(_FLAGS))
        folder = Path(place)
        pdf = typeset(browser, _NAME, "ar")
        arabic = unres.read(pdf)

        page = opened(browser, folder, to_viewer(arabic, pdf=pdf), (1440, 860), "light")
        page.locator("#ui-outline a[href='#pp1']").click()
        keep(page, "viewer-page.webp")

        both = to_viewer(examples.load(_NAME, "ar"), examples.load(_NAME, "en"))
        page = opened(browser, folder, both, (1440, 860), "dark")
        page.locator("a.ref").nth(1).click()
        keep(page, "viewer-both.webp")

        turned = to_viewer(examples.load("eastern-digits", "ar"), interface="ar")
        page = opened(browser, folder, turned, (1440, 860), "light")
        page.fill("#ui-query", "67/190" if "١٩٠/٦٧" in turned else "65/252")
        page.press("#ui-query", "Enter")
        page.locator("#pp1 a.ref").nth(2).click()
        keep(page, "viewer-search.webp")

        page = opened(browser, folder, turned, (390, 780), "light")
        page.locator("#pp1 a.ref").nth(2).click()
        keep(page, "viewer-phone.webp")
        browser.close()


if __name__ == "__main__":
    main()
