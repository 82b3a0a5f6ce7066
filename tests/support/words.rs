//! The words of a document in reading order, one line a paragraph.

#![allow(dead_code, unreachable_pub)]

use rapor::report::document::{Block, Cell, Content, Document, Inline, Picture, Prose, Row, Shape};

/// Everything a document says, a line for each paragraph, cell row and signature.
pub fn lines(document: &Document) -> Vec<String> {
    let mut out = vec![];
    blocks(&document.blocks, &mut out);
    out
}

fn blocks(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => out.push(prose(&heading.prose)),
            Block::Content(one) => out.extend(Some(content(one)).filter(|text| !text.is_empty())),
            Block::Table(table) => out.extend(table.head.iter().chain(&table.body).map(row)),
            Block::Signatures(signatures) => {
                for signer in &signatures.signers {
                    let mut parts: Vec<String> = signer.place_date.iter().map(prose).collect();
                    parts.push(prose(&signer.role));
                    parts.push(signer.name.clone().unwrap_or_else(|| "____".to_owned()));
                    parts.extend(signer.below.iter().map(prose));
                    out.push(parts.join(" / "));
                }
            }
            Block::Together(inner) => self::blocks(inner, out),
            Block::PageBreak => out.push("----".to_owned()),
        }
    }
}

/// The cells of a row, parted by bars; an empty cell shows as `_`.
pub fn row(row: &Row) -> String {
    if row.cells.is_empty() {
        return "_".to_owned();
    }
    row.cells.iter().map(cell).collect::<Vec<String>>().join(" | ")
}

fn cell(cell: &Cell) -> String {
    let parts: Vec<String> = cell.content.iter().map(content).filter(|text| !text.is_empty()).collect();
    if parts.is_empty() { "_".to_owned() } else { parts.join("; ") }
}

fn content(one: &Content) -> String {
    match one {
        Content::Paragraph(paragraph) => prose(&paragraph.prose),
        Content::List(list) => {
            let items =
                list.items.iter().map(|item| item.iter().map(content).collect::<Vec<String>>().join("; "));
            items.map(|item| format!("* {item}")).collect::<Vec<String>>().join(" ")
        }
        Content::Figure(figure) => {
            let labels = match &figure.picture {
                Picture::Graphic(graphic) => graphic.shapes.iter().filter_map(|shape| match shape {
                    Shape::Label { text, .. } => Some(text.clone()),
                    _ => None,
                }),
                _ => return format!("[{}]", figure.alt),
            };
            format!("[{}] {}", figure.alt, labels.collect::<Vec<String>>().join(", "))
        }
        Content::Table(table) => {
            table.head.iter().chain(&table.body).map(row).collect::<Vec<String>>().join(" // ")
        }
        Content::Space(_) => String::new(),
    }
}

fn prose(prose: &Prose) -> String {
    let words = prose.0.iter().map(|inline| match inline {
        Inline::Words { text, .. } | Inline::Link { text, .. } => text.as_str(),
        Inline::Break => " / ",
        Inline::Blank { .. } => "____",
    });
    words.collect()
}
