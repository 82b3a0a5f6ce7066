//! Certificates: a page for a person; for a team a page for the team and one for each member.

use crate::report::document::{
    Align, Block, Colour, Content, Document, Graphic, Heading, Margins, Orientation, PageSetup, Paragraph,
    Prose, Shape, Side, Signatures, mm,
};
use crate::text::{fill, phrase};
use crate::view::form::CertificateView;

use super::Setup;
use super::evaluation_document::emblem;
use super::parts::{place_date, signer};

/// Up to so many names of a team stand on lines of their own.
const ON_LINES: usize = 5;
/// A name of more letters may be divided between its words.
const UNDIVIDED: usize = 64;
/// Where there is less space between the parts, emblem and title are smaller.
const CROWDED: f32 = 4.0;
const FRAME: Colour = Colour::new(0x1b, 0x4b, 0x86);
const INNER: Colour = Colour::new(0x9a, 0x7b, 0x33);

/// The certificate of an award.
pub fn certificate(view: &CertificateView, setup: &Setup) -> Document {
    let lang = view.lang;
    let mut page = PageSetup::new(setup.paper, Orientation::Landscape);
    page.margins = Margins { top: mm(19.0), right: mm(32.0), bottom: mm(17.0), left: mm(32.0) };
    let kind = sentence(phrase(lang, "office-certificate"));
    let title = format!("{kind} \u{2013} {} \u{2013} {}", view.title, view.issue.period);
    let mut document = Document::new(title, &view.issue.agency, lang.tag(), view.date, page);
    document.style.size = 11.0;
    document.backdrop = Some(frame(page.size()));
    document.extend(sheet(view, setup, None));
    if view.recipients.len() > 1 {
        for member in &view.recipients {
            document.push(Block::PageBreak);
            document.extend(sheet(view, setup, Some(member)));
        }
    }
    document
}

/// Words in capitals with only the first letter left so.
fn sentence(capitals: &str) -> String {
    let mut letters = capitals.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// One page: for all who receive the award or, in a team, for one of its members.
fn sheet(view: &CertificateView, setup: &Setup, member: Option<&String>) -> Vec<Block> {
    let lang = view.lang;
    let line = |text: String, size: f32| centred(text.into(), size);
    let kind = phrase(lang, "office-certificate").to_owned();
    let air = air(view, setup, member.is_some());
    let crowded = air < CROWDED;
    let air = || Block::space(air);
    let mut blocks: Vec<Block> = vec![];
    if setup.emblem.is_some() {
        let mut emblem = emblem(setup, lang);
        if crowded {
            (emblem.width, emblem.height) = (emblem.width * 0.7, emblem.height * 0.7);
        }
        blocks.push(Content::from(emblem).into());
        blocks.push(Block::space(4.0));
    }
    blocks.push(centred(Prose::new().bold(view.issue.agency.to_uppercase()), 13.0));
    blocks.push(air());
    let heading = |level, text: Prose, size| {
        Block::Heading(Heading { level, prose: text, align: Align::Center, size: Some(size) })
    };
    match member {
        None => blocks.push(heading(1, kind.into(), if crowded { 21.0 } else { 27.0 })),
        Some(_) => blocks.push(centred(Prose::new().bold(kind), 27.0)),
    }
    blocks.push(air());
    blocks.push(line(phrase(lang, "office-given-to").to_owned(), 11.0));
    match (member, view.recipients.as_slice()) {
        (Some(member), _) => blocks.push(heading(2, member.into(), 21.0)),
        (None, [only]) => blocks.push(centred(Prose::new().bold(only.clone()), 21.0)),
        (None, team) => {
            blocks.push(line(fill(phrase(lang, "office-team"), &[("n", &team.len())]), 11.0));
            blocks.push(names(team));
        }
    }
    blocks.push(air());
    let key = if member.is_some() { "office-member" } else { "office-as" };
    blocks.push(line(phrase(lang, key).to_owned(), 11.0));
    blocks.push(centred(Prose::new().bold(view.title.clone()), 16.0));
    blocks.push(Block::space(4.0));
    blocks.push(line(view.reason.clone(), 11.0));
    if let Some(project) = &view.project {
        blocks.push(centred(Prose::new().italic(project.clone()), 11.0));
    }
    blocks.push(air());
    let role = match &view.leader.position {
        Some(position) => format!("{position},"),
        None => format!("{},", phrase(lang, "office-leader")),
    };
    let leader = signer("pimpinan", &role, &view.leader, None, lang).side(Side::Middle);
    let mut signatures = Signatures::new([leader.place_date(place_date(&view.issue, lang, Some(view.date)))]);
    signatures.room = if crowded { 38.0 } else { 46.0 };
    blocks.push(signatures.into());
    blocks
}

/// Space between the parts of a page: the less there is to say, the more.
fn air(view: &CertificateView, setup: &Setup, single: bool) -> f32 {
    let letters = |text: &str| text.chars().count();
    let names = match view.recipients.len() {
        _ if single => 1,
        many if many > ON_LINES => {
            view.recipients.iter().map(|name| letters(name) + 3).sum::<usize>() / 70 + 1
        }
        few => few,
    };
    // What a page with one name and a short reason leaves free, less what there is beyond that; charily, since words
    // are not measured here.
    let emblem = if setup.emblem.is_some() { 80 } else { 0 };
    let project = if view.project.is_some() { 20 } else { 0 };
    let more = (names - 1) * 22 + letters(&view.reason) / 100 * 16 + project + emblem;
    ((210.0 - more as f32) / 5.0).clamp(1.0, 32.0)
}

/// The names of a team: each on its line, or one after the other where they are many.
fn names(team: &[String]) -> Block {
    let whole = |name: &String| match name.chars().count() > UNDIVIDED {
        true => name.clone(),
        false => name.replace(' ', "\u{a0}"),
    };
    let mut prose = Prose::new();
    let between = team.len() > ON_LINES;
    for (place, name) in team.iter().enumerate() {
        prose = match place {
            0 => prose,
            _ if between => prose.text(" \u{b7} "),
            _ => prose.line_break(),
        };
        prose = prose.bold(whole(name));
    }
    let letters: usize = team.iter().map(|name| name.chars().count()).sum();
    let size = match between {
        false => 15.0,
        true if letters > 400 => 10.5,
        true => 13.0,
    };
    centred(prose, size)
}

fn centred(prose: Prose, size: f32) -> Block {
    Paragraph::new(prose).align(Align::Center).size(size).into()
}

/// A double line round the page with a lozenge at each corner.
fn frame((width, height): (f32, f32)) -> Graphic {
    let line = |inset: f32, thickness: f32, colour: Colour| {
        let (right, bottom) = (width - inset, height - inset);
        let points = vec![(inset, inset), (right, inset), (right, bottom), (inset, bottom), (inset, inset)];
        Shape::Polyline { points, thickness, colour }
    };
    let (near, size) = (29.0, 9.0);
    let lozenge = |x: f32, y: f32, size: f32, fill: Colour| Shape::Polygon {
        points: vec![(x - size, y), (x, y - size), (x + size, y), (x, y + size)],
        fill,
    };
    let mut shapes = vec![line(24.0, 2.4, FRAME), line(near, 0.7, INNER)];
    for (x, y) in [(near, near), (width - near, near), (near, height - near), (width - near, height - near)] {
        shapes.push(lozenge(x, y, size + 2.0, Colour::WHITE));
        shapes.push(lozenge(x, y, size, FRAME));
        shapes.push(lozenge(x, y, size - 4.0, INNER));
    }
    Graphic { shapes }
}
