"""Whether each format that is written and read gives equal blocks when it is read back.

    python benchmarks/roundtrip.py CORPUS [--every 5] [--forms akn docx html text] [--mutants 1] [--show 3] [--keep OUT]

CORPUS holds ``akn/*.zip``. Of every fifth file the text is parsed as it is, and as often as `--mutants` says with lines
of it moved, repeated, left out or put in from the text before; each result is written in each format and read again.
Printed are, for each format and language, how many came back the same, and what differed first. `--keep` writes a small
text for each kind of difference: lines are left out as long as it differs in the same way. Ends with 1 where a format
but plain text brought something back otherwise, which ``losses`` says of it.
"""

from __future__ import annotations

import argparse
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import unres
from unres.exports.formats import FORMATS
from unres.exports.losses import READ_BACK, losses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Block, Resolution

LANGUAGES = ("ar", "en")
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


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
            return f"{field} {a['kind']}: {a['id']} {a[field]!r:.160} | {b['id']} {b[field]!r:.160}"
    if len(one) != len(two):
        rest = (one if len(one) > len(two) else two)[min(len(one), len(two))]
        return f"count {rest['kind']}: {len(one)} | {len(two)}: {rest['id']} {rest['text']!r:.120}"
    notes = [[(n.label, n.text) for n in r.footnotes] for r in (first, second)]
    if sorted(notes[0]) != sorted(notes[1]):
        odd = sorted(set(notes[0]) ^ set(notes[1]))
        return f"footnotes: {odd[:2]!r:.300}"
    return ""


def read_back(resolution: Resolution, form: str) -> str:
    """What differs after the way there and back."""
    written = FORMATS[form].write([resolution])
    if form == "text":
        return difference(resolution, unres.parse(written.decode(), language=resolution.language))
    try:
        return difference(resolution, unres.read(written, language=resolution.language))
    except unres.UnreadableError as error:
        return f"unreadable {error.code}: {error.reason}"


def mutant(text: str, other: str, chance: random.Random) -> str:
    """The text with a few of its lines moved, repeated, left out, taken from another one, or with other digits."""
    lines, others = text.split("\n"), other.split("\n")
    for _ in range(chance.randint(1, 6)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                lines.insert(to, lines[at])
            case 1 if len(lines) > 1:
                lines.pop(at)
            case 2:
                lines.insert(at, chance.choice(others))
            case 3:
                lines[at] = lines[at].translate(DIGITS)
            case 4:
                half = chance.randint(0, len(lines[at]))
                lines[at : at + 1] = [lines[at][:half], lines[at][half:]]
            case _:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    return "\n".join(lines)


def texts(corpus: Path, every: int, mutants: int) -> Iterator[tuple[str, Resolution]]:
    """What is written, with a name."""
    chance, other = random.Random(1), ""  # noqa: S311  no secret
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in [n for n in sorted(files.namelist()) if n.endswith(".xml")][::every]:
                try:
                    first = unres.read(files.read(name))
                except unres.UnreadableError:
                    continue
                yield f"{archive.stem}/{name}", first
                text, other = first.source_text, other or first.source_text
                for number in range(mutants):
                    yield f"{archive.stem}/{name} mutant {number}", unres.parse(mutant(text, other, chance))
                other = text


def smaller(text: str, form: str, kind: str) -> str:
    """The text without all lines that the difference does not need."""
    lines = text.split("\n")
    size = len(lines) // 2
    while size:
        for start in range(0, len(lines), size):
            fewer = lines[:start] + lines[start + size :]
            if any(map(str.strip, fewer)) and read_back(unres.parse("\n".join(fewer)), form).partition(":")[0] == kind:
                lines = fewer
                break
        else:
            size //= 2
    return "\n".join(lines)


def main() -> None:
    """Prints how many came back the same, by format and language, and what differed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--mutants", type=int, default=1)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--forms", nargs="+", choices=READ_BACK, default=READ_BACK)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    same, count, kinds = Counter[str](), Counter[str](), Counter[str]()
    unsaid = 0
    for name, first in texts(given.corpus, given.every, given.mutants):
        for form in given.forms:
            count[f"{form} {first.language}"] += 1
            why = read_back(first, form)
            if not why:
                same[f"{form} {first.language}"] += 1
                continue
            unsaid += not losses(first, form)
            kind = why.partition(":")[0]
            kinds[f"{form} {kind}"] += 1
            if kinds[f"{form} {kind}"] <= given.show:
                print(f"{form} {name}: {why}", flush=True)
                if given.keep is not None and unres.parse(first.source_text, language=first.language) == first:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    small = smaller(first.source_text, form, kind)
                    (given.keep / f"{form}-{kinds.total()}.txt").write_text(small, "utf-8", "replace")
    for key, number in sorted(count.items()):
        print(f"{key}: {same[key]:,} of {number:,} the same ({same[key] / number:.2%})")
    print(dict(kinds), f"{unsaid} of which losses does not say it")
    sys.exit(any(same[key] != number for key, number in count.items() if not key.startswith("text")))


if __name__ == "__main__":
    main()
