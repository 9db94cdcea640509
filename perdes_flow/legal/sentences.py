"""A change as a person would say it to a neighbour: which unit, and what is different there."""

import re
from collections.abc import Callable

from perdes_flow.legal.difference import Stretch, difference

LONGEST = 90  # characters of a quotation


def sentence(unit: str, kind: str, old: str, new: str) -> str:
    """One Indonesian sentence. `unit` as in Change.unit; `old` and `new` are the words before and after."""
    before, _, after = unit.rpartition(" -> ")
    return _SENTENCES[kind](before or after, after, old, new)


def replaced(old: str, new: str) -> list[tuple[str, str]]:
    """The words that were replaced, as pairs of before and after; whole sums, dates and bracketed numbers together."""
    found: list[tuple[str, str]] = []
    told = (-1, -1)  # two words of one sum are one difference
    for group in _groups(difference(old, new)):
        start, end = _widened(old, group[0].old_start, group[-1].old_end)
        new_start, new_end = _widened(new, group[0].new_start, group[-1].new_end)
        pair = old[start:end].strip(" "), new[new_start:new_end].strip(" ")
        if pair[0] != pair[1] and (start, new_start) != told:
            found.append(pair)
        told = start, new_start
    return found


def _groups(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Neighbouring differences with nothing but a blank between them."""
    groups: list[list[Stretch]] = []
    near = False
    for stretch in stretches:
        if stretch.kept:
            near = near and stretch.old_end - stretch.old_start <= 1
        elif near:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
            near = True
    return groups


# a sum of money, a date, a number with its words: half of one says nothing
_WHOLE = re.compile(
    r"Rp\s?\d+(?:\.\d+)*(?:,\d+)?(?:\s*\([\w\s]+\))?|\d{1,2}\s(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)"
    r"(?:\s\d{4})?|[\d.,/]+\s*\([\w\s]+\)(?:\s(?:hari|bulan|tahun|kali|orang))?"
)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    for found in _WHOLE.finditer(text):
        if found.start() < end and start < found.end():
            start, end = min(start, found.start()), max(end, found.end())
    return start, end


def _quoted(text: str) -> str:
    short = text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"


def _pairs(old: str, new: str) -> str:
    said = []
    for before, after in replaced(old, new):
        if not before:
            said.append(f"ditambah {_quoted(after)}")
        elif not after:
            said.append(f"{_quoted(before)} dihapus")
        else:
            said.append(f"{_quoted(before)} menjadi {_quoted(after)}")
    if len(said) > MOST:
        said[MOST - 1 :] = [f"dan {len(said) - MOST + 1} perubahan lain"]
    return "; ".join(said)


MOST = 4  # differences that one sentence tells

# words that give or take a duty: whoever reads the list must not miss them
_DUTIES = re.compile(r"\b(wajib|harus|dapat|dilarang|berhak|berwenang|tidak)\b")


def _changed(_: str, unit: str, old: str, new: str) -> str:
    """The differences, and a warning where a duty, a right or a ban came or went."""
    said = f"{unit}: {_pairs(old, new) or 'tanda baca berubah'}."
    before, after = set(_DUTIES.findall(old)), set(_DUTIES.findall(new))
    if before != after:
        gone, come = sorted(before - after), sorted(after - before)
        said += (
            " Perhatikan: "
            + ", ".join(
                [f"kata “{word}” hilang" for word in gone] + [f"kata “{word}” muncul" for word in come]
            )
            + "."
        )
    return said


def _listed(addresses: str) -> str:
    names = addresses.split(", ")
    return " dan ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + ", dan " + names[-1]


_SENTENCES: dict[str, Callable[[str, str, str, str], str]] = {
    "inserted": lambda _, unit, __, new: f"{unit} ditambahkan: {_quoted(new)}.",
    "deleted": lambda _, unit, old, __: f"{unit} dihapus: {_quoted(old)}.",
    "moved": lambda was, now, _, __: (
        f"{was} dipindahkan." if was == now else f"{was} dipindahkan menjadi {now}."
    ),
    "renumbered": lambda was, now, _, __: f"{was} menjadi {now}, hanya nomornya.",
    "changed": _changed,
    "reference": lambda _, unit, old, new: f"{unit}: rujukan disesuaikan, {_pairs(old, new)}.",
    "split": lambda was, now, _, __: f"{was} dipecah menjadi {_listed(now)}.",
    "merged": lambda was, now, _, __: f"{_listed(was)} digabung menjadi {now}.",
    "format": lambda _, unit, __, ___: f"{unit}: bentuk hurufnya berubah, kata-katanya tidak.",
}
