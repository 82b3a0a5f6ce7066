"""Judges PDF files by outside oracles, and proves that the oracles notice broken ones. See scripts/oracles/pdf."""

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page
import pikepdf
from pikepdf import Name

ARCHIVE = page.ValidationProfile.PDF_A_2A
ACCESS = page.ValidationProfile.PDF_UA_1


def conforms(path, profile):
    return page.validate_pdf(str(path), profile=profile).is_compliant


def faults_of(path):
    """What the judges find wrong with a file, as text."""
    faults = []
    for name, profile in (("PDF/A-2a", ARCHIVE), ("PDF/UA-1", ACCESS)):
        result = page.validate_pdf(str(path), profile=profile)
        if not result.is_compliant:
            faults.append(f"{path}: not {name}\n{result}")
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if check.returncode != 0:
        faults.append(f"{path}: qpdf\n{check.stdout}{check.stderr}")
    return faults


def judge(paths):
    with ThreadPoolExecutor(max_workers=4) as pool:
        found = [fault for faults in pool.map(faults_of, paths) for fault in faults]
    for fault in found:
        print(fault)
    print(f"pdf: {len(paths)} files, {len(found)} failures")
    return bool(found) or not paths


def elements(pdf, kind):
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == Name(kind)]


def annotations(pdf, kind):
    return [a for p in pdf.pages for a in p.get("/Annots", []) if a.Subtype == Name(kind)]


def fonts(pdf):
    return [f for f in pdf.pages[0].Resources.Font.values()]


def edit_metadata(pdf, old, new):
    text = pdf.Root.Metadata.read_bytes()
    assert old in text
    pdf.Root.Metadata = pdf.make_stream(text.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)


def edit_content(pdf, pattern, new):
    stream = pdf.pages[0].Contents
    text, count = re.subn(pattern, new, stream.read_bytes(), count=1)
    assert count
    stream.write(text)


def drop(dictionary, key):
    del dictionary[key]


# What is broken, how, and which profile must notice.
BREAKS = [
    ("no mark that it is tagged", ARCHIVE, lambda p: drop(p.Root, "/MarkInfo")),
    ("no mark that it is tagged", ACCESS, lambda p: drop(p.Root, "/MarkInfo")),
    ("no structure tree", ARCHIVE, lambda p: drop(p.Root, "/StructTreeRoot")),
    ("no structure tree", ACCESS, lambda p: drop(p.Root, "/StructTreeRoot")),
    ("no output intent", ARCHIVE, lambda p: drop(p.Root, "/OutputIntents")),
    ("no metadata", ARCHIVE, lambda p: drop(p.Root, "/Metadata")),
    ("wrong claim to PDF/A", ARCHIVE, lambda p: edit_metadata(p, b"<pdfaid:part>2<", b"<pdfaid:part>7<")),
    ("no claim to PDF/UA", ACCESS, lambda p: edit_metadata(p, b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    ("claim to PDF/UA undeclared", ARCHIVE,
     lambda p: edit_metadata(p, b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/no/")),
    ("no title", ACCESS, lambda p: edit_metadata(p, b"dc:title", b"dc:source")),
    ("title not shown", ACCESS, lambda p: drop(p.Root, "/ViewerPreferences")),
    ("no language", ACCESS, lambda p: drop(p.Root, "/Lang")),
    ("figure without words", ACCESS, lambda p: drop(elements(p, "/Figure")[0], "/Alt")),
    ("heading level skipped", ACCESS, lambda p: [e.__setitem__("/S", Name.H4) for e in elements(p, "/H2")]),
    ("text neither marked nor decoration", ACCESS, lambda p: edit_content(p, rb"/P<</MCID \d+>>BDC", b"/P BMC")),
    ("heading cell without scope", ACCESS, lambda p: [drop(e, "/A") for e in elements(p, "/TH") if "/A" in e]),
    ("page without tab order", ACCESS, lambda p: drop(p.pages[0], "/Tabs")),
    ("link without words", ACCESS, lambda p: drop(annotations(p, "/Link")[0], "/Contents")),
    ("field without purpose", ACCESS, lambda p: drop(annotations(p, "/Widget")[0], "/TU")),
    ("field outside the tree", ACCESS, lambda p: drop(annotations(p, "/Widget")[0], "/StructParent")),
    ("field without appearance", ARCHIVE, lambda p: drop(annotations(p, "/Widget")[0], "/AP")),
    ("link not printed", ARCHIVE, lambda p: annotations(p, "/Link")[0].__setitem__("/F", 0)),
    ("no characters for glyphs", ARCHIVE, lambda p: drop(fonts(p)[0], "/ToUnicode")),
    ("no characters for glyphs", ACCESS, lambda p: drop(fonts(p)[0], "/ToUnicode")),
    ("no font program", ARCHIVE, lambda p: drop(fonts(p)[0].DescendantFonts[0].FontDescriptor, "/FontFile2")),
    ("wrong glyph widths", ARCHIVE, lambda p: fonts(p)[0].DescendantFonts[0].__setitem__("/W", [0, [999] * 60])),
    ("colour without meaning", ARCHIVE, lambda p: edit_content(p, rb"rg\n", b"rg 0 0 0 1 k\n")),
]


def wrong_length(path):
    """A copy of a file in which a stream claims one byte more than it has."""
    data = path.read_bytes()
    return re.sub(rb"/Length (\d+)(?=[^>]*>>\s*stream)", lambda m: b"/Length %d" % (int(m[1]) + 1), data, count=1)


def prove(path):
    missed = []
    if faults_of(path):
        missed.append(f"{path} does not conform to begin with")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.pdf"
        with pikepdf.open(path) as pdf:
            pdf.save(copy, fix_metadata_version=False)
        if faults_of(copy):
            missed.append("a plain copy does not conform, so the other proofs say nothing")
        for name, profile, change in BREAKS:
            with pikepdf.open(path) as pdf:
                change(pdf)
                pdf.save(copy, fix_metadata_version=False)
            if conforms(copy, profile):
                missed.append(f"not noticed by {profile}: {name}")
        copy.write_bytes(wrong_length(path))
        if conforms(copy, ARCHIVE):
            missed.append("not noticed: a stream of the wrong length")
    for line in missed:
        print(line)
    print(f"pdf: {len(BREAKS) + 1} kinds of damage, {len(missed)} not noticed")
    return bool(missed)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--prove"] and len(arguments) == 2:
        sys.exit(prove(Path(arguments[1])))
    sys.exit(judge([Path(argument) for argument in arguments]))
