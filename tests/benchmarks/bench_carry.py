"""Carrying 500 comments from one draft of 100 pages to the next, against the redline of the same two.

Both from bytes to what a person asked for: the places of all comments (the gate for both files is in it), and the
proven redline with its list of changes, which every way to ask for one makes.

python tests/benchmarks/bench_carry.py      prints it for 1, 10 and 50 % changed, also against the file alone
"""

import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench_redline import _speed_docs
from ratio import Ratio, compare

from perdes_flow.legal.parser import parse
from perdes_flow.use_cases.carrying import FileComment, carry_between
from perdes_flow.use_cases.comparing import compare_files
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read

AT = datetime(2026, 1, 1, tzinfo=UTC)
PAGES, COMMENTS = 100, 500
CONTEXT = 32
LIMIT = 1.2  # × the redline with its list of changes; the goal is 1, measured 0.92


def measure(folder: Path) -> Ratio:
    """100 pages, 10 % changed."""
    return measured(folder, 10)


def measured(folder: Path, percent: int, *, file_alone: bool = False) -> Ratio:
    """`file_alone`: against the redline without its list of changes."""
    speed_docs = _speed_docs()
    speed_docs.make(str(folder), [PAGES], [percent], 1)
    old, new = ((folder / name).read_bytes() for name in (f"b{PAGES}.docx", f"b{PAGES}_{percent}.docx"))
    comments = random_comments(old, COMMENTS)
    return compare(
        f"{COMMENTS} comments, {PAGES} pages, {percent} % changed",
        lambda: carry_between(old, new, comments),
        lambda: _redlined(old, new, file_alone=file_alone),
        floor_name="the redline's file alone" if file_alone else "the redline with its list of changes",
        rounds=5,
        limit=None if file_alone else LIMIT,
    )


def _redlined(old: bytes, new: bytes, *, file_alone: bool) -> object:
    compared = compare_files(old, new, ("lama", "baru"), author="A", at=AT)
    return compared.redline.docx if file_alone else compared.redline.changes


def random_comments(docx: bytes, count: int, seed: int = 7) -> list[FileComment]:
    """Comments on words, ayat and Pasal all over a text."""
    rnd = random.Random(seed)
    naskah = parse(read(admit(docx)))
    body = [block for block in naskah.blocks if block.story == "body"]
    telling = [i for i, block in enumerate(body) if len(block.text) > 30]
    found = []
    for number in range(count):
        paragraph = rnd.choice(telling)
        text = body[paragraph].text
        words = text.split()
        first = rnd.randrange(max(1, len(words) - 4))
        quote = " ".join(words[first : first + 4])
        start = text.find(quote)
        found.append(
            FileComment(
                id=f"c{number}",
                level=rnd.choice(("words", "words", "ayat", "pasal")),
                paragraph=paragraph,
                start=max(0, start),
                end=max(0, start) + len(quote),
                quote=quote if start >= 0 else "",
                prefix=text[max(0, start - CONTEXT) : max(0, start)],
                suffix=text[max(0, start) + len(quote) :][:CONTEXT],
            )
        )
    return found


if __name__ == "__main__":
    for percent in (1, 10, 50):
        for alone in (False, True):
            with tempfile.TemporaryDirectory() as place:
                print(measured(Path(place), percent, file_alone=alone).text, flush=True)
