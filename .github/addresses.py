"""Puts the address of the repository where a package index needs it: links of the README, and ``[project.urls]``.

    python .github/addresses.py https://github.com/OWNER/NAME v0.1.0

An index shows the README without the files beside it, so that a link such as ``docs/batch.md`` has to name the place
where the file is published. That place is known to the release alone; it changes the checkout that it builds.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]\n]*)\]\((?P<target>(?![a-z]+:|#)[^)\s]+)\)")


def absolute(readme: str, repository: str, tag: str) -> str:
    """A README whose links to files of the repository are addresses; pictures lead to the file itself."""

    def link(match: re.Match[str]) -> str:
        kind = "raw" if match["picture"] else "blob"
        return f"{match['picture']}[{match['words']}]({repository}/{kind}/{tag}/{match['target']})"

    return _LINK.sub(link, readme)


def urls(repository: str, tag: str) -> str:
    """The section ``[project.urls]``."""
    blob = f"{repository}/blob/{tag}"
    named = {
        "Homepage": repository,
        "Documentation": f"{blob}/docs/index.md",
        "Source": repository,
        "Changelog": f"{blob}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }
    return "[project.urls]\n" + "".join(f'{name} = "{address}"\n' for name, address in named.items())


def main(repository: str, tag: str) -> None:
    """Changes README.md and pyproject.toml."""
    readme, project = ROOT / "README.md", ROOT / "pyproject.toml"
    readme.write_text(absolute(readme.read_text("utf-8"), repository, tag), "utf-8")
    before, heading, after = project.read_text("utf-8").partition("[project.optional-dependencies]\n")
    project.write_text(f"{before}{urls(repository, tag)}\n{heading}{after}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), sys.argv[2])
