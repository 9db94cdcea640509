"""How long a command takes to be there: `perdes --help` and `perdes status`."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from ratio import NotYet, Ratio, Work, compare

BARE_IMPORTS = "import click, pydantic"
BARE_DJANGO = """\
import sys
import django
from django.conf import settings
settings.configure(
    INSTALLED_APPS=[],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
    USE_TZ=True,
)
django.setup()
from django.db import connection, models

class Draft(models.Model):
    title = models.TextField()
    class Meta:
        app_label = "bare"
        db_table = "draft"

if "--make" in sys.argv:
    with connection.schema_editor() as editor:
        editor.create_model(Draft)
    Draft.objects.create(title="Pelindungan Pekerja Migran Indonesia")
print(list(Draft.objects.values_list("title", flat=True)))
"""
SET_UP = (
    ("init", "{home}"),
    (
        "desa",
        "add",
        "sumberagung",
        "--nama",
        "Sumberagung",
        "--kecamatan",
        "Gandusari",
        "--kabupaten",
        "Kabupaten Blitar",
    ),
    ("person", "add", "sekdes", "--jabatan", "sekdes", "--jabatan", "penyusun"),
    ("start", "pelindungan-pmi", "--judul", "Pelindungan Pekerja Migran Indonesia", "--as", "sekdes"),
)


def help_page(_folder: Path) -> Ratio:
    """`perdes --help` against the two imports that no command can do without."""
    return compare(
        "perdes --help",
        _runner([*_perdes(), "--help"]),
        _runner([sys.executable, "-c", BARE_IMPORTS]),
        floor_name=BARE_IMPORTS,
        rounds=11,
        limit=1.6,
    )


def status(folder: Path) -> Ratio:
    """`perdes status` with one draft against a script with one Django model and one query."""
    home = folder / "kerja"
    for arguments in SET_UP:
        said = [part.format(home=home) for part in arguments]
        _run([*_perdes(), *said, *([] if said[0] == "init" else ["--home", str(home)])])
    script, database = folder / "bare.py", folder / "bare.sqlite3"
    script.write_text(BARE_DJANGO, encoding="utf-8")
    _run([sys.executable, str(script), str(database), "--make"])
    return compare(
        "perdes status",
        _runner([*_perdes(), "status", "--home", str(home)]),
        _runner([sys.executable, str(script), str(database)]),
        floor_name="bare Django, one model, one query",
        rounds=11,
        limit=1.4,
    )


def _perdes() -> list[str]:
    scripts = Path(sysconfig.get_path("scripts"))
    found = next((path for path in (scripts / "perdes", scripts / "perdes.exe") if path.exists()), None)
    if found is None:
        raise NotYet("the command perdes is not installed in this environment")
    return [str(found)]


def _runner(command: Sequence[str]) -> Work:
    return lambda: _run(command)


def _run(command: Sequence[str]) -> None:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        problem = f"{' '.join(command[1:4])} … ended with {done.returncode}: {said.splitlines()[-1:]!s:.200}"
        raise RuntimeError(problem) if "Traceback" in said else NotYet(problem)
