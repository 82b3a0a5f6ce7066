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
    // Neither is used, and either may be far larger than the picture.
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or_else(|| ImageError::Broken("no size".into()))?;
    let mut rows = vec![0; size];
    let frame = reader.next_frame(&mut rows).map_err(broken)?;
    reader.finish().map_err(broken)?;
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

/// Reads a JPEG from mark to mark, without decoding its pixels. What is said about the picture beside them, such as where
/// it was taken, is left out, and so is what follows its end.
fn read_jpeg(file: &[u8]) -> Result<Pixels, ImageError> {
    let short = || ImageError::Broken("it ends too early".into());
    let mut kept = vec![0xff, 0xd8];
    let mut frame = None;
    let mut scanned = false;
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
        if marker == 0xd9 {
            break;
        }
        let length = match file.get(at + 2..at + 4) {
            Some([high, low]) => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return Err(short()),
        };
        let mut end = at + 2 + length;
        let body = file.get(at + 4..end).ok_or_else(short)?;
        match marker {
            // Baseline, extended and progressive frames; other kinds no reader of PDF is bound to know.
            0xc0..=0xc2 => frame = Some(read_jpeg_frame(body)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(ImageError::UnsupportedJpeg),
            0xda if frame.is_none() => break,
            0xda => {
                scanned = true;
                end = end_of_scan(file, end).ok_or_else(short)?;
            }
            _ => {}
        }
        // Of what is said beside the pixels, two marks tell how colours are meant.
        if !matches!(marker, 0xe1..=0xed | 0xef | 0xfe) {
            kept.extend_from_slice(&file[at..end]);
        }
        at = end;
    }
    let (width, height, grey) = frame.ok_or_else(|| ImageError::Broken("no frame".into()))?;
    if !scanned {
        return Err(ImageError::Broken("no pixels".into()));
    }
    kept.extend_from_slice(&[0xff, 0xd9]);
    Ok(Pixels { width, height, grey, packing: Packing::Jpeg, bytes: kept })
}

/// Where the next mark stands after coded pixels; zeros and restarts are part of these.
fn end_of_scan(file: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += file.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match file.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// Width, height, and whether it is grey.
fn read_jpeg_frame(body: &[u8]) -> Result<(u32, u32, bool), ImageError> {
    let [bits, h1, h0, w1, w0, parts, ..] = *body else {
        return Err(ImageError::Broken("its frame is too short".into()));
    };
    let (width, height) = (u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into());
    check_size(width, height)?;
    match (bits, parts) {
        (8, 1) => Ok((width, height, true)),
        (8, 3) => Ok((width, height, false)),
        _ => Err(ImageError::UnsupportedJpeg),
    }
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
        let image = Image::read(&jpeg()).unwrap();
        assert_eq!((image.size(), image.0.grey, image.0.packing), ((2, 3), true, Packing::Jpeg));
        let plain: Vec<u8> = [&jpeg()[..2], &jpeg()[7..]].concat();
        assert_eq!(image.0.bytes, plain, "the comment is left out");
        let followed = [jpeg(), b"more".to_vec()].concat();
        assert_eq!(Image::read(&followed).unwrap().0.bytes, plain);
    }

    /// A grey picture of two by three pixels with a comment; its pixels say nothing.
    fn jpeg() -> Vec<u8> {
        let comment = [0xff, 0xd8, 0xff, 0xfe, 0, 3, 0];
        let frame = [0xff, 0xc0, 0, 9, 8, 0, 3, 0, 2, 1, 0];
        let scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9];
        [&comment[..], &frame[..], &scan[..]].concat()
    }

    /// A PNG whose header says something else, with the sum it then needs.
    fn with_header(mut file: Vec<u8>, change: impl Fn(&mut [u8])) -> Vec<u8> {
        change(&mut file[16..29]);
        let mut sum = flate2::Crc::new();
        sum.update(&file[12..29]);
        file[29..33].copy_from_slice(&sum.sum().to_be_bytes());
        file
    }

    #[test]
    fn every_kind_of_png_is_read() {
        let kinds = [
            (png::ColorType::Grayscale, 1),
            (png::ColorType::GrayscaleAlpha, 2),
            (png::ColorType::Rgb, 3),
            (png::ColorType::Rgba, 4),
        ];
        for (colour, parts) in kinds {
            for (depth, bytes) in [(png::BitDepth::Eight, 1), (png::BitDepth::Sixteen, 2)] {
                let mut file = Vec::new();
                let mut encoder = png::Encoder::new(&mut file, 1, 1);
                encoder.set_color(colour);
                encoder.set_depth(depth);
                let pixel = vec![200; parts * bytes];
                encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixel)).unwrap();
                let image = Image::read(&file).unwrap();
                assert_eq!(image.0.grey, parts < 3);
                // One pixel is the same interlaced.
                let interlaced = with_header(file, |header| header[12] = 1);
                assert_eq!(Image::read(&interlaced).unwrap(), image);
            }
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::One);
        encoder.set_palette(vec![1, 2, 3, 4, 5, 6]);
        encoder.set_trns(vec![0, 255]);
        encoder.write_header().and_then(|mut writer| writer.write_image_data(&[0x40])).unwrap();
        let image = Image::read(&file).unwrap();
        assert_eq!(image.0.bytes, deflate(&[255, 255, 255, 4, 5, 6], 9));
    }

    #[test]
    fn huge_and_damaged_pictures_are_refused() {
        let small = png(png::ColorType::Rgba, &[9; 8]);
        let huge =
            with_header(small.clone(), |header| header[..8].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]));
        assert_eq!(Image::read(&huge), Err(ImageError::TooLarge { width: 65536, height: 65536 }));
        for whole in [small, jpeg()] {
            for at in 0..whole.len() {
                assert!(Image::read(&whole[..at]).is_err(), "the first {at} bytes");
                for change in [1, 0x80, 0xff] {
                    let mut damaged = whole.clone();
                    damaged[at] ^= change;
                    // Damage that does not show is harmless; all else is told.
                    let _ = Image::read(&damaged);
                }
            }
        }
    }
}
