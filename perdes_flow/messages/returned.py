"""What a Word file that came back is, in words."""

from typing import Protocol


class Look(Protocol):
    @property
    def version(self) -> int: ...

    @property
    def latest(self) -> int: ...

    @property
    def changes(self) -> int: ...

    @property
    def comments(self) -> int: ...

    @property
    def silent(self) -> int: ...

    @property
    def formats(self) -> int: ...

    @property
    def unchanged(self) -> bool: ...


def look_sentence(look: Look) -> str:
    """ "Versi 3, tidak berubah." or "Berkas ini berdasar versi 2, sudah ada versi 3: 4 perubahan, 6 komentar." """
    newer = f", sudah ada versi {look.latest}" if look.latest > look.version else ""
    if look.unchanged:
        return f"Versi {look.version}, tidak berubah{newer}."
    said = [
        f"Berkas ini berdasar versi {look.version}{newer}: {look.changes} perubahan, {look.comments} komentar."
    ]
    if look.silent:
        said.append(f"{look.silent} perubahan dibuat tanpa lacak perubahan; ditemukan dengan membandingkan.")
    if look.formats:
        said.append(f"{look.formats} perubahan bentuk huruf atau paragraf tidak dicatat sebagai usul.")
    return " ".join(said)
