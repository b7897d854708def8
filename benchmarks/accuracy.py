"""The table of accuracy in the documentation: by organ, language and style of text.

    python benchmarks/accuracy.py CORPUS --referee DIR [--limit 40] [--styles clean,visual,paged,wrapped]

CORPUS holds ``akn/*.zip``, the United Nations' own markup of its resolutions; DIR holds the referee, ``score.py``,
which makes text of each file, has it parsed, and compares what comes back with the markup. A block counts only when
zone, label and whole text agree. The styles are ways in which people have a text: ``clean``, one line a paragraph;
``visual``, with the numbers of Arabic resolutions as the eye reads them; ``paged``, cut by pages and their
footnotes; ``wrapped``, with lines broken at a width. Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 10
ORGANS = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
    "hrc": "Human Rights Council",
}
COLUMNS = (
    ("symbol", "symbol", "f1"),
    ("title", "title", "f1"),
    ("blocks", "blocks", "f1"),
    ("headings", "headings", "f1"),
    ("footnotes", "footnotes", "f1"),
    ("marks", "marks", "f1"),
    ("verbs", "verb", "f1"),
    ("references", "references", "recall"),  # the markup links only some: what else is found is not wrong
)
LANGUAGES = {"ar": "Arabic", "en": "English"}


def main() -> None:
    """Prints a row for each set, language and style."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--referee", type=Path, required=True)
    options.add_argument("--limit", type=int, default=0, help="files of each set and language; 0 for all")
    options.add_argument("--styles", default="clean,visual,paged,wrapped")
    options.add_argument("--only", default="", help="sets with this in their name")
    given = options.parse_args()
    print("| organ | set | language | style | files |", " | ".join(title for title, *_ in COLUMNS), "|")
    print("|---|---|---|---|---|" + "---|" * len(COLUMNS))
    with tempfile.TemporaryDirectory() as scratch:
        for name, language, folder in sets(given.corpus, Path(scratch), given.only):
            organ = next(title for start, title in ORGANS.items() if name.startswith(start))
            for style in given.styles.split(","):
                result = score(given.referee, folder, style, given.limit)
                cells = [_cell(result["measures"].get(measure), figure) for _, measure, figure in COLUMNS]
                row = [organ, name, LANGUAGES[language], style, str(result["files"]), *cells]
                print("|", " | ".join(row), "|", flush=True)


def _cell(row: dict[str, float] | None, figure: str) -> str:
    """A percentage; nothing where there are too few for one."""
    return f"{row[figure]:.1f}" if row and row["due"] >= FEWEST else "–"


def sets(corpus: Path, scratch: Path, only: str) -> Iterator[tuple[str, str, Path]]:
    """Name, language and unpacked folder of each part of the corpus."""
    for archive in sorted((corpus / "akn").glob("*.zip")):
        if only not in archive.name:
            continue
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(scratch / archive.stem)
        for language in LANGUAGES:
            folders = [path for path in (scratch / archive.stem).rglob(language) if path.is_dir()]
            if folders:
                yield archive.stem, language, folders[0]


def score(referee: Path, folder: Path, style: str, limit: int) -> dict:
    """What the referee says of a folder."""
    command = [sys.executable, str(referee / "score.py"), str(folder), "--style", style, "--json", "--jobs", "1"]
    if limit:
        command += ["--limit", str(limit)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
