"""What people should know of an accepted file: changes and comments left in it, text outside the body, hidden data."""

from collections.abc import Iterable, Iterator

from lxml import etree

from perdes_flow.word.gate.oddities import core_properties
from perdes_flow.word.gate.parts import Reference
from perdes_flow.word.gate.story import Story, words_in
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import DRAWING, MC, VML, W
from perdes_flow.word.numbering import Numbering
from perdes_flow.word.package import Package
from perdes_flow.word.reader import comments_in, revisions_open

_SHOWN = 60
_OFF = ("0", "false", "off")


def notices(package: Package, stories: Iterable[Story], references: Iterable[Reference]) -> Iterator[Warning]:
    """The warnings, each kind once."""
    stories = tuple(stories)
    yield from _counted("TRACKED", revisions_open(package))
    yield from _counted("COMMENTS", comments_in(package))
    yield from _counted("AUTO_NUMBER", _automatic_numbers(package, stories))
    yield from _shown("OUTSIDE_BODY", _outside_body(stories))
    yield from _shown("BRANCHES", _branches(stories))
    yield from _shown("DRAWN_TEXT", _drawn(package))
    yield from _shown("METADATA", _strange_properties(package))
    yield from _protected(package)
    yield from _hidden_parts(package, references)


def _counted(code: str, count: int) -> Iterator[Warning]:
    if count:
        yield Warning(code, {"count": count})


def _shown(code: str, texts: Iterable[str]) -> Iterator[Warning]:
    text = next((text for text in texts if text.strip()), "")
    if text:
        yield Warning(code, {"text": text.strip()[:_SHOWN]})


# ---- in the text


def _automatic_numbers(package: Package, stories: Iterable[Story]) -> int:
    numbering = Numbering(package)
    every = (paragraph for story in stories for paragraph in story.root.iter(W + "p"))
    return sum(1 for paragraph in every if numbering.place(paragraph) is not None)


def _outside_body(stories: Iterable[Story]) -> Iterator[str]:
    for story in stories:
        if story.kind == "body":
            yield from (words_in(box) for box in story.root.iter(W + "txbxContent"))
        else:
            yield from story.paragraphs


def _branches(stories: Iterable[Story]) -> Iterator[str]:
    """What a newer Word shows, where an older one shows something else."""
    for story in stories:
        for alternatives in story.root.iter(MC + "AlternateContent"):
            shown = [words_in(branch) for branch in alternatives if isinstance(branch.tag, str)]
            if len(set(shown)) > 1:
                yield next(text for text in shown if text)


def _drawn(package: Package) -> Iterator[str]:
    """Words in diagrams, charts and letter art: no part of the text that is read and hashed."""
    for name in package.parsed():
        for element in package.tree(name).iter(DRAWING + "t", VML + "textpath"):
            yield (element.text or "") if element.tag == DRAWING + "t" else element.get("string", "")


# ---- beside the text


def _strange_properties(package: Package) -> Iterator[str]:
    for part in core_properties(package):
        for element in package.tree(part):
            text = element.text or ""
            if any(sign in "<>" or not sign.isprintable() for sign in text.strip()):
                yield text


def _protected(package: Package) -> Iterator[Warning]:
    for part in package.related("settings")[:1]:
        for element in package.tree(part).iter(W + "documentProtection", W + "writeProtection"):
            if element.get(W + "enforcement", "1") not in _OFF:
                yield Warning("PROTECTED")
                return


def _hidden_parts(package: Package, references: Iterable[Reference]) -> Iterator[Warning]:
    references = tuple(references)
    data = [r.part for r in references if r.kind == "customXml" and _has_words(package, r.part)]
    if data:
        yield Warning("CUSTOM_XML", {"part": data[0], "count": len(data)})
    if any("_xmlsignatures/" in name for name in package.names()):
        yield Warning("SIGNED_PARTS")


def _has_words(package: Package, part: str) -> bool:
    """Data with text or values; what Word adds for an empty bibliography has none."""
    root: etree._Element = package.tree(part)
    return any((element.text or "").strip() for element in root.iter("*"))
