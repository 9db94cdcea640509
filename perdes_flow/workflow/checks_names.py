"""Names: everything that a workflow file refers to is there, and nothing stands in it unused."""

from collections.abc import Iterator

from perdes_flow.domain.values import Role
from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.checks_laws import uncited_findings
from perdes_flow.workflow.checks_uses import built_in_findings, kind_findings, use_findings
from perdes_flow.workflow.definition_model import Procedure
from perdes_flow.workflow.definition_yaml import Place


def name_findings(procedure: Procedure, sheet: Sheet) -> Iterator[CheckFinding]:
    """All findings about names in a workflow file."""
    yield from _stages(procedure, sheet)
    yield from _ids(procedure, sheet)
    yield from _roles(procedure, sheet)
    yield from uncited_findings(procedure, sheet)
    yield from _terms(procedure, sheet)
    yield from built_in_findings(procedure.documents, sheet)
    for index, step in enumerate(procedure.transitions):
        yield from use_findings(procedure, sheet, ("transitions", index), step.docs, step.guards)


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
        if step.confirm and Role.SISTEM not in step.by:
            yield sheet.finding(
                "kukuh_tanpa_sistem",
                ("transitions", index, "confirm"),
                f"Langkah “{step.id}” bukan langkah sistem, sehingga tidak ada yang dikukuhkan; hapus confirm.",
            )
        for source in step.source if Role.SISTEM in step.by else ():
            if (source, step.id) not in fired:
                yield sheet.finding(
                    "langkah_sistem_tanpa_tenggat",
                    ("transitions", index, "by"),
                    f"Langkah sistem “{step.id}” tidak dipicu tenggat mana pun pada tahap “{source}”; tambahkan fires.",
                )
