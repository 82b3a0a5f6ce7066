//! Pictures from PNG and JPEG files, brought into a form a conforming file may hold.
//!
//! A PNG is decoded, laid on white where it is transparent, and packed again; a JPEG goes in as it is once its head
//! has been read. Neither keeps colour profiles or transparency, so that every page stays plain sRGB.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use super::deflate::deflate;

/// Most pixels a picture may have; more only makes the file heavy.
const MOST_PIXELS: u64 = 16_000_000;

/// Why a picture cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageError {
    /// Neither PNG nor JPEG.
    UnknownKind,
    /// Broken, with what the reader said.
    Broken(String),
    /// A JPEG for printing presses (CMYK) or of an unusual kind.
    UnsupportedJpeg,
    /// Too many pixels.
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

impl fmt::Display for ImageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImageError::UnknownKind => write!(out, "neither PNG nor JPEG"),
            ImageError::Broken(reason) => write!(out, "broken picture: {reason}"),
            ImageError::UnsupportedJpeg => write!(out, "a JPEG that is not grey or RGB"),
            ImageError::TooLarge { width, height } => write!(out, "{width} x {height} pixels are too many"),
        }
    }
}

impl std::error::Error for ImageError {}

/// How the pixels are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Deflated rows.
    Deflate,
    /// A JPEG file.
    Jpeg,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) grey: bool,
    pub(super) packing: Packing,
    pub(super) bytes: Vec<u8>,
}

/// A picture. Copies share its pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image(pub(super) Arc<Pixels>);

impl Image {
    /// Reads a PNG or JPEG file.
    pub fn read(file: &[u8]) -> Result<Image, ImageError> {
        let pixels = if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            read_png(file)?
        } else if file.starts_with(&[0xff, 0xd8]) {
            read_jpeg(file)?
        } else {
            return Err(ImageError::UnknownKind);
        };
        Ok(Image(Arc::new(pixels)))
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.0.width, self.0.height)
    }
}

fn check_size(width: u32, height: u32) -> Result<(), ImageError> {
    if width == 0 || height == 0 {
        return Err(ImageError::Broken("no pixels".into()));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ImageError::TooLarge { width, height });
    }
    Ok(())
}

fn read_png(file: &[u8]) -> Result<Pixels, ImageError> {
    let broken = |error: png::DecodingError| ImageError::Broken(error.to_string());
    let mut decoder = png::Decoder::new(Cursor::new(file));
    let header = decoder.read_header_info().map_err(broken)?;
    check_size(header.width, header.height)?;
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or_else(|| ImageError::Broken("no size".into()))?;
    let mut rows = vec![0; size];
    let frame = reader.next_frame(&mut rows).map_err(broken)?;
    rows.truncate(frame.buffer_size());
    let (grey, plain) = match frame.color_type {
        png::ColorType::Grayscale => (true, rows),
        png::ColorType::GrayscaleAlpha => (true, lay_on_white::<2>(&rows)),
        png::ColorType::Rgba => (false, lay_on_white::<4>(&rows)),
        png::ColorType::Rgb | png::ColorType::Indexed => (false, rows),
    };
    let bytes = deflate(&plain, 9);
    Ok(Pixels { width: frame.width, height: frame.height, grey, packing: Packing::Deflate, bytes })
}

/// Mixes pixels of `N` parts, the last of which is opacity, with white.
fn lay_on_white<const N: usize>(rows: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(rows.len() / N * (N - 1));
    for pixel in rows.chunks_exact(N) {
        let opacity = u32::from(pixel[N - 1]);
        for part in &pixel[..N - 1] {
            let mixed = (u32::from(*part) * opacity + 255 * (255 - opacity) + 127) / 255;
            plain.push(mixed.min(255) as u8);
        }
    }
    plain
}

/// Reads size and kind of a JPEG from its frame header.
fn read_jpeg(file: &[u8]) -> Result<Pixels, ImageError> {
    let short = || ImageError::Broken("it ends too early".into());
    if !file.ends_with(&[0xff, 0xd9]) {
        return Err(short());
    }
    let mut at = 2;
    loop {
        let marker = match file.get(at..at + 2) {
            Some([0xff, 0xff]) => {
                at += 1;
                continue;
            }
            Some([0xff, marker]) => *marker,
            Some(_) => return Err(ImageError::Broken("no marker where one is due".into())),
            None => return Err(short()),
        };
        let length = match file.get(at + 2..at + 4) {
            Some([high, low]) => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return Err(short()),
        };
        let body = file.get(at + 4..at + 2 + length).ok_or_else(short)?;
        match marker {
            // Baseline, extended and progressive frames; other kinds no reader of PDF is bound to know.
            0xc0..=0xc2 => return read_jpeg_frame(file, body),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(ImageError::UnsupportedJpeg),
            0xda | 0xd9 => return Err(ImageError::Broken("no frame".into())),
            _ => at += 2 + length,
        }
    }
}

fn read_jpeg_frame(file: &[u8], body: &[u8]) -> Result<Pixels, ImageError> {
    let [bits, h1, h0, w1, w0, parts, ..] = *body else {
        return Err(ImageError::Broken("its frame is too short".into()));
    };
    let (width, height) = (u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into());
    check_size(width, height)?;
    let grey = match (bits, parts) {
        (8, 1) => true,
        (8, 3) => false,
        _ => return Err(ImageError::UnsupportedJpeg),
    };
    Ok(Pixels { width, height, grey, packing: Packing::Jpeg, bytes: file.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(colour: png::ColorType, data: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(colour);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header().and_then(|mut writer| writer.write_image_data(data)).unwrap();
        file
    }

    #[test]
    fn transparent_pixels_become_white() {
        assert_eq!(lay_on_white::<4>(&[10, 20, 30, 0, 10, 20, 30, 255]), [255, 255, 255, 10, 20, 30]);
        let image = Image::read(&png(png::ColorType::Rgba, &[0; 8])).unwrap();
        assert_eq!(image.size(), (2, 1));
        assert!(!image.0.grey);
    }

    #[test]
    fn broken_files_are_refused_with_a_reason() {
        let whole = png(png::ColorType::Grayscale, &[1, 2]);
        assert!(matches!(Image::read(&whole[..40]), Err(ImageError::Broken(_))));
        assert_eq!(Image::read(b"GIF89a"), Err(ImageError::UnknownKind));
        assert!(matches!(Image::read(&[0xff, 0xd8, 0xff, 0xe0]), Err(ImageError::Broken(_))));
        let cmyk = [0xff, 0xd8, 0xff, 0xc0, 0, 9, 8, 0, 1, 0, 1, 4, 0, 0xff, 0xd9];
        assert_eq!(Image::read(&cmyk), Err(ImageError::UnsupportedJpeg));
    }

    #[test]
    fn a_jpeg_is_measured_without_decoding() {
        let grey = [0xff, 0xd8, 0xff, 0xfe, 0, 3, 0, 0xff, 0xc0, 0, 9, 8, 0, 3, 0, 2, 1, 0, 0xff, 0xd9];
        let image = Image::read(&grey).unwrap();
        assert_eq!((image.size(), image.0.grey, image.0.packing), ((2, 3), true, Packing::Jpeg));
    }
}
