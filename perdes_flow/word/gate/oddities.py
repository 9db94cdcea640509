"""What no program should write and Word yet opens: each reader may make something else of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from lxml import etree

from perdes_flow.word.gate.story import Story
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import W
from perdes_flow.word.package import Package

_LEVELS = 9
_MOST = 2**31 - 1
_MEASURE = re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi|%)?$", re.ASCII)


def oddities(package: Package, stories: Iterable[Story]) -> Iterator[Warning]:
    """Warnings about values out of range, broken tables, styles in a circle, and elements that are not Word's."""
    for story in stories:
        bad = next(chain(_bad_values(story.root), _bad_tables(story.root)), None)
        if bad is not None:
            yield Warning("BAD_VALUE", {"part": story.part, "text": bad})
        foreign = _FOREIGN(story.root)
        if foreign:
            yield Warning("FOREIGN_XML", {"part": story.part, "text": str(foreign)[:40]})
    yield from _bad_dates(package)
    yield from _style_circle(package)


# ---- values


def _bad_values(root: etree._Element) -> Iterator[str]:
    for element in root.iter(W + "ilvl", W + "numId", W + "sz", W + "szCs", W + "gridSpan"):
        value = element.get(W + "val", "")
        most = _LEVELS - 1 if element.tag == W + "ilvl" else _MOST
        if not _is_count(value, most) and not _is_measure(element, value):
            yield _named(element, value)
    for element in root.iter(W + "ind", W + "spacing"):
        for value in map(str, element.values()):
            if not _MEASURE.match(value) and value not in _WORDS:
                yield _named(element, value)
    for element in root.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"):
        if element.get(W + "date") is not None and not _is_date(element.get(W + "date", "")):
            yield _named(element, element.get(W + "date", ""))


_WORDS = frozenset({"auto", "exact", "atLeast", "true", "false", "on", "off"})


def _is_count(value: str, most: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= most


def _is_measure(element: etree._Element, value: str) -> bool:
    """Sizes of letters may carry a unit."""
    return (
        element.tag in (W + "sz", W + "szCs")
        and not value.startswith("-")
        and _MEASURE.match(value) is not None
    )


def _named(element: etree._Element, value: str) -> str:
    return f"{etree.QName(element).localname} = {value[:40]}"


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value.strip().replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def _bad_dates(package: Package) -> Iterator[Warning]:
    for part in core_properties(package):
        for element in package.tree(part):
            name = etree.QName(element).localname
            if name in ("created", "modified") and not _is_date(element.text or ""):
                yield Warning("BAD_VALUE", {"part": part, "text": f"{name} = {(element.text or '')[:40]}"})
                return


def core_properties(package: Package) -> tuple[str, ...]:
    """The parts with title, author and dates."""
    every = package.relationships().values()
    return tuple(
        r.target for r in every if r.short == "core-properties" and not r.external and package.has(r.target)
    )


# ---- tables and styles


def _bad_tables(root: etree._Element) -> Iterator[str]:
    for row in root.iter(W + "tr"):
        if row.find(f".//{W}tc") is None:
            yield "tr = kosong"
    for merge in root.iter(W + "vMerge"):
        if merge.get(W + "val", "continue") == "continue" and _is_in_first_row(merge):
            yield "vMerge = tanpa sel di atasnya"


def _is_in_first_row(merge: etree._Element) -> bool:
    row = next(merge.iterancestors(W + "tr"), None)
    return row is not None and next(row.itersiblings(W + "tr", preceding=True), None) is None


def _style_circle(package: Package) -> Iterator[Warning]:
    for part in package.related("styles")[:1]:
        bases = {
            style.get(W + "styleId", ""): base.get(W + "val", "")
            for style in package.tree(part).iter(W + "style")
            for base in style.iterfind(W + "basedOn")
        }
        name = _in_circle(bases)
        if name:
            yield Warning("STYLE_CYCLE", {"text": name[:40]})


def _in_circle(bases: Mapping[str, str]) -> str:
    """A style that is based on itself, perhaps over others; "" where there is none."""
    cleared: set[str] = set()
    for start in bases:
        path: set[str] = set()
        name = start
        while name in bases and name not in cleared:
            if name in path:
                return name
            path.add(name)
            name = bases[name]
        cleared |= path
    return ""


# ---- elements

# Elements outside Word's own namespaces, and elements inside a word, which some programs show and others do not.
_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "urn:schemas-microsoft-com:",
    "http://www.wps.cn/",
    "http://schemas.libreoffice.org/",
    "http://customooxmlschemas.google.com/",
)
_FOREIGN = etree.XPath(
    "name((//*[not("
    + " or ".join(f"starts-with(namespace-uri(), '{known}')" for known in _KNOWN)
    + ")] | //w:t/*)[1])",
    namespaces={"w": W[1:-1]},
)
