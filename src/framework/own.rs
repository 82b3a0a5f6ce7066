//! The agency's own frameworks, each laid over what it extends.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::builtin::preset_tree;
use super::{Framework, extends, unknown};
use crate::diagnostic::{FileId, Finding, Span, code};
use crate::schema::fields::read;
use crate::schema::types::id;
use crate::schema::value::Id;
use crate::source::yaml::{self, Node};

/// A framework file of the agency.
#[derive(Debug, Clone, Copy)]
pub struct OwnFile<'a> {
    /// The framework's id: the file's name.
    pub id: &'a str,
    /// The file.
    pub file: FileId,
    /// Its text. `None` if it cannot be read, which has been said.
    pub text: Option<&'a str>,
}

/// Reads the agency's own frameworks by id; `None` for one that cannot be used, so that it is not missed as well.
/// In which order the files come makes no difference.
pub fn read_own(files: &[OwnFile], out: &mut Vec<Finding>) -> BTreeMap<String, Option<Arc<Framework>>> {
    let written = files.iter().filter_map(|file| Some((file.id, Written::read(file, out)?))).collect();
    let mut reader =
        Reader { written, ids: files.iter().map(|file| file.id).collect(), done: BTreeMap::new(), out };
    reader.ids.clone().into_iter().for_each(|id| reader.follow(id));
    let mut done = reader.done;
    let mut usable = |id: &str| done.remove(id).flatten().map(|laid| laid.framework);
    files.iter().map(|file| file.id).map(|id| (id.to_owned(), usable(id))).collect()
}

/// A file as a tree, with the name of what it extends.
struct Written<'a> {
    text: &'a str,
    file: FileId,
    node: Node,
    base: Option<Id>,
}

/// A framework that can be used, and what others extend of it.
struct Laid {
    framework: Arc<Framework>,
    node: Node,
    /// What was found in it, at the places where it was written.
    found: Vec<Finding>,
}

/// What a framework extends.
enum Base<'a> {
    Own(&'a str),
    Preset(&'static Node),
}

struct Reader<'a, 'o> {
    ids: BTreeSet<&'a str>,
    written: BTreeMap<&'a str, Written<'a>>,
    done: BTreeMap<&'a str, Option<Laid>>,
    out: &'o mut Vec<Finding>,
}

impl<'a> Written<'a> {
    fn read(file: &OwnFile<'a>, out: &mut Vec<Finding>) -> Option<Written<'a>> {
        let text = file.text?;
        let node = yaml::parse(text, file.file, 0).map_err(|found| out.extend(found)).ok()?;
        let base = match extends::base_of(&node) {
            Some(named) => Some(read(extends::KEY, named, &id("framework"), out)?),
            None => None,
        };
        Some(Written { text, file: file.file, node, base })
    }
}

impl<'a> Reader<'a, '_> {
    /// Reads a framework after those below it.
    fn follow(&mut self, id: &'a str) {
        let (mut way, mut seen) = (vec![], BTreeSet::new());
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| !self.done.contains_key(id)) {
            if !seen.insert(id) {
                self.report_circle(way.iter().copied().skip_while(|on_way| *on_way != id).collect());
                // Whatever leads into the circle has no base either.
                self.done.extend(way.drain(..).map(|id| (id, None)));
                break;
            }
            way.push(id);
            next = match self.base(id) {
                Some(Base::Own(base)) => Some(base),
                Some(Base::Preset(_)) | None => None,
            };
        }
        for id in way.into_iter().rev() {
            let laid = self.lay(id);
            self.done.insert(id, laid);
        }
    }

    /// What a framework extends. `None` if nothing, or nothing known.
    fn base(&self, id: &str) -> Option<Base<'a>> {
        let name = self.written.get(id)?.base.as_ref()?.value.as_str();
        // A framework that bears a preset's name can extend that preset.
        let tree = preset_tree(name);
        match self.ids.get(name).filter(|_| name != id || tree.is_none()) {
            Some(own) => Some(Base::Own(own)),
            None => tree.map(Base::Preset),
        }
    }

    fn lay(&mut self, id: &'a str) -> Option<Laid> {
        let written = self.written.get(id)?;
        let Some(name) = &written.base else {
            let mut found = vec![];
            let data = Framework::data(id, &written.node, &mut found);
            self.out.extend(found.iter().cloned());
            let framework = Framework { id: id.to_owned(), text: written.text.to_owned(), data: data? };
            let node = extends::on_its_own(written.node.clone());
            return Some(Laid { framework: Arc::new(framework), node, found });
        };
        let Some(base) = self.base(id) else {
            self.out.push(unknown(name, self.ids.iter().copied().filter(|own| *own != id)));
            return None;
        };
        let no_findings = vec![];
        let (node, said) = match base {
            // Presets are in no file of the agency, so what comes from one stands where it is named.
            Base::Preset(tree) => {
                (extends::merge(&extends::placed(tree, name.span), &written.node), &no_findings)
            }
            // What is wrong with the base is said there.
            Base::Own(base) => {
                let base = self.done.get(base)?.as_ref()?;
                (extends::merge(&base.node, &written.node), &base.found)
            }
        };
        let mut found = vec![];
        let data = Framework::data(id, &node, &mut found);
        let news = found.iter().filter(|finding| !said.contains(finding)).cloned();
        self.out.extend(news.map(|finding| mendable(finding, written.file, name.span)));
        let (data, node) = (data?, extends::on_its_own(node));
        let text = sealable(&node, name.span).map_err(|found| self.out.extend(found)).ok()?;
        Some(Laid { framework: Arc::new(Framework { id: id.to_owned(), text, data }), node, found })
    }

    /// Reports frameworks of which each extends the next and the last the first.
    fn report_circle(&mut self, mut circle: Vec<&'a str>) {
        let Some(first) = (0..circle.len()).min_by_key(|at| circle[*at]) else { return };
        circle.rotate_left(first);
        let Some(base) = self.written.get(circle[0]).and_then(|written| written.base.as_ref()) else {
            return;
        };
        circle.push(circle[0]);
        self.out.push(Finding::new(code::EXTENDS_CYCLE, base.span).arg("circle", circle.join(" → ")));
    }
}

/// A finding about what was inherited is said where the file takes it over, since that can be mended there.
fn mendable(finding: Finding, own: FileId, extends: Span) -> Finding {
    let written = finding.at;
    match written.file == own {
        // Only what a preset gives stands there.
        true if written == extends => finding.note(extends, "inherited-here"),
        true => finding,
        false => Finding { at: extends, ..finding }.note(written, "inherited-from"),
    }
}

/// The text of a tree, as a lock will hold it. It must be as readable as a file that people write.
fn sealable(node: &Node, place: Span) -> Result<String, Vec<Finding>> {
    let text = extends::text(node).unwrap_or_default();
    match yaml::parse(&text, place.file, 0) {
        Ok(_) => Ok(text),
        Err(found) => Err(found.into_iter().map(|finding| Finding { at: place, ..finding }).collect()),
    }
}

#[cfg(test)]
mod tests;
