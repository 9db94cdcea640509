"""The body of a redline with all of its changes accepted, and with all of them rejected, read once for both.

Blocks that hold no change stand as they are. Plain paragraphs are settled by their bytes. The others are settled apart as
elements, with the block behind them, which takes in what a paragraph leaves whose mark goes.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import accumulate, groupby

from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.redline.plain_settling import Settled, settle_plain
from perdes_flow.word.redline.sheet import BLOCK_TAGS, CutStory, blocks_of, tag_of
from perdes_flow.word.redline.sources import sources
from perdes_flow.word.redline.splitting import places_of
from perdes_flow.word.redline.story import SECTION, Story
from perdes_flow.word.revisions import REVISIONS, Mode, drop, resolve

REVISION_TAGS = frozenset(tag.replace(W, "w:").encode() for tag in REVISIONS)


def settle(tree: etree._Element, mode: Mode) -> None:
    """Settle all changes of a part."""
    resolve(tree, mode)
    _drop_empty_tables(tree)


def _drop_empty_tables(tree: etree._Element) -> None:
    """A table without rows shows nothing, and no row of it could be marked."""
    for table in [t for t in tree.iter(W + "tbl") if t.find(".//" + W + "tr") is None]:
        drop(table)


class SettledStory(Story):
    """A body as it is when its changes are settled."""

    def __init__(
        self, body: CutStory, looks: list[bytes], known: Mapping[int, etree._Element], made: Iterable[bytes]
    ) -> None:
        """`known` are the children that are at hand as elements; `made` are those looks that are not in the body."""
        super().__init__(looks, *blocks_of(looks, range(len(looks))))
        self._body, self._known, self._made = body, dict(known), made

    @property
    def sections(self) -> list[int]:
        made = [look for look in self._made if SECTION in look]
        return places_of(self._body.cut.looks_with(SECTION).union(made), self.looks)

    def element(self, index: int) -> etree._Element:
        if index not in self._known:
            self._known[index] = self._body.parsed([self.looks[index]])[0]
        return self._known[index]


def both_ways(body: CutStory) -> dict[Mode, Story] | None:
    """The story of a body when all is accepted, and when all is rejected. None where it cannot be told apart."""
    changed = _changed(body)
    plain = {i: both for i in changed if (both := settle_plain(body.looks[i])) is not None}
    runs = list(_runs(body, changed, plain))
    apart = body.container_of(body.cut.children[i] for start, end in runs for i in range(start, end))
    found: dict[Mode, Story] = {}
    for which, mode in enumerate((Mode.ACCEPT, Mode.REJECT)):
        container = deepcopy(apart) if mode is Mode.ACCEPT else apart
        settled = _settled(container, [end - start for start, end in runs], mode)
        if settled is None:
            return None
        found[mode] = _woven(body, runs, settled, {i: both[which] for i, both in plain.items()})
    return found


def _changed(body: CutStory) -> set[int]:
    """The children that hold a change, or are one: none of those that stand in a file without changes, too."""
    tags = sorted(REVISION_TAGS & body.cut.tags)
    if not tags:
        return set()
    mark = re.compile(rb"<(?:%b)[\s/>]" % b"|".join(tags))
    return {i for i in body.cut.fresh if mark.search(body.looks[i])}


def _runs(
    body: CutStory, changed: Collection[int], plain: Mapping[int, Settled]
) -> Iterator[tuple[int, int]]:
    """The stretches of children to settle as elements: those that changed and are not plain, each with what follows
    up to the next block that stays."""
    inside: set[int] = set()
    for i in changed:
        if i in plain:
            continue
        inside.add(i)
        for k in range(i + 1, len(body.looks)):
            inside.add(k)
            if k in changed and k not in plain:
                break
            if k not in plain and tag_of(body.looks[k]) in _ENDS:
                break
    for _, places in groupby(enumerate(sorted(inside)), key=lambda place: place[1] - place[0]):
        run = [i for _, i in places]
        yield run[0], run[-1] + 1


_ENDS = BLOCK_TAGS | {b"w:sectPr"}


def _settled(
    container: etree._Element, sizes: Sequence[int], mode: Mode
) -> list[tuple[list[etree._Element], list[bytes]]] | None:
    """What becomes of each run of children; None where the last child of one is gone, so that they cannot be told apart."""
    before = list(container)
    lasts = [before[end - 1] for end in accumulate(sizes)]
    settle(container, mode)
    children, looks = list(container), sources(container)
    places = {child: i for i, child in enumerate(children)}
    found = []
    start = 0
    for last in lasts:
        # nothing follows the last run: there all that is left belongs to it
        end = len(children) if last is lasts[-1] else places.get(last, -1) + 1
        if end == 0:
            return None
        found.append((children[start:end], looks[start:end]))
        start = end
    return found


def _woven(
    body: CutStory,
    runs: Sequence[tuple[int, int]],
    settled: Sequence[tuple[list[etree._Element], list[bytes]]],
    plain: Mapping[int, bytes],
) -> Story:
    """All children in order, those that changed as they were settled."""
    apart = body.looks.copy()
    for i, look in plain.items():
        apart[i] = look
    looks: list[bytes] = []
    known: dict[int, etree._Element] = {}
    at = 0
    for (start, end), (inner, inner_looks) in zip(runs, settled, strict=True):
        looks += filter(None, apart[at:start])  # of some plain paragraphs nothing is left
        known.update(enumerate(inner, len(looks)))
        looks += inner_looks
        at = end
    looks += filter(None, apart[at:])
    made = [plain[i] for i in body.sections if i in plain]
    made += [look for _, inner_looks in settled for look in inner_looks]
    return SettledStory(body, looks, known, made)
