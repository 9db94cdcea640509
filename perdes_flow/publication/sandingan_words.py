"""What the views of a comparison say in the same words: how much changed, where a change is, which changes are renumbering."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from perdes_flow.legal.changes import Change
from perdes_flow.legal.sandingan import Passage

MECHANICAL: Final = frozenset({"renumbered", "reference"})

_COUNTED = {
    "changed": "berubah",
    "inserted": "ditambahkan",
    "deleted": "dihapus",
    "moved": "dipindahkan",
    "split": "dipecah",
    "merged": "digabung",
    "format": "berubah bentuk hurufnya",
}


def summary(changes: Sequence[Change]) -> str:
    """How much changed, in one sentence."""
    counts = ((sum(1 for c in changes if c.kind == kind), word) for kind, word in _COUNTED.items())
    said = [f"{count} {word}" for count, word in counts if count]
    numbers = sum(1 for change in changes if change.kind in MECHANICAL)
    if numbers:
        said.append(f"{numbers} hanya nomor atau rujukannya")
    return f"{', '.join(said)}." if said else "Tidak ada perubahan."


def new_address(change: Change) -> str:
    """Where the unit stands in the new text, "" where it does not."""
    if change.kind == "deleted":
        return ""
    return change.unit.rpartition(" -> ")[2].split(", ")[0]


def is_quiet(group: Iterable[Passage]) -> bool:
    """No words changed in it: numbers and formats at most."""
    return all(passage.kind in ("same", "renumbered", "format") for passage in group)


def shifted(changes: Iterable[Change]) -> str:
    """Which Pasal only bear another number now; neighbours that shifted alike together. "" where there are none."""
    runs: list[list[tuple[int, int]]] = []
    others: list[str] = []
    for change in changes:
        if change.kind != "renumbered":
            continue
        old, _, new = change.unit.partition(" -> ")
        numbers = _PASAL.fullmatch(old), _PASAL.fullmatch(new)
        if numbers[0] and numbers[1]:
            pair = int(numbers[0][1]), int(numbers[1][1])
            if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
                runs[-1].append(pair)
            else:
                runs.append([pair])
        else:
            others.append(f"{old} menjadi {new}")
    return "; ".join([*(_run(run) for run in runs), *others])


def _run(run: Sequence[tuple[int, int]]) -> str:
    (first, first_now), (last, last_now) = run[0], run[-1]
    if first == last:
        return f"Pasal {first} menjadi Pasal {first_now}"
    return f"Pasal {first} sampai Pasal {last} menjadi Pasal {first_now} sampai Pasal {last_now}"


_PASAL = re.compile(r"Pasal (\d+)")
