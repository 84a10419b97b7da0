"""Nobody but this computer's browser with the token gets an answer."""

import pytest

from tests.serve.made import HOST, ORIGIN, TOKEN, Made, client


@pytest.mark.parametrize("path", ["/index.html", "/", "/?token=wrong", "/assets/app.js", "/api/search"])
def test_without_the_token_there_is_nothing(made: Made, path: str) -> None:
    stranger = client(made.places, known=False)
    assert stranger.get(path).status_code == 403


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(made: Made) -> None:
    answer = client(made.places, known=False).get(f"/?token={TOKEN}")
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert TOKEN not in answer.headers["location"]
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("host", ["evil.example", "localhost:8300", "127.0.0.1", "127.0.0.1:8301", ""])
def test_another_host_is_refused(made: Made, host: str) -> None:
    assert made.client.get("/index.html", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8300", "http://127.0.0.1:8301"])
def test_another_origin_may_change_nothing(made: Made, origin: str) -> None:
    answer = made.client.post("/api/decide", json={}, headers={"origin": origin})
    assert answer.status_code == 403
    assert made.client.post("/api/decide", json={}).status_code == 403


def test_forms_and_large_bodies_are_refused(made: Made) -> None:
    assert made.client.post("/api/search", data={"q": "x"}, headers=ORIGIN).status_code == 415
    assert made.client.post("/api/search", json={"q": "x" * 70_000}, headers=ORIGIN).status_code == 413
    assert made.client.ask("PUT", "/api/search", json={}, headers=ORIGIN).status_code == 405


@pytest.mark.parametrize("path", ["../facts/facts.csv", "data/run.json", "%2e%2e/decisions.jsonl", "assets/../x", "no"])
def test_only_pages_are_served(made: Made, path: str) -> None:
    assert made.client.get(f"/{path}").status_code == 404


def test_every_answer_carries_the_policy(made: Made) -> None:
    for path in ("/index.html", "/nothing", "/assets/app.css"):
        headers = made.client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert made.client.get("/index.html", headers={"host": HOST}).status_code == 200


def test_a_browser_that_is_quicker_than_the_server_is_not_refused() -> None:
    import socket

    from analyzer.cli.serve import _listening

    listening = _listening(0)
    with listening, socket.create_connection(listening.getsockname(), timeout=5):
        pass
