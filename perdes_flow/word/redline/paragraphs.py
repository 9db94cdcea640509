"""The redline of one paragraph: the words that went and came, the formats that changed, inside the new paragraph."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from perdes_flow.legal.difference import Stretch
from perdes_flow.word.names import XML, W
from perdes_flow.word.redline.carrying import Carrier
from perdes_flow.word.redline.content import Content, Mark, Span, attributes, is_silent
from perdes_flow.word.redline.pen import Pen

AuthorOf = Callable[[Stretch], str]


def rewrite(
    paragraph: etree._Element,
    old: Content,
    new: Content,
    stretches: Sequence[Stretch],
    pen: Pen,
    carrier: Carrier,
    author_of: AuthorOf,
) -> None:
    """Turn the new w:p into the redline of both contents, as far as the stretches reach.

    `carrier` makes things of the old package work in the new one; `author_of` names the author of a
    change ("" is the pen's own).
    """
    properties = paragraph.find(W + "pPr")
    paragraph[:] = [properties] if properties is not None else []
    first, last = stretches[0], stretches[-1]
    whole = last.new_end == len(new.text)
    marks = [m for m in new.marks if m.position >= first.new_start and (whole or m.position < last.new_end)]
    output = _Output(paragraph, pen, carrier, marks)
    before, after = _Cursor(old.spans, first.old_start), _Cursor(new.spans, first.new_start)
    for stretch in stretches:
        output.flush_marks(stretch.new_start, ends_only=True)
        if stretch.kept:
            _write_kept(output, before.take(stretch.old_end), after.take(stretch.new_end), stretch)
        elif stretch.old_end > stretch.old_start:
            for span, start, end in before.take(stretch.old_end):
                output.put_deleted(span, start, end, author_of(stretch))
        else:
            for span, start, end in after.take(stretch.new_end):
                output.put_inserted(span, start, end, author_of(stretch))
    output.flush_marks(last.new_end, ends_only=False)


def mark_whole(paragraph: etree._Element, name: str, pen: Pen, *, author: str = "") -> None:
    """All content of a paragraph becomes inserted, deleted or moved; its mark too. `name` is ins, del, moveFrom, moveTo."""
    _mark_inside(paragraph, name, pen, author)
    pen.mark_paragraph(paragraph, name, author=author)


def as_deleted(run: etree._Element) -> None:
    """Text that is deleted has other names."""
    for child in run:
        if child.tag == W + "t":
            child.tag = W + "delText"
        elif child.tag == W + "instrText":
            child.tag = W + "delInstrText"
        elif child.tag == W + "ruby":
            for inner in child.iter(W + "r"):
                as_deleted(inner)


_FIELD = W + "fldSimple"  # where its result alone goes, Word fills it anew
_RUN_LEVEL = frozenset((W + "r", W + "sdt"))
_PERMISSIONS = frozenset((W + "permStart", W + "permEnd"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WRAPPERS = frozenset(W + name for name in ("hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo"))
_LINKS = (_WRAPPERS - {_FIELD}) | _PERMISSIONS  # what a pen writes in another way where it marks around links


def _mark_inside(container: etree._Element, name: str, pen: Pen, author: str) -> None:
    mark: etree._Element | None = None
    inside = _RUN_LEVEL | _PERMISSIONS if pen.around_links else _RUN_LEVEL
    for child in list(container):
        pen.met_links = pen.met_links or child.tag in _LINKS
        if child.tag == _FIELD or (child.tag in _WRAPPERS and pen.around_links):
            _mark_around(child, name, pen, author)
            mark = None
        elif child.tag in _WRAPPERS:
            _mark_inside(child, name, pen, author)
            mark = None
        elif child.tag in inside or (isinstance(child.tag, str) and child.tag.startswith(_MATH)):
            if mark is None:
                mark = pen.mark(name, author=author)
                child.addprevious(mark)
            mark.append(child)
            if name == "del":
                for run in (child,) if child.tag == W + "r" else child.iter(W + "r"):
                    as_deleted(run)
        else:
            mark = None


def _mark_around(wrapper: etree._Element, name: str, pen: Pen, author: str) -> None:
    """A tracked change may hold no link, field or tag, but a control without properties, and that may hold them."""
    mark = pen.mark(name, author=author)
    wrapper.addprevious(mark)
    if wrapper.tag in _NOT_IN_MARKS:
        mark = etree.SubElement(etree.SubElement(mark, W + "sdt"), W + "sdtContent")
    mark.append(wrapper)
    if name == "del":
        for run in wrapper.iter(W + "r"):
            as_deleted(run)


_NOT_IN_MARKS = _WRAPPERS - {W + "dir", W + "bdo"}


# ---- reading both sides in step


class _Cursor:
    """Hands out the spans of a content piece by piece."""

    def __init__(self, spans: list[Span], start: int) -> None:
        self._spans, self._position = spans, start
        self._index = next((i for i, span in enumerate(spans) if span.end > start), len(spans))

    def take(self, end: int) -> Iterator[tuple[Span, int, int]]:
        while self._position < end:
            span = self._spans[self._index]
            start, stop = self._position, min(span.end, end)
            self._position = stop
            if stop == span.end:
                self._index += 1
            yield span, start, stop


def _write_kept(
    output: "_Output",
    before: Iterator[tuple[Span, int, int]],
    after: Iterator[tuple[Span, int, int]],
    stretch: Stretch,
) -> None:
    """Text that both have; where link or control around it differ it is replaced, where the format differs that is noted."""
    shift = stretch.new_start - stretch.old_start
    olds = list(before)
    at = 0
    for span, start, end in after:
        place = start
        while place < end:
            old, _, old_end = olds[at]
            stop = min(end, old_end + shift)
            if old.context != span.context:
                output.put_deleted(old, place - shift, stop - shift, "")
                output.put_inserted(span, place, stop, "")
            else:
                output.put_kept(span, place, stop, old)
            place = stop
            if stop == old_end + shift:
                at += 1


# ---- writing


class _Output:
    """Fills a paragraph from left to right and keeps the links, fields and controls open that are needed."""

    def __init__(self, paragraph: etree._Element, pen: Pen, carrier: Carrier, marks: list[Mark]) -> None:
        self._pen, self._carrier = pen, carrier
        self._marks, self._next_mark = marks, 0
        self._open: list[tuple[etree._Element, etree._Element, str]] = []  # wrapper, where to write, its key
        self._paragraph = paragraph
        self._mark: etree._Element | None = None
        self._mark_kind: tuple[str, str] = ("", "")

    def put_kept(self, span: Span, start: int, end: int, old: Span) -> None:
        self.flush_marks(start, ends_only=False)
        self._mark = None
        node = self._write(self._enter(span.path, span.context), span, start, end)
        if span.format != old.format and node.tag == W + "r" and old.element.tag == W + "r":
            self._note_format(node, old.element)

    def put_inserted(self, span: Span, start: int, end: int, author: str) -> None:
        self.flush_marks(start, ends_only=False)
        mark = self._marked(self._enter(span.path, span.context), "ins", author)
        self._write(mark, span, start, end)

    def put_deleted(self, span: Span, start: int, end: int, author: str) -> None:
        if tuple(key for _, _, key in self._open if key) != span.context:
            place = self._enter(span.path, span.context, foreign=True)
        else:
            place = self._open[-1][1] if self._open else self._paragraph
        self._write(self._marked(place, "del", author), span, start, end, foreign=True)

    def _write(
        self, place: etree._Element, span: Span, start: int, end: int, *, foreign: bool = False
    ) -> etree._Element:
        """Put the run (or thing) that shows a part of a span at a place; `foreign` ones are deleted and come as copies."""
        whole = span.alone and start == span.start and end == span.end
        if span.child is None or (whole and not (foreign and span.child.tag == _TEXT)):
            node = self._carrier.carry(span.element) if foreign else span.element
            if foreign:
                as_deleted(node)
            place.append(node)
            return node
        run = etree.SubElement(place, W + "r")
        properties = span.element.find(W + "rPr")
        if properties is not None:
            run.append(self._carrier.carry(properties) if foreign else deepcopy(properties))
        if span.child.tag == _TEXT:
            edges = start == span.start, end == span.end
            text = (span.child.text or "")[start - span.start : end - span.start]
            _write_text(run, _DELETED_TEXT if foreign else _TEXT, text, _loose(span.child, text, *edges))
        else:
            run.append(self._carrier.carry(span.child) if foreign else deepcopy(span.child))
            if foreign:
                as_deleted(run)
        return run

    def flush_marks(self, position: int, *, ends_only: bool) -> None:
        """Write the bookmarks and ranges up to here; what begins here comes behind what was deleted here."""
        while self._next_mark < len(self._marks):
            mark = self._marks[self._next_mark]
            begins = mark.element.tag.endswith("Start") or mark.element.tag == W + "r"
            if mark.position > position or (ends_only and begins and mark.position == position):
                return
            path = tuple(p for p in mark.path if any(p is wrapper for wrapper, _, _ in self._open))
            self._enter_known(path).append(mark.element)
            self._next_mark += 1
            self._mark = None

    def _marked(self, place: etree._Element, name: str, author: str) -> etree._Element:
        """The w:ins or w:del at a place to write in: the last one, or a new one."""
        if self._mark is None or self._mark_kind != (name, author) or self._mark.getparent() is not place:
            self._mark, self._mark_kind = self._pen.mark_in(place, name, author=author), (name, author)
        return self._mark

    def _note_format(self, run: etree._Element, old_run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            run.insert(0, properties)
        self._pen.change(properties, old_run.find(W + "rPr"))

    def _enter_known(self, path: tuple[etree._Element, ...]) -> etree._Element:
        del self._open[len(path) :]
        return self._open[-1][1] if self._open else self._paragraph

    def _enter(
        self, path: tuple[etree._Element, ...], context: tuple[str, ...], *, foreign: bool = False
    ) -> etree._Element:
        """The place to write for a path of wrappers, opened where it is not open; `foreign` ones come from the old package."""
        if not path and not self._open:
            return self._paragraph
        depth = 0
        while depth < min(len(path), len(self._open)) and self._open[depth][0] is path[depth]:
            depth += 1
        if depth < len(self._open):
            del self._open[depth:]
            self._mark = None
        place = self._open[-1][1] if self._open else self._paragraph
        keys = list(context)
        named = sum(1 for _, _, key in self._open if key)
        for wrapper in path[depth:]:
            silent = is_silent(wrapper)
            key = "" if silent else keys[named]
            named += not silent
            place = self._shell(wrapper, place, foreign)
            self._open.append((wrapper, place, key))
            self._mark = None
        return place

    def _shell(self, wrapper: etree._Element, place: etree._Element, foreign: bool) -> etree._Element:
        """An empty copy of a wrapper, with its properties."""
        shell = self._carrier.adapt(_emptied(wrapper)) if foreign else _emptied(wrapper)
        place.append(shell)
        if wrapper.tag == W + "sdt":
            return etree.SubElement(shell, W + "sdtContent")
        return shell


_PROPERTIES = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"))


def _emptied(wrapper: etree._Element) -> etree._Element:
    shell = etree.Element(wrapper.tag, dict(attributes(wrapper)))
    shell.extend(deepcopy(child) for child in wrapper if child.tag in _PROPERTIES)
    return shell


_TEXT, _DELETED_TEXT = W + "t", W + "delText"


def _write_text(run: etree._Element, tag: str, text: str, loose: tuple[int, int]) -> None:
    """`loose` blanks at both ends stand apart, so that Word goes on leaving them out."""
    first, last = loose[0], len(text) - loose[1]
    for piece, is_loose in ((text[:first], True), (text[first:last], False), (text[last:], True)):
        if piece:
            element = etree.SubElement(run, tag)
            element.text = piece
            if not is_loose and (piece[:1].isspace() or piece[-1:].isspace()):
                element.set(XML + "space", "preserve")


def _loose(child: etree._Element, text: str, at_start: bool, at_end: bool) -> tuple[int, int]:
    """How many blanks at both ends Word does not show: those at the ends of a text that does not ask to keep them."""
    if child.get(XML + "space") == "preserve" or not text or not (text[0].isspace() or text[-1].isspace()):
        return 0, 0
    lead = len(text) - len(text.lstrip()) if at_start else 0
    trail = len(text) - len(text.rstrip()) if at_end and lead < len(text) else 0
    return lead, trail
