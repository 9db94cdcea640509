"""perdes comments: every thread of a draft, to read here or in Word."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import write_output
from perdes_flow.cli.session import desk
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.local_time import local_date, tanggal
from perdes_flow.domain.village import Village
from perdes_flow.messages.places import place_sentence
from perdes_flow.messages.threads import condition_of, hidden_words, old_words
from perdes_flow.use_cases.signing import signature
from perdes_flow.use_cases.threads import Thread, threads
from perdes_flow.use_cases.word_threads import export_comments


@click.command(help="Semua catatan atas rancangan, dengan tanggapan, jawaban, keadaan, dan tempatnya kini.")
@click.argument("draft")
@click.option(
    "-o",
    "--out",
    metavar="HASIL.docx",
    help="Tulis versi terakhir dengan semua catatan sebagai komentar Word.",
)
@answering
def comments(settings: Settings, draft: str, out: str | None) -> None:
    if out:
        write_output(out, export_comments(desk(settings), draft))
        say(
            f"{out}: versi terakhir dengan semua catatan sebagai komentar Word; terima kembali dengan `perdes receive`."
        )
        return
    found = threads(desk(settings), draft)
    village = found.case.village
    if settings.as_json:
        say_json([thread_json(thread, village) for thread in found.threads])
        return
    if not found.threads:
        say("Belum ada catatan atas rancangan ini.")
    for thread in found.threads:
        _say_thread(thread, village)


def _say_thread(thread: Thread, village: Village) -> None:
    comment = thread.comment
    quote = f" “{comment.quote}”" if comment.quote and not comment.hidden else ""
    say(
        f"Catatan {comment.number} pada {comment.address}{quote}, versi {comment.version}: {condition_of(comment)}"
    )
    if thread.carried:
        say(f"  {place_sentence(thread.carried.placement, old_words(comment, thread.carried.old_words))}")
    if comment.file_words and not comment.hidden:
        say(f"  dalam berkasnya pada kata-kata: “{comment.file_words}”")
    say(f"  {_who(comment, village)}: {hidden_words(comment) or comment.text}")
    for reply in comment.replies:
        author = reply.word.author if reply.word and reply.word.author else signature(village, reply.by)
        text = hidden_words(comment) or reply.text
        say(f"  ↳ {author}, {tanggal(local_date(reply.at, village.zone))}: {text}")
    if comment.answer:
        say(
            f"  ↳ {signature(village, comment.answer.by)} menjawab “{comment.answer.outcome}”: {comment.answer.reason}"
        )
    if comment.aside:
        kind = "dihapus" if comment.erased else comment.aside.kind
        say(f"  {kind} oleh {signature(village, comment.aside.by)}: {comment.aside.reason}")
    if thread.receipt:  # of words that were erased there is none
        say(f"  Tanda terima {thread.receipt}")


def _who(comment: Comment, village: Village) -> str:
    day = tanggal(local_date(comment.at, village.zone))
    author = signature(village, comment.by)
    if comment.word and comment.word.author and comment.word.author != author:
        return f"{comment.word.author} (berkas Word dari {author}), {day}"
    return f"{author}, {day}"


def thread_json(thread: Thread, village: Village) -> dict[str, object]:
    """A thread for programs; the words of a hidden one are left out."""
    comment, carried = thread.comment, thread.carried
    masked = hidden_words(comment)
    return {
        "comment": comment.number,
        "version": comment.version,
        "address": comment.address,
        "quote": "" if masked else comment.quote,
        "text": masked or comment.text,
        "weight": comment.weight,
        "by": comment.by.person,
        "role": comment.by.role.value,
        "author": signature(village, comment.by),
        "word_author": comment.word.author if comment.word else None,
        "at": _at(comment),
        "open": comment.open,
        "condition": condition_of(comment),
        "resolved": comment.resolved,
        "answer": comment.answer
        and {
            "outcome": comment.answer.outcome,
            "reason": comment.answer.reason,
            "author": signature(village, comment.answer.by),
        },
        "replies": [
            {
                "author": signature(village, reply.by),
                "word_author": reply.word.author if reply.word else None,
                "text": masked or reply.text,
            }
            for reply in comment.replies
        ],
        "aside": comment.aside
        and {
            "kind": comment.aside.kind,
            "by": signature(village, comment.aside.by),
            "reason": comment.aside.reason,
        },
        "now": carried
        and {
            "status": carried.placement.status,
            "address": carried.placement.address,
            "old_words": "" if masked else carried.old_words,
        },
        "receipt": thread.receipt,
    }


def _at(comment: Comment) -> str:
    return comment.at.strftime("%Y-%m-%dT%H:%M:%SZ")
