"""What all tests share: the folder of real documents, and how long Hypothesis searches."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.rules")

# A shared machine makes any single example slow now and then, so that no example has a deadline of its own.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("quick", max_examples=60, **_COMMON)
settings.register_profile("ci", max_examples=200, derandomize=True, print_blob=True, **_COMMON)
settings.register_profile("thorough", max_examples=5_000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """The folder of real documents, which are no part of this project."""
    folder = os.environ.get("UNRES_CORPUS")
    if not folder:
        pytest.skip("UNRES_CORPUS names no folder of real documents")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"UNRES_CORPUS={folder} is no folder")
    return path


_INSTALL = {
    "Chromium": "apt install chromium",
    "tesseract": "apt install tesseract-ocr tesseract-ocr-ara",
    "LibreOffice": "apt install libreoffice-writer",
    "groff": "apt install groff-base",
    "UNRES_CORPUS": "set UNRES_CORPUS to a folder of real documents",
}
_skipped: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Counts what is skipped, by reason."""
    if report.skipped and isinstance(report.longrepr, tuple):
        _skipped[report.longrepr[2].removeprefix("Skipped: ")] += 1


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """The same for whole modules."""
    if report.skipped and isinstance(report.longrepr, tuple):
        _skipped[report.longrepr[2].removeprefix("Skipped: ")] += 1


def _missing() -> dict[str, int]:
    """Why tests were skipped that run elsewhere on this system, and how many; a platform's own tests do not count."""
    return {reason: count for reason, count in _skipped.items() if not reason.startswith("not here")}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails where something was skipped and everything was to be run (``UNRES_RUN_ALL=1``).

    Real documents are no part of this project: where none are named, what reads them may be skipped.
    """
    without_them = not os.environ.get("UNRES_CORPUS")
    wanting = [reason for reason in _missing() if not (without_them and "UNRES_CORPUS" in reason)]
    if os.environ.get("UNRES_RUN_ALL") and wanting and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line: what was skipped, and how to have it."""
    if missing := _missing():
        ways = sorted({way for name, way in _INSTALL.items() if any(name in reason for reason in missing)})
        line = f"{sum(missing.values())} skipped for want of something; to run them: {'; '.join(ways) or 'see above'}"
        if os.environ.get("UNRES_RUN_ALL"):
            line += " (UNRES_RUN_ALL is set: a skipped test is a failure)"
        terminalreporter.write_line(line)
