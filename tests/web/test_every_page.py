"""Every page of the table, looked at by a real browser: accessible, nothing cut off, nothing refused by its own policy.

The pages come from the table of routes: a new page is looked at without anybody saying so.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from web.browser import LAPTOP, PHONE, Screen
from web.conftest import Office
from web.test_routes import ANYBODY, PUBLISHED, REACHED_BY, WAITING, address

from perdes_flow.domain.values import Role
from perdes_flow.web.routes import ROUTES

Window = Callable[..., Screen]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = [route.name for route in ROUTES if not route.writes]
# what is not there in this walk: a page that says so (the token is none), and files that wait for nobody here
NOT_THERE = {"tautan", *WAITING, *PUBLISHED}


def violations(page: Any) -> list[str]:
    """What axe-core finds, one line each: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate("(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES)
    return [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def too_wide(page: Any) -> int:
    """By how many pixels the page runs over the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def who_sees(name: str) -> Role:
    """Somebody who may open the page; the chair of the BPD where he may."""
    who = REACHED_BY[name]
    return Role.KETUA_BPD if who == ANYBODY or Role.KETUA_BPD in who else sorted(who)[0]


def each_page(office: Office, window: Screen) -> Iterator[tuple[str, Any]]:
    """Every page, opened by somebody who may; pictures and files are none."""
    for name in NAMES:
        person = who_sees(name)
        answer = office.client(person).get(address(name), follow=True)
        assert answer.status_code == (404 if name in NOT_THERE else 200), name
        if name in WAITING or not answer["Content-Type"].startswith("text/html"):
            continue
        window.log_in(office.account(person))
        if name in NOT_THERE:
            window.foresee("status of 404", address(name))
        yield name, window.open(address(name))


@pytest.mark.parametrize("dark", [False, True])
def test_every_page_is_accessible(two_villages: Office, screen: Window, dark: bool) -> None:
    found = {
        name: said
        for name, page in each_page(two_villages, screen(PHONE, dark=dark))
        if (said := violations(page))
    }
    assert found == {}


def test_no_page_runs_over_the_screen_also_with_letters_twice_as_large(
    two_villages: Office, screen: Window
) -> None:
    over = {}
    for name, page in each_page(two_villages, screen(PHONE)):
        over[name] = too_wide(page)
        page.evaluate("document.documentElement.style.fontSize = '225%'")  # twice our 112.5 %
        over[f"{name}, twice as large"] = too_wide(page)
    for name, page in each_page(two_villages, screen(LAPTOP)):
        over[f"{name}, laptop"] = too_wide(page)
    assert {name: by for name, by in over.items() if by > 0} == {}


def test_these_tests_see_what_they_look_for(two_villages: Office, screen: Window) -> None:
    window = screen(PHONE)
    page = window.open("/masuk/")
    assert violations(page) == []
    page.evaluate("document.querySelector('label[for=sapaan]').remove()")
    assert any(line.startswith("label") for line in violations(page))
    page.evaluate("document.querySelector('h1').style.width = '500px'")
    assert too_wide(page) > 0
    with page.expect_console_message(lambda said: "inline style" in said.text):  # the policy refuses them
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    assert any("Content Security Policy" in said for said in window.complaints)
    window.foresee("Content Security Policy")
