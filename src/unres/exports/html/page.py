"""A whole page: one file, nothing loaded from elsewhere, light and dark, Arabic from right to left."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from unres.exports.amounts import grouped
from unres.exports.html.inline import language_attributes

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1c1d1f; --quiet: #5b6066; --line: #d9dadb; --shade: #f2f3f1;
  --link: #0b5394; --verb: #7a3e00; --warn: #8a4b00; --error: #a61b1b;
  --added: #d7f0dc; --added-ink: #0d4a20; --dropped: #fbdedd; --dropped-ink: #7c1512; --moved: #e3e6fb;
  --latin: "Noto Serif", "Source Serif 4", Georgia, serif;
  --arabic: "Amiri", "Noto Naskh Arabic", "Scheherazade New", "Traditional Arabic", "Times New Roman", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #e7e7e4; --quiet: #a2a7ad; --line: #3a3d41; --shade: #212326;
    --link: #8ab8ec; --verb: #e9b27a; --warn: #f0b66b; --error: #ff9c94;
    --added: #143d22; --added-ink: #b7efc6; --dropped: #4b1b1a; --dropped-ink: #ffc9c5; --moved: #2b3160;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--latin); }
[lang="ar"] { font-family: var(--arabic); font-size: 1.125em; line-height: 1.8; }
[lang="en"] { font-family: var(--latin); }
a { color: var(--link); }
em.verb { color: var(--verb); font-style: italic; }
[lang="ar"] em.verb { font-style: normal; font-weight: 600; }
.ref { text-decoration: underline dotted; text-underline-offset: 0.2em; }
sup.mark { line-height: 0; font-size: 0.7em; }
sup.mark a { text-decoration: none; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --shade: #fff; --link: #000; --verb: #000; }
  a { text-decoration: none; }
}
"""
"""What all pages share. Colours are custom properties; a page's own style uses them and is right in the dark too."""


def page(title: str, body: str, *, language: str = "en", style: str = "", script: str = "") -> str:
    """A page that stands by itself.

    Args:
        title: Shown by the browser; escaped here.
        body: HTML, with everything that a document brought already escaped.
        language: Of the page itself; its texts carry their own.
        style: CSS, after :data:`STYLE`.
        script: JavaScript; runs at the end of the page.

    Returns:
        The whole page. Its policy of content security allows its own style and script, pictures within the page, and
        nothing else: neither a network nor markup that a document smuggled in could do anything.
    """
    allowed = f"'sha256-{_hash(script)}'" if script else "'none'"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}; base-uri 'none'"
    return (
        f"<!doctype html>\n<html {language_attributes(language)}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(grouped(title, 'ar'))}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n{body}\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
