"""Where a file reaches outside: links that a person may click are shown, anything that Word fetches itself is refused."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.parts import Reference, is_address
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import VML, W
from perdes_flow.word.package import Package

_USUAL_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
# a template on the maker's own computer: nothing is fetched from elsewhere
_LOCAL_TEMPLATE = re.compile(r"(file:/{2,3})?[a-z]:[\\/]|[^\\/:]+$", re.IGNORECASE)


def check_references(references: Iterable[Reference]) -> tuple[Warning, ...]:
    """Warnings about links and templates; DocxRefused for what would be fetched."""
    links, found = [], []
    for reference in references:
        if not reference.external and not is_address(reference.target):
            continue
        if reference.kind == "hyperlink":
            links.append(reference.target)
        elif reference.kind == "attachedTemplate" and _LOCAL_TEMPLATE.match(reference.target):
            found.append(Warning("TEMPLATE", {"target": reference.target}))
        else:
            raise DocxRefused("EXTERNAL", {"target": reference.target})
    return (*found, *link_warnings(links))


def link_warnings(targets: Iterable[str]) -> Iterator[Warning]:
    """One warning for all usual links together, one for each other; links to a place in the text are none."""
    outside = [target for target in targets if not target.startswith("#")]
    usual = [target for target in outside if _USUAL_LINK.match(target)]
    if usual:
        yield Warning("LINK", {"count": len(usual), "target": usual[0]})
    for target in dict.fromkeys(target for target in outside if not _USUAL_LINK.match(target)):
        yield Warning("LINK_SCHEME", {"target": target})


def refuse_fetching_elements(package: Package, parts: Iterable[str]) -> None:
    """DocxRefused for addresses that stand in the text itself: pictures of old drawings, mail merge, sub-documents."""
    for part in parts:
        for element in package.tree(part).iter(*_FETCHING):
            target = _fetched(element)
            if target:
                raise DocxRefused("EXTERNAL", {"target": target})


_DRAWN = (VML + "imagedata", VML + "fill", VML + "stroke")
_FETCHING = (*_DRAWN, W + "mailMerge", W + "subDoc")


def _fetched(element: etree._Element) -> str:
    """The address that an element makes Word open; "" where it makes it open none."""
    if element.tag not in _DRAWN:
        source = element.find(W + "connectString")
        return source.get(W + "val", "?") if source is not None else str(element.tag).removeprefix(W)
    addresses = (element.get("src", ""), element.get("{urn:schemas-microsoft-com:office:office}href", ""))
    return next((address for address in addresses if is_address(address)), "")
