//! Setting the places where people sign.

use super::super::document::{Align, Prose, Side, Signatures, Signer};
use super::lines::Voice;
use super::{Atom, Piece, Setter};
use crate::pdf::{Area, Colour, Draw, Field, Kind, NodeId};

/// The parts of one person's place, as they were set.
struct Place {
    x: f32,
    width: f32,
    node: NodeId,
    place_date: Vec<Atom>,
    role: Vec<Atom>,
}

impl Setter<'_> {
    /// Sets a row of signatures as one atom. Roles, fields and names of all stand at the same height.
    pub(super) fn signatures(&mut self, signatures: &Signatures) -> Atom {
        let voice = Voice { align: Align::Center, ..self.voice() };
        let mut signers: Vec<&Signer> = signatures.signers.iter().collect();
        signers.sort_by_key(|signer| column(signer.side));
        let places: Vec<Place> = signers.iter().map(|signer| self.place(signer, &signers, voice)).collect();
        let tallest = |pick: fn(&Place) -> &Vec<Atom>| {
            places.iter().map(|place| height(pick(place))).fold(0.0, f32::max)
        };
        let dates = tallest(|place| &place.place_date);
        let roles = tallest(|place| &place.role);
        let room = signatures.room.min(self.tallest * 0.5);
        let mut atom = Atom { gap: self.style.gap + voice.size, ..Atom::default() };
        let mut taken = Vec::new();
        for (signer, place) in signers.iter().zip(places) {
            let (x, width, node) = (place.x, place.width, place.node);
            let name_at = dates + roles + room;
            stack(&mut atom, place.place_date, x, 0.0);
            stack(&mut atom, place.role, x, dates);
            let area = Area { x, y: dates + roles + 2.0, width, height: room - 4.0 };
            let field = self.field(signer, area, node);
            atom.pieces.push(Piece::Field(field));
            let mut foot = match &signer.name {
                Some(name) => {
                    let voice = Voice { bold: true, underline: true, ..voice };
                    self.words(&name.into(), node, width, voice)
                }
                None => {
                    let y = voice.line_height() * 0.8;
                    let points = vec![(width * 0.12, y), (width * 0.88, y)];
                    let line = Draw::Line { points, thickness: 0.5, colour: Colour::LINE };
                    vec![Atom {
                        height: voice.line_height(),
                        pieces: vec![Piece::Ground(line)],
                        ..Atom::default()
                    }]
                }
            };
            for prose in &signer.below {
                foot.append(&mut self.words(prose, node, width, voice));
            }
            let bottom = stack(&mut atom, foot, x, name_at);
            atom.height = atom.height.max(bottom);
            taken.push((x, x + width));
        }
        self.rows_to_sign = self.rows_to_sign.saturating_sub(1);
        let is_last = self.rows_to_sign == 0;
        if let Some(seal) = self.seal.filter(|seal| is_last || seal.on_every_row) {
            self.add_seal(seal, &taken, &mut atom);
        }
        if is_last {
            self.seal = None;
        }
        atom
    }

    fn place(&mut self, signer: &Signer, signers: &[&Signer], voice: Voice) -> Place {
        let thirds = signers.iter().any(|other| other.side == Side::Middle) && signers.len() > 1;
        // Two leave room for the document's code between them.
        let share = if thirds { 0.31 } else { 0.42 };
        let width = self.width * share;
        let x = match signer.side {
            Side::Left => 0.0,
            Side::Middle => (self.width - width) / 2.0,
            Side::Right => self.width - width,
        };
        let node = self.node(Kind::Division, NodeId(0));
        let place_date =
            signer.place_date.as_ref().map_or_else(Vec::new, |prose| self.words(prose, node, width, voice));
        let role = self.words(&signer.role, node, width, voice);
        Place { x, width, node, place_date, role }
    }

    fn words(&mut self, prose: &Prose, parent: NodeId, width: f32, voice: Voice) -> Vec<Atom> {
        if prose.is_empty() {
            return vec![Atom { height: voice.line_height(), ..Atom::default() }];
        }
        let node = self.node(Kind::Paragraph, parent);
        self.lines(prose, node, width, voice)
    }

    fn field(&mut self, signer: &Signer, area: Area, parent: NodeId) -> Field {
        // A full stop would make the name a path.
        let plain = signer.field.replace('.', "-");
        let count = self.fields.entry(plain.clone()).or_insert(0);
        *count += 1;
        let name = if *count == 1 { plain } else { format!("{plain}-{count}") };
        let node = self.node(Kind::Form, parent);
        Field { area, node, name, purpose: signer.purpose.clone() }
    }
}

fn column(side: Side) -> u8 {
    match side {
        Side::Left => 0,
        Side::Middle => 1,
        Side::Right => 2,
    }
}

fn height(atoms: &[Atom]) -> f32 {
    atoms.iter().map(|atom| atom.height).sum()
}

/// Puts atoms below each other into another; gives where they end.
fn stack(target: &mut Atom, atoms: Vec<Atom>, x: f32, mut y: f32) -> f32 {
    for mut atom in atoms {
        for piece in &mut atom.pieces {
            piece.shift(x, y);
        }
        y += atom.height;
        target.pieces.append(&mut atom.pieces);
    }
    y
}
