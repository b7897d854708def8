"""How soon the viewer's page can be used, and whether it is accessible.

    python benchmarks/viewer.py FOLDER [--axe node_modules/axe-core/axe.min.js] [--chromium /usr/bin/chromium]

FOLDER is searched for the longest documents (Akoma Ntoso) and for PDFs. For each page it prints the processor time that
its writing took, its size, and for three loads in headless Chromium the milliseconds from navigation until the outline
takes a click (the click's own handling included), and the processor time that the page's main thread took until then,
which does not depend on what else the machine does. With --axe, the findings of axe-core are printed, in the light and
in the dark.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

import unres
from unres.exports.viewer import to_viewer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_CANDIDATES = 12  # the longest of each archive, among which are both languages of the longest
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def pages(folder: Path) -> Iterator[tuple[str, str, float]]:
    """A name, a page and its seconds: the longest two, each also beside its other language, and PDFs."""
    found: list[tuple[int, str, bytes]] = []
    for archive in sorted((folder / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as members:
            long = sorted(members.infolist(), key=lambda info: -info.file_size)[:_CANDIDATES]
            found += [(info.file_size, info.filename, members.read(info)) for info in long]
    by_name = {name: data for _, name, data in found}
    arabic = [each for each in sorted(found, reverse=True) if each[1].startswith("ar/")][:2]
    for size, name, data in arabic:
        resolution = unres.read(data)
        yield f"{name} ({size // 1000} KB of markup)", *_timed(lambda each=resolution: to_viewer(each))
        stem = "_".join(name.removeprefix("ar/").split("-")[0].split("_")[:4])
        others = [unres.read(by_name[other]) for other in by_name if other.startswith(f"en/{stem}-")]
        for other in others[:1]:
            yield f"{stem}, both languages", *_timed(lambda one=resolution, two=other: to_viewer(one, two))
    for pdf in (
        *sorted((folder / "pdf-en").glob("A_*.pdf"))[:1],
        *sorted((folder / "pdf-ar").glob("*lo-noto*.pdf"))[:1],
    ):
        data = pdf.read_bytes()
        resolution = unres.read(data)
        yield pdf.name, *_timed(lambda each=resolution, data=data: to_viewer(each, pdf=data))


def _timed(make) -> tuple[str, float]:  # noqa: ANN001  a call without arguments
    began = time.process_time()
    page = make()
    return page, time.process_time() - began


def usable_after(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from navigation until a click into the outline has chosen a paragraph: by the clock, and at work."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address, wait_until="commit")
    page.locator("#ui-outline ul ul a").nth(2).click()
    page.wait_for_selector(".row.chosen")
    elapsed: float = page.evaluate("performance.now()")
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return elapsed, metrics["TaskDuration"] * 1000


def findings(browser: Browser, address: str, axe: str, scheme: str) -> list[str]:
    """What axe-core finds, the impact first."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.evaluate(axe)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    context.close()
    return [
        f"{found['impact']}: {found['id']} ({len(found['nodes'])}), e.g. {found['nodes'][0]['html'][:120]}"
        for found in result["violations"]
    ]


def main() -> None:
    """Prints a line for each page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--axe", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    axe = options.axe.read_text("utf-8") if options.axe else None
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(_FLAGS))
        for index, (name, page, seconds) in enumerate(pages(options.folder)):
            target = Path(place) / f"{index}.html"
            target.write_text(page, "utf-8")
            loads = [usable_after(browser, target.as_uri()) for _ in range(3)]
            print(f"{name}: written in {seconds:.2f} s, {len(page.encode()) // 1000} KB")
            clock, work = ((", ".join(f"{each:.0f}" for each in column)) for column in zip(*loads, strict=True))
            print(f"  usable after {clock} ms by the clock, {work} ms of its main thread")
            for scheme in ("light", "dark") if axe else ():
                found = findings(browser, target.as_uri(), axe, scheme)
                print(f"  axe, {scheme}: {'; '.join(found) or 'no finding'}")
        browser.close()


if __name__ == "__main__":
    main()
