"""What is refused, and that it is said why: every refusal is a problem document, and the service goes on."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest
from serving import ENGLISH, Server, answer_of, problem_of

PDF_HEAD = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R"


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * 50_000_000)
    return packed.getvalue()


REFUSED = {
    "nothing": ({"content": b""}, 422, "no_body"),
    "white space": ({"content": b" \n\t"}, 422, "empty"),
    "a truncated PDF": ({"content": PDF_HEAD}, 422, None),
    "a zip bomb": ({"content": bomb()}, 413, "too_large"),
    "a truncated zip": ({"content": bomb()[:200]}, 422, None),
    "a picture": ({"content": b"\x89PNG\r\n\x1a\n" + b"\0" * 100}, 422, None),
    "binary garbage": ({"content": bytes(range(256)) * 500}, 422, None),
    "deep JSON": (
        {"content": b'{"text":' + b"[" * 500_000, "headers": {"content-type": "application/json"}},
        400,
        "not_json",
    ),
    "deep JSON in order": (
        {
            "content": b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            "headers": {"content-type": "application/json"},
        },
        400,
        "not_json",
    ),
    "JSON of another shape": ({"json": {"text": 5}}, 400, "not_json"),
    "JSON with more": ({"json": {"text": "a", "more": 1}}, 400, "not_json"),
    "JSON with half a character": (
        {"content": b'{"text":"\\ud800"}', "headers": {"content-type": "application/json"}},
        400,
        "not_json",
    ),
    "no JSON": ({"content": b"%PDF", "headers": {"content-type": "application/json"}}, 400, "not_json"),
    "JSON without text": ({"json": {"text": "  "}}, 422, "empty"),
    "an image's content type": ({"content": ENGLISH, "headers": {"content-type": "image/png"}}, 415, "media_type"),
    "curl's content type": (
        {"content": ENGLISH, "headers": {"content-type": "application/x-www-form-urlencoded"}},
        415,
        "media_type",
    ),
    "a content type of nonsense": ({"content": ENGLISH, "headers": {"content-type": ";;=/"}}, None, None),
    "a form without a boundary": (
        {"content": ENGLISH, "headers": {"content-type": "multipart/form-data"}},
        400,
        "not_multipart",
    ),
    "a form that ends": (
        {
            "content": b"--x\r\nContent-Disposition: form-da",
            "headers": {"content-type": "multipart/form-data; boundary=x"},
        },
        400,
        "not_multipart",
    ),
    "a form that is none": (
        {"content": ENGLISH, "headers": {"content-type": "multipart/form-data; boundary=x"}},
        400,
        "not_multipart",
    ),
    "a form of many parts": ({"files": [(f"f{i}", b"x") for i in range(100)]}, 400, "not_multipart"),
    "a form without the part": ({"files": {"other": ENGLISH}}, 422, "part_missing"),
    "a form with a wrong language": (
        {"files": {"file": ENGLISH}, "data": {"language": "fr"}},
        422,
        "bad_parameter",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_bodies(server, name):
    given, status, code = REFUSED[name]
    response = server.post("/v1/parse", **given)
    if status is None:
        assert response.status_code in {200, 415}
        return
    assert response.status_code == status, response.text
    found = problem_of(response)
    assert found == code if code else found in {"unreadable", "broken", "empty", "no_text_layer"}
    for words in ("Limits(", "ocr=True", "read_all"):
        assert words not in response.text, "advice is for those who call the service"


def test_paths_methods_and_parameters(server):
    assert problem_of(server.client.get("/v2/parse")) == "not_found"
    wrong = server.client.get("/v1/parse")
    assert problem_of(wrong) == "method_not_allowed"
    assert "POST" in wrong.headers["allow"]
    response = server.post("/v1/parse?language=fr", content=ENGLISH)
    assert problem_of(response) == "bad_parameter"
    assert "language" in response.json()["detail"]
    assert problem_of(server.post("/v1/references?date=yesterday", content=ENGLISH)) == "bad_parameter"


def test_every_answer_carries_headers_of_safety(server):
    for response in (server.parse(), server.client.get("/nothing"), server.client.get("/")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert response.headers["x-request-id"]
        assert "server" not in response.headers


def test_a_body_over_the_limit_that_says_so(server):
    response = server.parse(b"a" * 2_000_001)
    assert response.status_code == 413
    assert problem_of(response) == "body_too_large"
    assert response.headers["connection"] == "close"
    assert server.parse().status_code == 200


def test_a_body_over_the_limit_that_is_asked_for_first(server):
    """Who waits to be asked (curl does) is refused before it has sent anything."""
    with server.connect() as connection:
        start = time.monotonic()
        connection.sendall(
            b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\nExpect: 100-continue\r\n\r\n"
        )
        status, _, body = answer_of(connection)
        assert (status, json.loads(body)["code"]) == (413, "body_too_large")
        assert time.monotonic() - start < 0.9, "nothing is read that will not be used"


def chunked(server: Server, seconds: float, pause: float, size: int) -> tuple[int, dict[str, str], bytes]:
    """Sends chunks without end, until it is told to stop."""
    with server.connect() as connection:
        connection.sendall(b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                connection.sendall(f"{size:x}\r\n".encode() + b"a" * size + b"\r\n")
                time.sleep(pause)
                connection.settimeout(0.01)
                try:
                    if connection.recv(1, 2):  # a look, which takes nothing: MSG_PEEK
                        break
                except TimeoutError:
                    connection.settimeout(30)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return answer_of(connection, 5)


def test_chunks_without_end(server):
    status, headers, body = chunked(server, seconds=10, pause=0, size=100_000)
    assert (status, json.loads(body)["code"]) == (413, "body_too_large")
    assert headers["connection"] == "close"


def test_chunks_that_trickle(server):
    status, headers, body = chunked(server, seconds=10, pause=0.2, size=3)
    assert (status, json.loads(body)["code"]) == (408, "body_too_slow")
    assert headers["connection"] == "close"


def test_a_head_that_trickles_is_not_waited_for(server):
    with server.connect() as connection:
        connection.sendall(b"POST /v1/parse HT")
        start = time.monotonic()
        assert answer_of(connection, 10) == (0, {}, b"")
        assert time.monotonic() - start < 5
    with server.connect() as connection:  # nor is it after a request that was well
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer_of(connection)[0] == 200
        connection.sendall(b"GET /health/li")
        start = time.monotonic()
        assert answer_of(connection, 10) == (0, {}, b"")
        assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000,
    ],
    ids=["no HTTP", "a head without end"],
)
def test_what_is_no_request(server, sent):
    with server.connect() as connection:
        connection.sendall(sent)
        status, headers, body = answer_of(connection)
        assert status == 400
        assert headers["content-type"] == "application/problem+json"
        assert json.loads(body)["code"] == "bad_request"


def test_a_lying_length(server):
    """Fewer bytes than promised: it is waited for, and no longer than for any body."""
    with server.connect() as connection:
        connection.sendall(b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nabc")
        status, _, body = answer_of(connection)
        assert (status, json.loads(body)["code"]) == (408, "body_too_slow")
