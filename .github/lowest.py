"""Prints the lowest versions that pyproject.toml allows for what the core needs, as constraints of pip.

python .github/lowest.py > lowest.txt && pip install --editable . --constraint lowest.txt
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path


def main() -> None:
    """A line for each requirement."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        found = re.match(r"([\w.-]+)(?:\[[\w,]+\])?>=([\d.]+)", requirement)
        if found is None:
            raise SystemExit(f"no lowest version: {requirement}")
        print(f"{found[1]}=={found[2]}")


if __name__ == "__main__":
    main()
