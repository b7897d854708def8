"""What is sent is parsed as the library parses it, whichever way it is sent."""

from __future__ import annotations

import io
import json
import zipfile

import jsonschema
import pytest
from serving import ARABIC, ENGLISH, problem_of

import unres
from unres.alignment import Alignment
from unres.models import Resolution


def test_a_file_bytes_and_text_give_what_the_library_gives(server):
    expected = unres.read(ENGLISH)
    text = ENGLISH.decode()
    for given in (
        {"files": {"file": ("x.txt", ENGLISH)}},
        {"data": {"text": text}, "files": {"file": ("", b"")}},
        {"content": ENGLISH},
        {"content": ENGLISH, "headers": {"content-type": "application/octet-stream"}},
        {"content": ENGLISH, "headers": {"content-type": "Text/Plain; charset=UTF-8"}},
        {"json": {"text": text}},
    ):
        response = server.post("/v1/parse", **given)
        assert response.status_code == 200, response.text
        assert response.headers["content-type"] == "application/json"
        found = Resolution.model_validate_json(response.content)
        assert [block.text for block in found.walk()] == [block.text for block in expected.walk()]
        assert found.symbol == expected.symbol


def test_arabic(server):
    response = server.post("/v1/parse", files={"file": ARABIC})
    assert Resolution.model_validate_json(response.content) == unres.read(ARABIC)


def test_a_charset_that_is_named_is_taken(server):
    text = ARABIC.decode()
    encoded = text.encode("cp1256", "replace")
    response = server.parse(encoded, **{"content-type": "text/plain; charset=windows-1256"})
    assert response.json()["language"] == "ar"
    assert response.json()["source_text"] == encoded.decode("cp1256")


@pytest.mark.parametrize("charset", ["klingon", "hex", "utf-16-le", "\u00e9"])
def test_a_charset_that_is_none_is_refused(server, charset):
    response = server.post(
        "/v1/parse", content=b"abc\xff", headers={b"content-type": b"text/plain; charset=" + charset.encode()}
    )
    assert response.status_code in {415, 200}
    if response.status_code == 415:
        assert problem_of(response) == "charset"


def test_the_language_can_be_given(server):
    assert server.post("/v1/parse?language=ar", content=ENGLISH).json()["language"] == "ar"
    by_form = server.post("/v1/parse", files={"file": ENGLISH}, data={"language": "ar"})
    assert by_form.json()["language"] == "ar"


def test_all_resolutions_of_a_zip_and_what_could_not_be_read(server):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", ENGLISH)
        archive.writestr("empty.txt", b"")
        archive.writestr("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
        archive.writestr("two.txt", ARABIC)
    answer = server.post("/v1/parse-all", files={"file": packed.getvalue()}).json()
    assert [each["language"] for each in answer["resolutions"]] == ["en", "ar"]
    assert [each["code"] for each in answer["unreadable"]] == ["empty", "image"]
    assert answer["unreadable"][1]["reason"] == "a scan: a picture (PNG) without text"
    several = server.post("/v1/parse", files={"file": packed.getvalue()})
    assert problem_of(several) == "several_documents"
    assert several.json()["detail"] == "A zip of several files."
    assert "/v1/parse-all" in several.json()["advice"]


def test_references_of_any_text_stand_where_they_say(server):
    text = "See its resolution 67/190 and S/RES/1325 (2000)."
    answer = server.post("/v1/references?organ=general_assembly", json={"text": text}).json()["references"]
    assert [each["reference"]["symbol"] for each in answer] == ["A/RES/67/190", "S/RES/1325 (2000)"]
    for each in answer:
        found = each["reference"]
        assert text[found["offset"] :].startswith(found["text"])
        assert each["place"] is None


def test_references_of_a_document_have_a_place(server):
    answer = server.post("/v1/references", files={"file": ENGLISH}).json()["references"]
    expected = unres.read(ENGLISH)
    assert len(answer) == len(expected.references) > 3
    ids = {block.id for block in expected.walk()} | {f"fn:{note.label}" for note in expected.footnotes}
    assert {each["place"] for each in answer} <= ids
    as_text = server.post("/v1/references?as=text", files={"file": ENGLISH}).json()["references"]
    assert all(each["place"] is None for each in as_text)


def test_two_versions_are_aligned(server):
    for given in (
        {"files": {"arabic": ARABIC, "english": ENGLISH}},
        {"json": {"arabic": ARABIC.decode(), "english": ENGLISH.decode()}},
    ):
        response = server.post("/v1/align", **given)
        assert response.status_code == 200, response.text
        aligned = unres.align(unres.read(ARABIC), unres.read(ENGLISH))
        assert Alignment.model_validate_json(response.content) == aligned


def test_two_versions_under_the_wrong_names(server):
    assert problem_of(server.post("/v1/align", files={"arabic": ARABIC})) == "part_missing"
    swapped = server.post("/v1/align", files={"arabic": ENGLISH, "english": ARABIC})
    assert problem_of(swapped) == "wrong_language"
    assert problem_of(server.post("/v1/align", content=ENGLISH)) == "media_type"


def test_the_schema_is_that_of_the_answer(server):
    response = server.client.get("/v1/schema")
    assert response.headers["content-type"] == "application/schema+json"
    jsonschema.validate(server.parse().json(), response.json())


def test_health_and_metrics(server):
    assert server.client.get("/health/live").json() == {"status": "alive"}
    assert server.client.get("/health/ready").json() == {"status": "ready"}
    before = server.metric('unres_requests_total{code="none",method="POST",route="/v1/parse",status="200"}')
    server.parse()
    after = server.metric('unres_requests_total{code="none",method="POST",route="/v1/parse",status="200"}')
    assert after == before + 1
    text = server.client.get("/metrics").text
    for name in ("unres_workers_started_total", "unres_queue_length", "unres_work_seconds_bucket", "process_resident"):
        assert name in text


def test_the_description_names_every_route_and_problem(server):
    description = server.client.get("/openapi.json").json()
    assert {"/v1/parse", "/v1/parse-all", "/v1/references", "/v1/align", "/v1/view", "/v1/schema"} <= set(
        description["paths"]
    )
    responses = description["paths"]["/v1/parse"]["post"]["responses"]
    assert {"200", "400", "408", "413", "415", "422", "500", "503", "504"} == set(responses)
    assert list(responses["413"]["content"]) == ["application/problem+json"]
    assert "Resolution" in json.dumps(responses["200"])
