//! The structure tree: what the marked content of the pages is, and in which order it is read.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::content::element_name;
use super::folio::{Area, Folio, Heads, Kind, NodeId};

/// A part of an element.
enum Part {
    Marked { page: usize, sequence: usize },
    Element(NodeId),
    Object { page: usize, id: ObjectId },
}

/// An annotation that belongs to an element.
pub(super) struct Annotation {
    pub(super) node: NodeId,
    pub(super) page: usize,
    pub(super) id: ObjectId,
}

/// Adds the tree to a document and gives the number of its root. `marked` names, for each page, the element of each
/// marked sequence; annotations have the number of pages plus their own place as their key.
pub(super) fn add(
    document: &mut Document,
    folio: &Folio,
    pages: &[ObjectId],
    marked: &[Vec<NodeId>],
    annotations: &[Annotation],
) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = folio.nodes.iter().map(|_| document.new_object_id()).collect();
    let parts = gather(folio, marked, annotations);
    for ((place, node), parts) in folio.nodes.iter().enumerate().zip(parts) {
        let parent = if place == 0 { Some(&root) } else { ids.get(node.parent.0 as usize) };
        let Some(parent) = parent else { continue };
        let mut element = dictionary! { "S" => element_name(&node.kind), "P" => *parent };
        let page = parts.iter().find_map(|part| match part {
            Part::Marked { page, .. } | Part::Object { page, .. } => Some(*page),
            Part::Element(_) => None,
        });
        let height = page.and_then(|page| folio.sheets.get(page)).map_or(0.0, |sheet| sheet.size.1);
        add_attributes(&mut element, &node.kind, height);
        if let Some(id) = page.and_then(|page| pages.get(page)) {
            element.set("Pg", *id);
        }
        let mut kids: Vec<Object> = parts.iter().filter_map(|part| kid(part, page, pages, &ids)).collect();
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.remove(0)),
            _ => element.set("K", kids),
        }
        document.set_object(ids[place], element);
    }
    let numbers = parents(&ids, marked, annotations);
    let next = (pages.len() + annotations.len()) as i64;
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids.first().copied().map_or(Object::Null, Object::Reference),
        "ParentTree" => dictionary! { "Nums" => numbers },
        "ParentTreeNextKey" => next,
    };
    document.set_object(root, tree);
    root
}

/// Parts of each element in reading order. Links take their place among the words around them, other elements the
/// place in which they were made.
fn gather(folio: &Folio, marked: &[Vec<NodeId>], annotations: &[Annotation]) -> Vec<Vec<Part>> {
    let mut parts: Vec<Vec<Part>> = folio.nodes.iter().map(|_| Vec::new()).collect();
    for (place, node) in folio.nodes.iter().enumerate().skip(1) {
        if node.kind != Kind::Link
            && let Some(parent) = parts.get_mut(node.parent.0 as usize)
        {
            parent.push(Part::Element(NodeId(place as u32)));
        }
    }
    for (page, sequences) in marked.iter().enumerate() {
        for (sequence, id) in sequences.iter().enumerate() {
            let place = id.0 as usize;
            let Some(node) = folio.nodes.get(place) else { continue };
            let first = parts.get(place).is_some_and(Vec::is_empty);
            if node.kind == Kind::Link
                && first
                && let Some(parent) = parts.get_mut(node.parent.0 as usize)
            {
                parent.push(Part::Element(*id));
            }
            if let Some(own) = parts.get_mut(place) {
                own.push(Part::Marked { page, sequence });
            }
        }
    }
    for annotation in annotations {
        if let Some(own) = parts.get_mut(annotation.node.0 as usize) {
            own.push(Part::Object { page: annotation.page, id: annotation.id });
        }
    }
    parts
}

fn kid(part: &Part, own_page: Option<usize>, pages: &[ObjectId], ids: &[ObjectId]) -> Option<Object> {
    Some(match part {
        Part::Element(node) => Object::Reference(*ids.get(node.0 as usize)?),
        Part::Marked { page, sequence } if Some(*page) == own_page => Object::Integer(*sequence as i64),
        Part::Marked { page, sequence } => Object::Dictionary(dictionary! {
            "Type" => "MCR", "Pg" => *pages.get(*page)?, "MCID" => *sequence as i64,
        }),
        Part::Object { page, id } => Object::Dictionary(dictionary! {
            "Type" => "OBJR", "Pg" => *pages.get(*page)?, "Obj" => *id,
        }),
    })
}

/// The way back from marked sequences and annotations to their elements.
fn parents(ids: &[ObjectId], marked: &[Vec<NodeId>], annotations: &[Annotation]) -> Vec<Object> {
    let reference =
        |node: &NodeId| ids.get(node.0 as usize).map_or(Object::Null, |id| Object::Reference(*id));
    let mut numbers = Vec::with_capacity(2 * (marked.len() + annotations.len()));
    for (page, sequences) in marked.iter().enumerate() {
        numbers.push(Object::Integer(page as i64));
        numbers.push(Object::Array(sequences.iter().map(reference).collect()));
    }
    for (place, annotation) in annotations.iter().enumerate() {
        numbers.push(Object::Integer((marked.len() + place) as i64));
        numbers.push(reference(&annotation.node));
    }
    numbers
}

fn add_attributes(element: &mut Dictionary, kind: &Kind, height: f32) {
    match kind {
        Kind::List(numbered) => {
            let numbering = if *numbered { "Decimal" } else { "Disc" };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Kind::Table(summary) if !summary.is_empty() => {
            element.set("A", dictionary! { "O" => "Table", "Summary" => text_string(summary) });
        }
        Kind::Cell { heads, columns, rows } => {
            let mut attributes = dictionary! { "O" => "Table" };
            match heads {
                Some(Heads::Column) => attributes.set("Scope", "Column"),
                Some(Heads::Row) => attributes.set("Scope", "Row"),
                None => {}
            }
            if *columns > 1 {
                attributes.set("ColSpan", *columns as i64);
            }
            if *rows > 1 {
                attributes.set("RowSpan", *rows as i64);
            }
            if attributes.len() > 1 {
                element.set("A", attributes);
            }
        }
        Kind::Figure { alt, area } => {
            element.set("Alt", text_string(alt));
            let bounds = rectangle(area, height);
            element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
        }
        _ => {}
    }
}

/// An area as the file has it: measured from the lower left corner of a page so high.
pub(super) fn rectangle(area: &Area, height: f32) -> Vec<Object> {
    let corners = [area.x, height - area.y - area.height, area.x + area.width, height - area.y];
    corners.iter().map(|number| Object::Real((number * 100.0).round() / 100.0)).collect()
}
