"""Documents by symbol, from a real server on this machine that redirects, fails, stalls and lies."""

from __future__ import annotations

import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

import unres
from unres.cli import main

pytest.importorskip("httpx", reason="the extra fetch is not installed")

from unres.fetching import Access, fetch
from unres.fetching.access import is_whole, plain_symbol

PDF = b"%PDF-1.4\n% a lamp\n%%EOF\n"

REDIRECTS = {"A/RES/1/1": "/file", "A/RES/1/6": "/round", "A/RES/1/7": "ftp://127.0.0.1/file"}


class Server(ThreadingHTTPServer):
    """Answers by symbol; remembers what it was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.failures = 0
        self.retry_after = "0"

    @property
    def address(self):
        """The access point."""
        return f"http://127.0.0.1:{self.server_port}/api/symbol/access"


class Handler(BaseHTTPRequestHandler):
    """What the server does, by symbol."""

    def do_GET(self):
        """As the standard library calls it."""
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        self.server.asked.append((url.path, query, self.headers["User-Agent"], time.monotonic()))
        if url.path == "/file":
            self._answer(200, PDF, "application/pdf")
        elif url.path == "/round":
            self._redirect("/round")
        else:
            self._by_symbol(query["s"])

    def _by_symbol(self, symbol):
        page, file = b"<!DOCTYPE html><title>Not found</title>", b"%PDF-" + b"x" * 100_000
        if symbol in REDIRECTS:
            self._redirect(REDIRECTS[symbol])
        elif symbol == "A/RES/1/9" and self.server.failures < 2:
            self.server.failures += 1
            self._answer(503, b"", "text/plain", {"Retry-After": self.server.retry_after})
        else:
            if symbol == "A/RES/1/8":
                time.sleep(3)
            if symbol in {"A/RES/1/11", "A/RES/1/12"}:
                self._in_pieces(slowly=symbol == "A/RES/1/11")
                return
            answers = {
                "A/RES/1/2": (404, b"", "text/plain"),
                "A/RES/1/3": (200, page, "text/html"),
                "A/RES/1/4": (200, PDF[:12], "application/pdf"),
                "A/RES/1/5": (200, file, "application/pdf"),
                "A/RES/1/10": (500, b"", "text/plain"),
                "A/RES/1/13": (200, page, "application/pdf"),
                "A/RES/1/14": (302, b"", "text/plain"),
                "A/RES/1/15": (403, page, "text/html"),
            }
            self._answer(*answers.get(symbol, (200, PDF, "application/pdf")))

    def _answer(self, status, body, kind, headers=None):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _in_pieces(self, *, slowly):
        """A byte now and then, for ever; or fewer bytes than were announced."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for byte in PDF[:20]:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if slowly:
                    time.sleep(0.1)
        except ConnectionError:  # the client has gone, as it should
            pass

    def _redirect(self, target):
        self._answer(302, b"", "text/plain", {"Location": target})

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.02,))
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def access(server, tmp_path):
    return Access(tmp_path / "kept", server.address, pause=0, seconds=1)


def test_a_document_by_way_of_a_redirect(access, server):
    path = access.fetch("A/RES/1/1", "ar")
    assert path.name == "A_RES_1_1-AR.pdf"
    assert path.read_bytes() == PDF
    (first, query, agent, _), (second, *_) = server.asked
    assert (first, query, second) == ("/api/symbol/access", {"s": "A/RES/1/1", "l": "ar", "t": "pdf"}, "/file")
    assert agent.startswith("unres/")


def test_what_is_there_is_not_fetched_again(access, server):
    path = access.fetch("A/RES/1/1")
    asked = len(server.asked)
    assert access.fetch("A/RES/1/1") == path
    assert len(server.asked) == asked
    path.write_bytes(PDF[:10])  # as a disk that was full leaves it
    assert access.fetch("A/RES/1/1").read_bytes() == PDF
    assert len(server.asked) > asked


@pytest.mark.parametrize(
    ("symbol", "code", "reason"),
    [
        ("A/RES/1/2", "not_found", "no such document"),
        ("A/RES/1/3", "not_the_document", "a page of HTML"),
        ("A/RES/1/4", "not_the_document", "no whole pdf"),
        ("A/RES/1/6", "unreachable", "again and again"),
        ("A/RES/1/7", "unreachable", "only https"),
        ("A/RES/1/10", "unreachable", "500"),
        ("A/RES/1/12", "unreachable", "RemoteProtocolError"),
        ("A/RES/1/13", "not_the_document", "a page of HTML"),
        ("A/RES/1/14", "unreachable", "302"),
        ("A/RES/1/15", "unreachable", "403"),
        ("a lamp", "not_a_symbol", "no symbol"),
        ("../../etc/passwd", "not_a_symbol", "no symbol"),
    ],
)
def test_what_goes_wrong_is_said(access, symbol, code, reason):
    with pytest.raises(unres.UnreadableError, match=reason) as caught:
        access.fetch(symbol)
    assert caught.value.code == code
    assert not list(access.folder.glob("*")) if access.folder.exists() else True


def test_an_answer_that_is_too_large(access):
    access.max_bytes = 50_000
    with pytest.raises(unres.UnreadableError) as caught:
        access.fetch("A/RES/1/5")
    assert caught.value.code == "too_large"


def test_a_server_that_stalls(server, tmp_path, monkeypatch):
    import httpx

    monkeypatch.setattr(httpx, "Timeout", lambda *_, **__: 0.2)
    access = Access(tmp_path, server.address, pause=0, tries=2)
    with pytest.raises(unres.UnreadableError, match="Timeout") as caught:
        access.fetch("A/RES/1/8")
    assert caught.value.code == "unreachable"


def test_an_answer_that_comes_byte_by_byte_has_an_end(server, tmp_path):
    access = Access(tmp_path, server.address, pause=0, tries=1, seconds=0.3)
    began = time.monotonic()
    with pytest.raises(unres.UnreadableError, match=r"longer than 0\.3 seconds"):
        access.fetch("A/RES/1/11")
    assert time.monotonic() - began < 10


def test_a_busy_server_is_given_the_time_that_it_asks_for(access, server):
    server.retry_after = "1"
    access.fetch("A/RES/1/9")
    first, second, _ = (at for *_, at in server.asked)
    assert second - first >= 0.9


def test_a_word_file_that_breaks_off_is_not_whole():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", "<lamp/>" * 100)
        file.comment = b"of a harbour"
    data = packed.getvalue()
    assert is_whole(data, "docx")
    assert not is_whole(data[: len(data) // 2], "docx")


def test_a_server_that_is_busy_is_asked_again(access, server):
    assert access.fetch("A/RES/1/9").read_bytes() == PDF
    assert len(server.asked) == 3


def test_nobody_answers(tmp_path):
    access = Access(tmp_path, "http://127.0.0.1:9/", pause=0, tries=2)
    with pytest.raises(unres.UnreadableError, match="ConnectError"):
        access.fetch("A/RES/1/1")


def test_requests_are_made_with_a_pause(server, tmp_path):
    access = Access(tmp_path, server.address, pause=0.3)
    access.fetch("A/67/1")
    access.fetch("A/67/2")
    first, second = (at for *_, at in server.asked)
    assert second - first >= 0.25


@pytest.mark.parametrize(
    ("given", "symbol"),
    [
        ("A/RES/67/190", "A/RES/67/190"),
        (" S/RES/1325 (2000)", "S/RES/1325(2000)"),
        ("A/RES/217(III)A", "A/RES/217(III)A"),
        ("UNEP/EA.5/Res.14", "UNEP/EA.5/Res.14"),
        ("https://docs.un.org/ar/A/RES/67/190", "A/RES/67/190"),
        ("https://undocs.org/en/a/res/67/190?direct=true", "A/RES/67/190"),
    ],
)
def test_symbols(given, symbol):
    assert plain_symbol(given) == symbol


def test_the_function_and_what_it_refuses(server, tmp_path):
    assert unres.fetch is fetch
    assert unres.fetch("A/67/1", folder=tmp_path, address=server.address).read_bytes() == PDF
    with pytest.raises(ValueError, match="'ar' or 'en'"):
        fetch("A/67/1", "fr", folder=tmp_path, address=server.address)  # type: ignore[arg-type]


def test_the_command(server, tmp_path, monkeypatch):
    monkeypatch.setenv("UNRES_FETCH_ADDRESS", server.address)
    (tmp_path / "symbols.txt").write_text("A/67/1\n\nA/67/2\nA/67/1\n")
    options = ["-o", str(tmp_path / "out"), "--pause", "0", "--from", str(tmp_path / "symbols.txt")]
    done = CliRunner().invoke(main, ["fetch", "A/RES/1/2", *options])
    assert done.exit_code == 1
    assert "no such document" in done.stderr
    assert [line.rpartition("/")[2] for line in done.stdout.split()] == ["A_67_1-EN.pdf", "A_67_2-EN.pdf"]


def test_all_that_a_resolution_cites(server, tmp_path, monkeypatch):
    monkeypatch.setenv("UNRES_FETCH_ADDRESS", server.address)
    text = tmp_path / "lamps.txt"
    text.write_text(unres.examples.load("improving-coordination", "en").source_text, encoding="utf-8")
    common = ["-o", str(tmp_path), "--pause", "0"]
    done = CliRunner().invoke(main, ["fetch", "--references", str(text), *common])
    assert "A_RES_46_182-EN.pdf" in done.stdout
    done = CliRunner().invoke(main, ["fetch", "--related", str(text), *common])
    assert "A_72_PV.74-EN.pdf" in done.stdout


def test_a_symbol_in_place_of_a_file_says_how_to_have_it():
    done = CliRunner().invoke(main, ["parse", "A/RES/67/190"])
    assert done.exit_code == 2
    assert "unres fetch A/RES/67/190" in done.stderr


def test_without_httpx_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(unres.MissingExtraError, match=r"unres\[fetch\]"):
        Access()
