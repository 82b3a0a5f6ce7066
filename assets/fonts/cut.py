"""Cuts the document font from Source Sans Pro: cut.py FOLDER_OF_TTF_FILES TARGET_FOLDER. See README.md."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CHARACTERS = """
0020-007E 00A0-024F 02BB-02BC 02C6-02DD 0300-0304 0306-030C 0323 0327 0328 0331 03A9 03BC 03C0 1E00-1EFF
2010-2015 2018-201E 2020-2022 2026 2030 2032 2033 2039 203A 2044 2070-209C 20A8-20BF 2113 2116 2122 2126 212E
2150-215F 2190-2199 2202 2206 220F 2211 2212 2215 2219 221A 221E 222B 2248 2260 2264 2265
25A0 25A1 25AA 25B2 25BC 25CA 25CF 2610-2612 2713 2714 2717
"""
FACES = {"Regular": "Regular", "Bold": "Bold", "It": "Italic", "BoldIt": "BoldItalic"}
# Copyright, designer, vendor and licence stay; the names of the font are new.
KEPT_NAMES = (0, 9, 11, 13, 14)


def characters():
    for part in CHARACTERS.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def cut(source, face):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk"]
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    words = face.replace("BoldItalic", "Bold Italic")
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES]
    version = "Version 1.0, cut from Source Sans Pro 3.6"
    own = {1: "Rapor Sans", 2: words, 3: f"RaporSans-{face}", 4: f"Rapor Sans {words}", 5: version, 6: f"RaporSans-{face}"}
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)
    del font["GSUB"], font["BASE"]
    return font


if __name__ == "__main__":
    sources, target = map(Path, sys.argv[1:])
    for ending, face in FACES.items():
        cut(sources / f"SourceSansPro-{ending}.ttf", face).save(target / f"RaporSans-{face}.ttf")
