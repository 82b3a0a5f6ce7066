//! What must hold of every page, whatever a document says.

use std::collections::BTreeMap;

use super::running::Frame;
use super::{Setter, lay};
use crate::pdf::{Area, Draw, Folio, Kind, NodeId, Press};
use crate::report::document::{
    Align, BLANK, Block, Cell, Column, Content, Document, Figure, Graphic, Inline, Lines, List, Orientation,
    PageSetup, Paper, Paragraph, Picture, Prose, Row, Scope, Signatures, Signer, Table,
};

#[path = "../../../tests/support/documents.rs"]
mod documents;

fn laid(document: &Document) -> (Folio, Frame) {
    let press = Press::new().unwrap();
    let lay = |shaper: &mut crate::pdf::Shaper| {
        let frame = Frame::new(&mut Setter::new(document, shaper), document);
        (lay(document, shaper), frame)
    };
    press.with_shaper(lay).0
}

/// Letters of words without white space and what is invisible; marks above and below letters are no letters.
fn letters(text: &str) -> usize {
    let shown = |character: &char| {
        let steers = matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}');
        !character.is_whitespace() && !character.is_control() && !steers
    };
    text.chars().filter(shown).count()
}

fn letters_of_prose(prose: &Prose) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Words { text, .. } | Inline::Link { text, .. } => letters(text),
        Inline::Break | Inline::Blank { .. } => 0,
    };
    prose.0.iter().map(count).sum()
}

fn letters_of_content(content: &Content) -> usize {
    match content {
        Content::Paragraph(paragraph) => letters_of_prose(&paragraph.prose),
        Content::List(list) => list.items.iter().flatten().map(letters_of_content).sum(),
        Content::Table(table) => {
            let count = table.columns.len();
            let rows = table.head.len() + table.body.len();
            // Too many columns to stand side by side are told in lines, with a bar between cells.
            let bars = if count > 10 { rows * (count - 1) } else { 0 };
            letters_of_rows(&table.head) + letters_of_rows(&table.body) + bars
        }
        Content::Figure(_) | Content::Space(_) => 0,
    }
}

fn letters_of_rows(rows: &[Row]) -> usize {
    rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content).map(letters_of_content).sum()
}

/// Letters of tables and paragraphs of a document; headings, labels, figures and signatures are left out.
fn letters_of_body(blocks: &[Block]) -> usize {
    let block = |block: &Block| match block {
        Block::Content(content) => letters_of_content(content),
        Block::Table(table) => letters_of_rows(&table.head) + letters_of_rows(&table.body),
        Block::Together(blocks) => letters_of_body(blocks),
        Block::Heading(_) | Block::Signatures(_) | Block::PageBreak => 0,
    };
    blocks.iter().map(block).sum()
}

/// The kind of the nearest element above that is neither link nor paragraph.
fn holder(folio: &Folio, node: NodeId) -> &Kind {
    let mut at = node;
    loop {
        let node = &folio.nodes[at.0 as usize];
        match node.kind {
            Kind::Link | Kind::Paragraph => at = node.parent,
            _ => return &node.kind,
        }
    }
}

fn width_of(folio: &Folio, draw: &Draw) -> Option<Area> {
    let Draw::Text { x, y, size, glyphs, spread, .. } = draw else { return None };
    let glyphs = &folio.glyphs[glyphs.start as usize..glyphs.end as usize];
    let thousandths: i32 = glyphs.iter().map(crate::pdf::Glyph::advance).sum();
    // A space at the end of a line and the stretching of justified lines are not measured.
    let width = thousandths as f32 * size / 1000.0 - size * 0.25;
    let wide = if *spread > 0.0 { width * 0.9 } else { width };
    Some(Area { x: *x, y: y - size * 0.68, width: wide.max(0.1), height: size * 0.85 })
}

fn overlap(one: &Area, two: &Area) -> bool {
    let hair = 0.2;
    one.x + hair < two.x + two.width
        && two.x + hair < one.x + one.width
        && one.y + hair < two.y + two.height
        && two.y + hair < one.y + one.height
}

/// Checks a laid-out document against everything that must hold of any.
fn inspect(name: &str, document: &Document) {
    let (folio, frame) = laid(document);
    let mut letters = 0;
    for (page, sheet) in folio.sheets.iter().enumerate() {
        let place = format!("{name}, page {}", page + 1);
        assert!(!sheet.items.is_empty() || !sheet.ground.is_empty(), "{place}: empty");
        let mut areas: Vec<Area> = Vec::new();
        for (node, draw) in &sheet.items {
            let Some(area) = width_of(&folio, draw) else { continue };
            let inside = area.x >= frame.left - 0.1
                && area.x + area.width <= frame.left + frame.width + 0.1
                && area.y >= frame.top - 1.0
                && area.y + area.height <= frame.bottom + 1.0;
            let kind = node.map(|node| holder(&folio, node));
            if !matches!(kind, Some(Kind::Figure { .. })) {
                assert!(inside, "{place}: {area:?} outside {frame:?}");
                if let Some(other) = areas.iter().find(|other| overlap(other, &area)) {
                    panic!("{place}: {area:?} over {other:?}");
                }
                areas.push(area);
            }
            let Draw::Text { glyphs, .. } = draw else { continue };
            if matches!(kind, Some(Kind::Cell { .. } | Kind::ItemBody | Kind::Document)) {
                let shown = &folio.glyphs[glyphs.start as usize..glyphs.end as usize];
                letters += shown.iter().filter(|glyph| !glyph.is_space() && !glyph.is_soft()).count();
            }
        }
        for field in &sheet.fields {
            assert!(field.area.y + field.area.height <= frame.bottom, "{place}: a field below the frame");
            assert!(field.area.y >= frame.top, "{place}: a field above the frame");
        }
        // Signatures never stand alone: something of the text is on their page.
        if !sheet.fields.is_empty() {
            let text = |node: &NodeId| {
                matches!(
                    holder(&folio, *node),
                    Kind::Cell { .. } | Kind::ItemBody | Kind::Document | Kind::Heading(_)
                )
            };
            assert!(
                sheet.items.iter().filter_map(|item| item.0.as_ref()).any(text),
                "{place}: signatures alone"
            );
        }
    }
    assert_eq!(letters, letters_of_body(&document.blocks), "{name}: letters lost or doubled");
}

#[test]
fn nothing_is_clipped_overlaid_or_lost() {
    for seed in 0..150 {
        inspect(&format!("sample {seed}"), &documents::any(seed));
    }
}

#[test]
fn difficult_documents_are_whole_and_legible() {
    for (name, document) in documents::hostile() {
        inspect(name, &document);
    }
}

fn blank() -> Document {
    let date = crate::calendar::parse_date("2025-01-17").unwrap();
    Document::new("Uji", "Balai", "id", date, PageSetup::new(Paper::A4, Orientation::Portrait))
}

fn long(words: usize) -> String {
    (0..words).map(|word| format!("kata{word} ")).collect()
}

#[test]
fn hostile_tables_stay_within_the_page() {
    let narrow = |count: usize| (0..count).map(|_| Column::share(1.0));
    let unbroken = "x".repeat(3000);
    let tables = [
        ("an endless word in a narrow column", Table::new(narrow(12)).row(Row::new([unbroken.as_str()]))),
        // Shaping the rest of it anew for every line would not come to an end here.
        ("a word over many pages", Table::new(narrow(2)).row(Row::new(["x".repeat(150_000)]))),
        (
            "a head taller than a page",
            Table::new(narrow(2)).head(Row::new([long(900), long(3)])).row(Row::new(["a", "b"])),
        ),
        (
            "columns wider than the page",
            Table::new([Column::fixed(900.0), Column::fixed(900.0)]).row(Row::new([long(50), long(50)])),
        ),
        ("more cells than columns", Table::new(narrow(2)).row(Row::new(["a", "b", "c d", "e"]))),
        (
            "spans beyond the table",
            Table::new(narrow(3)).row(Row::new([Cell::new("a").columns(9).rows(9)])).row(Row::new(["b"])),
        ),
        (
            "a tall cell over many short rows",
            Table::new(narrow(2))
                .row(Row::new([Cell::new(long(1500)).rows(40), Cell::new("1")]))
                .rows((2..=40).map(|number: usize| Row::new([number.to_string()]))),
        ),
        ("only group headings", Table::new(narrow(2)).rows((0..120).map(|_| Row::group("Kelompok")))),
        (
            "a heading before an endless row",
            Table::new(narrow(2)).row(Row::group("A")).row(Row::new([long(3000), long(1)])),
        ),
        (
            "rows that ask for more than a page",
            Table::new(narrow(3)).rows((0..90).map(|_| Row::new(["isi"]).min_height(5000.0))),
        ),
    ];
    for (name, table) in tables {
        let mut document = blank();
        document.push(Block::paragraph("Awal."));
        document.push(table.clone().summary(name));
        document.push(Signatures::new([Signer::new("a.b", "Tanda tangan", "Kepala")]));
        inspect(name, &document);
        let mut held = blank();
        held.push(Block::Together(vec![Block::heading(1, "Judul"), table.lines(Lines::Rows).into()]));
        inspect(name, &held);
    }
}

#[test]
fn what_belongs_together_stays_together() {
    for filler in 0..60 {
        let mut document = blank();
        for _ in 0..filler {
            document.push(Block::paragraph("Baris pengisi."));
        }
        document.push(Block::heading(2, "Judul"));
        document.push(Block::paragraph("Isi setelah judul."));
        document.push(Block::Together(vec![
            Block::paragraph("Pertama."),
            Table::new([Column::share(1.0)]).rows((0..8).map(|_| Row::new(["baris"]))).into(),
        ]));
        document.push(Signatures::new([Signer::new("kepala", "Tanda tangan", "Kepala").name("Budi")]));
        let (folio, _) = laid(&document);
        let heading = folio.nodes.iter().position(|node| matches!(node.kind, Kind::Heading(_))).unwrap();
        let pages = pages_of(&folio);
        assert_eq!(pages[&heading], pages[&(heading + 1)], "{filler}: heading parted from its text");
        let table = folio.nodes.iter().position(|node| matches!(node.kind, Kind::Table(_))).unwrap();
        let rows: Vec<usize> = (table..folio.nodes.len())
            .filter(|node| matches!(folio.nodes[*node].kind, Kind::Cell { .. }))
            .map(|node| pages[&node])
            .collect();
        assert!(rows.iter().all(|page| *page == rows[0]), "{filler}: table parted");
        assert_eq!(rows[0], folio.sheets.len() - 1, "{filler}: signature parted from the last rows");
    }
}

/// The first page of each element with words of its own.
fn pages_of(folio: &Folio) -> BTreeMap<usize, usize> {
    let mut pages = BTreeMap::new();
    for (page, sheet) in folio.sheets.iter().enumerate() {
        for node in sheet.items.iter().filter_map(|item| item.0) {
            pages.entry(node.0 as usize).or_insert(page);
        }
    }
    pages
}

#[test]
fn heads_return_on_each_page_but_are_read_once() {
    let mut document = blank();
    let rows = (0..120).map(|number: usize| Row::new([number.to_string()]));
    document.push(Table::new([Column::share(1.0)]).head(Row::new(["Kepala"])).rows(rows));
    let (folio, _) = laid(&document);
    let head =
        folio.nodes.iter().position(|node| matches!(node.kind, Kind::Cell { heads: Some(_), .. })).unwrap();
    assert!(folio.sheets.len() > 2);
    for (page, sheet) in folio.sheets.iter().enumerate() {
        let node = sheet.items[0].0;
        assert_eq!(node, (page == 0).then_some(NodeId(head as u32)));
    }
}

#[test]
fn elements_follow_the_document() {
    let mut document = blank();
    document.push(Block::heading(1, "Satu"));
    document.push(Block::heading(4, "Terlalu dalam"));
    document.push(Content::from(List::numbered(["a", "b"])));
    document.push(Table::new([Column::share(1.0), Column::share(1.0)]).row(Row::new([
        Cell::new("k").heading(Scope::Row),
        Cell::of([Paragraph::new("p"), Paragraph::new("q")]),
    ])));
    let graphic = Picture::Graphic(Graphic::default());
    let figure = Figure {
        alt: "gambar".into(),
        width: 9000.0,
        height: 20.0,
        align: Default::default(),
        picture: graphic,
    };
    document.push(Content::from(figure));
    let (folio, frame) = laid(&document);
    let kinds: Vec<String> = folio
        .nodes
        .iter()
        .map(|node| match &node.kind {
            Kind::Heading(level) => format!("H{level}"),
            Kind::List(_) => "L".into(),
            Kind::Cell { heads, .. } => if heads.is_some() { "TH" } else { "TD" }.into(),
            Kind::Figure { area, .. } => {
                assert!(area.width <= frame.width + 0.1);
                "Figure".into()
            }
            other => format!("{other:?}").split('(').next().unwrap_or_default().to_owned(),
        })
        .collect();
    let expected = "Document H1 H2 L Item Label ItemBody Item Label ItemBody Table TableBody Row TH TD Paragraph Paragraph Figure";
    assert_eq!(kinds.join(" "), expected);
}

/// How far down a page something is drawn.
fn lowest(folio: &Folio, page: usize) -> f32 {
    let sheet = &folio.sheets[page];
    let bottom = |draw: &Draw| match draw {
        Draw::Text { y, .. } => *y,
        Draw::Line { points, .. } | Draw::Polygon { points, .. } => {
            points.iter().map(|point| point.1).fold(0.0, f32::max)
        }
        Draw::Fill { area, .. } | Draw::Image { area, .. } | Draw::Modules { area, .. } => {
            area.y + area.height
        }
    };
    sheet.ground.iter().chain(sheet.items.iter().map(|item| &item.1)).map(bottom).fold(0.0, f32::max)
}

/// A table of results, each with three measures, whose first cells cover its rows.
fn results(count: usize, words: usize) -> Table {
    let mut table = Table::new([Column::fixed(24.0), Column::share(2.0), Column::share(3.0)])
        .head(Row::new(["NO", "HASIL", "UKURAN"]));
    for number in 0..count {
        let first =
            [Cell::new(number.to_string()).rows(3), Cell::new(long(words)).rows(3), Cell::new(long(words))];
        table = table.row(Row::new(first)).row(Row::new([long(words)])).row(Row::new([long(words)]));
    }
    table.closing(Row::new([Cell::new("NILAI").columns(3).bold()]))
}

#[test]
fn pages_are_filled_where_what_follows_can_part() {
    for words in [4, 12, 30, 60, 110] {
        for filler in 0..12 {
            let mut document = blank();
            for _ in 0..filler {
                document.push(Block::paragraph(long(20)));
            }
            document.push(Block::heading(2, "Hasil kerja"));
            document.push(results(14, words));
            document.push(Signatures::new([Signer::new("kepala", "Tanda tangan", "Kepala")]));
            inspect(&format!("{words} words after {filler}"), &document);
            let (folio, frame) = laid(&document);
            let last = folio.sheets.len() - 1;
            for page in 0..last {
                let free = (frame.bottom - lowest(&folio, page)) / (frame.bottom - frame.top);
                assert!(free < 0.25, "{words} words after {filler}: {free} of page {page} stays empty");
            }
        }
    }
}

#[test]
fn parts_of_rows_have_at_least_two_lines() {
    for filler in 0..70 {
        let mut document = blank();
        document.push(Block::space(5.0));
        for _ in 0..filler {
            document.push(Block::paragraph("Baris pengisi."));
        }
        document.push(results(3, 70));
        let (folio, _) = laid(&document);
        // Lines of each cell on each page.
        let mut lines: BTreeMap<(u32, usize), Vec<f32>> = BTreeMap::new();
        for (page, sheet) in folio.sheets.iter().enumerate() {
            for (node, draw) in &sheet.items {
                if let (Some(node), Draw::Text { y, .. }) = (node, draw)
                    && matches!(folio.nodes[node.0 as usize].kind, Kind::Cell { .. })
                {
                    lines.entry((node.0, page)).or_default().push(*y);
                }
            }
        }
        for ((node, page), here) in &lines {
            let parted = lines.keys().any(|(other, at)| other == node && at != page);
            assert!(!parted || here.len() > 1, "{filler}: a single line of a cell on page {page}");
        }
        let rating = lines.keys().next_back().unwrap();
        let together = lines.keys().filter(|(_, page)| *page == rating.1).count();
        assert!(together > 1, "{filler}: the closing row alone on its page");
    }
}

/// The shaped words of each line of some prose, by the width of its glyphs, and how far its spaces are stretched.
fn lines_of(document: &Document) -> Vec<(f32, f32, bool)> {
    let (folio, _) = laid(document);
    let mut lines: Vec<(f32, f32, f32, bool)> = Vec::new();
    for (_, draw) in &folio.sheets[0].items {
        let Draw::Text { y, glyphs, spread, size, .. } = draw else { continue };
        let shown = &folio.glyphs[glyphs.start as usize..glyphs.end as usize];
        let wide = shown.iter().map(crate::pdf::Glyph::advance).sum::<i32>() as f32 * size / 1000.0;
        let hyphen = shown.iter().any(crate::pdf::Glyph::is_soft);
        match lines.last_mut() {
            Some(last) if (last.0 - y).abs() < 0.1 => last.1 += wide,
            _ => lines.push((*y, wide, *spread, hyphen)),
        }
    }
    lines.into_iter().map(|(_, wide, spread, hyphen)| (wide, spread, hyphen)).collect()
}

fn narrow(width: f32, align: Align, language: &str, text: &str) -> Document {
    let mut document = blank();
    document.language = language.into();
    let cell = Cell::new(text).align(align);
    document
        .push(Table::new([Column::fixed(width), Column::share(1.0)]).row(Row::new([cell, Cell::empty()])));
    document
}

#[test]
fn indonesian_words_part_where_a_line_would_be_loose() {
    let text = "unit yang mempertanggungjawabkan laporan serta dokumentasi";
    let hyphens = |document: &Document| lines_of(document).iter().filter(|line| line.2).count();
    assert!(hyphens(&narrow(110.0, Align::Left, "id", text)) > 0);
    assert_eq!(hyphens(&narrow(110.0, Align::Left, "en", text)), 0);
    assert_eq!(hyphens(&narrow(300.0, Align::Left, "id", text)), 0);
    assert_eq!(hyphens(&narrow(150.0, Align::Center, "id", text)), 0);
}

#[test]
fn justified_paragraphs_are_spaced_evenly_and_end_well() {
    let mut dice = documents::Dice::new(7);
    for round in 0..40 {
        let text = dice.words(40 + round);
        let lines = lines_of(&narrow(210.0, Align::Justify, "id", &text));
        let loose = lines.iter().filter(|line| line.1 > 8.5 * 0.24 * 2.5).count();
        assert!(loose * 8 <= lines.len(), "{loose} of {} lines are loose", lines.len());
        assert!(lines.last().unwrap().0 > 10.0, "a last line of one syllable");
    }
}

#[test]
fn blanks_are_ruled_and_say_nothing() {
    let mut document = blank();
    document.push(Paragraph::new(format!("Kota Contoh, {BLANK} pukul {BLANK}")));
    document.push(Paragraph::new(Prose::new().blank(9000.0).text(" a").blank(3.0)));
    let (folio, frame) = laid(&document);
    let rules: Vec<&Draw> = folio.sheets[0].ground.iter().collect();
    assert_eq!(rules.len(), 4);
    for rule in rules {
        let Draw::Line { points, .. } = rule else { panic!("no line") };
        assert!(points[1].0 <= frame.left + frame.width + 0.1 && points[1].0 > points[0].0 + 20.0);
    }
}

#[test]
fn blanks_stay_where_words_have_no_room() {
    let mut document = blank();
    let cell = Cell::new(Prose::new().text("Nomor:").blank(4.0).text("Perpanjangan").blank(2.0).text("x"));
    document.push(Table::new([Column::fixed(30.0), Column::share(1.0)]).row(Row::new([cell, Cell::empty()])));
    let mut lined = blank();
    lined.push(Table::new([Column::fixed(30.0), Column::share(1.0)]).row(Row::new([
        Cell::new(Prose::new().text("Nomor:").text("Perpanjangan").text("x")),
        Cell::empty(),
    ])));
    let rules = |document: &Document| {
        let (folio, _) = laid(document);
        folio.sheets.iter().map(|sheet| sheet.ground.len()).sum::<usize>()
    };
    assert_eq!(rules(&document), rules(&lined) + 2);
}
