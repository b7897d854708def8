"""Templates: values are escaped, the layout of a template is not written, and Jinja is loaded when a page is made."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import unres
from unres.exports import pages
from unres.exports.html import to_html
from unres.exports.viewer import to_viewer

FOLDER = Path(unres.__file__).parent / "exports/templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
MARKUP_BY_HAND = {
    "comparison.html": 2,  # the link within a sentence of the interface
    "viewer/viewer.html": 1,  # JSON for the script, in which "<" is escaped
}
"""How often a template says that something is markup already."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_template_takes_nothing_for_markup_but_what_is_listed(template):
    text = template.read_text("utf-8")
    assert len(re.findall(r"\|\s*safe\b", text)) == MARKUP_BY_HAND.get(template.relative_to(FOLDER).as_posix(), 0)
    assert "autoescape" not in text


@pytest.mark.parametrize(
    ("written", "said"),
    [('The <b>lamp</b> & "buoy"', "The &lt;b&gt;lamp&lt;/b&gt; &amp; &#34;buoy&#34;"), ("<script>", "&lt;script&gt;")],
)
def test_what_a_page_is_filled_with_is_escaped(written, said):
    class Problem:
        title = detail = advice = written

    page = pages.render("problem.html", title=written, language="en", problem=Problem)
    assert f"<h1>{said}</h1><p>{said}</p><p>{said}</p>" in page
    assert "<script>" not in page


def test_line_breaks_between_tags_are_layout_and_those_within_text_are_not():
    html = to_html(unres.parse("The General Assembly,\n\n1. Thanks the keepers of lamps."))
    body = html.partition("<body>")[2]
    assert not re.search(r">\s*\n\s*<", body.removesuffix("</body>\n</html>\n").strip())
    assert "<dt>Organ</dt> <dd>" in body, "a space within a line is written"


def test_the_policy_allows_the_script_of_the_page_alone():
    page = to_viewer(unres.parse("The General Assembly,\n\n1. Thanks the keepers of lamps."))
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert len(script) == 1
    assert f"script-src &#39;sha256-{digest}&#39;" in page
    assert "script-src &#39;none&#39;" in to_html(unres.parse("The General Assembly,\n\n1. Ends."))


def test_templates_cost_nothing_until_a_page_is_made():
    code = "import sys, unres; unres.parse('The General Assembly,\\n\\n1. Ends.'); sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
