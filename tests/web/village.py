"""People of a village, each with a browser window that stays open; what they do is what they would tap."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from web.browser import LAPTOP, PHONE, Screen, press
from web.conftest import PIN, Office

from perdes_flow.domain.values import Role

PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
SCAN = {"name": "pindaian.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 bertanda tangan %%EOF"}
LETTER = {"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff surat \xff\xd9"}
ON_PHONES = frozenset({Role.KADES, "anggota-1", "anggota-2"})


def at(instant: str) -> None:
    """Some days later."""
    settings.PERDES_NOW = instant


class Village:
    """The people who work on one draft. `swapped`: those who had a phone have a laptop, and the other way round."""

    def __init__(
        self,
        office: Office,
        screen: Callable[..., Screen],
        draft: str,
        *,
        scripts: bool,
        swapped: bool = False,
    ) -> None:
        self._office, self._screen, self._scripts, self._swapped = office, screen, scripts, swapped
        self._windows: dict[Role | str, Screen] = {}
        self.draft, self.about = draft, f"/rancangan/{draft}/"

    def on(self, who: Role | str, path: str) -> Any:
        """The page in that person's window."""
        if who not in self._windows:
            window = self._screen(self._size(who), scripts=self._scripts)
            self._windows[who] = window.log_in(self._office.account(who))
        return self._windows[who].open(path)

    def _size(self, who: Role | str) -> tuple[int, int]:
        return PHONE if (who in ON_PHONES) != self._swapped else LAPTOP

    def hand_in(self, name: str) -> None:
        page = self.on(Role.PENYUSUN, f"{self.about}serah/")
        page.get_by_label("Berkas Word").set_input_files(PMI / name)
        press(page.get_by_role("button", name="Periksa berkas"))
        page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()
        press(page.get_by_role("button", name="Serahkan sebagai versi"))
        recorded(page, "tercatat: ")

    def paper(self, who: Role, where: str, kind: str, label: str, nomor: str = "") -> None:
        """Make an official paper from the record, on a page that offers it."""
        page = self.on(who, where)
        page.locator("summary", has_text=f": {label}").click()
        if nomor:
            page.locator(f"#nomor-{kind}").fill(nomor)
        press(page.get_by_role("button", name=f"Buat {label}", exact=True))
        recorded(page)

    def step(self, who: Role, step: str, title: str, nomor: str = "", pin: str = "", **papers: Any) -> None:
        page = self.on(who, f"{self.about}langkah/{step}/")
        for kind, file in papers.items():
            page.locator(f"#dokumen-{kind}").set_input_files(file)
        if nomor:
            page.locator("#nomor").fill(nomor)
        if pin:
            page.locator("#pin").fill(pin)
        press(page.get_by_role("button", name=title, exact=True))
        recorded(page)

    def open_meeting(self, who: Role, kind: str) -> Any:
        page = self.on(who, f"{self.about}musyawarah/mulai/")
        page.get_by_label("Musyawarah apa").select_option(kind)
        page.get_by_label("Pukul mulai").fill("19:30")
        press(page.get_by_role("button", name="Buka musyawarah"))
        recorded(page)
        return page

    def sit(self, page: Any, present: int, *, residents: int = 0, minutes: str) -> None:
        """Attendance of the first so many, and minutes."""
        for box in page.locator("input[name=hadir]").all()[:present]:
            box.check()
        if residents:
            page.get_by_label("Jumlah warga yang hadir").fill(str(residents))
        press(page.get_by_role("button", name="Simpan kehadiran"))
        recorded(page)
        page.locator("#isi-notulen").fill(minutes)
        press(page.get_by_role("button", name="Simpan notulen", exact=True))
        recorded(page)

    def close_meeting(self, page: Any, outcome: str) -> None:
        press(page.get_by_role("button", name="Tutup musyawarah"))
        page.get_by_text(f"Musyawarah sudah ditutup: {outcome}").wait_for()


def recorded(page: Any, words: str = "catatan no. ") -> None:
    """The page says what was recorded."""
    page.locator(".tercatat", has_text=words).first.wait_for(timeout=20_000)
    assert page.locator(".ringkasan-galat").count() == 0


def vote(village: Village, who: Role | str, room: str, choice: str) -> None:
    page = village.on(who, room)
    page.locator("#keputusan summary", has_text="Beri suara saya").click()
    page.locator("#keputusan").get_by_label(choice, exact=True).check()
    page.locator("#pin-suara").fill(PIN)
    press(page.locator("#keputusan").get_by_role("button", name="Kirim suara saya"))
    recorded(page)
