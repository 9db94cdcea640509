"""What every answer carries: no page of ours may be framed, sniffed, kept by strangers, or be more than a phone can bear.

The answers come from the table of routes: a new page is looked at without anybody saying so.
"""

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from web.conftest import Office
from web.test_every_page import NAMES, who_sees
from web.test_routes import WAITING, address

from perdes_flow.web.access.links import make_link
from perdes_flow.web.downloads import WORD

FIRST_VIEW, SCRIPTS = 50_000, 25_000  # bytes as they travel, packed
# what a browser may open by itself: our pages, pictures that we draw, styles and scripts
OPENED = {"text/html; charset=utf-8", "image/svg+xml", "image/png", "text/css", "text/javascript"}


def each_answer(office: Office) -> Iterator[tuple[str, Client, Any]]:
    for name in NAMES:
        if name not in WAITING:
            client = office.client(who_sees(name))
            yield name, client, client.get(address(name), follow=True)


def test_every_answer_carries_the_protective_headers(two_villages: Office) -> None:
    for name, _, answer in each_answer(two_villages):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy, name
        assert "frame-ancestors 'none'" in policy, name
        assert "unsafe" not in policy, name
        assert answer["X-Content-Type-Options"] == "nosniff", name
        assert answer["X-Frame-Options"] == "DENY", name
        assert answer["Referrer-Policy"] == "same-origin", name


def test_a_file_is_a_download_and_never_a_page(two_villages: Office) -> None:
    files = 0
    for name, _, answer in each_answer(two_villages):
        if answer["Content-Type"] not in OPENED:
            files += 1
            assert answer["Content-Disposition"].startswith("attachment; filename="), name
            assert "\n" not in answer["Content-Disposition"], name
    assert files >= 1, f"at least the versions, which are {WORD}"


def test_no_page_holds_an_inline_script_or_style(two_villages: Office) -> None:
    for name, _, answer in each_answer(two_villages):
        if answer["Content-Type"].startswith("text/html"):
            text = answer.content.decode()
            assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text), name
            assert not re.search(r"<script(?![^>]*\ssrc=)", text), name


def test_what_officials_see_is_kept_by_no_proxy(two_villages: Office) -> None:
    for name, client, answer in each_answer(two_villages):
        if "_auth_user_id" in client.session and answer["Content-Type"].startswith("text/html"):
            kept = answer.get("Cache-Control", "")
            assert "private" in kept or "no-store" in kept or answer.status_code == 404, name


def test_a_page_with_its_styles_is_light_enough_for_a_bad_line(two_villages: Office) -> None:
    heavy = {}
    for name, client, answer in each_answer(two_villages):
        if not answer["Content-Type"].startswith("text/html"):
            continue
        text = answer.content.decode()
        styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
        scripts = re.findall(r'<script[^>]*\ssrc="([^"]+)"', text)
        view = packed(answer.content) + sum(fetched(client, url) for url in styles)
        moving = sum(fetched(client, url) for url in scripts)
        if view > FIRST_VIEW or moving > SCRIPTS:
            heavy[name] = (view, moving)
        assert len(styles) >= 2, name
    assert heavy == {}


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def fetched(client: Client, url: str) -> int:
    """What travels for a style or script."""
    answer = client.get(url, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200, url
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    return len(answer.content)


@pytest.mark.parametrize("encoding", ["gzip", ""])
def test_a_page_travels_packed_where_the_browser_asks_for_it(two_villages: Office, encoding: str) -> None:
    answer = two_villages.client(who_sees("draf")).get(address("draf"), headers={"Accept-Encoding": encoding})
    assert answer.get("Content-Encoding", "") == encoding


def test_the_page_behind_a_link_is_light_too(two_villages: Office) -> None:
    member = two_villages.account("anggota-1")
    token = make_link(member.village, member.person, made_by="o013", draft="pelindungan-pmi")
    assert packed(Client().get(f"/t/{token}/").content) < 5_000
