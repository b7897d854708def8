"""The page at ``/``: a form that works by itself, and better with its script."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from unres.exports.html.inline import language_attributes
from unres.exports.html.page import STYLE
from unres.exports.interface import word
from unres.exports.interface import words as words_of

if TYPE_CHECKING:
    from unres.models.vocabulary import Language

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
"""What the page that shows a parse may do in its frame; it never counts as a page of the service."""
_ACCEPTED = ".pdf,.docx,.html,.htm,.xml,.txt,.zip"
_MB = 1024 * 1024


def asset(name: str) -> str:
    """A file of the page: its style begins with what all pages share."""
    text = (files(__package__) / name).read_text("utf-8")
    return STYLE + text if name.endswith(".css") else text


def build(language: Language, max_body: int) -> str:
    """The page in a language."""
    words = {name: escape(text) for name, text in words_of("form", language).items()}
    other = "en" if language == "ar" else "ar"
    return f"""<!doctype html>
<html {language_attributes(language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{words["heading"]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
<script src="/assets/page.js" defer></script>
</head>
<body>
<header>
<h1>{words["heading"]}</h1>
<a href="/?lang={other}" hreflang="{other}" {language_attributes(other)}>{escape(word(f"in_{other}", other))}</a>
</header>
<main>
{_form(words, language, max_body)}
<p id="status" role="status" aria-live="polite"></p>
<iframe name="result" id="result" title="{words["result"]}" sandbox="{SANDBOX}"></iframe>
</main>
</body>
</html>
"""


def _form(words: dict[str, str], language: Language, max_body: int) -> str:
    """A document in one of three ways, and its language. What the script says stands in the form's own attributes."""
    limit = f"{max_body / _MB:.3g}"
    return f"""<form action="/v1/view" method="post" enctype="multipart/form-data" target="result"
 data-limit="{max_body}" data-too-large="{words["too_large"].format(size=limit)}"
 data-busy="{words["busy"]}" data-done="{words["done"]}">
<div class="drop">
<label for="file">{words["file"]}</label>
<input id="file" name="file" type="file" accept="{_ACCEPTED}" aria-describedby="hint">
<p id="hint">{words["hint"].format(size=limit)}</p>
</div>
{_further(words)}
<p class="row">
{_choice(words)}
<input type="hidden" name="interface" value="{language}">
<button type="submit">{words["show"]}</button>
</p>
<p class="quiet">{words["privacy"]}</p>
</form>"""


def _further(words: dict[str, str]) -> str:
    """What few people need, folded: a second file to stand beside the first, and a text instead of files."""
    return f"""<details>
<summary>{words["beside"]}</summary>
<label for="other">{words["other_file"]}</label>
<input id="other" name="other" type="file" accept="{_ACCEPTED}">
</details>
<details>
<summary>{words["or_text"]}</summary>
<label for="text">{words["text"]}</label>
<textarea id="text" name="text" rows="8" dir="auto"></textarea>
</details>"""


def _choice(words: dict[str, str]) -> str:
    """The language of the document."""
    return f"""<label for="language">{words["of_document"]}</label>
<select id="language" name="language">
<option value="">{words["found_out"]}</option>
<option value="ar">{words["in_ar"]}</option>
<option value="en">{words["in_en"]}</option>
</select>"""
