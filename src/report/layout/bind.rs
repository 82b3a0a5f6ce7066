//! Several documents bound into one volume, each with its own pages, numbers and structure.

use std::collections::BTreeSet;

use super::super::Pages;
use super::super::document::Document;
use crate::pdf::{Bookmark, Draw, Folio, Kind, Node, NodeId, Shaper, Sheet};

/// Lays documents out one after the other behind a list of contents, as one folio with a bookmark each. The list is made
/// from the first and last page of each document. Names of signature fields that return get the number of their document
/// put before them.
pub(in crate::report) fn bind(
    documents: &[Document],
    contents: &dyn Fn(&[Pages]) -> Document,
    shaper: &mut Shaper,
) -> Folio {
    let parts: Vec<Folio> = documents.iter().map(|document| super::lay(document, shaper)).collect();
    let mut before = 1;
    let mut front = contents(&pages(&parts, before));
    let mut list = super::lay(&front, shaper);
    // How long the list is decides what it says, and that hardly ever how long it is.
    if list.sheets.len() != before {
        before = list.sheets.len();
        front = contents(&pages(&parts, before));
        list = super::lay(&front, shaper);
    }
    let mut volume = Folio {
        title: front.title,
        author: front.author,
        language: front.language,
        identifier: None,
        date: front.date,
        sheets: Vec::new(),
        nodes: vec![Node { kind: Kind::Document, parent: NodeId(0) }],
        glyphs: Vec::new(),
        images: Vec::new(),
        bookmarks: Vec::new(),
    };
    let mut fields = BTreeSet::new();
    for (place, part) in std::iter::once(list).chain(parts).enumerate() {
        add(&mut volume, part, place, &mut fields);
    }
    volume
}

/// First and last page of each part, counted from 1, behind so many pages.
fn pages(parts: &[Folio], before: usize) -> Vec<Pages> {
    let mut last = before;
    let range = |part: &Folio| {
        let first = last + 1;
        last += part.sheets.len();
        (first, last)
    };
    parts.iter().map(range).collect()
}

/// What is added to the numbers of a document on its way into a volume.
struct Shift {
    nodes: u32,
    glyphs: u32,
    /// The volume's number of each of the document's pictures.
    images: Vec<usize>,
}

fn add(volume: &mut Folio, part: Folio, number: usize, fields: &mut BTreeSet<String>) {
    let first_page = volume.sheets.len();
    let images = part.images.into_iter().map(|image| {
        let known = volume.images.iter().position(|known| *known == image);
        known.unwrap_or_else(|| {
            volume.images.push(image);
            volume.images.len() - 1
        })
    });
    let shift = Shift {
        images: images.collect(),
        nodes: volume.nodes.len() as u32,
        glyphs: volume.glyphs.len() as u32,
    };
    volume.glyphs.extend(part.glyphs);
    for (place, node) in part.nodes.into_iter().enumerate() {
        // What was the whole is a part now.
        let node = if place == 0 {
            Node { kind: Kind::Part, parent: NodeId(0) }
        } else {
            Node { parent: shift.node(node.parent), ..node }
        };
        volume.nodes.push(node);
    }
    let title = Bookmark { level: 1, title: part.title, page: first_page, y: 0.0 };
    let inner = part.bookmarks.into_iter().map(|bookmark| Bookmark {
        level: bookmark.level.saturating_add(1),
        page: bookmark.page + first_page,
        ..bookmark
    });
    volume.bookmarks.extend(std::iter::once(title).chain(inner));
    for mut sheet in part.sheets {
        shift.sheet(&mut sheet);
        for field in &mut sheet.fields {
            if !fields.insert(field.name.clone()) {
                field.name = format!("{number}-{}", field.name);
                fields.insert(field.name.clone());
            }
        }
        volume.sheets.push(sheet);
    }
}

impl Shift {
    fn node(&self, node: NodeId) -> NodeId {
        NodeId(node.0 + self.nodes)
    }

    fn sheet(&self, sheet: &mut Sheet) {
        for (node, draw) in &mut sheet.items {
            *node = node.map(|node| self.node(node));
            self.draw(draw);
        }
        let running = sheet.ground.iter_mut().chain(&mut sheet.head).chain(&mut sheet.foot);
        running.for_each(|draw| self.draw(draw));
        for link in &mut sheet.links {
            link.node = self.node(link.node);
        }
        for field in &mut sheet.fields {
            field.node = self.node(field.node);
        }
    }

    fn draw(&self, draw: &mut Draw) {
        match draw {
            Draw::Text { glyphs, .. } => *glyphs = glyphs.start + self.glyphs..glyphs.end + self.glyphs,
            Draw::Image { index, .. } => *index = self.images.get(*index).copied().unwrap_or(0),
            Draw::Fill { .. } | Draw::Line { .. } | Draw::Polygon { .. } | Draw::Modules { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::Press;
    use crate::report::document::{Block, Orientation, PageSetup, Paper, Signatures, Signer};

    fn letter(title: &str, orientation: Orientation) -> Document {
        let date = crate::calendar::parse_date("2025-01-17").unwrap();
        let mut document = Document::new(title, "Balai", "id", date, PageSetup::new(Paper::A4, orientation));
        document.push(Block::heading(1, title));
        document.push(Block::paragraph("Isi surat."));
        document.push(Signatures::new([Signer::new("pegawai", "Tanda tangan", "Pegawai").name(title)]));
        document
    }

    #[test]
    fn each_document_keeps_its_sheet_its_words_and_its_field() {
        let documents = [letter("Satu", Orientation::Portrait), letter("Dua", Orientation::Landscape)];
        let press = Press::new().unwrap();
        let contents = |pages: &[(usize, usize)]| {
            assert_eq!(pages, [(2, 2), (3, 3)]);
            let mut list = letter("Isi", Orientation::Portrait);
            list.blocks.truncate(2);
            list
        };
        let (folio, _) = press.with_shaper(|shaper| bind(&documents, &contents, shaper));
        assert_eq!(folio.sheets.len(), 3);
        assert!(folio.sheets[1].size.0 < folio.sheets[1].size.1);
        assert!(folio.sheets[2].size.0 > folio.sheets[2].size.1);
        let fields: Vec<&str> =
            folio.sheets.iter().flat_map(|sheet| &sheet.fields).map(|field| field.name.as_str()).collect();
        assert_eq!(fields, ["pegawai", "2-pegawai"]);
        let parts: Vec<usize> = folio
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.kind == Kind::Part)
            .map(|(place, _)| place)
            .collect();
        assert_eq!(parts.len(), 3);
        let last = folio.sheets[2].items.iter().filter_map(|(node, _)| *node);
        assert!(last.into_iter().all(|node| node.0 as usize > parts[2]));
        let titles: Vec<&str> = folio.bookmarks.iter().map(|bookmark| bookmark.title.as_str()).collect();
        assert_eq!(titles, ["Isi", "Isi", "Satu", "Satu", "Dua", "Dua"]);
    }
}
