"""PD-80, PD-81 and PD-87: what the Word file shows and the text does not. Silent where only a text is known.

No law of villages names a font or a paper: that is custom, and each kabupaten may set its own (Layout).
"""

from collections.abc import Iterator
from itertools import chain

from perdes_flow.legal.linting.case import WHOLE, Case
from perdes_flow.legal.linting.file_facts import FileFacts, Paper, Spot
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Found, Severity
from perdes_flow.legal.linting.rule import rule

_NOTICEABLE = 0.02  # of all letters
_TOLERANCE_MM = 2
_SHOWN = 60


@rule("PD-80", source="", severity=WARNING)
def usual_font(case: Case) -> Iterator[Found]:
    if not case.file or not case.file.fonts:
        return
    layout, fonts = case.layout, case.file.fonts
    due = f"{layout.font} {layout.size_points:g}"
    main = fonts[0]
    if (main.name.casefold(), main.size_points) != (layout.font.casefold(), layout.size_points):
        shown = f"{main.name} {main.size_points:g}"
        yield Found(WHOLE, f"Naskah ditulis dengan huruf {shown}.", f"Gunakan {due}.")
        return
    letters = sum(font.letters for font in fonts)
    for font in fonts[1:]:
        if font.name.casefold() != layout.font.casefold() and font.letters > _NOTICEABLE * letters:
            message = f"Sebagian naskah ditulis dengan huruf {font.name}."
            yield Found(_at(case, font.block), message, f"Gunakan {layout.font}.")
            return


@rule("PD-81", source="", severity=INFO)
def usual_paper(case: Case) -> Iterator[Found]:
    if not case.file:
        return
    layout = case.layout
    due = f"{layout.width_mm} × {layout.height_mm} mm"
    for paper in dict.fromkeys(case.file.papers):
        if not _same(paper, layout.width_mm, layout.height_mm) and not _same(
            paper, layout.height_mm, layout.width_mm
        ):
            message = f"Ukuran kertas {paper.width_mm} × {paper.height_mm} mm."
            yield Found(WHOLE, message, f"Gunakan kertas {due}.")
    if case.file.papers and case.file.papers[0].width_mm > case.file.papers[0].height_mm:
        yield Found(
            WHOLE, "Halaman pertama melintang.", "Gunakan halaman tegak; hanya lampiran boleh melintang."
        )


def _same(paper: Paper, width_mm: int, height_mm: int) -> bool:
    return (
        abs(paper.width_mm - width_mm) <= _TOLERANCE_MM and abs(paper.height_mm - height_mm) <= _TOLERANCE_MM
    )


@rule("PD-87", source="", severity=ERROR)
def nothing_left_in_the_file(case: Case) -> Iterator[Found]:
    """What waits for somebody while a draft is in work has to be gone when it is agreed."""
    if not case.file:
        return
    severity = ERROR if case.is_agreed else INFO
    counted = (
        (case.file.revisions, "perubahan terlacak yang terbuka", "Terima atau tolak semuanya."),
        (case.file.comments, "komentar", "Selesaikan, lalu hapus dari berkas."),
    )
    for count, what, fix in counted:
        if count:
            yield Found(WHOLE, f"Berkas masih memuat {count} {what}.", fix, severity=severity)
    yield from _spots(case, case.file, severity)


def _spots(case: Case, file: FileFacts, severity: Severity) -> Iterator[Found]:
    worse = ERROR if case.is_agreed else WARNING
    left = chain(
        ((spot, "Teks bersorot warna", "Hapus sorotannya.", severity) for spot in file.highlighted),
        ((spot, "Teks tersembunyi", "Perlihatkan atau hapus.", worse) for spot in file.hidden),
        ((spot, "Rujukan otomatis yang rusak", "Tulis rujukannya.", worse) for spot in file.broken_fields),
    )
    for spot, what, fix, grave in left:
        yield Found(
            _at(case, spot.block), f"{what}: “{spot.words[:_SHOWN]}”.", fix, _quote(spot), None, grave
        )


def _quote(spot: Spot) -> str:
    return " ".join(spot.words.split())


def _at(case: Case, block: int) -> str:
    """The address of the unit that a block belongs to."""
    return case.address_by_block.get(block, WHOLE)


RULES = (usual_font, usual_paper, nothing_left_in_the_file)
