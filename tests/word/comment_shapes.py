"""Comments put into a Word file in the shapes that Word, Google Docs, ONLYOFFICE and WPS write, by hand for the tests.

LibreOffice needs no imitation: the tests run it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from perdes_flow.word.letters import Letters
from perdes_flow.word.names import RELATIONSHIP_TYPE, W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places

TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMESPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
PROGRAMS = ("word", "google", "onlyoffice", "wps")


@dataclass(frozen=True)
class Told:
    """A thread: the words it is on in a block, and who said what when; `done` for the whole of it."""

    block: int
    quote: str
    said: Sequence[tuple[str, str, str]]
    done: bool = False


def shaped(docx: bytes, program: str, threads: Sequence[Told]) -> bytes:
    """The file with these threads as that program writes them."""
    package = Package.open(docx)
    places = Places(package)
    comments, extended, ids, number = [], [], [], 0
    for thread in threads:
        numbers = list(range(number, number + len(thread.said)))
        number += len(numbers)
        said = [*thread.said]
        if program == "google" and thread.done:
            said.append((said[0][0], said[-1][1], "_Marked as resolved_"))
            numbers.append(number)
            number += 1
        _mark(places.paragraph(thread.block), thread.quote, numbers, nested=program == "word")
        for i, (one, (author, date, text)) in enumerate(zip(numbers, said, strict=True)):
            comments.append(_comment(program, one, author, date, text))
            parent = f' w15:paraIdParent="{_para(program, numbers[0])}"' if i else ""
            # Word marks the whole thread, the others its first comment only
            done = int(thread.done and (program == "word" or not i))
            para = _para(program, one)
            extended.append(f'<w15:commentEx w15:paraId="{para}"{parent} w15:done="{done}"/>')
            ids.append(
                f'<w16cid:commentId w16cid:paraId="{para}" w16cid:durableId="{0x2A000000 + one:08X}"/>'
            )
    _add(package, "comments", f"<w:comments {NAMESPACES}>{''.join(comments)}</w:comments>", RELATIONSHIP_TYPE)
    if program != "google":
        office = "http://schemas.microsoft.com/office/2011/relationships/"
        _add(
            package,
            "commentsExtended",
            f'<w15:commentsEx xmlns:w15="{W15}">{"".join(extended)}</w15:commentsEx>',
            office,
        )
    if program in ("word", "wps"):
        office = "http://schemas.microsoft.com/office/2016/09/relationships/"
        _add(
            package,
            "commentsIds",
            f'<w16cid:commentsIds xmlns:w16cid="{CID}">{"".join(ids)}</w16cid:commentsIds>',
            office,
        )
    if program == "word":
        office = "http://schemas.microsoft.com/office/2018/08/relationships/"
        _add(package, "commentsExtensible", f'<w16cex:commentsExtensible xmlns:w16cex="{CEX}"/>', office)
    return package.pack([package.main])


def _para(program: str, number: int) -> str:
    return f"{number + 1:08X}" if program == "onlyoffice" else f"{0x31A00000 + 17 * number:08X}"


def _comment(program: str, number: int, author: str, date: str, text: str) -> str:
    para = "" if program == "google" else f' w14:paraId="{_para(program, number)}"'
    sign = "<w:r><w:annotationRef/></w:r>" if program == "word" else ""
    style = {
        "word": '<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>',
        "wps": '<w:pPr><w:pStyle w:val="5"/></w:pPr>',
    }
    lines = text.split("\n")
    body = "".join(
        f"<w:p{para if i == len(lines) - 1 else ''}>{style.get(program, '')}{sign if not i else ''}"
        f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for i, line in enumerate(lines)
    )
    when = date.removesuffix("Z") if program == "wps" else date
    initials = "" if program in ("google", "onlyoffice") else f" w:initials={quoteattr(author[:1])}"
    return f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{when}"{initials}>{body}</w:comment>'


def _mark(paragraph: etree._Element, quote: str, numbers: Sequence[int], *, nested: bool) -> None:
    letters = Letters(paragraph)
    start = letters.text.index(quote)
    runs = letters.runs(start, start + len(quote))
    for number in numbers:
        runs[0].addprevious(_element("commentRangeStart", number))
    at = runs[-1]
    ends = [_element("commentRangeEnd", number) for number in numbers]
    signs = []
    for number in numbers:
        sign = etree.Element(W + "r")
        sign.append(_element("commentReference", number))
        signs.append(sign)
    order = [x for pair in zip(ends, signs, strict=True) for x in pair] if nested else [*ends, *signs]
    for element in order:
        at.addnext(element)
        at = element


def _element(name: str, number: int) -> etree._Element:
    return etree.Element(W + name, {W + "id": str(number)})


def _add(package: Package, name: str, xml: str, relationship: str) -> None:
    part = f"word/{name}.xml"
    package.add_part(part, xml.encode(), f"{TYPES}{name}+xml")
    package.add_relationship(package.main, relationship + name, part, external=False)
