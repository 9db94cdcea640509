"""The first start: a code on the terminal of `perdes serve` shows that whoever sets the village up runs the server."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import choice, compare_digest

from perdes_flow.domain.village import Village
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.workspace import desk, workspace

FILE = ".perdes/kode-pasang"
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is read for another
_LENGTH = 8


def unsettled() -> Village | None:
    """What is to be set up: an empty Village, or one that has nobody in office yet; None once somebody has."""
    names = workspace().villages()
    if not names:
        return Village()
    first = open_village(desk(names[0]))[0] if len(names) == 1 else None
    return first if first is not None and not first.people else None


def issue_code(home: Path) -> str:
    """A new code in the place of the one before ("K7QM-3TXA"); only its hash is kept."""
    code = "".join(choice(_LETTERS) for _ in range(_LENGTH))
    fresh = home / f"{FILE}.baru"
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(_hash(code))
    os.replace(fresh, home / FILE)
    return f"{code[:4]}-{code[4:]}"


def fits(home: Path, typed: str) -> bool:
    """The typed code is the one on the terminal, whatever blanks and dashes stand in it."""
    return holds(home, _hash("".join(sign for sign in typed.upper() if sign.isalnum())))


def holds(home: Path, hashed: str) -> bool:
    """The code with that hash is still the one in force."""
    kept = current(home)
    return bool(kept) and compare_digest(kept, hashed)


def current(home: Path) -> str:
    """The hash of the code in force; "" where there is none."""
    path = home / FILE
    return path.read_text("ascii") if path.is_file() else ""


def spend(home: Path) -> None:
    """The village is set up: the code opens nothing any more."""
    (home / FILE).unlink(missing_ok=True)


def _hash(code: str) -> str:
    return sha256(code.encode()).hexdigest()
