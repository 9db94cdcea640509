"""Pages that stand only at another stage, or look different there, under the same eyes as test_every_page.py.

In the CI run those that are there at one stage alone; in the nightly run every page at every stage.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from web.browser import PHONE, Screen
from web.conftest import DRAFT, VILLAGE, Office
from web.every_stage import STAGES, Standing, village_at
from web.test_every_page import NAMES, too_wide, violations, who_sees
from web.test_routes import address

from perdes_flow.domain.values import Role

AtStage = Callable[..., Office]
Window = Callable[..., Screen]
ABOUT, PUBLIC = f"/rancangan/{DRAFT}/", f"/desa/{VILLAGE}/"

# stage -> who looks at what
STANDING: dict[str, tuple[tuple[Role | None, str], ...]] = {
    "konsultasi_publik": (
        (None, PUBLIC),
        (None, f"{PUBLIC}rancangan/{DRAFT}/"),
        (Role.SEKDES, f"{ABOUT}masukan/"),
        (Role.KADES, f"{ABOUT}langkah/ajukan/"),
    ),
    "penetapan": ((Role.KADES, "/"), (Role.KADES, f"{ABOUT}penetapan/"), (Role.KADES, ABOUT)),
    "ditetapkan": ((Role.SEKDES, f"{ABOUT}penetapan/"), (Role.SEKDES, f"{ABOUT}langkah/undangkan/")),
    "berlaku": (
        (None, PUBLIC),
        (None, f"{PUBLIC}peraturan/"),
        (None, f"{PUBLIC}peraturan/{DRAFT}/"),
        (Role.SEKDES, f"{ABOUT}dokumen/"),
        (Role.SEKDES, f"{ABOUT}penetapan/"),
    ),
}


def wrong(page: Any) -> list[str]:
    """What axe-core finds, and by how much the page runs over the screen, as it is and twice as large."""
    found = violations(page)
    page.evaluate("document.querySelectorAll('details:not(.menu)').forEach((one) => (one.open = true))")
    found += [f"{by} px too wide" for by in [too_wide(page)] if by > 0]
    page.evaluate("document.documentElement.style.fontSize = '225%'")  # twice our 112.5 %
    found += [f"{by} px too wide, twice as large" for by in [too_wide(page)] if by > 0]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("stage", STANDING)
def test_a_page_of_one_stage_is_accessible_and_fits(
    office: AtStage, screen: Window, stage: str, dark: bool
) -> None:
    here, found = office(stage), {}
    for who, path in STANDING[stage]:
        window = screen(PHONE, dark=dark)
        if who is not None:
            window.log_in(here.account(who))
        page = window.open(path)
        assert "Halaman ini tidak ada" not in page.inner_text("body"), path
        found[path] = wrong(page)
    assert {path: said for path, said in found.items() if said} == {}


def pages_at(standing: Standing, window: Screen) -> Iterator[tuple[str, Any]]:
    for name in NAMES:
        person = who_sees(name)
        where = address(name, draft=standing.draft)
        answer = standing.office.client(person).get(where, follow=True)
        assert answer.status_code in (200, 404), name
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield name, window.log_in(standing.office.account(person)).open(where)


@pytest.mark.nightly
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_page_at_every_stage_is_accessible_and_fits(
    office: AtStage, screen: Window, stage: str, dark: bool
) -> None:
    standing = village_at(stage, office)
    found = {name: wrong(page) for name, page in pages_at(standing, screen(PHONE, dark=dark))}
    assert {name: said for name, said in found.items() if said} == {}
