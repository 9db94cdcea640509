"""Refusals about what people name, and is not there."""

from collections.abc import Iterable

from perdes_flow import errors as e


def unknown(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.VillageUnknown(village=village, known=known):
            return _named("Desa", village, known, "daftarkan dengan `perdes desa add`", "--desa")
        case e.PersonUnknown(nickname=nickname, known=known):
            return _named("Orang", nickname, known, "daftarkan dengan `perdes person add`", "--as")
        case e.DraftUnknown(draft=draft, known=known):
            return _named("Rancangan", draft, known, "mulai dengan `perdes start`", "nama rancangan")
        case e.VersionUnknown(version=version, count=count):
            return f"Versi {version} tidak ada; rancangan ini mempunyai {count} versi."
        case e.StepUnknown(step=step, known=known):
            return f"Langkah “{step}” tidak dikenal; pilih salah satu dari: {', '.join(known)}."
        case e.CommentUnknown(comment=comment):
            return f"Catatan nomor {comment} tidak ada; lihat daftarnya dengan `perdes comments`."
        case e.InputUnknown(input=number, count=count):
            return f"Masukan nomor {number} tidak ada; rancangan ini mempunyai {count} masukan."
        case e.PlaceUnknown(address=address, version=version, quote=""):
            return f"“{address}” tidak ada dalam versi {version}; lihat susunannya dengan `perdes outline`."
        case e.PlaceUnknown(address=address, version=version, quote=quote):
            return f"Kata-kata “{quote}” tidak ada dalam {address} versi {version}; salin persis dari naskah."
        case e.DocumentKindUnknown(kind=kind, known=known):
            return f"Jenis dokumen “{kind}” tidak dikenal; pilih salah satu dari: {', '.join(known)}."
        case e.ProcedureMissing(id=id_, version=version):
            what = f"{id_} versi {version}" if version else f"“{id_}”"
            return (
                f"Berkas alur {what} tidak ditemukan; periksa namanya, atau kembalikan ke folder `workflows`."
            )
        case e.AddressNotUnderstood(text=text):
            return f"“{text}” bukan alamat dalam naskah; tulis misalnya “Pasal 5 ayat (2) huruf b” atau “Naskah”."
    return ""


def _named(noun: str, name: str, known: Iterable[str], remedy: str, option: str) -> str:
    every = ", ".join(known)
    if not name:
        hint = f"; pilih salah satu dari: {every}" if every else f"; {remedy}"
        return f"{noun} belum disebut, tambahkan {option}{hint}."
    hint = f" Yang terdaftar: {every}." if every else f" Belum ada yang terdaftar; {remedy}."
    return f"{noun} “{name}” tidak dikenal.{hint}"
