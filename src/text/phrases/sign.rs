//! Phrases of electronic signatures: what a signed field shows, what the command takes and says, and why it refuses.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    ("sign-shown-by", "Ditandatangani secara elektronik oleh", "Signed electronically by"),
    (
        "cli-sign",
        "Tandatangani sebuah dokumen secara elektronik; tanpa --field: sebutkan kolomnya",
        "Sign a document electronically; without --field, list its fields",
    ),
    ("opt-sign-file", "Dokumen yang ditandatangani, sebagai PDF", "The document to sign, a PDF"),
    ("opt-key", "Berkas kunci PKCS#12 (.p12 atau .pfx)", "The key, a PKCS#12 file (.p12 or .pfx)"),
    (
        "opt-field",
        "Kolom tanda tangan, misalnya pejabat-penilai",
        "The signature field, such as pejabat-penilai",
    ),
    (
        "opt-passphrase-file",
        "Berkas yang baris pertamanya frasa sandi kunci; bawaan: variabel RAPOR_PASSPHRASE, atau ditanyakan",
        "A file whose first line is the key's passphrase; by default the variable RAPOR_PASSPHRASE, or it is asked for",
    ),
    ("opt-reason", "Alasan menandatangani", "Why it is signed"),
    ("opt-sign-place", "Tempat menandatangani", "Where it is signed"),
    (
        "opt-time",
        "Waktu menandatangani, misalnya 2026-01-26T10:00; bawaan: sekarang",
        "When it is signed, such as 2026-01-26T10:00; now by default",
    ),
    (
        "opt-sign-out",
        "Berkas tujuan; bawaan: signed/ di repositori, dengan nama yang sama; dokumen keluaran di subfoldernya",
        "The file to write; by default in signed/ of the repository, under the same name, documents of the output in their folder",
    ),
    ("sign-ask", "Frasa sandi untuk {path}: ", "Passphrase of {path}: "),
    (
        "sign-done",
        "{path}: {name} menandatangani kolom {field}, {moment}",
        "{path}: {name} signed the field {field}, {moment}",
    ),
    (
        "sign-record",
        "bila ini tanda tangan terakhir, catat di record.yaml: {entry}",
        "if this is the last signature, record it in record.yaml: {entry}",
    ),
    ("sign-field-empty", "belum ditandatangani", "not signed yet"),
    ("sign-field-taken", "berisi tanda tangan", "holds a signature"),
    ("sign-field-taken-by", "berisi tanda tangan {name}", "holds a signature of {name}"),
    ("sign-needs-key", "sebutkan berkas kuncinya dengan --key", "name the file with the key with --key"),
    (
        "sign-no-passphrase",
        "tidak ada frasa sandi: pakai --passphrase-file BERKAS, atau isi variabel RAPOR_PASSPHRASE",
        "there is no passphrase: use --passphrase-file FILE, or set the variable RAPOR_PASSPHRASE",
    ),
    (
        "sign-bad-time",
        "{text} bukan waktu; tulis misalnya 2026-01-26T10:00 menurut zona waktu instansi, atau 2026-01-26T10:00+07:00",
        "{text} is not a time; write 2026-01-26T10:00 in the agency's time zone, or 2026-01-26T10:00+07:00",
    ),
    (
        "sign-where-to",
        "di sini bukan repositori instansi; sebutkan berkas tujuan dengan --out",
        "this is not an agency's repository; name the file to write with --out",
    ),
    (
        "sign-exists",
        "{path} sudah ada dan tidak ditimpa. Untuk menambah tanda tangan padanya, tandatangani berkas itu sendiri: rapor sign {path}",
        "{path} exists and is not overwritten. To add a signature to it, sign that very file: rapor sign {path}",
    ),
    ("sign-no-fields", "{path} tidak memiliki kolom tanda tangan", "{path} has no signature fields"),
    (
        "sign-no-field",
        "{path} tidak memiliki kolom tanda tangan {field}; yang ada: {fields}",
        "{path} has no signature field {field}, only {fields}",
    ),
    (
        "sign-taken",
        "kolom {field} di {path} sudah ditandatangani; yang masih kosong: {fields}",
        "the field {field} of {path} is signed already; still empty: {fields}",
    ),
    ("sign-none-left", "tidak ada", "none"),
    (
        "sign-certified",
        "{path} disahkan dengan tanda tangan yang tidak mengizinkan perubahan apa pun sesudahnya; buat dan edarkan dokumen baru untuk ditandatangani",
        "{path} was certified by a signature that permits no change after it; make a new document and pass that round for signing",
    ),
    (
        "sign-certificate-early",
        "sertifikat {name} baru berlaku mulai {moment}; tandatangani sesudah itu, atau periksa waktu di komputer ini",
        "the certificate of {name} is valid from {moment} only; sign after that, or check this computer's clock",
    ),
    (
        "sign-certificate-late",
        "sertifikat {name} berlaku sampai {moment}; perbarui pada penerbitnya, lalu pakai berkas kunci yang baru",
        "the certificate of {name} was valid until {moment}; have it renewed by its issuer and use the new key file",
    ),
    (
        "sign-certificate-usage",
        "sertifikat {name} tidak diterbitkan untuk tanda tangan, atau memuat syarat yang tidak dikenal di sini; minta sertifikat tanda tangan pada penerbitnya",
        "the certificate of {name} was not issued for signatures, or has terms that are not known here; ask its issuer for one for signatures",
    ),
    ("sign-key-silent", "kunci di {path} tidak dapat dipakai", "the key in {path} cannot be used"),
    ("file-not-pdf", "{path} bukan berkas PDF", "{path} is not a PDF file"),
    ("file-too-large", "{path} terlalu besar", "{path} is too large"),
    (
        "file-truncated",
        "{path} terpotong: akhir berkasnya tidak ada; salin lagi dari asalnya",
        "{path} is cut off: its end is missing; copy it again from where it came",
    ),
    (
        "file-encrypted",
        "{path} terkunci dengan kata sandi; pakai salinan yang tidak terkunci",
        "{path} is locked with a password; use a copy that is not",
    ),
    ("file-broken", "{path} rusak: {reason}", "{path} is damaged: {reason}"),
    (
        "key-not-pkcs12",
        "{path} bukan berkas kunci PKCS#12; mintalah berkas .p12 atau .pfx pada penerbit sertifikat",
        "{path} is not a PKCS#12 key; ask the issuer of the certificate for a .p12 or .pfx file",
    ),
    ("key-wrong", "frasa sandi untuk {path} keliru", "the passphrase of {path} is wrong"),
    (
        "key-unsupported",
        "{path} memuat {what}, yang tidak didukung; yang didukung: ECDSA P-256 dan P-384, RSA 2048 sampai 4096",
        "{path} holds {what}, which is not supported; ECDSA P-256 and P-384 and RSA of 2048 to 4096 bits are",
    ),
    (
        "key-limit",
        "{path} tidak dibuka: pengamanannya meminta kerja yang tidak wajar",
        "{path} is not opened: it asks for more work than is fair",
    ),
    ("key-none", "tidak ada kunci pribadi di {path}", "there is no private key in {path}"),
    (
        "key-several",
        "ada beberapa kunci pribadi di {path}; pakai berkas dengan satu kunci",
        "there are several private keys in {path}; use a file with one",
    ),
    (
        "key-no-certificate",
        "tidak ada sertifikat untuk kunci di {path}; mintalah berkas yang memuat sertifikatnya",
        "there is no certificate of the key in {path}; ask for a file that holds it",
    ),
];
