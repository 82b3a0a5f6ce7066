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
        "tidak berkode, dan tidak sama dengan berkas tanpa kode yang dibuat repositori ini sekarang",
        "bears no code, and is none of the files without a code that this repository makes today",
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
    (
        "say-key-published",
        "{path} berisi kunci sebuah contoh yang diketahui semua orang, sehingga siapa pun dapat membuat kode instansi ini; hapus berkas itu dan jalankan: rapor key",
        "{path} holds the key of an example that everybody knows, so anybody can make this agency's codes; delete that file and run: rapor key",
    ),
    (
        "say-no-key",
        "base_url diisi, tetapi tidak ada verification.key: dokumen tidak berkode dan laman pemeriksaannya tidak dibuat; buat kunci dengan: rapor key",
        "base_url is set, but there is no verification.key: documents bear no code and have no pages for checking them; make a key with: rapor key",
    ),
    ("seal-key-form", "isinya bukan 64 angka heksadesimal", "it does not hold 64 hexadecimal digits"),
    ("seal-key-empty", "isinya kosong", "it is empty"),
    ("seal-key-several", "isinya lebih dari satu kunci", "it holds more than one key"),
    ("seal-key-trivial", "isinya satu angka yang diulang-ulang", "it holds one number over and over"),
    ("check-title", "Pemeriksaan dokumen", "Checking a document"),
    ("check-in-force", "Dokumen dengan kode ini masih berlaku.", "The document with this code is in force."),
    (
        "check-replaced",
        "Dokumen dengan kode ini sudah diganti edisi yang lebih baru.",
        "The document with this code was replaced by a newer edition.",
    ),
    ("check-here", "Periksa di sini", "Check it here"),
    ("check-code", "Kode pada dokumen", "The code on the document"),
    (
        "check-file",
        "Berkas PDF dokumen; tidak dikirim ke mana pun",
        "The PDF file of the document; it is sent nowhere",
    ),
    (
        "check-whole",
        "Cocok: berkas ini, byte demi byte, dikeluarkan atau dicatat oleh instansi.",
        "It matches: byte by byte a file that the agency made or recorded.",
    ),
    (
        "check-begins",
        "Berkas ini diawali berkas dari instansi, dan sesudahnya ditambahi sesuatu, misalnya tanda tangan elektronik. Apa tambahannya, hanya dapat diperiksa dengan program pemeriksa tanda tangan.",
        "This file begins with one of the agency's, and something was added afterwards, such as electronic signatures. What was added only a program that checks signatures can tell.",
    ),
    (
        "check-none",
        "Tidak cocok: berkas ini bukan berkas yang dikeluarkan atau dicatat instansi untuk kode ini. Berkas yang disimpan ulang, dicetak, atau dipindai juga tidak cocok.",
        "It does not match: this is no file that the agency made or recorded for this code. A file that was saved anew, printed or scanned does not match either.",
    ),
    ("check-no-code", "Ini bukan kode dokumen.", "This is no code of a document."),
    ("check-elsewhere", "Buka halaman kode ini", "Open the page of this code"),
    ("check-about", "Apa artinya", "What this means"),
    (
        "check-proves",
        "Halaman ini ada karena kodenya dibuat dengan kunci instansi. Bila berkas cocok dengan salah satu segel di bawah, berkas itu sama dengan yang dikeluarkan atau dicatat instansi.",
        "This page exists because its code was made with the agency's key. If a file matches one of the seals below, it is the same as one that the agency made or recorded.",
    ),
    (
        "check-proves-not",
        "Halaman ini tidak memuat isi dokumen, dan tidak membuktikan bahwa selembar kertas sama dengan berkasnya: bandingkan dengan berkas, atau tanyakan kepada instansi. Sebagian halaman semacam ini bukan milik dokumen mana pun, sehingga jumlahnya pada suatu saat tidak menunjukkan banyaknya dokumen.",
        "This page holds nothing of the document, and does not prove that a sheet of paper says what the file says: compare it with the file, or ask the agency. Some pages like this belong to no document, so their number at any one time does not tell how many documents there are.",
    ),
    (
        "check-openssl",
        "Tanpa skrip: perintah ini menghitung segel sebuah berkas. Tulis kode dengan huruf besar dan tanpa tanda hubung; hasilnya harus ada di antara segel di bawah.",
        "Without the script: this command works out the seal of a file. Write the code in capitals and without hyphens; the result must be among the seals below.",
    ),
    (
        "check-command",
        "openssl dgst -sha256 -r BERKAS.pdf | cut -c1-64 | tr -d '\\n' | openssl dgst -sha256 -hmac KODE",
        "openssl dgst -sha256 -r FILE.pdf | cut -c1-64 | tr -d '\\n' | openssl dgst -sha256 -hmac CODE",
    ),
    ("check-seals", "Segel", "Seals"),
    (
        "check-start",
        "Pindai kode QR pada dokumen, atau ketik kodenya di atas. Diperlukan JavaScript; kode tidak dikirim ke mana pun. Instansi dapat memeriksa dokumen juga tanpa halaman ini.",
        "Scan the QR code on the document, or type its code above. This needs JavaScript; the code is sent nowhere. The agency can check a document without this page, too.",
    ),
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
