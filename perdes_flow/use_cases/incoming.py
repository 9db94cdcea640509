"""Comments of a returned Word file as facts: what is known already is not taken twice, whatever program saved the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from perdes_flow.domain import events as e
from perdes_flow.domain.comments import Comment
from perdes_flow.legal.anchoring import seek_at
from perdes_flow.legal.units import Naskah
from perdes_flow.use_cases.desk import Case
from perdes_flow.use_cases.pointing import WHOLE, folded
from perdes_flow.use_cases.word_threads import PROGRAM, said_in
from perdes_flow.word.comment_reading import Comment as WordComment
from perdes_flow.word.comment_reading import read_comments
from perdes_flow.word.package import Package
from perdes_flow.word.returning import Returned

Key = tuple[str, str]  # author and words: programs renumber comments and change their times


def comment_facts(
    case: Case, version: int, naskah: Naskah, returned: Returned, package: Package, own: Package
) -> Iterator[e.Fact]:
    """New comments, new replies to known ones, and what was marked as done; `own` is the version's file."""
    recorded = [_Known(_keys(case, c), c.quote, c) for c in case.draft.comments.values()]
    kept = [
        _Known([_key(c.author, c.text) for c in (root, *rest)], root.quote) for root, rest in threads_of(own)
    ]
    places = _Finder(version, naskah, returned, package)
    number = len(case.draft.comments)
    for root, replies in threads_of(package):
        known = _match(recorded, root) or _match(kept, root)
        new = _new_replies(replies, known, recorded)
        if known and known.comment:
            yield from _replies(known.comment.number, new)
            if root.resolved and known.comment.open and known.comment.answer:
                yield e.CommentResolved(comment=known.comment.number)
        elif not known or new:
            number += 1
            yield places.comment(number, root)
            yield from _replies(number, [r for r in replies if r.author != PROGRAM])
            if root.resolved:
                yield e.CommentResolved(comment=number)


def _new_replies(
    replies: Sequence[WordComment], known: "_Known | None", recorded: Sequence["_Known"]
) -> list[WordComment]:
    """Programs that lose threads make one of all that stand on the same words: a known comment among the replies, with
    those to itself behind it."""
    here, new = [known] if known else [], []
    for reply in replies:
        if reply.author == PROGRAM or any(thread.takes(reply) for thread in here):
            continue
        if other := _match(recorded, reply):
            here.append(other)
        else:
            new.append(reply)
    return new


def threads_of(package: Package) -> list[tuple[WordComment, list[WordComment]]]:
    """The threads of a file: the first comment, and what was replied."""
    found: dict[str, tuple[WordComment, list[WordComment]]] = {}
    comments = read_comments(package)
    for comment in comments:
        if not comment.parent:
            found[comment.id] = comment, []
    for comment in comments:
        if comment.parent:
            found[comment.parent][1].append(comment)
    return list(found.values())


@dataclass
class _Known:
    """A thread that is known: its words, the first comment's first; each can be met once."""

    keys: list[Key]
    quote: str
    comment: Comment | None = None
    met: bool = False
    replies: list[Key] = field(init=False)

    def __post_init__(self) -> None:
        self.replies = self.keys[1:]

    def takes(self, reply: WordComment) -> bool:
        key = _key(reply.author, reply.text)
        if key in self.replies:
            self.replies.remove(key)
            return True
        return False


def _match(known: Sequence[_Known], root: WordComment) -> _Known | None:
    """The thread that begins with these words, if possible on the same words of the text."""
    key = _key(root.author, root.text)
    alike = [one for one in known if not one.met and one.keys[0] == key]
    quotes = {folded(root.quote), folded(root.base_quote)}
    found = next((one for one in alike if folded(one.quote) in quotes), alike[0] if alike else None)
    if found:
        found.met = True
    return found


def _keys(case: Case, comment: Comment) -> list[Key]:
    return [_key(said.author, said.text) for said in said_in(case.village, comment)]


def _key(author: str, text: str) -> Key:
    return folded(author), folded(text)


def _replies(number: int, replies: Sequence[WordComment]) -> Iterator[e.ReplyReceived]:
    for reply in replies:
        yield e.ReplyReceived(
            comment=number, text=reply.text, word_author=reply.author, written_at=reply.written_at
        )


class _Finder:
    """Where a comment of the file is in the version."""

    def __init__(self, version: int, naskah: Naskah, returned: Returned, package: Package) -> None:
        self._version, self._naskah, self._returned = version, naskah, returned
        self._addresses = addresses_of(naskah)
        self._base = {c.id: c.block for c in read_comments(package, returned.base)}
        self._now = {c.id: c.block for c in read_comments(package, returned.now)}

    def comment(self, number: int, root: WordComment) -> e.CommentReceived:
        block = self._block(root)
        quote = self._quote(block, root) if block is not None else ""
        words = root.quote or root.base_quote
        return e.CommentReceived(
            comment=number,
            version=self._version,
            address=WHOLE if block is None else self._addresses.get(block, WHOLE),
            paragraph=block,
            quote=quote,
            occurrence=root.occurrence if quote == root.base_quote else 0,
            text=root.text,
            word_author=root.author,
            written_at=root.written_at,
            file_words=words if words != quote else "",
        )

    def _block(self, root: WordComment) -> int | None:
        base, now = self._base.get(root.id), self._now.get(root.id)
        found = self._returned.version_block.get(-1 if base is None else base)
        if found is not None or (base is None and now is None):
            return found
        return self._returned.behind(now)

    def _quote(self, block: int, root: WordComment) -> str:
        found = (q for q in (root.base_quote, root.quote) if q and seek_at(self._naskah, block, q))
        return next(found, "")


def addresses_of(naskah: Naskah) -> dict[int, str]:
    """Block -> the address of the narrowest unit around it."""
    return {block: str(naskah.address_of(unit)) for unit in naskah.walk() for block in unit.blocks}
