"""Names: everything that a workflow file refers to is there, and nothing stands in it unused."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from perdes_flow.domain.values import Role
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_model import DocUse, GuardUse, Procedure
from perdes_flow.workflow.definition_yaml import Place
from perdes_flow.workflow.documents import kind_of
from perdes_flow.workflow.guards import GUARDS
from perdes_flow.workflow.guards.words import JENIS


def name_findings(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """All findings about names in a workflow file."""
    yield from _stages(procedure, sheet)
    yield from _ids(procedure, sheet)
    yield from _roles(procedure, sheet)
    yield from _laws(procedure, sheet)
    yield from _terms(procedure, sheet)
    for index, step in enumerate(procedure.transitions):
        yield from use_findings(procedure, sheet, ("transitions", index), step.docs, step.guards)


def use_findings(
    procedure: Procedure, sheet: Sheet, place: Place, docs: tuple[DocUse, ...], guards: tuple[GuardUse, ...]
) -> Iterator[CheckFinding]:
    """Findings about the papers and guards of one step; `place` is the step's."""
    for index, doc in enumerate(docs):
        yield from _paper(procedure, sheet, (*place, "docs", index), doc)
    for index, use in enumerate(guards):
        yield from _guard(procedure, sheet, (*place, "guards", index), use)


def law_findings(
    procedure: Procedure, sheet: Sheet, place: Place, keys: tuple[str, ...]
) -> Iterator[CheckFinding]:
    """Findings about laws that are cited but not listed."""
    for key in keys:
        if key not in procedure.law:
            yield sheet.finding(
                "dasar_hukum_tidak_dikenal",
                place,
                f"Dasar hukum “{key}” tidak ada dalam daftar law; tambahkan di sana.",
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


def _stages(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    states = procedure.states
    if procedure.initial not in states:
        yield sheet.finding(
            "tahap_awal_tidak_ada", ("initial",), f"Tahap awal “{procedure.initial}” tidak ada dalam states."
        )
    for id, state in states.items():
        place: Place = ("states", id)
        if not state.label.strip():
            yield sheet.finding(
                "tanpa_label", place, f"Tahap “{id}” belum mempunyai label; tulis namanya untuk pembaca."
            )
        if state.frozen and state.edit:
            yield sheet.finding(
                "beku_tetapi_dapat_diubah",
                place,
                f"Tahap “{id}” beku (frozen) tetapi naskahnya dapat diubah; hapus edit atau frozen.",
            )
    for index, step in enumerate(procedure.transitions):
        for key, targets in (("from", step.source), ("to", (step.to,))):
            for state_id in targets:
                if state_id not in states:
                    yield sheet.finding(
                        "tahap_tidak_dikenal",
                        ("transitions", index, key),
                        f"Langkah “{step.id}” menyebut tahap “{state_id}” yang tidak ada; periksa ejaannya.",
                    )


def _ids(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    seen: set[str] = set()
    for index, step in enumerate(procedure.transitions):
        if step.id in seen:
            yield sheet.finding(
                "id_ganda",
                ("transitions", index),
                f"Langkah “{step.id}” ditulis dua kali; beri id lain atau hapus.",
            )
        seen.add(step.id)


def _roles(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    used: set[Role] = set()
    for place, roles in _role_places(procedure):
        used.update(roles)
        for role in roles:
            if role not in procedure.roles:
                yield sheet.finding(
                    "peran_tidak_dikenal",
                    place,
                    f"Peran “{role}” tidak ada dalam daftar roles; tambahkan atau periksa ejaannya.",
                )
    for index, role in enumerate(procedure.roles):
        if role not in used:
            yield sheet.finding(
                "peran_tidak_dipakai",
                ("roles", index),
                f"Peran “{role}” tidak dapat berbuat apa pun; hapus dari roles.",
            )


def _role_places(procedure: Procedure) -> Iterator[tuple[Place, tuple[Role, ...]]]:
    for id, state in procedure.states.items():
        yield ("states", id, "edit"), state.edit
        yield ("states", id, "comment"), state.comment
        for deadline in state.deadlines:
            yield ("states", id, "deadline"), deadline.who
    for index, step in enumerate(procedure.transitions):
        yield ("transitions", index, "by"), step.by
        yield ("transitions", index, "confirm"), step.confirm


def _laws(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    cited: set[str] = set()
    for place, what, keys, required in _citations(procedure):
        cited.update(keys)
        yield from law_findings(procedure, sheet, place, keys)
        if required and not keys:
            yield sheet.finding(
                "tanpa_dasar_hukum", place, f"{what} belum menyebut dasar hukum; tambahkan law."
            )
    for key in procedure.law:
        if key not in cited:
            yield sheet.finding(
                "dasar_hukum_tidak_dipakai",
                ("law", key),
                f"Dasar hukum “{key}” tidak dirujuk; rujuk atau hapus.",
            )


def _citations(procedure: Procedure) -> Iterator[tuple[Place, str, tuple[str, ...], bool]]:
    """Where laws are cited: place, what cites, the keys, and whether it must cite one."""
    for id, state in procedure.states.items():
        for deadline in state.deadlines:
            yield ("states", id, "deadline"), f"Tenggat tahap “{id}”", deadline.law, True
    for kind, entry in procedure.documents.items():
        yield ("documents", kind), f"Dokumen “{kind}”", entry.law, True
    for role, delegation in procedure.delegations.items():
        yield ("delegations", str(role)), f"Pendelegasian “{role}”", delegation.law, True
    for index, step in enumerate(procedure.transitions):
        place: Place = ("transitions", index)
        yield place, f"Langkah “{step.id}”", step.law, True
        for use in step.requirements:
            yield place, f"Syarat langkah “{step.id}”", use.law, False


def _terms(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    fired: set[tuple[str, str]] = set()
    for id, state in procedure.states.items():
        place: Place = ("states", id, "deadline")
        leaving = {step.id: step for step in procedure.steps_from(id)}
        for deadline in state.deadlines:
            yield from kind_findings(procedure, sheet, place, deadline.jenis)
            for step_id in deadline.until:
                if step_id not in leaving:
                    yield sheet.finding(
                        "langkah_tidak_dikenal",
                        place,
                        f"Tenggat tahap “{id}” menyebut langkah “{step_id}” yang tidak keluar dari tahap itu.",
                    )
            if deadline.fires is None:
                continue
            fired.add((id, deadline.fires))
            if deadline.fires not in leaving or Role.SISTEM not in leaving[deadline.fires].by:
                yield sheet.finding(
                    "tenggat_salah_langkah",
                    place,
                    f"Tenggat tahap “{id}” memicu “{deadline.fires}”, padahal itu bukan langkah sistem yang keluar dari tahap itu.",
                )
    for index, step in enumerate(procedure.transitions):
        for source in step.source if Role.SISTEM in step.by else ():
            if (source, step.id) not in fired:
                yield sheet.finding(
                    "langkah_sistem_tanpa_tenggat",
                    ("transitions", index, "by"),
                    f"Langkah sistem “{step.id}” tidak dipicu tenggat mana pun pada tahap “{source}”; tambahkan fires.",
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
