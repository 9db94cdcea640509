"""Content controls whose text Word takes from elsewhere when it opens the file."""

from collections.abc import Iterable

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import W
from perdes_flow.word.package import Package

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
# Word's own stores for title, author, company … of its cover pages.
_PROPERTIES = frozenset(
    {
        "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
        "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}",
    }
)


def check_bindings(package: Package, parts: Iterable[str]) -> tuple[Warning, ...]:
    """A warning for controls that show the document's own properties; DocxRefused for those bound to other data."""
    found = 0
    for part in parts:
        for binding in package.tree(part).iter(W + "dataBinding", _W15 + "dataBinding"):
            if binding.get(W + "storeItemID", "").upper() not in _PROPERTIES:
                raise DocxRefused("BOUND_SDT", {"part": part})
            found += 1
    return (Warning("BOUND_SDT", {"count": found}),) if found else ()
