"""What clients do that is not in a textbook: heads of answers, packed bodies, marks of order, bodies far too large."""

from __future__ import annotations

import gzip
import http.client
import io
import json
import subprocess
import sys
import zipfile

import pytest
from serving import ENGLISH, problem_of


@pytest.mark.parametrize("path", ["/", "/health/live", "/health/ready", "/metrics", "/v1/schema", "/openapi.json"])
def test_head_is_answered_as_get_without_a_body(path, server):
    whole = server.client.get(path)
    head = server.client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    if path != "/metrics":
        assert head.headers["content-length"] == whole.headers["content-length"]


def test_what_is_allowed_is_said_with_head(server):
    assert server.client.put("/health/live").headers["allow"] == "GET, HEAD"
    assert server.client.put("/openapi.json").headers["allow"] == "GET, HEAD"
    refused = server.client.head("/v1/parse")
    assert (refused.status_code, refused.headers["allow"], refused.content) == (405, "POST", b"")
    assert server.metric('unres_requests_total{code="method_not_allowed",method="HEAD",route="/v1/parse",status="405"}')


def test_json_may_begin_with_a_mark_of_order(server):
    body = b"\xef\xbb\xbf" + json.dumps({"text": ENGLISH.decode()}).encode()
    response = server.post("/v1/parse", content=body, headers={"content-type": "application/json"})
    assert response.json()["symbol"] == "A/RES/71/94"


def test_json_with_more_in_it_is_told_so(server):
    response = server.post("/v1/parse", json={"text": "The General Assembly,", "name": "a.txt"})
    assert problem_of(response) == "not_json"
    assert "more in it than “text”" in response.json()["detail"]


def test_a_packed_body_is_told_apart_from_a_broken_one(server):
    packed = gzip.compress(ENGLISH)
    response = server.parse(packed, **{"content-encoding": "gzip"})
    assert (response.status_code, problem_of(response)) == (415, "media_type")
    assert "Content-Encoding" in response.json()["detail"]
    assert server.parse(ENGLISH, **{"content-encoding": "identity"}).status_code == 200


def test_a_word_file_of_the_old_kind_is_no_unknown_type(server):
    response = server.post("/v1/parse", content=b"\xd0\xcf\x11\xe0", headers={"content-type": "application/msword"})
    assert response.status_code == 422


def test_a_body_far_too_large_is_told_so(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("POST", "/v1/parse", body=b"x" * 12_000_000)  # written to its end before an answer is read
    assert connection.getresponse().status == 413
    connection.close()


def test_advice_for_python_is_none_for_http(server):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", ENGLISH)
        archive.writestr("b.txt", ENGLISH)
    response = server.post("/v1/parse", files={"file": ("z.zip", packed.getvalue())})
    assert problem_of(response) == "several_documents"
    assert "read_all" not in response.text


@pytest.mark.parametrize(("host", "warned"), [("0.0.0.0", True), ("127.0.0.1", False), ("localhost", False)])  # noqa: S104
def test_who_lets_others_in_is_warned(host, warned):
    command = [sys.executable, "-c", "from unres.cli import main; main()", "serve", "--port", "0", "--host", host]
    running = subprocess.Popen([*command, "--workers", "1"], stderr=subprocess.PIPE, text=True)
    said = ""
    assert running.stderr
    for line in running.stderr:
        said += line
        if "unres serves on" in line:
            break
    running.terminate()
    running.stderr.close()
    assert running.wait(30) == 0
    assert ("no password" in said) is warned
