//! Objects as bytes.

use std::io::Write;

use lopdf::{Dictionary, Object};

/// Writes an object.
pub(super) fn object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => put(out, value),
        Object::Integer(value) => put(out, value),
        Object::Real(value) => put(out, if value.is_finite() { value } else { &0.0 }),
        Object::Name(name) => self::name(out, name),
        Object::String(text, _) => string(out, text),
        Object::Array(parts) => {
            out.push(b'[');
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    out.push(b' ');
                }
                self::object(out, part);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => {
            let mut entries = stream.dict.clone();
            entries.set("Length", stream.content.len() as i64);
            dictionary(out, &entries);
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((number, generation)) => put(out, &format_args!("{number} {generation} R")),
    }
}

fn put(out: &mut Vec<u8>, value: &dyn std::fmt::Display) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{value}");
}

fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        out.push(b' ');
        object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            put(out, &format_args!("#{byte:02X}"));
        }
    }
}

/// Plain text between parentheses, anything else in hexadecimal digits.
fn string(out: &mut Vec<u8>, text: &[u8]) {
    if text.iter().all(|byte| matches!(byte, b' '..=b'~') && !b"()\\".contains(byte)) {
        out.push(b'(');
        out.extend_from_slice(text);
        out.push(b')');
    } else {
        out.push(b'<');
        for byte in text {
            put(out, &format_args!("{byte:02X}"));
        }
        out.push(b'>');
    }
}
