"""The penutup by its meaning: the two signature blocks, their dates, the gazette line."""

import re
from datetime import date

from perdes_flow.legal.dates import dates_in
from perdes_flow.legal.linting.case import Case


def block(case: Case, opening: str) -> list[str] | None:
    """The lines from "Ditetapkan di" (or "Diundangkan di") to the next block."""
    opens = re.compile(
        rf"Di\s?{opening.removeprefix('Di')}(?:\s+di\b|\s*:)", re.IGNORECASE
    )  # also "Di tetapkan"
    start = next((i for i, line in enumerate(case.closing) if opens.match(line)), None)
    if start is None:
        return None
    lines = [case.closing[start]]
    for line in case.closing[start + 1 :]:
        if re.match(r"D(?i:i\s?(?:tetap|undang)kan)(?:\s+di\b|\s*:)|LEMBARAN|BERITA|Lembaran|Berita", line):
            break
        lines.append(line)
    return lines


def day_after(case: Case, opening: str) -> date | None:
    lines = block(case, opening) or []
    return next((written.day for line in lines for written in dates_in(line) if written.day), None)


def gazette(case: Case) -> str | None:
    return next(
        (line for line in reversed(case.closing) if re.match(r"(?:LEMBARAN|BERITA)\b", line, re.IGNORECASE)),
        None,
    )
