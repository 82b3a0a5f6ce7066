//! Phrases of verification: codes on documents, the key, and what is said of a file.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "cli-key",
        "Buat kunci kode verifikasi bila belum ada",
        "Make a key for verification codes where there is none",
    ),
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
