"""Plain paragraphs, which are most of every regulation: text in runs and nothing else. Their redline is written as bytes.

What this writes says what `paragraphs.rewrite` and `marking.mark_block` would say, five times faster. Nothing is plain that
holds a section, or anything beside text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perdes_flow.legal.difference import Stretch
from perdes_flow.word.redline.content import Format, Formatted
from perdes_flow.word.redline.pen import Pen

FormatOf = Callable[[str], Format]  # the XML of a w:rPr, "" for none -> what it looks like


@dataclass(slots=True)
class PlainSpan(Formatted):
    """The text of one run. `properties` is the XML of its w:rPr."""

    properties: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph: its start tag, the XML of its w:pPr, its text and the runs of this."""

    start: str
    properties: str
    text: str
    spans: list[PlainSpan]


def read_plain(look: bytes, format_of: FormatOf) -> Plain | None:
    """A paragraph from its XML; None where it is not plain."""
    xml = look.decode()
    head = _HEAD.match(xml)
    if head is None or _BOUND.search(head[2] or ""):
        return None
    spans: list[PlainSpan] = []
    texts: list[str] = []
    at, length = head.end(), 0
    for run in _RUN.finditer(xml, at):
        properties, kept, text = run.group(1, 2, 3)
        if run.start() != at or not text or (not kept and text != text.strip()):
            return None
        if "&" in text:
            if "&#" in text:
                return None
            text = unescaped(text)
        end = length + len(text)
        spans.append(PlainSpan(length, end, format_of(properties or ""), properties or ""))
        texts.append(text)
        at, length = run.end(), end
    return Plain(head[1], head[2] or "", "".join(texts), spans) if xml[at:] == _END else None


def is_plain(look: bytes) -> bool:
    """Would `read_plain` read it? Asked where only that matters."""
    if b"<w:sectPr" in look or b"<w:rPr/>" in look or b" r:" in look:
        return False
    return _WHOLE.fullmatch(look) is not None


_WHOLE = re.compile(
    rb"<w:p(?: [^<>]*)?>(?:<w:pPr>(?>.*?</w:pPr>))?+"
    rb'(?:<w:r>(?:<w:rPr>(?>.*?</w:rPr>))?+<w:t(?: xml:space="preserve")?>[^<]*+</w:t></w:r>)*+</w:p>',
    re.DOTALL,
)
_HEAD = re.compile(r"(<w:p(?: [^<>]*)?>)(<w:pPr>(?>.*?</w:pPr>))?+", re.DOTALL)
_RUN = re.compile(
    r'<w:r>(<w:rPr>(?>.*?</w:rPr>))?+<w:t(?: xml:space="(preserve)")?>([^<]*)</w:t></w:r>', re.DOTALL
)
_BOUND = re.compile(r"<w:(?:sectPr|rPr/)| r:")
_END = "</w:p>"


def unescaped(text: str) -> str:
    """Text of XML in which signs are written by names."""
    for name, sign in _SIGNS:
        text = text.replace(name, sign)
    return text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_SPECIAL = re.compile("[&<>]")
_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def run_of(properties: str, tag: str, text: str) -> str:
    """A run with a text as it stands in XML. `tag` is "w:t" or "w:delText"."""
    kept = "" if text.strip() == text else ' xml:space="preserve"'
    return f"<w:r>{properties}<{tag}{kept}>{text}</{tag}></w:r>"


# ---- a paragraph that both files have


def edited(
    before: Plain,
    after: Plain,
    stretches: Sequence[Stretch],
    pen: Pen,
    author_of: Callable[[Stretch], str],
) -> str | None:
    """The runs of the redline of two plain paragraphs; None where words that both have changed their format."""
    runs = _Runs(pen)
    olds, news = _Cursor(before), _Cursor(after)
    for stretch in stretches:
        if stretch.kept:
            if not _put_kept(runs, olds.take(stretch.old_end), news.take(stretch.new_end)):
                return None
        elif stretch.old_end > stretch.old_start:
            runs.put("del", author_of(stretch), olds.take(stretch.old_end))
        else:
            runs.put("ins", author_of(stretch), news.take(stretch.new_end))
    return runs.done()


Piece = tuple[str, PlainSpan]


class _Cursor:
    """Hands out the text of a paragraph piece by piece."""

    def __init__(self, paragraph: Plain) -> None:
        self._text, self._spans = paragraph.text, paragraph.spans
        self._position = self._index = 0

    def take(self, end: int) -> list[Piece]:
        found = []
        while self._position < end:
            span = self._spans[self._index]
            stop = min(span.end, end)
            found.append((self._text[self._position : stop], span))
            self._position = stop
            self._index += stop == span.end
        return found


def _put_kept(runs: "_Runs", olds: list[Piece], news: list[Piece]) -> bool:
    """Write text that both have; False where it has two formats."""
    if len(olds) == len(news) == 1:
        if olds[0][1].format != news[0][1].format:
            return False
    elif _formats(olds) != _formats(news):
        return False
    runs.put("", "", news)
    return True


def _formats(pieces: list[Piece]) -> list[tuple[int, Format]]:
    """Where each format ends; neighbours of one format are one."""
    found: list[tuple[int, Format]] = []
    end = 0
    for text, span in pieces:
        end += len(text)
        if found and found[-1][1] == span.format:
            found.pop()
        found.append((end, span.format))
    return found


class _Runs:
    """Writes the runs of a paragraph; neighbours of one kind and author stand in one mark."""

    def __init__(self, pen: Pen) -> None:
        self._pen, self._xml, self._open = pen, [""], ("", "")

    def put(self, kind: str, author: str, pieces: list[Piece]) -> None:
        """Write pieces that are kept (""), deleted or inserted."""
        if (kind, author) != self._open:
            self._close()
            if kind:
                self._xml.append(self._pen.tag(kind, author=author) + ">")
            self._open = kind, author
        tag = "w:delText" if kind == "del" else "w:t"
        for text, span in pieces:
            self._xml.append(run_of(span.properties, tag, _escaped(text) if _SPECIAL.search(text) else text))

    def _close(self) -> None:
        if self._open[0]:
            self._xml.append(f"</w:{self._open[0]}>")

    def done(self) -> str:
        self._close()
        return "".join(self._xml)


# ---- a paragraph that came or went


def marked(look: bytes, start: bytes, kind: str, pen: Pen) -> bytes:
    """A plain paragraph that came ("ins") or went ("del") with its mark. `start` is the start tag that it gets."""
    xml = look.decode()
    head = _HEAD.match(xml)
    assert head is not None
    runs = xml[head.end() : -len(_END)]
    if runs:
        if kind == "del":
            runs = (
                runs.replace("<w:t>", "<w:delText>")
                .replace("<w:t ", "<w:delText ")
                .replace("</w:t>", "</w:delText>")
            )
        runs = f"{pen.tag(kind)}>{runs}</w:{kind}>"
    return f"{start.decode()}{_with_mark(head[2] or '', pen.tag(kind))}{runs}{_END}".encode()


def _with_mark(properties: str, tag: str) -> str:
    """The properties of a paragraph whose mark came or went."""
    if "<w:rPr>" in properties:
        return properties.replace("<w:rPr>", f"<w:rPr>{tag}/>", 1)
    inner = f"<w:rPr>{tag}/></w:rPr></w:pPr>"
    return properties.removesuffix("</w:pPr>") + inner if properties else "<w:pPr>" + inner
