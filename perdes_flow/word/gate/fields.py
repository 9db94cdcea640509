"""Fields: texts that Word computes. Page numbers and cross-references may stay; what changes a rule by itself may not."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.links import link_warnings
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import W
from perdes_flow.word.package import Package

# Numbers of pages, lists of what stands elsewhere in the text, forms to fill in, and what is only said about the text.
_SAFE = frozenset(
    {
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT",
        "TOC", "TC", "TOA", "TA", "XE", "INDEX", "BIBLIOGRAPHY", "CITATION", "ADDIN", "HYPERLINK", "SYMBOL", "EQ", "=", "ADVANCE", "GOTOBUTTON", "BARCODE",
        "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SHAPE", "PRIVATE",
        "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "DOCPROPERTY", "FILENAME", "FILESIZE", "TEMPLATE", "REVNUM", "NUMWORDS", "NUMCHARS",
    }
)  # fmt: skip
# A date that is always today's: usual at the foot of a page, not in the text of a rule.
_DATES = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"})
_EDGES = frozenset({"header", "footer"})


def check_fields(package: Package, stories: Iterable[tuple[str, str]]) -> tuple[Warning, ...]:
    """Warnings about fields and the links in them; DocxRefused for one that computes or fetches text."""
    found: list[str] = []
    links: list[str] = []
    for story, part in stories:
        bookmarks = {
            mark.get(W + "name", "").upper() for mark in package.tree(part).iter(W + "bookmarkStart")
        }
        for code in _codes(package.tree(part)):
            name = _name_of(code)
            if name not in _SAFE and name not in bookmarks and not (name in _DATES and story in _EDGES):
                raise DocxRefused("FIELD", {"field": name or code.strip(), "part": part})
            found.append(name)
            links += [address for _, address in _LINK.findall(code)] if name == "HYPERLINK" else []
    safe = (
        [Warning("FIELD_SAFE", {"count": len(found), "field": ", ".join(sorted(set(found)))})]
        if found
        else []
    )
    return (*safe, *link_warnings(links))


_NAME = re.compile(r'\s*(=|[^\s\\"]+)')
# what follows HYPERLINK, unless it is a switch such as \l "place in the text"
_LINK = re.compile(r'HYPERLINK\s+("?)([^"\s\\][^"]*)', re.IGNORECASE)


def _name_of(code: str) -> str:
    found = _NAME.match(code)
    return found.group(1).upper() if found else ""


def _codes(root: etree._Element) -> Iterator[str]:
    """The code of every field; one whose first word comes out of another field is shown as "{}"."""
    open_codes: list[list[str] | None] = []
    for element in root.iter(*_FIELD_TAGS):
        if element.tag == W + "fldSimple":
            yield element.get(W + "instr", "")
        elif element.tag == W + "fldChar":
            yield from _turned(open_codes, element.get(W + "fldCharType", ""))
        elif open_codes and open_codes[-1] is not None:
            open_codes[-1].append(element.text or "")
    yield from ("".join(code) for code in open_codes if code)  # begun and never ended


_FIELD_TAGS = (W + "fldSimple", W + "fldChar", W + "instrText", W + "delInstrText")


def _turned(open_codes: list[list[str] | None], turn: str) -> Iterator[str]:
    """Keep track of open fields; a code is complete where its result begins. None stands for a field in its result."""
    if turn == "begin":
        if open_codes and open_codes[-1] is not None and not "".join(open_codes[-1]).strip():
            open_codes[-1].append("{}")
        open_codes.append([])
    elif turn in ("separate", "end") and open_codes:
        code = open_codes.pop()
        if code is not None:
            yield "".join(code)
        if turn == "separate":
            open_codes.append(None)
