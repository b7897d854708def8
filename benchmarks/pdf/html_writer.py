"""A resolution as a page of HTML that lays itself out in pages, with footnotes at their feet."""

# ruff: noqa: E501  # a page in another language reads best whole

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_PAGE = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>
@page {{ size: A4; margin: 0 }}
body {{ margin: 0; font: {size}pt/{leading} "{font}", "Noto Naskh Arabic", serif }}
.page {{ position: relative; width: 210mm; height: 296.5mm; page-break-after: always; overflow: hidden }}
.head {{ position: absolute; top: 12mm; left: 20mm; direction: ltr; font-size: 11pt; font-weight: bold }}
.body {{ position: absolute; top: 25mm; left: 20mm; right: 20mm }}
.notes {{ position: absolute; bottom: 25mm; left: 20mm; right: 20mm; font-size: {small}pt }}
.rule {{ width: 50mm; border-top: 1px solid; margin-bottom: 4px }}
.foot {{ position: absolute; bottom: 10mm; left: 20mm; direction: ltr; font-size: 9pt }}
p {{ margin: 0 0 {gap}pt; text-align: {align} }} .notes p {{ margin: 0; text-indent: 0 }}
.clause, .number {{ text-indent: {indent}pt }} .point {{ margin-right: 36pt }} .rest {{ text-indent: 0 }}
.cut {{ text-align-last: justify; margin-bottom: 0 }} .heading {{ text-align: center; font-weight: bold }}
.title {{ font-weight: bold; text-align: right }} .line {{ text-align: right }} .closing {{ text-align: left }}
sup {{ font-size: 62%; line-height: 0; vertical-align: .45em }}
.mast {{ display: flex; justify-content: space-between; font-weight: bold }} .mast div:last-child {{ direction: ltr; font-weight: normal }}
</style><body><script>
const data = {data};
const digits = data.eastern ? "٠١٢٣٤٥٦٧٨٩" : "0123456789";
const shown = s => [...s].map(c => "0123456789".includes(c) ? digits[+c] : c).join("");
const escaped = s => s.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const marked = s => escaped(s).replace(/⁽(\\d+)⁾/g, (m, n) => "<sup>(" + shown(n) + ")</sup>");
const pages = []; let page, used;
function turn() {{
  page = document.createElement("div"); page.className = "page";
  page.innerHTML = '<div class="head"></div><div class="body"></div><div class="notes"></div><div class="foot"></div>';
  document.body.append(page); pages.push(page); used = [];
  if (pages.length > 1) page.children[0].textContent = data.symbol;
}}
function notes(labels) {{
  const box = page.children[2]; box.innerHTML = labels.length ? '<div class="rule"></div>' : "";
  for (const n of labels) {{ const p = document.createElement("p"); p.innerHTML = "<sup>(" + shown(n) + ")</sup> " + escaped(data.notes[n]); box.append(p); }}
}}
const seen = new Set();
const labels = words => [...words.join(" ").matchAll(/⁽(\\d+)⁾/g)].map(m => m[1]).filter(n => data.notes[n] && !seen.has(n));
function fits(extra) {{ notes([...used, ...extra]); return page.children[1].offsetHeight + page.children[2].offsetHeight < page.offsetHeight * .83; }}
function add(kind, words, rest) {{
  const p = document.createElement("p"); p.className = kind + (rest ? " rest" : ""); page.children[1].append(p);
  const put = k => {{ p.innerHTML = marked(words.slice(0, k).join(" ")); return fits([...new Set(labels(words.slice(0, k)))]); }};
  let low = 0, high = words.length;
  if (put(high)) low = high; else while (high - low > 1) {{ const mid = (low + high) >> 1; if (put(mid)) low = mid; else high = mid; }}
  if (low < words.length && low < 12) {{ p.remove(); fits([]); turn(); return add(kind, words, rest); }}
  put(low); const mine = [...new Set(labels(words.slice(0, low)))]; used.push(...mine); mine.forEach(n => seen.add(n)); notes(used);
  if (low < words.length) {{ p.classList.add("cut"); turn(); add(kind, words.slice(low), true); }}
}}
document.fonts.ready.then(() => {{
  turn();
  page.children[1].innerHTML = '<div class="mast"><div>' + data.right.map(escaped).join("<br>") + "</div><div>" + data.left.map(escaped).join("<br>") + "</div></div>";
  for (const [kind, text] of data.paragraphs) add(kind, text.split(" "), false);
  pages.forEach((p, i) => p.children[3].textContent = data.job + "   " + (i + 1) + "/" + pages.length);
}});
</script>"""


def write(document: Document, style: Style, path: Path) -> None:
    """Writes the page."""
    data = {
        "symbol": document.symbol,
        "job": document.job,
        "eastern": style.eastern,
        "right": [p.text for p in document.paragraphs if p.kind == "right"],
        "left": [p.text for p in document.paragraphs if p.kind == "left"],
        "paragraphs": [(p.kind, p.text) for p in document.paragraphs if p.kind not in {"right", "left"}],
        "notes": document.notes,
    }
    path.write_text(
        _PAGE.format(
            data=json.dumps(data, ensure_ascii=False).replace("</", "<\\/"),
            size=style.size,
            small=style.size * 0.77,
            leading=style.leading,
            font=style.font,
            gap=style.gap,
            indent=style.indent,
            align="justify" if style.justified else "right",
        )
    )
