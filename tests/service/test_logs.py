"""Nothing of a request is in the log: no content, no file name, no query, no path that somebody made up."""

from __future__ import annotations

import json

from serving import ENGLISH

SECRET = "geheim"  # noqa: S105  a word that is nowhere else
KEYS = {
    "time",
    "level",
    "message",
    "method",
    "route",
    "status",
    "seconds",
    "id",
    "code",
    "signal",
    "task",
    "where",
    "error",
}


def test_no_content_and_no_names(server):
    server.post("/v1/parse", files={f"{SECRET}1": (f"{SECRET}2.pdf", f"{SECRET}3")})
    server.post("/v1/parse", files={"file": (f"{SECRET}4.pdf", b"%PDF-1.4 " + SECRET.encode())})
    server.post(f"/v1/parse?language={SECRET}5", content=ENGLISH)
    server.post("/v1/parse", content=SECRET.encode(), headers={"content-type": f"text/{SECRET}6"})
    server.post("/v1/references", json={"text": f"{SECRET}7 resolution 67/190", f"{SECRET}8": 1})
    server.client.get(f"/{SECRET}9?{SECRET}10")
    server.client.request(f"{SECRET}11".upper(), "/v1/parse")
    server.parse(f"{SECRET}12 The General Assembly".encode(), **{f"x-{SECRET}13": f"{SECRET}14"})
    assert server.metric('unres_requests_total{code="not_found",method="GET",route="none",status="404"}') >= 1
    assert SECRET not in server.log.lower()
    assert SECRET not in server.client.get("/metrics").text.lower()
    lines = [json.loads(line) for line in server.lines if not line.startswith("unres serves")]
    assert lines
    for line in lines:
        assert set(line) <= KEYS
    requests = [line for line in lines if line["message"] == "request"]
    assert {"method", "route", "status", "seconds", "id"} <= set(requests[-1])
