//! Setting the code of a document.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use super::super::document::{Align, Seal, mm};
use super::lines::Voice;
use super::{Atom, Piece, Setter};
use crate::pdf::{Area, Colour, Draw, Kind, NodeId};

/// Edge of the QR code, without the quiet zone around it.
const EDGE: f32 = 18.0;
/// Quiet zone around a QR code, in modules.
const QUIET: i32 = 4;
/// Size of the words beside it.
const SIZE: f32 = 6.5;

/// Where there is room for the code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub(super) x: f32,
    pub(super) width: f32,
}

impl Setter<'_> {
    /// Sets the code at the end of a document that nobody signs.
    pub(super) fn closing_seal(&mut self) {
        let Some(seal) = self.seal.take() else { return };
        let mut atom = self.seal(seal, Room { x: 0.0, width: self.width });
        atom.gap = self.style.gap + self.style.size;
        self.keep_last();
        self.push(vec![atom]);
    }

    /// Adds the code to a row of signatures: between or beside them where there is room, so that it takes none of its own,
    /// else below them.
    pub(super) fn add_seal(&mut self, seal: &Seal, taken: &[(f32, f32)], row: &mut Atom) {
        let mut room = Room { x: 0.0, width: 0.0 };
        let mut x = 0.0;
        for (start, end) in taken.iter().copied().chain([(self.width, self.width)]) {
            if start - x > room.width {
                room = Room { x, width: start - x };
            }
            x = end;
        }
        let is_beside = room.width >= mm(EDGE) * 1.2;
        let room = if is_beside { room } else { Room { x: 0.0, width: self.width } };
        let mut atom = self.seal(seal, room);
        let y = if is_beside { (row.height - atom.height).max(0.0) } else { row.height + self.style.gap };
        for piece in &mut atom.pieces {
            piece.shift(0.0, y);
        }
        row.height = row.height.max(y + atom.height);
        row.pieces.append(&mut atom.pieces);
    }

    /// Sets the code into a room: the QR code with the words beside it, or below it where it is narrow.
    pub(super) fn seal(&mut self, seal: &Seal, room: Room) -> Atom {
        let mut atom = Atom::default();
        let edge = mm(EDGE);
        let Some(code) = modules(&seal.target) else { return atom };
        let size = code.size();
        let quiet = edge * QUIET as f32 / size as f32;
        let whole = edge + 2.0 * quiet;
        let narrow = room.width < 2.0 * whole;
        let left = if narrow { room.x + (room.width - edge) / 2.0 } else { room.x };
        let area = Area { x: left, y: quiet, width: edge, height: edge };
        let parent = self.node(Kind::Division, NodeId(0));
        let node = self.node(Kind::Figure { alt: seal.alt.clone(), area }, parent);
        atom.pieces.push(Piece::Figure(node, area));
        let runs = runs(&code);
        atom.pieces.push(Piece::Marked(
            node,
            Draw::Modules { area, across: size as u16, runs, colour: Colour::INK },
        ));
        let (x, width, align) = if narrow {
            (room.x, room.width, Align::Center)
        } else {
            (left + edge + quiet, room.width - edge - quiet, Align::Left)
        };
        let voice = Voice { size: SIZE, leading: 1.2, align, ..self.voice() };
        let mut lines = vec![];
        let parts = [
            (&seal.label, Colour::GREY, false),
            (&seal.code, Colour::INK, true),
            (&seal.words, Colour::GREY, false),
        ];
        // Between signatures there is room for the code only; the description of the QR code says what it is.
        for (text, colour, bold) in parts.into_iter().filter(|(_, _, is_code)| *is_code || !narrow) {
            let node = self.node(Kind::Paragraph, parent);
            lines.append(&mut self.lines(
                &text.as_str().into(),
                node,
                width,
                Voice { colour, bold, ..voice },
            ));
        }
        let height: f32 = lines.iter().map(|line| line.height).sum();
        let mut y = if narrow { edge + 1.5 * quiet } else { quiet + ((edge - height) / 2.0).max(0.0) };
        for mut line in lines {
            for piece in &mut line.pieces {
                piece.shift(x, y);
            }
            y += line.height;
            atom.pieces.append(&mut line.pieces);
        }
        atom.height = y.max(edge + 2.0 * quiet);
        atom
    }
}

/// The QR code of a text, at level M or better in the same size.
fn modules(target: &str) -> Option<QrCode> {
    let segments = match target.split_once('#') {
        // A code after an address takes less room by itself.
        Some((address, code)) => {
            let mut segments = vec![QrSegment::make_bytes(format!("{address}#").as_bytes())];
            segments.append(&mut QrSegment::make_segments(code));
            segments
        }
        None => QrSegment::make_segments(target),
    };
    let (least, most) = (Version::MIN, Version::MAX);
    // The mask is given, so that eight need not be tried for each document.
    QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, least, most, Some(Mask::new(2)), true).ok()
}

/// Dark modules, those beside each other joined: first column, row and how many.
fn runs(code: &QrCode) -> Vec<[u16; 3]> {
    let mut runs: Vec<[u16; 3]> = vec![];
    for row in 0..code.size() {
        let mut before = false;
        for column in 0..code.size() {
            let dark = code.get_module(column, row);
            match runs.last_mut() {
                Some(run) if dark && before => run[2] += 1,
                _ if dark => runs.push([column as u16, row as u16, 1]),
                _ => {}
            }
            before = dark;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads what is drawn as a scanner would: as a grey picture.
    fn read(target: &str) -> String {
        const SCALE: usize = 4;
        let code = modules(target).unwrap();
        let size = (code.size() + 2 * QUIET) as usize * SCALE;
        let mut dark = vec![false; size * size];
        for [column, row, count] in runs(&code) {
            for y in 0..SCALE {
                for x in 0..usize::from(count) * SCALE {
                    let left = (usize::from(column) + QUIET as usize) * SCALE + x;
                    dark[((usize::from(row) + QUIET as usize) * SCALE + y) * size + left] = true;
                }
            }
        }
        let picture = |x: usize, y: usize| if dark[y * size + x] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(size, size, picture);
        let grids = picture.detect_grids();
        assert_eq!(grids.len(), 1, "{target}");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn qr_codes_can_be_read() {
        for target in [
            "3JC5R6YWH0CHQP6XBDCNQ7881H",
            "https://kinerja.example.go.id/v/0123456789abcdef0123456789abcdef.html#3JC5R6YWH0CHQP6XBDCNQ7881H",
            "https://kinerja.dinas-perpustakaan.kota-yang-panjang-namanya.example.go.id/penilaian/v/0123456789abcdef0123456789abcdef.html#3JC5R6YWH0CHQP6XBDCNQ7881H",
        ] {
            assert_eq!(read(target), target);
        }
    }

    /// One to three people sign; the code stands on their page, over nobody's field, and within the margins.
    #[test]
    fn the_code_stands_with_the_signatures_and_over_none() {
        use crate::pdf::Press;
        use crate::report::document::{Document, Orientation, PageSetup, Paper, Side, Signatures, Signer};
        let press = Press::new().unwrap();
        let sides =
            [[Side::Right].as_slice(), &[Side::Left, Side::Right], &[Side::Left, Side::Middle, Side::Right]];
        for orientation in [Orientation::Portrait, Orientation::Landscape] {
            for sides in sides.iter().chain([&[].as_slice()]) {
                let date = crate::calendar::parse_date("2025-01-17").unwrap();
                let page = PageSetup::new(Paper::A4, orientation);
                let mut document = Document::new("Surat", "Balai", "id", date, page);
                let signer =
                    |side: &Side| Signer::new("tt", "Tanda tangan", "Pejabat").name("Nama").side(*side);
                if !sides.is_empty() {
                    document.push(Signatures::new(sides.iter().map(signer)));
                }
                document.seal = Some(Seal {
                    code: "3JC5R-6YWH0-CHQP6-XBDCN-Q7881H".into(),
                    target: "3JC5R6YWH0CHQP6XBDCNQ7881H".into(),
                    alt: "Kode QR".into(),
                    label: "Kode dokumen".into(),
                    words: "Pindai.".into(),
                    on_every_row: false,
                });
                let (folio, _) = press.with_shaper(|shaper| super::super::lay(&document, shaper));
                assert_eq!(folio.sheets.len(), 1);
                let sheet = &folio.sheets[0];
                let codes: Vec<Area> = sheet
                    .items
                    .iter()
                    .filter_map(
                        |(_, draw)| if let Draw::Modules { area, .. } = draw { Some(*area) } else { None },
                    )
                    .collect();
                let [code] = codes[..] else { panic!("{} codes", codes.len()) };
                assert!((code.width - mm(EDGE)).abs() < 0.01);
                assert!(code.x >= mm(15.0) - 0.1 && code.y + code.height < sheet.size.1 - mm(12.0));
                for field in &sheet.fields {
                    let apart = field.area.x + field.area.width <= code.x
                        || code.x + code.width <= field.area.x
                        || field.area.y + field.area.height <= code.y;
                    assert!(apart, "{orientation:?} {sides:?}: {:?} {code:?}", field.area);
                }
            }
        }
    }

    /// 18 mm at the size of the usual address leave 0.4 mm a module, which any telephone reads.
    #[test]
    fn modules_are_large_enough() {
        let usual = "https://kinerja.example.go.id/v/0123456789abcdef0123456789abcdef.html#3JC5R6YWH0CHQP6XBDCNQ7881H";
        assert!(modules(usual).unwrap().size() <= 45);
        assert!(modules("3JC5R6YWH0CHQP6XBDCNQ7881H").unwrap().size() <= 25);
    }
}
