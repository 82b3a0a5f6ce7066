//! The two-page report that Rapor and its peers print: what it says, and how Rapor sets it.
//!
//! Its words are told apart from its form, so that others can be given the very same ones.

mod words;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use rapor::calendar::parse_date;
use rapor::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, PageSetup, Paper, Paragraph, Row, Running,
    Scope, Seal, Side, Signatures, Signer, Table, chart, mm,
};
use serde::Serialize;

use crate::documents::Dice;

/// The issuing agency.
const AGENCY: &str = "Balai Contoh Daerah";
const TITLE: &str = "Evaluasi Kinerja Pegawai";
const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What one report says.
#[derive(Serialize)]
pub(crate) struct Report {
    title: &'static str,
    agency: &'static str,
    /// Left part of the foot; its middle is the code, its right part the page.
    foot: &'static str,
    /// Right part of the foot.
    page: &'static str,
    heading: String,
    results: Results,
    chart: Chart,
    sections: Vec<Section>,
    signers: Vec<Place>,
    code: Code,
}

/// A table of eight rows; a row begins with its number.
#[derive(Serialize)]
struct Results {
    heading: &'static str,
    summary: &'static str,
    head: [&'static str; 6],
    rows: Vec<[String; 6]>,
}

/// A chart of bars.
#[derive(Serialize)]
struct Chart {
    heading: &'static str,
    alt: String,
    bars: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    label: &'static str,
    value: String,
    thousandths: u32,
}

/// A paragraph under a heading.
#[derive(Serialize)]
struct Section {
    heading: &'static str,
    text: String,
}

/// Where somebody signs, from left to right.
#[derive(Serialize)]
struct Place {
    field: &'static str,
    purpose: &'static str,
    date: &'static str,
    role: &'static str,
    name: String,
    below: String,
}

/// The code by which the report is verified.
#[derive(Serialize)]
struct Code {
    label: &'static str,
    code: String,
    words: &'static str,
    alt: String,
    target: String,
    /// Modules along an edge of the QR code.
    size: i32,
    /// Its dark modules as a path, in modules.
    path: String,
}

impl Report {
    /// A report whose words follow from a number.
    pub(crate) fn new(seed: u64) -> Report {
        let mut dice = Dice::new(seed);
        let name = words::name(&mut dice);
        Report {
            title: TITLE,
            agency: AGENCY,
            foot: "Dicetak dari arsip unit kerja",
            page: "Halaman {page} dari {pages}",
            heading: format!("Evaluasi Kinerja Pegawai Nomor {seed}: {name}"),
            results: results(&mut dice),
            chart: bars(&mut dice),
            sections: sections(&mut dice),
            signers: signers(&mut dice, name),
            code: code(&mut dice),
        }
    }

    /// The report as Rapor sets it.
    pub(crate) fn document(&self) -> Document {
        let date = parse_date("2025-01-17").expect("a date");
        let page = PageSetup::new(Paper::A4, Orientation::Portrait);
        let mut document = Document::new(self.title, self.agency, "id", date, page);
        document.head = Some(Running::new(self.agency, self.title));
        let mut foot = Running::new(self.foot, self.page);
        foot.center.clone_from(&self.code.code);
        document.foot = Some(foot);
        document.push(Block::centered_heading(1, &self.heading));
        document.push(Block::heading(2, self.results.heading));
        document.push(self.results.table());
        document.push(Block::heading(2, self.chart.heading));
        let bars = self.chart.bars.iter().map(|bar| chart::Bar::new(bar.label, &bar.value, bar.thousandths));
        let width = page.size().0 - mm(30.0);
        document.push(Content::from(chart::bars(&self.chart.alt, width, &bars.collect::<Vec<_>>())));
        for section in &self.sections {
            document.push(Block::heading(2, section.heading));
            document.push(Paragraph::new(&section.text).align(Align::Justify));
        }
        document.push(Block::space(10.0));
        let sides = [Side::Left, Side::Middle, Side::Right];
        document
            .push(Signatures::new(self.signers.iter().zip(sides).map(|(place, side)| place.signer(side))));
        document.seal = Some(Seal {
            code: self.code.code.clone(),
            target: self.code.target.clone(),
            alt: self.code.alt.clone(),
            label: self.code.label.into(),
            words: self.code.words.into(),
            on_every_row: false,
        });
        document
    }
}

impl Results {
    fn table(&self) -> Table {
        let columns = [
            Column::fixed(22.0).align(Align::Center),
            Column::share(4.0),
            Column::share(2.0),
            Column::share(4.0),
            Column::share(2.0),
            Column::share(2.0),
        ];
        let rows = self.rows.iter().map(|[number, result, aspect, indicator, target, reached]| {
            let result = Cell::new(result).heading(Scope::Row);
            Row::new([
                Cell::new(number),
                result,
                Cell::new(aspect),
                Cell::new(indicator),
                Cell::new(target),
                Cell::new(reached),
            ])
        });
        Table::new(columns).head(Row::new(self.head)).rows(rows).summary(self.summary)
    }
}

impl Place {
    fn signer(&self, side: Side) -> Signer {
        let signer = Signer::new(self.field, self.purpose, self.role).name(&self.name).below(&self.below);
        let signer = signer.side(side);
        if self.date.is_empty() { signer } else { signer.place_date(self.date) }
    }
}

fn results(dice: &mut Dice) -> Results {
    let row = |dice: &mut Dice, number: usize| {
        let reached = 60 + dice.below(60);
        [
            number.to_string(),
            words::phrase(dice, 8, 20),
            ["Kuantitas", "Kualitas", "Waktu"][number % 3].to_owned(),
            words::phrase(dice, 6, 16),
            format!("{} {}", 2 + dice.below(40), words::phrase(dice, 1, 3)),
            format!("{reached},{} %", dice.below(10)),
        ]
    };
    Results {
        heading: "Hasil kerja",
        summary: "Rencana hasil kerja dengan indikator, target dan realisasi",
        head: ["NO", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR", "TARGET", "REALISASI"],
        rows: (1..=8).map(|number| row(dice, number)).collect(),
    }
}

fn bars(dice: &mut Dice) -> Chart {
    let names = ["Orientasi pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Kolaboratif"];
    let bars = names.map(|label| {
        let thousandths = 300 + dice.below(700) as u32;
        Bar { label, value: format!("{},{} %", thousandths / 10, thousandths % 10), thousandths }
    });
    let told: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.label, bar.value)).collect();
    Chart { heading: "Perilaku kerja", alt: told.join("; "), bars: bars.into() }
}

fn sections(dice: &mut Dice) -> Vec<Section> {
    let headings = ["Ringkasan", "Kekuatan", "Pengembangan", "Rekomendasi"];
    headings.map(|heading| Section { heading, text: words::paragraph(dice, 5) }).into()
}

fn signers(dice: &mut Dice, name: String) -> Vec<Place> {
    let roles = [
        ("pegawai", "Tanda tangan Pegawai yang Dinilai", "Pegawai yang Dinilai,"),
        ("pejabat-penilai", "Tanda tangan Pejabat Penilai Kinerja", "Pejabat Penilai Kinerja,"),
        ("atasan", "Tanda tangan Atasan Pejabat Penilai Kinerja", "Atasan Pejabat Penilai Kinerja,"),
    ];
    let names = [name, words::name(dice), words::name(dice)];
    let places = roles.into_iter().zip(names).map(|((field, purpose, role), name)| Place {
        field,
        purpose,
        date: if field == "atasan" { "Kota Contoh, 17 Januari 2025" } else { "" },
        role,
        name,
        below: words::number(dice),
    });
    places.collect()
}

fn code(dice: &mut Dice) -> Code {
    let mut letters = |count: usize| -> String {
        (0..count).map(|_| char::from(LETTERS.as_bytes()[dice.below(LETTERS.len())])).collect()
    };
    let (page, code) = (letters(32).to_lowercase(), letters(26));
    let address = format!("https://kinerja.example.go.id/v/{page}.html#");
    let target = format!("{address}{code}");
    let printed = [&code[..5], &code[5..10], &code[10..15], &code[15..20], &code[20..]].join("-");
    let mut segments = vec![QrSegment::make_bytes(address.as_bytes())];
    segments.append(&mut QrSegment::make_segments(&code));
    let (least, most, mask) = (Version::MIN, Version::MAX, Some(Mask::new(2)));
    let modules = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, least, most, mask, true)
        .expect("a code");
    Code {
        label: "Kode dokumen",
        alt: format!("Kode QR untuk memeriksa dokumen ini, dengan kode {printed}"),
        code: printed,
        words: "Pindai kode QR untuk memeriksa bahwa dokumen ini diterbitkan oleh instansi dan masih berlaku.",
        target,
        size: modules.size(),
        path: path(&modules),
    }
}

/// The dark modules of each row, those beside each other joined.
fn path(modules: &QrCode) -> String {
    let mut path = String::new();
    for row in 0..modules.size() {
        let mut column = 0;
        while column < modules.size() {
            let count = (column..modules.size()).take_while(|at| modules.get_module(*at, row)).count();
            if count > 0 {
                path.push_str(&format!("M{column} {row}h{count}v1h-{count}z"));
            }
            column += count as i32 + 1;
        }
    }
    path
}
