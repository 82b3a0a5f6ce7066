//! Documents for tests, samples and benchmarks of the report and PDF rooms: forms of many shapes, varied by a number.

// Each user takes what it needs.
#![allow(dead_code, unreachable_pub)]

use rapor::calendar::parse_date;
use rapor::report::document::*;

/// A stream of numbers that is the same in every run.
pub struct Dice(u64);

impl Dice {
    /// Begins a stream.
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % bound
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }

    /// Some words in the manner of a work plan.
    pub fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.pick(&WORDS)).collect();
        words.join(" ")
    }
}

const WORDS: [&str; 40] = [
    "tersusunnya",
    "rekomendasi",
    "kebijakan",
    "layanan",
    "informasi",
    "publik",
    "yang",
    "dan",
    "untuk",
    "tepat",
    "waktu",
    "≥ 90 %",
    "laporan",
    "triwulan",
    "unit",
    "kerja",
    "pengelolaan",
    "data",
    "kepegawaian",
    "dengan",
    "tindak-lanjut",
    "hasil",
    "evaluasi",
    "dokumen",
    "Rp1.250.000",
    "pada",
    "jadwal",
    "terlaksananya",
    "pembinaan",
    "pegawai/PPPK",
    "sesuai",
    "standar",
    "mutu",
    "AVA",
    "To",
    "“umpan balik”",
    "Jum’at",
    "97,5",
    "rapat",
    "koordinasi",
];

/// The smallest PNG worth drawing: a few coloured pixels.
pub fn picture() -> Image {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 8, 8);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> =
        (0..64u8).flat_map(|n| [n * 4, 120, 255 - n * 4, if n % 3 == 0 { 0 } else { 255 }]).collect();
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).expect("a picture");
    Image::read(&file).expect("a picture")
}

fn page(seed: u64, orientation: Orientation) -> PageSetup {
    let paper = [Paper::A4, Paper::F4, Paper::Letter][(seed % 3) as usize];
    PageSetup::new(paper, orientation)
}

fn begin(title: &str, page: PageSetup) -> Document {
    let date = parse_date("2025-01-17").expect("a date");
    let mut document = Document::new(title, "Balai Contoh Daerah", "id", date, page);
    document.head = Some(Running::new("Balai Contoh Daerah", title));
    document.foot = Some(Running::new("Dicetak dari arsip unit kerja", "Halaman {page} dari {pages}"));
    document
}

fn identity() -> Table {
    let person = [
        ("NAMA", "Dr. Dewi Lestari, S.Kom., M.Si.", "Hasan Basri, S.E."),
        ("NIP", "19900101 202012 1 001", "19800505 200501 1 002"),
        ("PANGKAT/GOL. RUANG", "Penata, III/c", "Pembina, IV/a"),
        ("JABATAN", "Pranata Komputer Ahli Muda", "Kepala Bidang Data dan Informasi"),
        ("UNIT KERJA", "Bidang Data dan Informasi", "Balai Contoh Daerah"),
    ];
    let columns = [
        Column::fixed(18.0),
        Column::share(2.0),
        Column::share(3.0),
        Column::fixed(18.0),
        Column::share(2.0),
        Column::share(3.0),
    ];
    let head = Row::new([
        Cell::new("NO"),
        Cell::new("PEGAWAI YANG DINILAI").columns(2),
        Cell::new("NO"),
        Cell::new("PEJABAT PENILAI KINERJA").columns(2),
    ]);
    let rows = person.iter().enumerate().map(|(place, (label, left, right))| {
        let number = (place + 1).to_string();
        let head = |text: &str| Cell::new(text).heading(Scope::Row);
        Row::new([
            Cell::new(&number),
            head(label),
            Cell::new(*left),
            Cell::new(&number),
            head(label),
            Cell::new(*right),
        ])
    });
    Table::new(columns).head(head).rows(rows).summary("Pegawai yang dinilai dan pejabat penilai kinerja")
}

fn signers(two: bool) -> Signatures {
    let right =
        Signer::new("pejabat-penilai", "Tanda tangan Pejabat Penilai Kinerja", "Pejabat Penilai Kinerja,")
            .place_date("Kota Contoh, 17 Januari 2025")
            .name("Hasan Basri, S.E.")
            .below("NIP 19800505 200501 1 002");
    let left = Signer::new("pegawai", "Tanda tangan Pegawai yang Dinilai", "Pegawai yang Dinilai,")
        .name("Dr. Dewi Lestari, S.Kom., M.Si.")
        .below("NIP 19900101 202012 1 001")
        .side(Side::Left);
    Signatures::new(if two { vec![left, right] } else { vec![right] })
}

/// A work plan: a wide table whose first cells cover several rows.
pub fn plan(seed: u64) -> Document {
    let mut dice = Dice::new(seed);
    let mut document = begin("Sasaran Kinerja Pegawai", page(seed, Orientation::Landscape));
    let title = Prose::new()
        .text("SASARAN KINERJA PEGAWAI")
        .line_break()
        .text("PENDEKATAN HASIL KERJA KUANTITATIF")
        .line_break()
        .text("BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL");
    document.push(Block::centered_heading(1, title));
    document.push(Block::space(6.0));
    document.push(identity());
    document.push(Block::heading(2, "Hasil kerja"));
    let columns = [
        Column::fixed(24.0).align(Align::Center),
        Column::share(3.0),
        Column::share(3.0),
        Column::fixed(58.0),
        Column::share(4.0),
        Column::share(2.0),
    ];
    let names = [
        "NO",
        "RENCANA HASIL KERJA ATASAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
    ];
    let mut table = Table::new(columns)
        .head(Row::new(names))
        .head(Row::new(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]))
        .row(Row::group("A. UTAMA"))
        .summary("Rencana hasil kerja dengan indikator dan target");
    let results = 2 + dice.below(5);
    for result in 0..results {
        for (place, aspect) in ["Kuantitas", "Kualitas", "Waktu"].iter().enumerate() {
            let (measure, target) = (3 + dice.below(14), 1 + dice.below(4));
            let rest = [Cell::new(*aspect), Cell::new(dice.words(measure)), Cell::new(dice.words(target))];
            let mut cells = Vec::new();
            if place == 0 {
                let (above, own) = (5 + dice.below(25), 6 + dice.below(40));
                cells.push(Cell::new((result + 1).to_string()).rows(3));
                cells.push(Cell::new(dice.words(above)).rows(3));
                cells.push(Cell::new(dice.words(own)).rows(3));
            }
            cells.extend(rest);
            table = table.row(Row::new(cells));
        }
    }
    table = table.row(Row::group("B. TAMBAHAN")).row(Row::new(Vec::<Cell>::new()).min_height(40.0));
    document.push(table);
    document.push(signers(true));
    document
}

/// An evaluation: cells with lists, long rows that break over pages, a drawing.
pub fn evaluation(seed: u64) -> Document {
    let mut dice = Dice::new(seed);
    let mut document = begin("Evaluasi Kinerja Pegawai", page(seed, Orientation::Landscape));
    document.push(Block::centered_heading(1, "EVALUASI KINERJA PEGAWAI"));
    document.push(identity());
    document.push(Block::heading(2, "Pola distribusi"));
    document.push(Content::from(curve()));
    document.push(Block::heading(2, "Perilaku kerja"));
    let columns = [Column::fixed(22.0), Column::share(4.0), Column::share(3.0), Column::share(4.0)];
    let mut table =
        Table::new(columns).head(Row::new(["NO", "PERILAKU", "EKSPEKTASI KHUSUS PIMPINAN", "UMPAN BALIK"]));
    for place in 0..7 {
        let guides: Vec<String> = (0..3)
            .map(|_| {
                let count = 5 + dice.below(12);
                dice.words(count)
            })
            .collect();
        let (expected, told) =
            (dice.below(30), 10 + dice.below(if seed.is_multiple_of(7) { 900 } else { 90 }));
        let behaviour = vec![
            Content::from(Prose::new().bold("Berorientasi pelayanan")),
            Content::from(List::bullets(guides)),
        ];
        table = table.row(Row::new([
            Cell::new((place + 1).to_string()),
            Cell::of(behaviour),
            if expected == 0 { Cell::empty() } else { Cell::new(dice.words(expected)) },
            Cell::new(Prose::new().italic("Atasan: ").text(dice.words(told))),
        ]));
    }
    let rating = Row::new([
        Cell::new("RATING PERILAKU KERJA").columns(3).bold().heading(Scope::Row),
        Cell::new("DI ATAS EKSPEKTASI").bold(),
    ]);
    document.push(table.row(rating));
    document.push(signers(false));
    document
}

/// A letter with something of everything.
pub fn letter(seed: u64) -> Document {
    let mut dice = Dice::new(seed);
    let mut document = begin("Dokumen Evaluasi Kinerja", page(seed, Orientation::Portrait));
    let emblem = Figure {
        alt: "Lambang instansi".into(),
        width: 48.0,
        height: 48.0,
        align: Align::Center,
        picture: if seed.is_multiple_of(2) { Picture::Image(picture()) } else { Picture::Frame },
    };
    document.push(Content::from(emblem));
    document.push(Block::centered_heading(1, format!("DOKUMEN EVALUASI KINERJA PEGAWAI NOMOR {seed}")));
    document.push(identity());
    for chapter in 0..3 {
        document.push(Block::heading(2, ["Ringkasan", "Kekuatan", "Pengembangan"][chapter]));
        let (one, two) = (20 + dice.below(60), 8 + dice.below(20));
        document.push(Paragraph::new(dice.words(one)).align(Align::Justify));
        let linked = Prose::new()
            .text(dice.words(two))
            .text(" lihat ")
            .link("peraturan yang menjadi dasar", "https://example.org/peraturan?nomor=6&tahun=2022")
            .text(" dan ")
            .bold(dice.words(3))
            .text(".");
        document.push(Paragraph::new(linked));
        let items: Vec<String> = (0..1 + dice.below(4))
            .map(|_| {
                let count = 4 + dice.below(20);
                dice.words(count)
            })
            .collect();
        document.push(Content::from(if chapter == 1 { List::numbered(items) } else { List::bullets(items) }));
    }
    if seed.is_multiple_of(5) {
        document
            .push(Paragraph::new("Nama: Çelebi Şükrü, Łukasz Żółć, Nguyễn Văn Ánh, 北京 dan Ω ± ≤ ½ ☐ ✓."));
    }
    document.push(Block::paragraph("Demikian dokumen ini dibuat untuk dipergunakan sebagaimana mestinya."));
    document.push(signers(true));
    document
}

fn curve() -> Figure {
    let mut shapes = Vec::new();
    let mut points = Vec::new();
    for step in 0..=40 {
        let x = step as f32 / 40.0;
        points.push((10.0 + x * 200.0, 78.0 - 60.0 * (-(x - 0.6) * (x - 0.6) * 18.0).exp()));
    }
    shapes.push(Shape::Polyline {
        points: vec![(10.0, 78.0), (212.0, 78.0)],
        thickness: 0.5,
        colour: Colour::LINE,
    });
    shapes.push(Shape::Polyline { points, thickness: 1.2, colour: Colour::new(0x1b, 0x4b, 0x86) });
    for (place, name) in ["Sangat kurang", "Kurang", "Cukup", "Baik", "Sangat baik"].iter().enumerate() {
        let x = 30.0 + place as f32 * 41.0;
        shapes.push(Shape::Rectangle { x: x - 2.0, y: 76.0, width: 4.0, height: 4.0, fill: Colour::LINE });
        shapes.push(Shape::Label {
            x,
            y: 88.0,
            size: 6.5,
            bold: place == 3,
            align: Align::Center,
            text: (*name).into(),
            colour: Colour::INK,
        });
    }
    let alt = "Kurva distribusi predikat: puncak pada Baik".into();
    Figure {
        alt,
        width: 220.0,
        height: 92.0,
        align: Align::Center,
        picture: Picture::Graphic(Graphic { shapes }),
    }
}

/// One of the above.
pub fn any(seed: u64) -> Document {
    match seed % 3 {
        0 => plan(seed / 3),
        1 => evaluation(seed / 3),
        _ => letter(seed / 3),
    }
}

/// Documents made to be difficult, each with its name.
pub fn hostile() -> Vec<(&'static str, Document)> {
    let documents: [(_, fn(&mut Document)); 8] = [
        ("three-hundred-rows", three_hundred_rows),
        ("long-narrative", long_narrative),
        ("endless-words", endless_words),
        ("foreign-scripts", foreign_scripts),
        ("deep-lists", deep_lists),
        ("empty-tables", empty_tables),
        ("forty-columns", forty_columns),
        ("charts", charts),
    ];
    let made = documents.into_iter().enumerate().map(|(seed, (name, fill))| {
        let mut document = begin(name, page(seed as u64, Orientation::Portrait));
        document.push(Block::centered_heading(1, name));
        fill(&mut document);
        document.push(signers(true));
        (name, document)
    });
    made.collect()
}

fn three_hundred_rows(document: &mut Document) {
    let mut dice = Dice::new(300);
    let columns = [Column::fixed(30.0).align(Align::Center), Column::share(2.0), Column::share(3.0)];
    let rows = (1..=300).map(|number: usize| {
        let (one, two) = (dice.below(9), dice.below(40));
        Row::new([Cell::new(number.to_string()), Cell::new(dice.words(one)), Cell::new(dice.words(two))])
    });
    let table = Table::new(columns).head(Row::new(["NO", "NAMA", "URAIAN"])).rows(rows);
    document.push(table.closing(Row::new([Cell::new("JUMLAH").columns(3).bold()])).summary("Daftar panjang"));
}

/// About five thousand words with emphasis, links, lists and tables, on the page and in a cell.
fn long_narrative(document: &mut Document) {
    let mut dice = Dice::new(5000);
    let mut cell = Vec::new();
    for chapter in 0..24 {
        document.push(Block::heading(2, format!("Bagian {chapter}")));
        let linked = Prose::new()
            .text(dice.words(70))
            .bold(" kata yang ditebalkan ")
            .link("tautan yang panjang menuju bukti dukung", "https://example.org/bukti?a=1&b=2")
            .text(" ")
            .italic(dice.words(9))
            .text(dice.words(40));
        document.push(Paragraph::new(linked.clone()).align(Align::Justify));
        let item = |dice: &mut Dice| vec![Paragraph::new(dice.words(14)).into(), inner_table(dice, 2)];
        let list = List { marker: Marker::Number(1), items: vec![item(&mut dice), item(&mut dice)] };
        document.push(Content::from(list.clone()));
        document.push(inner_table(&mut dice, 3));
        if chapter % 6 == 0 {
            cell.extend([
                Content::from(linked),
                list.into(),
                inner_table(&mut dice, 4),
                inner_table(&mut dice, 14),
            ]);
        }
    }
    let columns = [Column::fixed(60.0), Column::share(1.0)];
    document.push(Table::new(columns).row(Row::new([Cell::new("Umpan balik"), Cell::of(cell)])));
}

fn inner_table(dice: &mut Dice, columns: usize) -> Content {
    let row = |dice: &mut Dice| Row::new((0..columns).map(|column| dice.words(1 + 2 * column)));
    let table =
        Table::new((0..columns).map(|_| Column::share(1.0))).head(row(dice)).rows([row(dice), row(dice)]);
    Content::Table(Box::new(table.summary("Tabel di dalam narasi")))
}

fn endless_words(document: &mut Document) {
    let word = "pertanggungjawaban".repeat(23);
    document.head = Some(Running::new(&word, &word));
    document.push(Block::heading(2, &word));
    document.push(Paragraph::new(&word).align(Align::Justify));
    document.push(Paragraph::new(Prose::new().text("Lihat ").link(&word, "https://example.org/")));
    document.push(Content::from(List::numbered([&word, &word])));
    let columns = [Column::fixed(40.0), Column::share(1.0), Column::fixed(9.0)];
    document.push(Table::new(columns).row(Row::new([&*word, &word, &word])).summary("Kata tanpa akhir"));
    document
        .push(Signatures::new([Signer::new("lain", "Tanda tangan", word.as_str()).name(&word).below(&word)]));
    document.push(Block::paragraph("Demikian dokumen ini dibuat."));
}

fn foreign_scripts(document: &mut Document) {
    let texts = [
        "北京市海淀区 日本語 한국어",
        "السلام عليكم ורחמת שלום",
        "ꦱꦸꦒꦼꦁ ᮞᮥᮔ᮪ᮓ சென்னை ไทย",
        "a\u{200b}b\u{200d}c\u{feff}d\u{2060}e\u{ad}f",
        "a\u{7}b\u{1b}c\u{7f}d\u{85}e\u{202e}f\u{2066}g",
        "😀 👩\u{200d}🔬 \u{fdd0} \u{fffd} \u{10ffff}",
        "\u{300}\u{301} q\u{327}",
    ];
    for text in texts {
        document.push(Block::paragraph(text));
    }
    document.push(
        Table::new([Column::fixed(30.0)]).rows(texts.map(|text| Row::new([text]))).summary("Aksara lain"),
    );
}

fn deep_lists(document: &mut Document) {
    let deep = (0..14).fold(Content::from("yang paling dalam"), |inner, level| {
        let marker = [Marker::Bullet, Marker::Number(8), Marker::Letter][level % 3];
        List { marker, items: vec![vec!["sebuah butir daftar".into(), inner], vec!["butir kedua".into()]] }
            .into()
    });
    document.push(deep.clone());
    let columns = [Column::fixed(80.0), Column::share(1.0)];
    document.push(
        Table::new(columns).row(Row::new([Cell::of([deep.clone()]), Cell::of([deep])])).summary("Daftar"),
    );
}

fn empty_tables(document: &mut Document) {
    let columns = || [Column::share(1.0), Column::share(1.0)];
    document.push(Table::new(columns()).summary("Tanpa baris"));
    document.push(Table::new([]).summary("Tanpa kolom"));
    document.push(Table::new(columns()).head(Row::new(["Kepala", "saja"])).summary("Tanpa isi"));
    document.push(Table::new(columns()).row(Row::default()).summary("Tanpa sel"));
    let inner = Content::Table(Box::new(Table::new([])));
    document
        .push(Table::new(columns()).row(Row::new([Cell::of([inner]), Cell::empty()])).summary("Sel kosong"));
    document.push(Paragraph::new(""));
    document.push(Content::from(List::bullets(Vec::<String>::new())));
    document.push(Block::paragraph("Semua tabel di atas kosong."));
}

fn forty_columns(document: &mut Document) {
    let mut dice = Dice::new(40);
    let row = |dice: &mut Dice| Row::new((0..40).map(|_| dice.words(1)).collect::<Vec<String>>());
    let table = Table::new((0..40).map(|_| Column::share(1.0))).head(row(&mut dice));
    document.push(table.rows([row(&mut dice), row(&mut dice)]).summary("Empat puluh kolom"));
}

fn charts(document: &mut Document) {
    let bar = |label: &str, value: &str, part| chart::Bar::new(label, value, part);
    let bars = [
        bar("Sangat baik", "12 (24 %)", 240),
        bar("Baik", "30 (60 %)", 600),
        bar("Sub Bagian Umum, Kepegawaian, Keuangan dan Perencanaan pada Dinas", "8 (16 %)", 160),
        bar("Tidak ada", "0", 0),
    ];
    document.push(Content::from(chart::bars("Batang: 12, 30, 8 dan 0 pegawai", 420.0, &bars)));
    document.push(Block::space(10.0));
    document.push(Content::from(chart::shares("Bagian: 24, 60, 16 dan 0 persen", 420.0, &bars)));
    document.push(Block::space(10.0));
    let pair = |label: &str, expected: u32, found: u32| chart::Pair {
        label: label.into(),
        values: [format!("{expected} %"), format!("{found} %")],
        thousandths: [expected * 10, found * 10],
    };
    let pairs = [
        pair("Sangat kurang", 5, 0),
        pair("Butuh perbaikan", 15, 8),
        pair("Baik", 60, 72),
        pair("Sangat baik", 20, 20),
    ];
    let names = ["Pola yang diharapkan", "Penetapan"];
    document.push(Content::from(chart::pairs("Pola dan penetapan", 420.0, names, &pairs)));
    let small = chart::bars("Batang kecil", 120.0, &bars);
    document
        .push(Table::new([Column::fixed(70.0)]).row(Row::new([Cell::of([small])])).summary("Bagan kecil"));
}
