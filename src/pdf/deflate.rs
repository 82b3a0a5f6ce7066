//! Compression as streams of a conforming file need it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use flate2::{Compress, Compression, FlushCompress, Status};

thread_local! {
    /// Compressors by level; making one costs more than a page's worth of compressing.
    static COMPRESSORS: RefCell<BTreeMap<u32, Compress>> = const { RefCell::new(BTreeMap::new()) };
}

/// Compresses to a zlib stream that ends neither in CR nor in LF.
///
/// The line end that the writer puts before `endstream` would merge with such a last byte, and the stream's length
/// would seem wrong. White space at the end of content, character maps and profiles changes nothing, so the data gets a
/// space more until its compressed end is harmless; for pixels and fonts readers ignore what follows the last byte.
pub(super) fn deflate(data: &[u8], level: u32) -> Vec<u8> {
    let packed = deflate_once(data, level);
    if !ends_a_line(&packed) {
        return packed;
    }
    let mut padded = data.to_vec();
    loop {
        padded.push(b' ');
        let packed = deflate_once(&padded, level);
        if !ends_a_line(&packed) {
            return packed;
        }
    }
}

fn ends_a_line(bytes: &[u8]) -> bool {
    matches!(bytes.last(), Some(b'\r' | b'\n'))
}

fn deflate_once(data: &[u8], level: u32) -> Vec<u8> {
    COMPRESSORS.with_borrow_mut(|compressors| {
        let compressor =
            compressors.entry(level).or_insert_with(|| Compress::new(Compression::new(level), true));
        compressor.reset();
        let mut packed = Vec::with_capacity(data.len() / 2 + 128);
        loop {
            let rest = data.get(compressor.total_in() as usize..).unwrap_or_default();
            match compressor.compress_vec(rest, &mut packed, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => return packed,
                Ok(_) => packed.reserve(packed.capacity().max(1024)),
                // Compressing from memory to memory meets no state in which this can happen.
                Err(_) => return packed,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stream_ends_in_a_line_end() {
        let mut trapped = 0;
        for number in 0..2000 {
            let data = format!("BT /R 9 Tf {number} 700 Td ET");
            trapped += usize::from(ends_a_line(&deflate_once(data.as_bytes(), 6)));
            let packed = deflate(data.as_bytes(), 6);
            assert!(!ends_a_line(&packed));
            let mut read = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(&packed[..]), &mut read).unwrap();
            assert_eq!(read.trim_ascii_end(), data.as_bytes());
        }
        assert!(trapped > 0, "the trap was never met, the test proves nothing");
    }
}
