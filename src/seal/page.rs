//! What may stand on public pages: seals at addresses, padded so that one publication does not tell how many are real.
//!
//! Over several publications it does not hold: whoever keeps them sees which pages came, went, or changed.

use super::{Code, FileHash, Key};

/// How many seals every page has.
pub const SLOTS: usize = 4;
/// Fewest pages of each state.
const FEWEST: usize = 64;

/// Whether a document is the newest edition of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is.
    InForce,
    /// A newer edition took its place.
    Replaced,
}

impl State {
    const ALL: [State; 2] = [State::InForce, State::Replaced];

    fn name(self) -> &'static str {
        match self {
            State::InForce => "in force",
            State::Replaced => "replaced",
        }
    }
}

/// A document that has a code, with the files that are right for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its code.
    pub code: Code,
    /// Its state.
    pub state: State,
    /// Hashes of its files, the most important first. More than [`SLOTS`] are left out.
    pub files: Vec<FileHash>,
}

/// A public page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// Where it lies.
    pub address: String,
    /// The state it shows.
    pub state: State,
    /// Its seals and what fills up their number, sorted.
    pub seals: [String; SLOTS],
}

/// The pages of documents, sorted by address. Those of each state are filled up with pages of no document to the next
/// power of two, so that in one publication neither documents nor decisions on objections can be counted. From one
/// publication to the next they can: a page that comes takes the place of one of no document.
pub fn pages(key: &Key, documents: &[Sealed]) -> Vec<Page> {
    let mut pages: Vec<Page> = documents.iter().map(|document| page(key, document)).collect();
    for state in State::ALL {
        let count = documents.iter().filter(|document| document.state == state).count();
        let wanted = count.next_power_of_two().max(FEWEST);
        let decoys = (count..wanted).map(|number| {
            let code = key.decoy(state.name(), number);
            page(key, &Sealed { code, state, files: vec![] })
        });
        pages.extend(decoys);
    }
    pages.sort();
    pages
}

fn page(key: &Key, document: &Sealed) -> Page {
    let code = &document.code;
    let mut files: Vec<FileHash> = vec![];
    for file in &document.files {
        if !files.contains(file) {
            files.push(*file);
        }
    }
    let mut seals: [String; SLOTS] = std::array::from_fn(|slot| {
        files.get(slot).map_or_else(|| key.filler(code, slot), |file| code.seal(file))
    });
    seals.sort();
    Page { address: code.address(), state: document.state, seals }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Identity;

    fn key() -> Key {
        Key::new([7; 32])
    }

    fn documents(in_force: usize, replaced: usize) -> Vec<Sealed> {
        let document = |number: usize, state: State| {
            let (period, edition) = (number.to_string(), if state == State::InForce { 2 } else { 1 });
            let code = key().code(&Identity { kind: "k", period: &period, about: &[], edition });
            Sealed { code, state, files: vec![FileHash::of(period.as_bytes())] }
        };
        let in_force = (0..in_force).map(|number| document(number, State::InForce));
        in_force.chain((0..replaced).map(|number| document(number, State::Replaced))).collect()
    }

    #[test]
    fn a_page_has_its_seals_and_nothing_that_tells_them_from_fillers() {
        let mut document = documents(1, 0).remove(0);
        for count in 0..7 {
            document.files = (0..count).map(|number| FileHash::of(&[number])).collect();
            let page = page(&key(), &document);
            let real = document.files.iter().filter(|file| page.seals.contains(&document.code.seal(file)));
            assert_eq!(real.count(), usize::from(count).min(SLOTS));
            assert!(page.seals.is_sorted() && page.seals.iter().all(|seal| seal.len() == 64));
            assert!(page.seals.windows(2).all(|pair| pair[0] != pair[1]));
        }
        document.files = vec![FileHash::of(b"a"), FileHash::of(b"a"), FileHash::of(b"b")];
        let page = page(&key(), &document);
        assert!(page.seals.contains(&document.code.seal(&FileHash::of(b"b"))));
    }

    #[test]
    fn counts_of_pages_at_one_time_tell_nothing_of_documents_and_decisions() {
        let counts = |in_force, replaced| {
            let pages = pages(&key(), &documents(in_force, replaced));
            let mut addresses: Vec<&str> = pages.iter().map(|page| page.address.as_str()).collect();
            addresses.dedup();
            assert_eq!(addresses.len(), pages.len());
            let old = pages.iter().filter(|page| page.state == State::Replaced).count();
            (pages.len() - old, old)
        };
        assert_eq!(counts(0, 0), (64, 64));
        assert_eq!(counts(1, 0), counts(64, 64));
        assert_eq!(counts(65, 1), (128, 64));
        assert_eq!(counts(128, 65), (128, 128));
    }

    /// A document keeps its page, whatever comes beside it.
    #[test]
    fn pages_of_documents_stay_where_they_are() {
        let few = pages(&key(), &documents(3, 1));
        let many = pages(&key(), &documents(300, 70));
        let kept = |document: &Sealed| {
            let find =
                |pages: &[Page]| pages.iter().find(|page| page.address == document.code.address()).cloned();
            find(&few).is_some_and(|page| find(&many) == Some(page))
        };
        assert!(documents(3, 1).iter().all(kept));
    }
}
