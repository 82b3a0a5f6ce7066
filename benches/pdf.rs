//! How long a two-page report takes, layout and printing, and how large it is: `cargo bench --bench pdf [ROUNDS]`.
//!
//! Prints CPU milliseconds of this thread and bytes a document, the mean over different documents.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs, unreachable_pub)]

#[path = "../tests/support/documents.rs"]
mod documents;

use std::hint::black_box;
use std::time::Instant;

use rapor::pdf::Press;
use rapor::report::render;

/// CPU time of this thread in seconds where the system tells it, else the time since the start.
fn cpu(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds * 1e-9)
}

fn main() {
    let rounds = std::env::args().skip(1).find_map(|text| text.parse().ok()).unwrap_or(5);
    let press = Press::new().expect("a press");
    let reports: Vec<_> = (0..500)
        .map(documents::letter)
        .filter(|one| render(one, &press).is_ok_and(|done| done.pages == 2))
        .collect();
    let count = reports.len();
    let origin = Instant::now();
    let mut best = f64::INFINITY;
    let mut bytes = 0;
    for _ in 0..rounds {
        let start = cpu(origin);
        bytes =
            reports.iter().map(|one| black_box(render(one, &press)).map_or(0, |done| done.bytes.len())).sum();
        best = best.min(cpu(origin) - start);
    }
    println!(
        "{count} two-page reports: {:.3} ms CPU, {} bytes each",
        best * 1e3 / count as f64,
        bytes / count
    );
}
