"""One plain sentence for every refusal: what is wrong, and what to do."""

from perdes_flow import errors as e
from perdes_flow.messages import files
from perdes_flow.messages.fields import field_sentence
from perdes_flow.messages.forbidden import forbidden
from perdes_flow.messages.published import published
from perdes_flow.messages.reviewed import reviewed
from perdes_flow.messages.stored import rules, stored
from perdes_flow.messages.unknown import unknown


def refusal_sentence(refusal: e.Refusal) -> str:
    """What the person reads: one sentence, or one line for each unmet condition of a step."""
    match refusal:
        case e.DocxRefused(reason=reason, facts=facts):
            return files.sentence(reason, facts)
        case e.StepRefused():
            return _step(refusal)
        case e.ValueUnfit(what=what, value="", form=form):
            return f"{what} belum diisi; {form}."
        case e.ValueUnfit(what=what, value=value, form=form):
            return f"{what} “{value}” tidak sesuai; {form}."
        case e.FieldUnfit(field=field, value=value, problem=problem, limit=limit):
            return field_sentence(field, value, problem, limit)
        case e.RedlineNotProven(story=story):
            return (
                f"Perubahan pada {story} tidak dapat dibuktikan benar, jadi tidak dikeluarkan; "
                "simpan ulang kedua berkas dengan Word, lalu coba lagi."
            )
    said = unknown(refusal) or forbidden(refusal) or stored(refusal) or rules(refusal) or published(refusal)
    return said or reviewed(refusal)


def lacking_sentence(lacking: e.Lacking) -> str:
    """An unmet condition with its legal basis, if the law asks for it."""
    return f"{lacking.sentence} Dasar: {lacking.law}." if lacking.law else lacking.sentence


def _step(refusal: e.StepRefused) -> str:
    lines = [f"- {lacking_sentence(lacking)}" for lacking in refusal.missing]
    return "\n".join([f"Langkah {refusal.step} belum dapat dilakukan:", *lines])
