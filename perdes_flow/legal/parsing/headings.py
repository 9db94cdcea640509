"""Whether a line that looks like a heading is one, given what stands before and after it."""

import re

from perdes_flow.legal.parsing.ayat import read_spelt_ayat
from perdes_flow.legal.parsing.lines import (
    Heading,
    Line,
    is_dangling,
    is_finished,
    read_heading,
    read_number,
    starts_sentence,
)
from perdes_flow.legal.parsing.odd_headings import read_in_two, read_odd, with_whole_number


def heading_here(
    line: Line,
    following: list[Line],
    *,
    before: str,
    reached: int,
    reached_bab: int,
    in_listing: bool,
) -> Heading | None:
    """The heading that the line is; None where its words belong to the text.

    before      the end of the text above it, "" below another heading
    reached     the number of the Pasal read last, 0 for none
    reached_bab the number of the Bab read last, 0 for none
    in_listing  the lines above are listed below a colon, e.g. the chapters of an annexed plan
    """
    found = read_heading(line.text) or read_in_two(line, following)
    if not found:
        odd = read_odd(line.text)
        return odd if odd and _is_odd(odd, line, following, before, reached, reached_bab) else None
    if found.manner == "in two":
        following = following[1:]
    if found.kind == "pasal":
        found = with_whole_number(found, due=reached + 1)
        return found if _is_pasal(found, line, following, before, reached) else None
    if line.automatic or (line.centred and not is_dangling(before)):
        return found
    if found.kind == "bab" and (in_listing or before.endswith(":")):
        listed = read_heading(before) if in_listing else None
        due = (
            reached_bab + 1 if reached_bab or not reached else 0
        )  # a text without Bab has none after its Pasal
        if (listed and listed.bab == (found.bab or 0) - 1) or found.bab != due:
            return None  # one of the chapters that the text lists: "terdiri atas: BAB I … BAB II …"
    ended = is_finished(before) and not before.endswith(":")
    return found if _leads_to_pasal(following) or (ended and not in_listing) else None


SECTIONS = 40  # lines that may stand below one chapter in a list of chapters


def chapter_listed_last(above: list[str]) -> str:
    """The last chapter that lines list, whatever sections stand below it; "" where they list none."""
    return next((text for text in reversed(above) if (found := read_heading(text)) and found.bab), "")


def _is_odd(
    heading: Heading, line: Line, following: list[Line], before: str, reached: int, reached_bab: int
) -> bool:
    """Where a reference has the same look, the text above must have come to its end, and what follows must begin anew."""
    if is_dangling(before) or before.endswith(","):
        return False
    ended = line.centred or (is_finished(before) and not before.endswith(":"))
    if heading.kind != "pasal":
        is_next = heading.kind != "bab" or heading.bab == reached_bab + 1
        return ended and is_next and starts_sentence(heading.rest) and _leads_to_pasal(following)
    if heading.rest:
        return _is_pasal(heading, line, following, before, reached)
    is_next = heading.value == reached + 1
    if (line.text.endswith(".") and not is_next) or not following:
        return False
    first = following[0].text
    begins = starts_sentence(first) or read_number(first) is not None or read_spelt_ayat(first) is not None
    return begins and (is_next or (heading.value or 0) >= reached) and (ended or first.startswith("(1)"))


def _is_pasal(heading: Heading, line: Line, following: list[Line], before: str, reached: int) -> bool:
    is_next = heading.value == reached + 1
    if heading.manner == "misread" and not is_next:
        return False
    if not heading.rest:
        cut = (is_dangling(before) or before.endswith(",")) and not (line.automatic or line.centred)
        if not cut:
            return True
        ends = line.text.endswith((".", ":"))  # the end of the sentence above, not a heading
        return is_next and not ends and bool(following) and starts_sentence(following[0].text)
    begins = heading.rest[0] == "(" or heading.rest[0].isupper()
    return is_next and is_finished(before) and begins and not _CITES.match(heading.rest)


_CITES = re.compile(
    r"(?:ayat|huruf|angka|Undang|Peraturan(?!\s+(?:Bersama\s+)?(?:Kepala\s+)?Desa\s+ini\b)|Keputusan|Instruksi|Kitab|Konvensi|UUD)\b"
)


def _leads_to_pasal(following: list[Line]) -> bool:
    """Within the next lines, with nothing but titles between, a Pasal comes."""
    for line in following:
        heading = read_heading(line.text) or read_odd(line.text)
        if heading and heading.kind == "pasal" and not (heading.manner == "odd" and heading.rest):
            return True
        if not heading and _is_sentence(line.text):
            return False
    return False


def _is_sentence(text: str) -> bool:
    return bool(read_number(text)) or text[:1].isdigit() or text.endswith((".", ";", ":"))
