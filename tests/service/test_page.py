"""The page at ``/``, in a browser: with its script and without, in both languages, with nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import ARABIC, ENGLISH, EXAMPLES, problem_of

HTML = {"accept": "text/html"}


@pytest.mark.parametrize(("asked", "language"), [("ar-LB,ar;q=0.9,en;q=0.8", "ar"), ("fr,en", "en"), ("", "en")])
def test_the_language_is_the_one_that_the_browser_asks_for(server, asked, language):
    page = server.client.get("/", headers={"accept-language": asked})
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    assert page.headers["vary"] == "accept-language"


def test_nothing_comes_from_elsewhere(server):
    for language in ("en", "ar"):
        page = server.client.get(f"/?lang={language}")
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page.text)
        assert not re.search(r"<style|<script>|\son\w+=|\sstyle=", page.text), "the policy would stop it"
        for address in re.findall(r"(?:src|href)=\"(/assets/[^\"]+)\"", page.text):
            assert server.client.get(address).status_code == 200
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_a_wrong_language_is_a_problem(server):
    assert problem_of(server.client.get("/?lang=fr")) == "bad_parameter"


def test_the_parse_is_shown_apart_from_the_service(server):
    response = server.post("/v1/view", files={"file": ENGLISH, "other": ARABIC}, data={"interface": "ar"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "sandbox allow-scripts" in response.headers["content-security-policy"]
    assert "allow-same-origin" not in response.headers["content-security-policy"]
    assert '<html lang="ar" dir="rtl">' in response.text
    assert "op1" in response.text


def test_a_person_sees_a_problem_as_a_page_and_a_program_as_json(server):
    response = server.post("/v1/view", files={"file": b"%PDF-1.7 nothing"}, headers=HTML)
    assert response.status_code == 422
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>" in response.text
    problem_of(server.post("/v1/view", files={"file": b"%PDF-1.7 nothing"}))


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Chromium, without a network but this machine's."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("there is no Chromium")
    with playwright.sync_playwright() as started:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = started.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


def opened(browser, address: str, **given):
    """A page, and what was said or asked for that should not have been."""
    page = browser.new_context(viewport={"width": 1100, "height": 900}, **given).new_page()
    wrong: list[str] = []
    host = "/".join(address.split("/")[:3])
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((host, "data:")) else wrong.append(asked.url))
    page.goto(address)
    return page, wrong


def keep(page, folder: Path, name: str) -> None:
    page.screenshot(path=folder / f"{name}.png")


def test_a_file_that_is_chosen_is_shown(server, browser, tmp_path):
    page, wrong = opened(browser, server.url + "/?lang=en")
    keep(page, tmp_path, "english")
    page.set_input_files("#file", EXAMPLES / "general-assembly.en.txt")
    shown = page.frame_locator("#result")
    shown.get_by_text("Cooperation among national seed banks").first.wait_for()
    page.get_by_role("status").get_by_text("The result is below.").wait_for()
    keep(page, tmp_path, "english-shown")
    assert page.evaluate("document.activeElement.id") == "result"
    assert not wrong
    page.context.close()


def test_two_files_that_are_dropped_stand_side_by_side(server, browser, tmp_path):
    page, wrong = opened(browser, server.url + "/?lang=ar")
    keep(page, tmp_path, "arabic")
    texts = [(EXAMPLES / f"general-assembly.{language}.txt").read_text("utf-8") for language in ("ar", "en")]
    page.evaluate(
        """texts => {
            const data = new DataTransfer();
            texts.forEach((text, i) => data.items.add(new File([text], `${i}.txt`, {type: "text/plain"})));
            document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        texts,
    )
    shown = page.frame_locator("#result")
    shown.get_by_text("Cooperation among national seed banks").first.wait_for()
    assert shown.locator("html[dir=rtl]").count() == 1
    keep(page, tmp_path, "arabic-shown")
    assert not wrong
    page.context.close()


def test_a_file_over_the_limit_is_not_sent(server, browser):
    page, wrong = opened(browser, server.url + "/?lang=en")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url))
    page.set_input_files("#file", {"name": "x.txt", "mimeType": "text/plain", "buffer": b"a" * 2_000_001})
    page.get_by_role("status").get_by_text("over the limit").wait_for()
    assert not sent
    assert not wrong
    page.context.close()


def test_it_works_without_its_script_and_by_keyboard(server, browser, tmp_path):
    page, _ = opened(browser, server.url + "/?lang=en", java_script_enabled=False)
    page.locator("summary").last.click()
    page.get_by_label("The text of a resolution").fill(ENGLISH.decode())
    page.get_by_role("button", name="Show the parse").press("Enter")
    page.frame_locator("#result").get_by_text("Cooperation among national seed banks").first.wait_for()
    keep(page, tmp_path, "without-script")
    page.context.close()


def test_a_problem_is_shown_in_its_place(server, browser, tmp_path):
    page, _ = opened(browser, server.url + "/?lang=en")
    page.set_input_files("#file", {"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nothing"})
    page.frame_locator("#result").locator("h1").wait_for()
    keep(page, tmp_path, "problem")
    page.context.close()


def test_every_control_has_a_name(server, browser):
    for language in ("en", "ar"):
        page, _ = opened(browser, f"{server.url}/?lang={language}", color_scheme="dark")
        for control in page.locator("input:not([type=hidden]), select, textarea, button, iframe").all():
            name = control.evaluate("e => e.labels?.[0]?.textContent || e.textContent || e.title")
            assert name.strip()
        assert page.locator("h1").count() == 1
        page.context.close()
