"""What steps ask for: every paper is known and made by somebody, every guard is on the list, with arguments it takes."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from perdes_flow.domain.words import JENIS
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_model import DocUse, GuardUse, Procedure
from perdes_flow.workflow.definition_yaml import Place
from perdes_flow.workflow.documents import DOCUMENTS, kind_of
from perdes_flow.workflow.guards import GUARDS


def use_findings(
    procedure: Procedure, sheet: Sheet, place: Place, docs: tuple[DocUse, ...], guards: tuple[GuardUse, ...]
) -> Iterator[CheckFinding]:
    """Findings about the papers and guards of one step; `place` is the step's."""
    for index, doc in enumerate(docs):
        yield from _paper(procedure, sheet, (*place, "docs", index), doc)
    for index, use in enumerate(guards):
        yield from _guard(procedure, sheet, (*place, "guards", index), use)


def built_in_findings(documents: Iterable[str], sheet: Sheet) -> Iterator[CheckFinding]:
    """Findings about papers that a file would describe anew: it would be as if it had not."""
    for kind in documents:
        if kind in DOCUMENTS:
            yield sheet.finding(
                "dokumen_bawaan",
                ("documents", kind),
                f"Dokumen “{kind}” sudah dikenal program dan tidak dapat diubah; hapus, atau beri nama lain.",
            )


def kind_findings(
    procedure: Procedure, sheet: Sheet, place: Place, names: Iterable[str]
) -> Iterator[CheckFinding]:
    """Findings about kinds of regulation that are neither a kind nor a group."""
    for name in names:
        if name not in JENIS and name not in procedure.groups:
            yield sheet.finding(
                "jenis_tidak_dikenal",
                place,
                f"Jenis atau kelompok “{name}” tidak dikenal; periksa groups atau ejaannya.",
            )


def _paper(procedure: Procedure, sheet: Sheet, place: Place, use: DocUse) -> Iterator[CheckFinding]:
    kind = kind_of(procedure, use.doc)
    if kind is None:
        yield sheet.finding(
            "dokumen_tidak_dikenal",
            place,
            f"Dokumen “{use.doc}” tidak dikenal; periksa ejaannya atau tambahkan pada documents.",
        )
    elif kind.by and not set(kind.by) & set(procedure.roles):
        yield sheet.finding(
            "dokumen_tanpa_pembuat",
            place,
            f"Dokumen “{use.doc}” tidak dibuat oleh peran mana pun dalam alur ini.",
        )


def _guard(procedure: Procedure, sheet: Sheet, place: Place, use: GuardUse) -> Iterator[CheckFinding]:
    guard = GUARDS.get(use.name)
    if guard is None:
        known = ", ".join(sorted(GUARDS))
        yield sheet.finding(
            "syarat_tidak_dikenal", place, f"Syarat “{use.name}” tidak dikenal; yang ada: {known}."
        )
        return
    try:
        guard.args.model_validate(use.args)
    except ValidationError as error:
        names = ", ".join(sorted({str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}))
        where = f" ({names})" if names else ""
        yield sheet.finding(
            "argumen_syarat_salah",
            place,
            f"Isian syarat “{use.name}” keliru{where}; periksa nama dan nilainya.",
        )
        return
    if guard.split == "jenis":
        yield from kind_findings(procedure, sheet, place, _named(use, "in", "not_in"))
    for step_id in _named(use, "dengan") if guard.names_step else ():
        if procedure.transition(step_id) is None:
            yield sheet.finding(
                "langkah_tidak_dikenal",
                place,
                f"Syarat “{use.name}” menyebut langkah “{step_id}” yang tidak ada.",
            )


def _named(use: GuardUse, *keys: str) -> Iterator[str]:
    for key in keys:
        value = use.args.get(key)
        yield from (str(item) for item in (value if isinstance(value, list) else [value] if value else []))
