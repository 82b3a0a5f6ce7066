//! Phrases of verification: codes on documents, the key, and what is said of a file.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "cli-key",
        "Buat kunci kode verifikasi bila belum ada",
        "Make a key for verification codes where there is none",
    ),
    (
        "verify-errors",
        "repositori masih memuat kesalahan; isi dokumen dapat berbeda karenanya",
        "the repository has errors; documents may differ because of them",
    ),
    (
        "verify-same",
        "sama, byte demi byte, dengan yang dibuat repositori ini",
        "byte by byte what this repository makes",
    ),
    (
        "verify-recorded",
        "tercatat dalam repositori ini sebagai dokumen yang ditandatangani",
        "recorded in this repository as signed",
    ),
    (
        "verify-continued",
        "berkas dari repositori ini, dengan tambahan tanda tangan elektronik",
        "a file of this repository, with electronic signatures added",
    ),
    (
        "verify-appended",
        "berkas dari repositori ini, tetapi ada tambahan yang bukan tanda tangan",
        "a file of this repository, but something was added that is no signature",
    ),
    (
        "verify-alike",
        "bunyinya sama dengan yang dibuat repositori ini, tetapi berkasnya lain; disimpan ulang oleh program lain, atau dibuat dengan versi Rapor lain",
        "says the same as what this repository makes, but is another file: saved anew by another program, or made by another version of Rapor",
    ),
    (
        "verify-different",
        "memuat kode dokumen ini, tetapi isinya lain",
        "bears the code of this document, but says something else",
    ),
    (
        "verify-gone",
        "memuat kode dokumen ini, yang tidak dapat dibuat lagi untuk dibandingkan",
        "bears the code of this document, which cannot be made any more to compare",
    ),
    (
        "verify-unknown",
        "kode {code} bukan kode dokumen dari repositori ini",
        "the code {code} belongs to no document of this repository",
    ),
    (
        "verify-no-code",
        "tidak berkode, jadi bukan dokumen dari repositori ini",
        "bears no code, so it is no document of this repository",
    ),
    ("verify-edition", "edisi {n}", "edition {n}"),
    (
        "verify-replaced",
        "sudah diganti edisi berikutnya karena putusan atas keberatan tanggal {date}",
        "replaced by the next edition, after the decision on an objection of {date}",
    ),
    (
        "verify-other",
        "halaman {page}: tertulis \u{201c}{file}\u{201d}, menurut repositori \u{201c}{made}\u{201d}",
        "page {page}: has \u{201c}{file}\u{201d}, the repository says \u{201c}{made}\u{201d}",
    ),
    (
        "verify-more",
        "halaman {page}: tertulis \u{201c}{file}\u{201d}, menurut repositori tidak ada",
        "page {page}: has \u{201c}{file}\u{201d}, the repository has nothing there",
    ),
    (
        "verify-less",
        "halaman {page}: tidak ada \u{201c}{made}\u{201d}, menurut repositori ada",
        "page {page}: lacks \u{201c}{made}\u{201d}, which the repository has",
    ),
    ("verify-rest", "dan {n} perbedaan lagi", "and {n} more {n|difference/differences}"),
    (
        "key-file",
        "# Kunci kode verifikasi dokumen instansi ini. Rahasia: siapa pun yang memilikinya dapat membuat kode.\n# Simpan bersama repositori dan jangan diganti: kode yang sudah tercetak tidak akan dikenali lagi.",
        "# The key for verification codes of this agency's documents. Secret: whoever has it can make codes.\n# Keep it with the repository and never change it: codes already printed would not be known any more.",
    ),
    (
        "say-key-made",
        "{path} ditulis; simpan dalam repositori dan jangan diterbitkan",
        "{path} written; keep it in the repository and publish it nowhere",
    ),
    (
        "say-key-exists",
        "{path} sudah ada dan tidak diganti: kode yang sudah tercetak tidak akan dikenali lagi",
        "{path} exists and is not replaced: codes already printed would not be known any more",
    ),
    (
        "say-key-wrong",
        "{path} tidak dapat dipakai: {reason}; ambil kembali dari riwayat git",
        "{path} cannot be used: {reason}; get it back from the history of git",
    ),
    ("seal-key-form", "isinya bukan 64 angka heksadesimal", "it does not hold 64 hexadecimal digits"),
    ("seal-key-empty", "isinya kosong", "it is empty"),
    ("seal-key-several", "isinya lebih dari satu kunci", "it holds more than one key"),
    ("seal-key-trivial", "isinya satu angka yang diulang-ulang", "it holds one number over and over"),
    ("seal-code", "Kode dokumen", "Document code"),
    (
        "seal-scan",
        "Pindai kode QR untuk memeriksa bahwa dokumen ini diterbitkan oleh instansi dan masih berlaku.",
        "Scan the QR code to check that the agency issued this document and that it is in force.",
    ),
    (
        "seal-ask",
        "Dengan kode ini instansi dapat memeriksa bahwa dokumen ini diterbitkannya.",
        "By this code the agency can check that it issued this document.",
    ),
    (
        "seal-alt",
        "Kode QR untuk memeriksa dokumen ini, dengan kode {code}",
        "QR code for checking this document, with the code {code}",
    ),
];
