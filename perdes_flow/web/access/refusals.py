"""Why somebody is not let in, each with its sentence. None tells whether a name exists."""

from typing import ClassVar

from django.utils.translation import gettext_noop, ngettext

from perdes_flow.errors import Refusal


class AccessRefused(Refusal):
    """Base: `sentence` is what the person reads."""

    sentence: str


class PinWrong(AccessRefused):
    code: ClassVar[str] = "pin_salah"
    sentence = gettext_noop(
        "Sapaan atau PIN tidak cocok; periksa keduanya, atau minta PIN baru kepada Sekretaris Desa."
    )


class StepUpWrong(AccessRefused):
    code: ClassVar[str] = "pin_pengesah_salah"
    sentence = gettext_noop("PIN Anda tidak cocok, jadi tidak ada yang tercatat; ketik lagi PIN Anda.")


class PasskeyWrong(AccessRefused):
    code: ClassVar[str] = "kunci_layar_salah"
    sentence = gettext_noop(
        "Kunci layar itu tidak cocok atau terlambat, jadi tidak ada yang tercatat; ulangi, atau ketik PIN Anda."
    )


class SetupCodeWrong(AccessRefused):
    code: ClassVar[str] = "kode_pasang_salah"
    sentence = gettext_noop(
        "Kode itu tidak cocok; salin kode 8 huruf dan angka dari layar tempat “perdes serve” dijalankan."
    )


class OwnPinMissing(AccessRefused):
    """A PIN that was handed over is known to two people: it opens the door, and signs nothing."""

    code: ClassVar[str] = "pin_belum_dibuat"
    sentence = gettext_noop("Anda belum membuat PIN sendiri; buat dahulu di halaman Akun, lalu ulangi.")


class PinUnfit(AccessRefused):
    code: ClassVar[str] = "pin_tidak_layak"
    sentence = gettext_noop("PIN harus 6 angka atau lebih, tidak berurutan dan tidak semuanya sama.")


class EmailUnfit(AccessRefused):
    """No address, or one of another person: the answer does not tell which."""

    code: ClassVar[str] = "surel_tidak_layak"
    sentence = gettext_noop("Alamat surel itu tidak dapat dipakai; periksa ejaannya, atau pakai alamat lain.")


class LinkRefused(AccessRefused):
    """Unknown, expired and revoked give the same answer."""

    code: ClassVar[str] = "tautan_tidak_berlaku"
    sentence = gettext_noop(
        "Tautan ini tidak berlaku atau sudah lewat waktunya; minta tautan baru kepada Sekretaris Desa."
    )


class TokenRefused(AccessRefused):
    """None, unknown, expired and revoked give the same answer."""

    code: ClassVar[str] = "kunci_tidak_berlaku"
    sentence = gettext_noop(
        "Kunci program tidak ada atau tidak berlaku lagi; buat yang baru di halaman Akun, "
        "lalu kirim sebagai kepala “Authorization: Bearer …”."
    )


class NoOffice(AccessRefused):
    code: ClassVar[str] = "tanpa_jabatan"
    sentence = gettext_noop(
        "Saat ini Anda tidak memangku jabatan di desa ini, jadi rancangannya tidak terbuka bagi Anda."
    )


class TooManyTries(AccessRefused):
    code: ClassVar[str] = "terlalu_sering"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(wait_seconds)
        self.wait_seconds = wait_seconds
        minutes = max(1, -(-wait_seconds // 60))
        self.sentence = ngettext(
            "Terlalu banyak percobaan yang gagal; coba lagi %(minutes)s menit lagi.",
            "Terlalu banyak percobaan yang gagal; coba lagi %(minutes)s menit lagi.",
            minutes,
        ) % {"minutes": minutes}


class TooOften(AccessRefused):
    """What needs no login is bounded by the address it comes from."""

    code: ClassVar[str] = "terlalu_banyak_kiriman"
    sentence = gettext_noop(
        "Terlalu banyak kiriman dari jaringan ini; tunggu sebentar, lalu kirim lagi. Isian Anda tetap ada."
    )
