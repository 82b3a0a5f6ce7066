//! Phrases of verifying: what the command takes, and what it says of signatures.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "cli-verify",
        "Periksa dokumen: apakah tanda tangannya berlaku dan isinya tidak diubah",
        "Verify documents: whether their signatures hold and nothing was changed",
    ),
    ("opt-verify-files", "Dokumen yang diperiksa, sebagai PDF", "The documents to verify, PDF files"),
    (
        "opt-roots",
        "Sertifikat induk yang dipercaya, dalam bentuk PEM; bawaan: trust/*.pem di repositori",
        "Certificates that are trusted, as PEM; by default trust/*.pem of the repository",
    ),
    ("verify-roots-empty", "tidak ada sertifikat PEM di {path}", "there is no PEM certificate in {path}"),
    (
        "verify-roots-unreadable",
        "sertifikat ke-{number} di {path} tidak dapat dibaca",
        "certificate {number} in {path} cannot be read",
    ),
    ("verify-roots-many", "terlalu banyak sertifikat di {path}", "there are too many certificates in {path}"),
    ("verify-unsigned", "tidak ditandatangani secara elektronik", "not signed electronically"),
    ("verify-valid", "{field}: tanda tangan berlaku", "{field}: the signature is valid"),
    (
        "verify-unchecked",
        "{field}: tanda tangan cocok, penanda tangan belum diperiksa",
        "{field}: the signature fits, its signer was not checked",
    ),
    ("verify-wrong", "{field}: TANDA TANGAN TIDAK BERLAKU", "{field}: THE SIGNATURE IS NOT VALID"),
    ("verify-signer", "penanda tangan: {name}", "signer: {name}"),
    ("verify-signer-of", "penanda tangan: {name}, {organisation}", "signer: {name}, {organisation}"),
    ("verify-moment", "waktu menurut penanda tangan: {moment}", "time, as the signer says: {moment}"),
    ("verify-covers-all", "mencakup seluruh berkas", "covers the whole file"),
    (
        "verify-covers-part",
        "mencakup berkas sampai revisi {revision} dari {of}",
        "covers the file up to revision {revision} of {of}",
    ),
    ("verify-later", "sesudahnya: {what}", "afterwards: {what}"),
    ("verify-changed", "DIUBAH sesudah ditandatangani: {what}", "CHANGED after signing: {what}"),
    (
        "verify-forbidden",
        "tanda tangan ini melarang setiap perubahan sesudahnya",
        "this signature forbids every later change",
    ),
    ("verify-tail", "ada bita sesudah akhir dokumen", "bytes follow the end of the document"),
    (
        "verify-offline",
        "pencabutan sertifikat tidak diperiksa, karena itu perlu jaringan",
        "whether a certificate was revoked is not checked, as that needs the network",
    ),
    ("change-signed", "kolom {field} ditandatangani", "the field {field} was signed"),
    ("change-new-field", "tanda tangan {field} ditambahkan", "the signature {field} was added"),
    (
        "change-new-shown-field",
        "tanda tangan {field} ditambahkan dan tampak di halaman {page}",
        "the signature {field} was added and shows on page {page}",
    ),
    ("change-evidence", "bukti untuk pemeriksaan kelak ditambahkan", "evidence for later checks was added"),
    (
        "change-properties",
        "keterangan berkas, seperti waktu diubah",
        "properties of the file, such as its last change",
    ),
    ("change-page", "halaman {page}", "page {page}"),
    ("change-form", "kolom isian", "form fields"),
    ("change-structure", "struktur untuk pembaca layar", "the structure for screen readers"),
    ("change-catalog", "bagian dokumen {name}", "the document's part {name}"),
    ("change-unreadable", "revisi yang tidak dapat dibaca", "a revision that cannot be read"),
    ("chain-trusted", "sertifikat dipercaya melalui {name}", "certificate trusted through {name}"),
    (
        "chain-not-checked",
        "sertifikat tidak diperiksa: sebutkan sertifikat induk yang dipercaya dengan --roots",
        "certificate not checked: name the certificates you trust with --roots",
    ),
    (
        "chain-unknown",
        "sertifikat tidak dikenal: tidak berujung pada sertifikat induk yang dipercaya",
        "certificate unknown: it leads to none that is trusted",
    ),
    (
        "chain-expired",
        "sertifikat {name} sudah kedaluwarsa pada waktu tanda tangan",
        "the certificate {name} had expired at the time of signing",
    ),
    (
        "chain-not-yet",
        "sertifikat {name} belum berlaku pada waktu tanda tangan",
        "the certificate {name} was not valid yet at the time of signing",
    ),
    (
        "chain-not-for-signing",
        "sertifikat bukan untuk menandatangani dokumen",
        "the certificate is not one for signing documents",
    ),
    (
        "chain-not-authority",
        "sertifikat {name} tidak berwenang menerbitkan sertifikat lain",
        "the certificate {name} may not issue others",
    ),
    (
        "chain-unknown-terms",
        "sertifikat {name} memuat syarat yang tidak dikenal",
        "the certificate {name} has terms that are not understood",
    ),
    (
        "chain-no-moment",
        "waktu tanda tangan tidak disebut, sehingga masa berlaku sertifikat tidak dapat diperiksa",
        "no time of signing is given, so that the validity of the certificate cannot be judged",
    ),
    ("fault-kind", "jenis tanda tangan tidak dikenal", "the kind of signature is not known"),
    (
        "fault-range",
        "bagian yang ditandatangani tidak ada di berkas, atau tidak mulai dari awalnya",
        "the signed part is not in the file, or does not begin where it begins",
    ),
    (
        "fault-gap",
        "ada yang lain di tempat tanda tangan, di luar yang ditandatangani",
        "something else stands where the signature does, outside of what is signed",
    ),
    (
        "fault-moved",
        "tanda tangan ini dipindahkan dari tempat lain",
        "this signature was moved here from another place",
    ),
    ("fault-unreadable", "tanda tangan tidak dapat dibaca", "the signature cannot be read"),
    (
        "fault-algorithm",
        "algoritma atau kunci tidak dikenal atau terlalu lemah",
        "the algorithm or key is not known, or too weak",
    ),
    ("fault-digest", "isi berkas bukan yang ditandatangani", "the file is not what was signed"),
    (
        "fault-certificate",
        "sertifikat penanda tangan tidak ada atau bukan yang dipakai menandatangani",
        "the signer's certificate is missing or not the one that was signed with",
    ),
    (
        "fault-signature",
        "tanda tangan tidak dibuat dengan kunci penanda tangan",
        "the signature was not made with the signer's key",
    ),
    ("fault-too-many", "terlalu banyak tanda tangan", "there are too many signatures"),
    ("note-time-stamp", "memuat cap waktu, yang tidak diperiksa", "has a time stamp, which is not checked"),
    (
        "note-strangers",
        "disertai sertifikat yang tidak berkaitan dengannya",
        "comes with certificates that have nothing to do with it",
    ),
    (
        "note-odd",
        "bagiannya yang tidak ditandatangani disusun tidak lazim",
        "its unsigned parts are put together unusually",
    ),
    (
        "note-times",
        "waktu dalam berkas berbeda dari waktu dalam tanda tangan; dinilai menurut yang lebih akhir",
        "the time in the file differs from the one inside the signature; the later one counts",
    ),
    ("note-future", "waktunya sesudah hari ini", "its time lies after today"),
];
