"""All rules, and the findings of those that hold on a day."""

from datetime import date
from functools import cache, partial

from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.linting import (
    rules_acuan,
    rules_bahasa,
    rules_berkas,
    rules_berlaku,
    rules_definisi,
    rules_judul,
    rules_lampiran,
    rules_memutuskan,
    rules_mengingat,
    rules_menimbang,
    rules_muatan,
    rules_nama_desa,
    rules_penutup,
    rules_proses,
    rules_rincian,
    rules_susunan,
)
from perdes_flow.legal.linting.case import WHOLE, Case
from perdes_flow.legal.linting.file_facts import USUAL_LAYOUT, FileFacts, Layout
from perdes_flow.legal.linting.finding import ERROR, Finding
from perdes_flow.legal.linting.proceedings import Proceedings
from perdes_flow.legal.linting.rule import Rule
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.units import Naskah, Unit

_MODULES = (
    rules_judul, rules_nama_desa, rules_menimbang, rules_mengingat, rules_memutuskan, rules_susunan, rules_rincian, rules_definisi,
    rules_bahasa, rules_acuan, rules_berlaku, rules_penutup, rules_lampiran, rules_muatan, rules_berkas, rules_proses,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.id)
)
# rules that any regulation follows, not only those of a village
_FOR_EVERY_LEVEL = frozenset(
    {"PD-39", "PD-40", "PD-54", "PD-59", "PD-72", "PD-73", "PD-87", "PD-88", "PD-90"}
)


@quietly
def lint(
    naskah: Naskah,
    *,
    state: str,
    on: date,
    jenis: str | None = None,
    file: FileFacts | None = None,
    layout: Layout = USUAL_LAYOUT,
    proceedings: Proceedings | None = None,
) -> tuple[Finding, ...]:
    """The findings on a text, by place in reading order.

    `state` is a stage of the procedure ("penyusunan" … "berlaku"), `on` the day whose rules are asked for,
    `jenis` the kind of the draft where it is known (domain.values.Jenis). `file` are the facts of the Word file where
    there is one, `layout` how it should look, `proceedings` how the draft came about where there is a record of it.
    """
    if not naskah.is_regulation:
        what = (
            "sebuah Keputusan atau surat, bukan peraturan"
            if naskah.is_decision
            else "tidak dikenali sebagai peraturan"
        )
        return (Finding("PD-01", ERROR, WHOLE, f"Berkas ini {what}.", "Periksa apakah berkasnya benar.", ""),)
    case = Case(naskah, state, on, jenis, file, layout, proceedings)
    place = cache(partial(_place, naskah))
    found = [
        finding
        for rule in RULES
        if rule.holds(on) and (case.is_village or rule.id in _FOR_EVERY_LEVEL)
        for finding in rule.findings(case)
    ]
    return tuple(sorted(found, key=lambda finding: (place(finding.at), finding.rule)))


def _place(naskah: Naskah, at: str) -> int:
    """Where in the text a finding stands: the first block of its unit; -1 for the text as a whole."""
    try:
        unit = naskah.find(Address.parse(at))
    except AddressNotUnderstood:  # a number that was left blank: "Pasal …"
        return len(naskah.blocks)
    return _first_block(unit) if unit else -1


def _first_block(unit: Unit) -> int:
    if unit.blocks:
        return unit.blocks[0]
    return next((block for child in unit.children if (block := _first_block(child)) >= 0), -1)
