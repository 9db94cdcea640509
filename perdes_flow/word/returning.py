"""What somebody did to a version in Word: every tracked change, and what was changed without tracking."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.difference import COME, GONE, list_difference
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.revisions import CHANGES, DELETED, INSERTED, Mode, resolve
from perdes_flow.word.text_form import plain_line
from perdes_flow.word.tracked_runs import Mark, mark_of, tracked_edits


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs of the version from block `first` on (`old`), and what stands in the returned file instead.

    No old ones: new paragraphs behind `first`. `silent`: Word did not track it; `authors`: as Word names them.
    """

    first: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    silent: bool = False
    authors: tuple[str, ...] = ()


class Returned:
    """A returned file beside the version that it was made from."""

    def __init__(self, version: Package, returned: Package) -> None:
        self._known = frozenset(_marks(version))
        self._package = returned
        self._old = Places(version).blocks
        self.now, self.base = Places(returned), Places(returned, self._undo_new)
        # block of the file before its tracked changes -> block of the version
        self.version_block: dict[int, int] = {}
        self.changes = tuple(sorted(self._changes(), key=lambda change: (change.first, not change.old)))
        self.formats = sum(1 for mark in _marks(returned, CHANGES) if mark not in self._known)

    def behind(self, block: int | None) -> int:
        """The block of the version that stands last before a block of the file as it is now, or in its place."""
        seen = 0
        for number in range((-1 if block is None else block) + 1):
            base = self.base.number_of(self.now.paragraph(number))
            seen = self.version_block.get(-1 if base is None else base, seen)
        return seen

    def _undo_new(self, tree: etree._Element) -> None:
        """Undo what was tracked since the version; what was open in it already counts as in its final state."""
        aside = [m for m in tree.iter(*DELETED, *INSERTED) if mark_of(m) not in self._known]
        tags = [str(mark.tag) for mark in aside]
        for mark in aside:
            mark.tag = "aside"
        resolve(tree, Mode.ACCEPT)
        for mark, tag in zip(aside, tags, strict=True):
            mark.tag = tag
        resolve(tree, Mode.REJECT)

    def _changes(self) -> Iterator[Change]:
        olds, bases = _telling(self._old), _telling(self.base.blocks)
        kinds = list_difference(
            [plain_line(self._old[i].text) for i in olds],
            [plain_line(self.base.blocks[i].text) for i in bases],
        )
        gone: list[int] = []
        for old, base in _steps(kinds, olds, bases):
            if len(old) == len(base):
                self.version_block.update(zip(base, old, strict=True))
                pairs = [change for i, j in zip(old, base, strict=True) for change in self._pair(i, j, gone)]
                yield from pairs
            else:
                self.version_block.update(dict.fromkeys(base, old[0] if old else self._last_before(base)))
                yield self._silent(old, base)
        yield from self._removed(gone)
        yield from self._added()

    def _pair(self, old: int, base: int, gone: list[int]) -> Iterator[Change]:
        """What became of one paragraph; those that were deleted as a whole are put into `gone`."""
        paragraph = self.base.paragraph(base)
        before, was = self._old[old].text, self.base.blocks[base].text
        number = self.now.number_of(paragraph)
        now = self.now.blocks[number].text if number is not None else ""
        if plain_line(before) != plain_line(was):
            yield Change(old, (before,), (now,) if now.strip() else (), True, self._authors(paragraph))
        elif not now.strip():
            gone.append(old)
        elif plain_line(now) != plain_line(was):
            edits = tracked_edits(paragraph, was, now, self._known) if before == was else ()
            for edit, authors in edits:
                new = before[: edit.start] + edit.text + before[edit.end :]
                yield Change(old, (before,), (new,), False, authors)
            if not edits:
                yield Change(old, (before,), (now,), False, self._authors(paragraph))

    def _silent(self, old: Sequence[int], base: Sequence[int]) -> Change:
        """Not as many paragraphs as before: what stands there now, as a whole."""
        numbers = [self.now.number_of(self.base.paragraph(i)) for i in base]
        new = tuple(self.now.blocks[n].text for n in numbers if n is not None)
        first = old[0] if old else self._last_before(base)
        lines = tuple(self._old[i].text for i in range(old[0], old[-1] + 1)) if old else ()
        return Change(first, lines, tuple(line for line in new if line.strip()), True)

    def _last_before(self, base: Sequence[int]) -> int:
        return next((self.version_block[i] for i in range(base[0] - 1, -1, -1) if i in self.version_block), 0)

    def _removed(self, gone: Sequence[int]) -> Iterator[Change]:
        """Paragraphs deleted in a row are one change."""
        telling = _telling(self._old)
        place = {block: i for i, block in enumerate(telling)}
        rows: list[list[int]] = []
        for block in gone:
            if rows and place[block] == place[rows[-1][-1]] + 1:
                rows[-1].append(block)
            else:
                rows.append([block])
        back = {old: base for base, old in self.version_block.items()}
        for row in rows:
            lines = tuple(self._old[i].text for i in range(row[0], row[-1] + 1))
            authors = [a for i in row for a in self._authors(self.base.paragraph(back[i]))]
            yield Change(row[0], lines, (), False, tuple(dict.fromkeys(authors)))

    def _added(self) -> Iterator[Change]:
        """Paragraphs inserted in a row are one change."""
        last, lines, authors = 0, list[str](), list[str]()
        for number in _telling(self.now.blocks):
            paragraph = self.now.paragraph(number)
            base = self.base.number_of(paragraph)
            if base is None:
                lines.append(self.now.blocks[number].text)
                authors += self._authors(paragraph)
                continue
            if lines:
                yield Change(last, (), tuple(lines), False, tuple(dict.fromkeys(authors)))
            lines, authors = [], []
            last = self.version_block.get(base, last)
        if lines:
            yield Change(last, (), tuple(lines), False, tuple(dict.fromkeys(authors)))

    def _authors(self, paragraph: etree._Element) -> tuple[str, ...]:
        marks = (m for m in paragraph.iter(*DELETED, *INSERTED) if mark_of(m) not in self._known)
        return tuple(dict.fromkeys(mark.get(W + "author", "") for mark in marks))


def likeness(version: Sequence[str], returned: Sequence[str]) -> float:
    """How many paragraphs two files share, 0 to 1, whatever their order."""
    left: dict[str, int] = {}
    for line in version:
        left[line] = left.get(line, 0) + 1
    shared = 0
    for line in returned:
        if left.get(line, 0):
            left[line] -= 1
            shared += 1
    return shared / max(len(version), len(returned), 1)


def blocks_before(package: Package) -> tuple[Block, ...]:
    """The blocks of a file as they were before all its tracked changes."""
    return Places(package, _reject).blocks


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """The paragraphs that say something, without headers and footers, as they are compared."""
    return [plain_line(blocks[i].text) for i in _telling(blocks)]


def _reject(tree: etree._Element) -> None:
    resolve(tree, Mode.REJECT)


def _telling(blocks: Sequence[Block]) -> list[int]:
    """Without headers and footers: programs repeat them for every section and order them as they like."""
    return [
        i
        for i, block in enumerate(blocks)
        if block.story not in ("header", "footer") and plain_line(block.text)
    ]


def _steps(
    kinds: Sequence[tuple[int, int]], olds: Sequence[int], bases: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The blocks of both that stand for each other: kept ones, and what came in the place of what went."""
    i = j = 0
    old: list[int] = []
    new: list[int] = []
    for kind, count in kinds:
        if kind == GONE:
            old += olds[i : i + count]
            i += count
        elif kind == COME:
            new += bases[j : j + count]
            j += count
        else:
            if old or new:
                yield old, new
                old, new = [], []
            yield olds[i : i + count], bases[j : j + count]
            i, j = i + count, j + count
    if old or new:
        yield old, new


def _marks(package: Package, tags: Sequence[str] = (*DELETED, *INSERTED, *CHANGES)) -> Iterator[Mark]:
    for _, part in package.stories():
        for mark in package.tree(part).iter(*tags):
            yield mark_of(mark)
