"""Judges signatures by outside programs, and `rapor verify` by signatures of outside programs. See scripts/oracles/sign."""

import json
import logging
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import page
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.generic import StreamObject, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

import pdf

PASSPHRASE = "only for this test"
SCHEMES = {"p256": "P-256", "rsa": 2048, "p384": "P-384"}
# PDF/A asks that a signature cover the whole file. A second signature is a further revision, which the first cannot cover;
# it covers the file as it was then. The judge compares each with the end of the file it is given, so a file is judged once
# for every signature, cut where that one ends, and this rule counts for the last one of each cut.
BYTE_RANGE = "PDFA2A-SIGNATURE-BYTERANGE-001"

logging.disable(logging.CRITICAL)


class Keys:
    """Certificates and keys, in a folder of their own."""

    def __init__(self, folder):
        self.folder = folder
        self.made = {}
        self.make("root", None, authority=True)
        self.make("middle", "root", authority=True)
        for name, kind in SCHEMES.items():
            self.make(name, "middle", kind=kind)
        self.trust = folder / "nss"
        self.trust.mkdir()
        run("certutil", "-N", "-d", self.trust, "--empty-password")
        run("certutil", "-A", "-d", self.trust, "-n", "root", "-t", "C,C,C", "-i", self.pem("root"))

    def make(self, name, issuer, kind="P-256", authority=False, most=None, years=(2020, 2070), usage=None, uses=None, odd=False):
        match kind:
            case "P-256":
                key = ec.generate_private_key(ec.SECP256R1())
            case "P-384":
                key = ec.generate_private_key(ec.SECP384R1())
            case bits:
                key = rsa.generate_private_key(65537, bits)
        subject = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Instansi Contoh"),
                             x509.NameAttribute(NameOID.COMMON_NAME, f"Uji {name}")])
        above, above_key = self.made[issuer] if issuer else (None, key)
        known = x509.SubjectKeyIdentifier.from_public_key
        usage = usage or (["key_cert_sign", "crl_sign"] if authority else ["digital_signature", "content_commitment"])
        bits = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
                "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
        built = (x509.CertificateBuilder().subject_name(subject).issuer_name(above.subject if above else subject)
                 .public_key(key.public_key()).serial_number(x509.random_serial_number())
                 .not_valid_before(datetime(years[0], 1, 1)).not_valid_after(datetime(years[1], 1, 1))
                 .add_extension(x509.BasicConstraints(authority, most), critical=True)
                 .add_extension(x509.KeyUsage(**{bit: bit in usage for bit in bits}), critical=True)
                 .add_extension(known(key.public_key()), critical=False)
                 .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above_key.public_key()), critical=False))
        if uses:
            built = built.add_extension(x509.ExtendedKeyUsage(uses), critical=False)
        if odd:
            built = built.add_extension(x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4.5"), b"\x05\x00"), critical=True)
        certificate = built.sign(above_key, hashes.SHA256())
        self.made[name] = (certificate, key)
        self.pem(name).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        private = self.folder / f"{name}.key"
        private.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                              serialization.NoEncryption()))
        chain = self.folder / f"{name}.chain"
        above_text = (self.folder / f"{issuer}.chain").read_text() if issuer else ""
        chain.write_text(self.pem(name).read_text() + above_text)
        run("openssl", "pkcs12", "-export", "-inkey", private, "-in", chain, "-out", self.p12(name),
            "-passout", f"pass:{PASSPHRASE}")

    def pem(self, name):
        return self.folder / f"{name}.pem"

    def p12(self, name):
        return self.folder / f"{name}.p12"

    def signer(self, name, **options):
        return signers.SimpleSigner.load_pkcs12(str(self.p12(name)), passphrase=PASSPHRASE.encode(), **options)


def run(*command, fails=False):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          env=os.environ | {"RAPOR_PASSPHRASE": PASSPHRASE})
    if done.returncode and not fails:
        raise RuntimeError(f"{command}\n{done.stdout}{done.stderr}")
    return done


class Judges:
    """What each program says of the signatures of a file: an empty list if all is well, else what is wrong."""

    def __init__(self, rapor, keys):
        self.rapor_path, self.keys = rapor, keys

    def all(self):
        return {"pyHanko": self.pyhanko, "pdfsig": self.pdfsig, "rapor": self.rapor}

    def pyhanko(self, path, count):
        try:
            trust = ValidationContext(trust_roots=[load_cert_from_pemder(self.keys.pem("root"))], allow_fetching=False)
            found = PdfFileReader(BytesIO(path.read_bytes())).embedded_regular_signatures
            said = [validate_pdf_signature(one, trust) for one in found]
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]
        return [one.summary() for one in said if not one.bottom_line] + missing(count, said)

    def pdfsig(self, path, count):
        # The certificates name no place to ask about revocation, so nothing is asked.
        text = run("pdfsig", "-nssdir", self.keys.trust, path, fails=True).stdout
        parts = re.split(r"^Signature #\d+:", text, flags=re.M)[1:]
        parts = [part for part in parts if "field is not signed" not in part]
        wanted = ["Signature is Valid", "Certificate is Trusted"]
        wrong = [part for part in parts if not all(words in part for words in wanted)]
        # pdfsig does not look at what was changed afterwards, but says whether the last one covers everything.
        if not any("Total document signed" in part for part in parts) and parts:
            wrong.append("no signature covers the whole file")
        return wrong + missing(count, parts)

    def rapor(self, path, count):
        said = run(self.rapor_path, "verify", "--lang", "en", "--format", "json", "--roots", self.keys.pem("root"), path, fails=True)
        if said.returncode not in (0, 1):
            return [said.stderr or "crashed"]
        [file] = json.loads(said.stdout)["files"]
        found = file.get("signatures", [])
        wrong = [json.dumps(one) for one in found if one["standing"] != "valid"]
        if (said.returncode == 0) != file["right"] or (said.returncode == 0 and wrong):
            wrong.append("the exit code says something else than the words")
        noted = [f"{one['field']}: {one['notes']}" for one in found if one["notes"]]
        return wrong + noted + missing(count, found)


def missing(count, found):
    return [] if len(found) == count else [f"{len(found)} signatures instead of {count}"]


def empty_fields(path):
    with path.open("rb") as file:
        return [name for name, value, _ in fields.enumerate_sig_fields(PdfFileReader(file)) if value is None]


def sign_by_rapor(rapor, keys, path, name, out):
    field = empty_fields(path)[0]
    run(rapor, "sign", path, "--field", field, "--key", keys.p12(name), "--out", out)


def sign_by_pyhanko(keys, path, name, out, field=None, **about):
    options = {"prefer_pss": True} if about.pop("pss", False) else {}
    about = {"subfilter": fields.SigSeedSubFilter.PADES, "md_algorithm": "sha256"} | about
    with path.open("rb") as file:
        signed = signers.sign_pdf(IncrementalPdfFileWriter(file), existing_fields_only=True,
                                  signature_meta=signers.PdfSignatureMetadata(field_name=field or empty_fields(path)[0], **about),
                                  signer=keys.signer(name, **options))
    out.write_bytes(signed.getbuffer())


def conformance(path, count):
    """What keeps a file from being PDF/A-2a and PDF/UA-1, each revision taken as it was when it was signed."""
    data, faults = path.read_bytes(), []
    ends = sorted({sum(list(one.byte_range)[2:]) for one in PdfFileReader(BytesIO(data)).embedded_regular_signatures})
    for number, end in enumerate(ends, 1):
        cut = path.with_suffix(f".{number}.pdf")
        cut.write_bytes(data[:end])
        archive = page.validate_pdf(str(cut), profile=pdf.ARCHIVE).failures
        # The last signature of this cut covers all of it; earlier ones cover the revisions that were judged before.
        faults += [str(one) for one in archive if one.rule_id != BYTE_RANGE or number == 1]
        if not pdf.conforms(cut, pdf.ACCESS):
            faults.append(f"revision {number} is not PDF/UA-1")
        faults += [] if run("qpdf", "--check", cut, fails=True).returncode == 0 else [f"qpdf: revision {number}"]
        cut.unlink()
    return faults + missing(count, ends)


def judge(rapor, paths):
    faults, accepted = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        keys = Keys(folder)
        judges = Judges(rapor, keys)

        def accept(path, count, about, conforming=True):
            nonlocal accepted
            accepted += 1
            found = [f"{name}: {words}" for name, ask in judges.all().items() for words in ask(path, count)]
            found += conformance(path, count) if conforming else []
            faults.extend(f"{about}: {words}" for words in found)

        for path in paths:
            before = path
            for count, name in enumerate(SCHEMES, 1):
                out = folder / f"own-{count}.pdf"
                out.unlink(missing_ok=True)
                sign_by_rapor(rapor, keys, before, name, out)
                accept(out, count, f"{path}, signed {count} times")
                if not out.read_bytes().startswith(before.read_bytes()):
                    faults.append(f"{path}: signing changed what was there")
                before = out
        path, other, both = paths[0], folder / "other.pdf", folder / "both.pdf"
        for words, name, about in [("PAdES", "p256", {}), ("PSS", "rsa", {"pss": True}), ("SHA-512", "p384", {"md_algorithm": "sha512"}),
                                   ("CMS", "rsa", {"subfilter": fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED}),
                                   ("certifying", "p256", {"certify": True, "docmdp_permissions": fields.MDPPerm.FILL_FORMS})]:
            # The stamp of pyHanko is not fit for PDF/A, so only what is signed is judged.
            sign_by_pyhanko(keys, path, name, other, **about)
            accept(other, 1, f"{path}, signed by pyHanko ({words})", conforming=False)
            both.unlink(missing_ok=True)
            # A key of its own for each: pdfsig may not know a certificate any more when it meets it again, whoever signed.
            sign_by_rapor(rapor, keys, other, "rsa" if name == "p384" else "p384", both)
            accept(both, 2, f"{path}, signed by pyHanko ({words}), then by us", conforming=False)
        sign_by_pyhanko(keys, folder / "own-1.pdf", "rsa", both)
        accept(both, 2, f"{path}, signed by us, then by pyHanko", conforming=False)
    for fault in faults:
        print(fault)
    print(f"sign: {accepted} files, {len(faults)} failures")
    return bool(faults) or not paths


def gap(data, field):
    """Where a signature stands, with its brackets."""
    found = PdfFileReader(BytesIO(data)).embedded_regular_signatures
    start, length, resumes, _ = list(next(one for one in found if one.field_name == field).byte_range)
    return start + length, resumes


def changed(data, place, mask=1):
    return data[:place] + bytes([data[place] ^ mask]) + data[place + 1:]


def revised(data, change):
    """A revision appended by another program."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def blank_page(writer):
    first = writer.root["/Pages"]["/Kids"].raw_get(0)
    first.get_object()["/Contents"] = writer.add_object(StreamObject(stream_data=b" "))
    writer.mark_update(first)


def other_language(writer):
    writer.root["/Lang"] = pdf_string("xx")
    writer.update_root()


def prove(rapor, path):
    missed, count = [], 0
    outside = ["pyHanko", "pdfsig"]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        keys = Keys(folder)
        judges = Judges(rapor, keys).all()

        def refused(name, data, by, signatures=2):
            nonlocal count
            count += 1
            spoiled = folder / "spoiled.pdf"
            spoiled.write_bytes(data)
            for judge in [*by, "rapor"]:
                if not judges[judge](spoiled, signatures):
                    missed.append(f"not noticed by {judge}: {name}")

        names = empty_fields(path)
        once, twice = folder / "once.pdf", folder / "twice.pdf"
        sign_by_rapor(rapor, keys, path, "p256", once)
        sign_by_rapor(rapor, keys, once, "rsa", twice)
        first, data = once.read_bytes(), twice.read_bytes()
        if any(ask(twice, 2) for ask in judges.values()):
            missed.append("the file is not accepted to begin with")
        start, end = gap(data, names[0])
        late_start, late_end = gap(data, names[1])
        refused("a byte of the document changed", changed(data, path.stat().st_size // 2), outside)
        refused("a byte of the first line changed", changed(data, 12), outside)
        refused("a byte before the signature changed", changed(data, start - 30), outside)
        refused("a byte after the signature changed", changed(data, end + 40), outside)
        refused("a byte of the second revision changed", changed(data, len(first) + 400), outside)
        refused("the last line changed", changed(data, len(data) - 9), ["pyHanko"])
        for name, from_, to in (("first", start, end), ("second", late_start, late_end)):
            digits = data[from_ + 1:to - 1].rstrip(b"0")
            refused(f"the {name} signature's value changed", changed(data, from_ + len(digits) - 8), outside)
            refused(f"something hidden behind the {name} signature", changed(data, to - 3), [])
        for part in (0.3, 0.6, 0.9, 0.99):
            refused(f"cut to {part}", data[:int(len(data) * part)], outside)
        refused("cut within the last line", data[:-4], [])
        refused("bytes appended", data + b"\n% more\n", [])
        refused("a page changed afterwards", revised(data, blank_page), ["pyHanko"])
        refused("the language changed afterwards", revised(data, other_language), ["pyHanko"])

        other = folder / "other.pdf"
        sign_by_pyhanko(keys, path, "p256", other, reason="x")
        foreign = other.read_bytes()
        from_, to = gap(foreign, names[0])
        value = foreign[from_ + 1:to - 1].rstrip(b"0")
        value += b"0" * (len(value) % 2)
        moved = data[:start + 1] + value.ljust(end - start - 2, b"0")[:end - start - 2] + data[end - 1:]
        refused("a signature moved from another document", moved, outside)

        keys.make("unknown", None, authority=True)
        keys.make("stranger", "unknown")
        keys.make("expired", "root", years=(2020, 2022))
        keys.make("future", "root", years=(2060, 2070))
        keys.make("encipher", "root", usage=["key_encipherment"])
        keys.make("server", "root", uses=[ExtendedKeyUsageOID.SERVER_AUTH])
        keys.make("odd", "root", odd=True)
        keys.make("short", "root", kind=1024)
        keys.make("not an authority", "root", usage=["digital_signature"])
        keys.make("by no authority", "not an authority")
        keys.make("last authority", "root", authority=True, most=0)
        keys.make("one too many", "last authority", authority=True)
        keys.make("below one too many", "one too many")
        keys.make("old authority", "root", authority=True, years=(2020, 2022))
        keys.make("by an old authority", "old authority")
        for name, by in [("stranger", outside), ("expired", outside), ("future", outside), ("encipher", ["pyHanko"]), ("server", []),
                         ("odd", outside), ("short", []), ("by no authority", outside), ("below one too many", outside),
                         ("by an old authority", outside)]:
            sign_by_pyhanko(keys, path, name, other)
            refused(f"signer: {name}", other.read_bytes(), by, 1)
        sign_by_pyhanko(keys, path, "p256", other, md_algorithm="sha1")
        refused("a digest that is no longer safe", other.read_bytes(), [], 1)
        sign_by_pyhanko(keys, path, "p256", other, certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES)
        if run(rapor, "sign", other, "--field", names[1], "--key", keys.p12("rsa"), "--out", folder / "no.pdf", fails=True).returncode == 0:
            missed.append("signed although the first signature permits nothing more")
        count += 1
        sign_by_pyhanko(keys, path, "p256", other, certify=True, docmdp_permissions=fields.MDPPerm.FILL_FORMS)
        loose = other.read_bytes()
        refused("a page changed after certifying", revised(loose, blank_page), ["pyHanko"], 1)
    for line in missed:
        print(line)
    print(f"sign: {count} kinds of damage, {len(missed)} not noticed")
    return bool(missed)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--prove"] and len(arguments) == 3:
        sys.exit(prove(arguments[1], Path(arguments[2])))
    sys.exit(judge(arguments[0], [Path(argument) for argument in arguments[1:]]))
