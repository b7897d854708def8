"""Whether plain text, or Word, as it is written, is read back to equal blocks; and which remark says so where not.

python benchmarks/text_roundtrip.py CORPUS [--every 10] [--show 5] [--docx]

CORPUS holds ``akn/*.zip``. Every tenth file is read, written as text, and parsed again.
"""

from __future__ import annotations

import argparse
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import unres
from unres.exports.docx import to_docx
from unres.exports.losses import losses
from unres.exports.text import to_text

if TYPE_CHECKING:
    from unres.models import Block, Resolution


def shape(block: Block) -> dict[str, Any]:
    """A block without its places in the source, and without how sure a reading is."""
    return {
        "id": block.id,
        "zone": block.zone,
        "kind": block.kind,
        "label": block.label,
        "text": block.text,
        "marks": [(mark.label, mark.offset) for mark in block.footnote_marks],
    }


def difference(first: Resolution, second: Resolution) -> str:
    """Empty when both have the same blocks; otherwise the first field that differs, with both values."""
    one, two = [shape(b) for b in first.walk()], [shape(b) for b in second.walk()]
    for a, b in zip(one, two, strict=False):
        if a != b:
            field = next(key for key in a if a[key] != b[key])
            return f"{field}: {a['id']} {a[field]!r:.160} | {b['id']} {b[field]!r:.160}"
    if len(one) != len(two):
        rest = (one if len(one) > len(two) else two)[min(len(one), len(two))]
        return f"count: {len(one)} | {len(two)}: {rest['id']} {rest['text']!r:.120}"
    notes = [[(n.label, n.text) for n in r.footnotes] for r in (first, second)]
    if sorted(notes[0]) != sorted(notes[1]):
        odd = sorted(set(notes[0]) ^ set(notes[1]))
        return f"footnotes: {odd[:2]!r:.300}"
    return ""


def main() -> None:
    """Prints how many came back the same, by language, and what differed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--docx", action="store_true", help="by way of Word instead of plain text")
    arguments = parser.parse_args()
    same, said, count, kinds = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for archive in sorted((arguments.corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in [n for n in sorted(files.namelist()) if n.endswith(".xml")][:: arguments.every]:
                try:
                    first = unres.read(files.read(name))
                except unres.UnreadableError:
                    continue
                count[first.language] += 1
                if arguments.docx:
                    second = unres.read(to_docx(first), language=first.language)
                else:
                    second = unres.parse(to_text(first), language=first.language)
                why = difference(first, second)
                if not why:
                    same[first.language] += 1
                    continue
                told = [] if arguments.docx else [remark.message for remark in losses(first)]
                said[first.language] += bool(told)
                kind = why.split(":")[0]
                kinds[kind] += 1
                if kinds[kind] <= arguments.show:
                    print(f"{archive.stem}/{name}: {why} {told}")
    for language, number in sorted(count.items()):
        print(
            f"{language}: {same[language]} of {number} the same ({same[language] / number:.1%}), "
            f"{said[language]} of the others said so"
        )
    print(dict(kinds))


if __name__ == "__main__":
    main()
