"""Who, when, where of a regulation: identification, publication, lifecycle and references of Akoma Ntoso."""

from datetime import date

from perdes_flow.publication.akn.identity import LANGUAGE, UNKNOWN_YEAR, Identity
from perdes_flow.publication.akn.pen import Element, Pen

_SOURCE = "#perdes-flow"
_ONTOLOGY = "/akn/ontology"


def write_meta(pen: Pen, act: Element, identity: Identity) -> None:
    """The metadata of the regulation itself."""
    meta = pen.add(act, "meta")
    _write_identification(pen, meta, identity, "main")
    if identity.diundangkan and identity.lembaran:
        lembaran = identity.lembaran
        pen.add(
            meta,
            "publication",
            date=identity.diundangkan.isoformat(),
            name=lembaran.nama.title(),
            showAs=lembaran.nama.title(),
            number=lembaran.nomor,
        )
    _write_lifecycle(pen, meta, identity)
    _write_references(pen, meta, identity)


def write_component_meta(pen: Pen, doc: Element, identity: Identity, component: str) -> None:
    """The metadata of an attachment, e.g. the component "lampiran_2"."""
    _write_identification(pen, pen.add(doc, "meta"), identity, component)


def _write_identification(pen: Pen, meta: Element, identity: Identity, component: str) -> None:
    identification = pen.add(meta, "identification", source=_SOURCE)
    work, expression = identity.work, identity.expression
    day, name = _work_date(identity)
    level = pen.add(identification, "FRBRWork")
    _write_core(pen, level, f"{work}/!{component}", work, [(day, name)], identity)
    pen.add(level, "FRBRcountry", value="id")
    pen.add(level, "FRBRsubtype", value=identity.jenis)
    if identity.nomor:
        pen.add(level, "FRBRnumber", value=identity.nomor)
    if identity.tentang:
        pen.add(level, "FRBRname", value=identity.tentang)
    dates = _expression_dates(identity) or [(day, name)]
    level = pen.add(identification, "FRBRExpression")
    _write_core(pen, level, f"{expression}/!{component}", expression, dates, identity)
    pen.add(level, "FRBRlanguage", language=LANGUAGE)
    level = pen.add(identification, "FRBRManifestation")
    _write_core(pen, level, f"{expression}/!{component}.xml", f"{expression}.akn", dates[-1:], identity)
    pen.add(level, "FRBRformat", value="application/akn+xml")


def _write_core(
    pen: Pen, level: Element, this: str, uri: str, dates: list[tuple[str, str]], identity: Identity
) -> None:
    pen.add(level, "FRBRthis", value=this)
    pen.add(level, "FRBRuri", value=uri)
    if identity.tentang and level.tag.endswith("Work"):
        pen.add(level, "FRBRalias", value=identity.tentang, name="tentang")
    for day, name in dates:
        pen.add(level, "FRBRdate", date=day, name=name)
    pen.add(level, "FRBRauthor", href="#pemerintah-desa")


def _work_date(identity: Identity) -> tuple[str, str]:
    """The schema wants a day: where only the year is known it is 1 January, and the name says so."""
    if identity.ditetapkan:
        return identity.ditetapkan.isoformat(), "penetapan"
    if identity.tahun:
        return f"{identity.tahun}-01-01", "tahun"
    return f"{UNKNOWN_YEAR}-01-01", "belum-ditetapkan"


def _expression_dates(identity: Identity) -> list[tuple[str, str]]:
    dates = [(identity.diundangkan, "pengundangan")]
    dates += [(change.berlaku, "perubahan") for change in identity.changes]
    return [(day.isoformat(), name) for day, name in dates if day]


def _write_lifecycle(pen: Pen, meta: Element, identity: Identity) -> None:
    """The points in time of the text; without a single known day there is no lifecycle."""
    events: list[tuple[date, dict[str, str]]] = []
    if identity.ditetapkan:
        events.append(
            (identity.ditetapkan, {"type": "generation", "source": "#original", "refersTo": "#penetapan"})
        )
    if identity.diundangkan:
        told = {"source": "#original", "refersTo": "#pengundangan"}
        events.append((identity.diundangkan, told if events else {"type": "generation", **told}))
    for i, change in enumerate(identity.changes, 1):
        events.append(
            (change.berlaku, {"type": "amendment", "source": f"#passiveRef_{i}", "refersTo": "#perubahan"})
        )
    if not events:
        return
    lifecycle = pen.add(meta, "lifecycle", source=_SOURCE)
    for day, attributes in events:
        pen.add(lifecycle, "eventRef", eId=pen.eid("eventRef", ""), date=day.isoformat(), **attributes)


def _write_references(pen: Pen, meta: Element, identity: Identity) -> None:
    references = pen.add(meta, "references", source=_SOURCE)
    pen.add(references, "original", eId="original", href=identity.work, showAs="Naskah asli")
    for i, change in enumerate(identity.changes, 1):
        pen.add(references, "passiveRef", eId=f"passiveRef_{i}", href=change.uri, showAs="Diubah dengan")
    if identity.mengubah:
        pen.add(references, "activeRef", eId="activeRef_1", href=identity.mengubah, showAs="Mengubah")
    desa = f"Pemerintah Desa {identity.desa.title()}".strip()
    for tag, concept, eid, shown in (
        ("TLCOrganization", "organization", "perdes-flow", "perdes-flow"),
        (
            "TLCOrganization",
            "organization",
            "pemerintah-desa",
            desa if identity.desa else "Pembentuk peraturan",
        ),
        ("TLCEvent", "event", "penetapan", "Penetapan"),
        ("TLCEvent", "event", "pengundangan", "Pengundangan"),
        ("TLCEvent", "event", "perubahan", "Perubahan"),
    ):
        href = f"{_ONTOLOGY}/{concept}/id/{identity.actor if eid == 'pemerintah-desa' and identity.actor else eid}"
        pen.add(references, tag, eId=eid, href=href, showAs=shown)
