//! `extends`: laying one framework's tree over another's.
//!
//! Takes trees, gives trees and their text. Must never know where a base comes from, or what a framework is.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::diagnostic::Span;
use crate::source::yaml::{Node, Value};

/// The key that names the base.
pub(super) const KEY: &str = "extends";

/// Lays a tree over its base. Mappings are joined key by key, inherited keys first; all else replaces what was there.
/// A key left blank takes the inherited entry away.
pub(super) fn merge(base: &Node, own: &Node) -> Node {
    let (Value::Map(inherited), Value::Map(written)) = (&base.value, &own.value) else { return own.clone() };
    let mut pairs = Vec::with_capacity(inherited.len().max(written.len()));
    for (key, value) in inherited {
        // A key written twice stays so, for the decoder to say.
        let mut given = written.iter().filter(|(own, _)| is_same(own, key));
        match (given.next(), given.next()) {
            (None, _) => pairs.push((key.clone(), value.clone())),
            (Some((_, own)), None) if own.is_blank() => {}
            (Some((own_key, own)), second) => {
                pairs.push((own_key.clone(), merge(value, own)));
                pairs.extend(second.into_iter().chain(given).cloned());
            }
        }
    }
    let is_new = |key: &Node| !inherited.iter().any(|(base, _)| is_same(base, key));
    pairs.extend(written.iter().filter(|(key, _)| is_new(key)).cloned());
    Node { value: Value::Map(pairs), span: own.span }
}

/// Keys are the same if they read the same, quoted or not.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar { text: one, .. }, Value::Scalar { text: other, .. }) => one == other,
        _ => false,
    }
}

/// What a file gives as its base. `None` if the key is missing or blank.
pub(super) fn base_of(node: &Node) -> Option<&Node> {
    let Value::Map(pairs) = &node.value else { return None };
    pairs.iter().find(|(key, _)| is_key(key)).map(|(_, value)| value).filter(|value| !value.is_blank())
}

/// The tree without the name of its base, for it stands on its own now.
pub(super) fn on_its_own(mut node: Node) -> Node {
    if let Value::Map(pairs) = &mut node.value {
        pairs.retain(|(key, _)| !is_key(key));
    }
    node
}

fn is_key(key: &Node) -> bool {
    matches!(&key.value, Value::Scalar { text, .. } if text == KEY)
}

/// The tree as if all of it had been written at one place.
pub(super) fn placed(node: &Node, at: Span) -> Node {
    let value = match &node.value {
        Value::Scalar { text, plain } => Value::Scalar { text: text.clone(), plain: *plain },
        Value::Seq(items) => Value::Seq(items.iter().map(|item| placed(item, at)).collect()),
        Value::Map(pairs) => {
            Value::Map(pairs.iter().map(|(key, value)| (placed(key, at), placed(value, at))).collect())
        }
    };
    Node { value, span: at }
}

/// The tree as YAML that reads back to the same scalars, lists and mappings.
pub(super) fn text(node: &Node) -> Result<String, impl fmt::Display> {
    serde_yaml::to_string(&Written(node))
}

/// A node as it is written.
struct Written<'n>(&'n Node);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Scalar { .. } if self.0.is_blank() => to.serialize_unit(),
            Value::Scalar { text, plain } => match plain_value(text).filter(|_| *plain) {
                Some(Plain::Bool(yes)) => to.serialize_bool(yes),
                Some(Plain::Whole(number)) => to.serialize_i64(number),
                None => to.serialize_str(text),
            },
            Value::Seq(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&Written(item)))?;
                list.end()
            }
            Value::Map(pairs) => {
                let mut map = to.serialize_map(Some(pairs.len()))?;
                pairs
                    .iter()
                    .try_for_each(|(key, value)| map.serialize_entry(&Written(key), &Written(value)))?;
                map.end()
            }
        }
    }
}

/// What is written without quotes, as people write it.
enum Plain {
    Bool(bool),
    Whole(i64),
}

fn plain_value(text: &str) -> Option<Plain> {
    if let Ok(yes) = text.parse() {
        return Some(Plain::Bool(yes));
    }
    // A number that would come out otherwise, such as 007, is kept as text.
    text.parse().ok().filter(|number: &i64| number.to_string() == text).map(Plain::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::source::yaml::parse;

    fn tree(text: &str) -> Node {
        parse(text, FileId(0), 0).unwrap()
    }

    /// Everything but places and quotes.
    fn shape(node: &Node) -> String {
        match &node.value {
            Value::Scalar { .. } if node.is_blank() => "~".to_owned(),
            Value::Scalar { text, .. } => format!("{text:?}"),
            Value::Seq(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(", ")),
            Value::Map(pairs) => {
                let pair = |(key, value): &(Node, Node)| format!("{}: {}", shape(key), shape(value));
                format!("{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn a_tree_is_laid_over_its_base() {
        for (what, base, own, merged) in [
            ("nothing changes", "{a: 1, b: 2}", "{}", "{a: 1, b: 2}"),
            ("text replaces text", "{a: 1, b: 2}", "{b: 3}", "{a: 1, b: 3}"),
            ("new keys come after", "{b: 1, c: 2}", "{a: 0, c: 3}", "{b: 1, c: 3, a: 0}"),
            ("mappings are joined", "{m: {a: 1, b: 2}}", "{m: {b: 3, c: 4}}", "{m: {a: 1, b: 3, c: 4}}"),
            ("lists are replaced", "{l: [1, 2, 3]}", "{l: [4]}", "{l: [4]}"),
            ("an empty list too", "{l: [1, 2, 3]}", "{l: []}", "{l: []}"),
            ("an empty mapping changes nothing", "{m: {a: 1}}", "{m: {}}", "{m: {a: 1}}"),
            ("a label becomes plain", "{l: {id: Satu, en: One}}", "{l: Satu}", "{l: Satu}"),
            (
                "a plain label gets languages",
                "{l: Satu}",
                "{l: {id: Satu, en: One}}",
                "{l: {id: Satu, en: One}}",
            ),
            (
                "one language changes",
                "{l: {id: Satu, en: One}}",
                "{l: {en: First}}",
                "{l: {id: Satu, en: First}}",
            ),
            ("a blank takes away", "{a: 1, b: 2}", "a:", "{b: 2}"),
            ("a tilde does too", "{a: {b: 1}, c: 2}", "a: ~", "{c: 2}"),
            ("a blank inside", "{m: {a: 1, b: 2}}", "{m: {a: null}}", "{m: {b: 2}}"),
            ("an empty text is none", "{a: 1}", "a: \"\"", "{a: \"\"}"),
            ("a blank without an entry stays", "{a: 1}", "b:", "{a: 1, b: ~}"),
            ("quotes do not tell keys apart", "{a: 1}", "\"a\": 2", "{a: 2}"),
            ("keys written twice stay so", "{a: 1, b: 2}", "{a: 3, a: 4, a:}", "{a: 3, a: 4, a: ~, b: 2}"),
            ("a blank written twice takes nothing away", "{a: 1}", "{a: , a: 2}", "{a: ~, a: 2}"),
            ("a list is no mapping", "{m: {a: 1}}", "{m: [a]}", "{m: [a]}"),
        ] {
            assert_eq!(shape(&merge(&tree(base), &tree(own))), shape(&tree(merged)), "{what}");
        }
    }

    #[test]
    fn what_is_written_anew_keeps_its_place_and_what_is_inherited_too() {
        let base = placed(&tree("{a: {b: 1}, c: 2}"), Span::start_of(FileId(7)));
        let Value::Map(pairs) = merge(&base, &tree("{a: {d: 3}}")).value else { panic!() };
        let files: Vec<u32> = pairs.iter().flat_map(|(k, v)| [k.span.file.0, v.span.file.0]).collect();
        assert_eq!(files, [0, 0, 7, 7]);
        let Value::Map(inner) = &pairs[0].1.value else { panic!() };
        assert_eq!(inner.iter().map(|(key, _)| key.span.file.0).collect::<Vec<_>>(), [7, 0]);
    }

    #[test]
    fn the_base_is_named_by_a_key_that_is_not_inherited() {
        assert_eq!(base_of(&tree("extends: a")).map(shape).as_deref(), Some("\"a\""));
        for none in ["extends:", "a: 1", "[extends]", "extends"] {
            assert_eq!(base_of(&tree(none)), None, "{none}");
        }
        assert_eq!(
            shape(&on_its_own(tree("{extends: a, b: {extends: c}}"))),
            "{\"b\": {\"extends\": \"c\"}}"
        );
    }

    #[test]
    fn the_text_reads_back_to_the_same_tree() {
        for given in [
            "{a: 1, b: 007, c: 0.70, d: '1', e: -3, f: +3, g: 1e3, h: 0x1F, i: 97,5}",
            "{a: true, b: yes, c: 'true', d: ya, e: no, f: True}",
            "{a: , b: ~, c: '~', d: '', e: 'null', f: null}",
            "{2022-12-27: 2022-12-27, III/c: Penata, \"1\": 10:30}",
            "a: |\n  satu\n\n    dua\n  tiga\n",
            "a: |+\n  satu\n\nb: >-\n  satu\n  dua\n\n  tiga\n",
            "a: \"  satu\\tdua \\n\"\nb: \"\\n satu\\n\"\nc: 'x: y # z'\nd: '- satu'\ne: '& * ! % @ `'\n",
            "a: \"\\u00a0\\u2028\\u200d\\ufeff職 é\"\nb: \"C:\\\\data\"\n",
            "a: [1, [2, {b: c}], {}, []]\nb:\n- x\n- y: 1\n  z: 2\n",
        ] {
            let node = tree(given);
            let text = text(&node).ok().unwrap();
            assert_eq!(shape(&tree(&text)), shape(&node), "{given}\n{text}");
        }
        let long = format!("a: {}\n", "kata yang panjang ".repeat(40).trim());
        assert_eq!(text(&tree(&long)).ok().unwrap(), long);
    }
}
