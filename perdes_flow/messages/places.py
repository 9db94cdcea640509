"""Where a comment on an older version is now, in words."""

from perdes_flow.legal.anchoring import Placement

_SHOWN = 80  # letters of the old wording that fit beside the place


def place_sentence(placement: Placement, old_words: str) -> str:
    """ "kini pada Pasal 10 ayat (1)", or why a person has to look, with the old wording."""
    was = f"bunyi lama: “{_short(old_words)}”"
    match placement.status:
        case "placed":
            return f"kini pada {placement.address}"
        case "doubtful":
            return f"diragukan, mungkin pada {placement.address}; {was}"
        case "orphan":
            near = (
                "" if placement.address == "Naskah" else f", yang tersisa di sekitarnya {placement.address}"
            )
            return f"tanpa tempat{near}; {was}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
