//! The colour profile that says what red, green and blue mean in a file: sRGB, written out from its definition.

/// White of the profile connection space (D50).
const WHITE: [f64; 3] = [0.964_202_88, 1.0, 0.824_905_40];
/// sRGB primaries adapted to that white.
const RED: [f64; 3] = [0.436_074_7, 0.222_504_5, 0.013_932_2];
const GREEN: [f64; 3] = [0.385_064_9, 0.716_878_6, 0.097_104_5];
const BLUE: [f64; 3] = [0.143_080_4, 0.060_616_9, 0.714_173_3];
/// From sRGB's white (D65) to that of the connection space, by Bradford's method.
const ADAPTATION: [f64; 9] = [
    1.047_811_2,
    0.022_886_6,
    -0.050_127_0,
    0.029_542_4,
    0.990_484_4,
    -0.017_049_1,
    -0.009_234_5,
    0.015_043_6,
    0.752_131_6,
];
/// sRGB's curve: exponent, then a, b, c and d of the parametric form.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// An ICC profile, version 4, for a display with sRGB's primaries and curve.
pub(super) fn srgb() -> Vec<u8> {
    let curve = element(b"para", &[&[0, 3, 0, 0][..], &fixed(&CURVE)].concat());
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", words("sRGB")),
        (b"cprt", words("No rights reserved")),
        (b"wtpt", element(b"XYZ ", &fixed(&WHITE))),
        (b"chad", element(b"sf32", &fixed(&ADAPTATION))),
        (b"rXYZ", element(b"XYZ ", &fixed(&RED))),
        (b"gXYZ", element(b"XYZ ", &fixed(&GREEN))),
        (b"bXYZ", element(b"XYZ ", &fixed(&BLUE))),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let first = 128 + 4 + 12 * tags.len();
    for (name, element) in &tags {
        table.extend_from_slice(*name);
        table.extend_from_slice(&((first + data.len()) as u32).to_be_bytes());
        table.extend_from_slice(&(element.len() as u32).to_be_bytes());
        data.extend_from_slice(element);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header(first + data.len()), table, data].concat()
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend_from_slice(&(size as u32).to_be_bytes());
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[4, 0x20, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    for part in [2026u16, 1, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    // Platform, flags, device and its attributes, intent: all unspecified or the default.
    header.resize(68, 0);
    header.extend_from_slice(&fixed(&WHITE));
    header.resize(128, 0);
    header
}

fn element(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&kind[..], &[0; 4], body].concat()
}

/// Numbers with sixteen bits before and after the point.
fn fixed(numbers: &[f64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| ((number * 65536.0).round() as i32).to_be_bytes()).collect()
}

/// Words in one language, as profiles hold them.
fn words(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut body = Vec::new();
    for part in [1, 12] {
        body.extend_from_slice(&u32::to_be_bytes(part));
    }
    body.extend_from_slice(b"enUS");
    for part in [units.len() as u32, 28] {
        body.extend_from_slice(&part.to_be_bytes());
    }
    body.extend_from_slice(&units);
    element(b"mluc", &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_tells_its_own_size() {
        let profile = srgb();
        assert_eq!(profile.len(), 572);
        assert_eq!(profile[..4], 572u32.to_be_bytes());
        let white: f64 =
            (0..3).map(|part| RED[part] + GREEN[part] + BLUE[part] - WHITE[part]).map(f64::abs).sum();
        assert!(white < 1e-3);
    }
}
