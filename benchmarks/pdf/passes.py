"""What happens to a PDF on its way to the reader: other programs write it again, and maps that lie."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_RANGES = re.compile(rb"\d+ beginbfrange(.*?)endbfrange", re.DOTALL)
_CHARS = re.compile(rb"\d+ beginbfchar(.*?)endbfchar", re.DOTALL)
_THREE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_TWO = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LIES = {"0": "1", "1": "0", "2": "8", "8": "2", "3": "6", "6": "3", "ط": "ش", "ش": "ط", "ة": "ط"}


def again(*command: str) -> object:
    """A pass by another program; IN and OUT stand for the files."""

    def run(source: Path, target: Path) -> None:
        names = {"IN": str(source), "OUT": str(target)}
        arguments = [re.sub("IN|OUT", lambda m: names[m[0]], part) for part in command[1:]]
        done = subprocess.run(
            [shutil.which(command[0]) or command[0], *arguments], check=False, capture_output=True, timeout=120
        )
        if done.returncode not in (0, 3):  # qpdf: 3 is a warning
            raise RuntimeError(done.stderr.decode(errors="replace")[-300:])

    return run


def lies(source: Path, target: Path) -> None:
    """Swaps digits and letters in the ToUnicode maps, as some word processors' maps have them."""
    plain = target.with_suffix(".qdf")
    again("qpdf", "--qdf", "--object-streams=disable", "IN", "OUT")(source, plain)  # type: ignore[operator]
    plain.write_bytes(_MAP.sub(_lying, plain.read_bytes()))
    repaired = subprocess.run([shutil.which("fix-qdf") or "fix-qdf", str(plain)], check=True, capture_output=True)
    target.write_bytes(repaired.stdout)
    plain.unlink()


def _lying(match: re.Match[bytes]) -> bytes:
    entries: dict[bytes, bytes] = {}
    for block in _RANGES.findall(match[0]):
        for first, last, start, listed in _THREE.findall(block):
            low, high, digits = int(first, 16), int(last, 16), len(first)
            targets = re.findall(rb"<([0-9A-Fa-f]+)>", listed)
            for place in range(high - low + 1):
                text = targets[place] if targets else b"%0*X" % (len(start), int(start, 16) + place)
                entries[b"%0*X" % (digits, low + place)] = text
    for block in _CHARS.findall(match[0]):
        entries |= dict(_TWO.findall(block))
    lines = []
    for code, text in entries.items():
        said = bytes.fromhex(text.decode()).decode("utf-16-be", errors="replace")
        lines.append(b"<%s> <%s>" % (code, _LIES.get(said, said).encode("utf-16-be").hex().encode()))
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    written = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    head = re.split(rb"\d+ beginbf(?:char|range)", match[0])[0]
    return head + written + b"\nendcmap"
