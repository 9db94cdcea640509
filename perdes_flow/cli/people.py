"""People as they are typed on the command line."""

from perdes_flow.domain.events.meetings import Guest
from perdes_flow.errors import ValueUnfit

_SHOWN = 60  # letters of what was typed


def names(text: str) -> tuple[str, ...]:
    """Nicknames between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def guest(text: str) -> Guest:
    """ "Siti Aminah; keluarga PMI; P": a name, whom he or she stands for, L or P; the last two may be left out."""
    name, unsur, sex, *rest = [*(part.strip() for part in text.split(";")), "", ""]
    try:
        if any(rest):
            raise ValueError(rest)
        return Guest.model_validate({"name": name, "unsur": unsur, "sex": sex or None})
    except ValueError as error:  # pydantic's ValidationError is one
        form = "tulis nama; unsur; L atau P, misalnya “Siti Aminah; keluarga PMI; P”"
        raise ValueUnfit("Tamu", text[:_SHOWN], form) from error
