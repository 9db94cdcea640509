"""The key that signs cookies and forms: one per workspace, made at first use, readable by its owner only."""

import os
from pathlib import Path
from secrets import token_urlsafe

FILE = ".perdes/kunci-web"


def secret_key(home: Path | None) -> str:
    """The key of PERDES_SECRET_KEY (several servers share one), else that of the workspace, else one for this run."""
    if named := os.environ.get("PERDES_SECRET_KEY"):
        return named
    if home is None or not (home / FILE).parent.is_dir():
        return token_urlsafe(48)
    path = home / FILE
    if not path.exists():
        _make(path)
    return path.read_text("ascii").strip()


def _make(path: Path) -> None:
    fresh = path.with_name(f"{path.name}.{token_urlsafe(8)}")
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii"
    ) as file:
        file.write(token_urlsafe(48))
    if path.exists():  # another server was faster
        fresh.unlink()
    else:
        os.replace(fresh, path)
