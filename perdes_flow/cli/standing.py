"""One draft in full: where it stands, and its history."""

from perdes_flow.cli.answers import say, say_json, table
from perdes_flow.cli.session import desk
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.local_time import hari_tanggal, local_date
from perdes_flow.domain.values import sidik
from perdes_flow.domain.words import OFFICES, offices
from perdes_flow.messages.places import place_sentence
from perdes_flow.messages.review_facts import wording_sentence
from perdes_flow.messages.threads import hidden_words, old_words, shown_fact, shown_sentence
from perdes_flow.use_cases.desk import open_village
from perdes_flow.use_cases.reading import Standing, history, standing
from perdes_flow.use_cases.threads import hidden_comments
from perdes_flow.workflow.calendar import remaining
from perdes_flow.workflow.engine import DueView


def say_standing(draft_id: str, settings: Settings) -> None:
    """Stage, version, what is due, what the law brings about, open comments."""
    at = desk(settings)
    found = standing(at, draft_id)
    if settings.as_json:
        say_json(_standing_json(found))
        return
    draft = found.case.draft
    say(f"{draft.title}")
    say(f"Tahap: {found.state_label} sejak {hari_tanggal(draft.entered)}")
    if draft.latest:
        say(f"Versi {draft.latest.number}, sidik teks {sidik(draft.latest.text_sha256)}")
    for due in found.due:
        left = remaining(at.calendar, due.unit, due.date, found.case.today).text
        say(
            f"Tenggat: {due.what} oleh {offices(due.who)} sampai {hari_tanggal(due.date)} ({left}). Dasar: {due.law}."
        )
    for view in found.proposals:
        confirm = offices(view.transition.confirm)
        say(
            f"Diusulkan sistem: {view.transition.title}, karena tenggat lewat tanpa tindakan; "
            f"dikonfirmasi {confirm} dengan `perdes step {draft.id} {view.transition.id}`. "
            f"Dasar: {view.transition.law_text(found.case.procedure)}."
        )
    for comment in found.open_comments:
        answered = "dijawab" if comment.answer else "belum dijawab"
        now = _now(found, comment)
        place = f" versi {comment.version}, {now}" if now else ""
        say(
            f"Catatan {comment.number} pada {comment.address}{place} ({answered}): {hidden_words(comment) or comment.text}"
        )
    for suggestion in draft.open_suggestions:
        said = wording_sentence("\n".join(suggestion.old), "\n".join(suggestion.new))
        say(
            f"Usul {suggestion.number} pada {suggestion.address} versi {suggestion.version} (belum diputuskan): {said}"
        )


def _now(found: Standing, comment: Comment) -> str:
    """Where a comment of an older version is now; "" for one of the latest."""
    carried = found.carried.get(comment.number)
    return place_sentence(carried.placement, old_words(comment, carried.old_words)) if carried else ""


def say_history(draft_id: str, settings: Settings) -> None:
    """Every entry: number, date, office, what happened, first digits of its hash."""
    at = desk(settings)
    entries = history(at, draft_id)
    village, _, _ = open_village(at)
    hidden = hidden_comments(entries)
    if settings.as_json:
        say_json(
            [
                {
                    "seq": entry.seq,
                    "hash": entry.hash,
                    "at": entry.act.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "by": entry.act.by.person,
                    "role": entry.act.by.role.value,
                    "fact": shown_fact(entry.act.fact, hidden).model_dump(mode="json"),
                    "sentence": shown_sentence(entry.act.fact, hidden),
                }
                for entry in entries
            ]
        )
        return
    table(
        ("No.", "Tanggal", "Oleh", "Peristiwa", "Sidik"),
        [
            (
                str(entry.seq),
                local_date(entry.act.at, village.zone).isoformat(),
                OFFICES[entry.act.by.role],
                shown_sentence(entry.act.fact, hidden),
                entry.hash[:8],
            )
            for entry in entries
        ],
    )


def _standing_json(found: Standing) -> dict[str, object]:
    draft = found.case.draft
    return {
        "draft": draft.id,
        "title": draft.title,
        "state": draft.state,
        "state_label": found.state_label,
        "since": draft.entered.isoformat(),
        "version": draft.latest.number if draft.latest else None,
        "text_sha256": draft.latest.text_sha256 if draft.latest else None,
        "due": [_due_json(due) for due in found.due],
        "proposals": [view.transition.id for view in found.proposals],
        "open_suggestions": [suggestion.number for suggestion in draft.open_suggestions],
        "open_comments": [
            {
                "comment": c.number,
                "version": c.version,
                "address": c.address,
                "text": hidden_words(c) or c.text,
                "answered": c.answer is not None,
                "now": _now_json(found, c),
            }
            for c in found.open_comments
        ],
    }


def _now_json(found: Standing, comment: Comment) -> dict[str, object] | None:
    carried = found.carried.get(comment.number)
    if carried is None:
        return None
    place = carried.placement
    return {
        "status": place.status,
        "address": place.address,
        "old_words": old_words(comment, carried.old_words),
        "sentence": place_sentence(place, old_words(comment, carried.old_words)),
    }


def _due_json(due: DueView) -> dict[str, object]:
    return {
        "what": due.what,
        "who": [role.value for role in due.who],
        "date": due.date.isoformat(),
        "law": due.law,
        "estimated": due.estimated,
    }
