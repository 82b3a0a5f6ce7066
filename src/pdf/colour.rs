//! Colours.

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// Text and lines.
    pub const INK: Colour = Colour::new(0x16, 0x18, 0x1c);
    /// Text of lesser weight; still dark enough to read.
    pub const GREY: Colour = Colour::new(0x55, 0x5a, 0x63);
    /// Lines of tables.
    pub const LINE: Colour = Colour::new(0x6b, 0x70, 0x78);
    /// Ground of heading cells; prints lightly.
    pub const SHADE: Colour = Colour::new(0xe9, 0xed, 0xf2);
    /// Paper.
    pub const WHITE: Colour = Colour::new(0xff, 0xff, 0xff);

    /// A colour of three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Colour {
        Colour { red, green, blue }
    }
}
