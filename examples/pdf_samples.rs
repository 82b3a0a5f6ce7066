//! Writes sample documents, and those made to be difficult: `pdf_samples DIR COUNT`. The outside oracles are run over what it writes.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unreachable_pub)]

#[path = "../tests/support/documents.rs"]
mod documents;

use std::error::Error;
use std::path::PathBuf;

use rapor::pdf::Press;
use rapor::report::render;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(directory), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: pdf_samples DIR COUNT".into());
    };
    let directory = PathBuf::from(directory);
    std::fs::create_dir_all(&directory)?;
    let press = Press::new()?;
    for seed in 0..count.parse::<u64>()? {
        let rendered = render(&documents::any(seed), &press)?;
        std::fs::write(directory.join(format!("sample-{seed:04}.pdf")), rendered.bytes)?;
    }
    for (name, document) in documents::hostile() {
        std::fs::write(directory.join(format!("hostile-{name}.pdf")), render(&document, &press)?.bytes)?;
    }
    Ok(())
}
