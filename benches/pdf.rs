//! How long a two-page report takes, layout and printing, and how large it is.
//!
//!     cargo bench --bench pdf                      # measure
//!     cargo bench --bench pdf -- --reports FOLDER  # write what the reports say, and one as printed, for others
//!
//! Prints CPU milliseconds of this thread a report, the median of rounds over different reports, and bytes a report.
//! `scripts/bench-pdf` measures others with the same reports.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs, unreachable_pub)]

#[path = "../tests/support/documents.rs"]
mod documents;
mod report;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use rapor::pdf::Press;
use rapor::report::document::Document;
use rapor::report::render;
use report::Report;

const ROUNDS: u64 = 5;
/// Reports of one round. None returns in another, so that nothing remembered of a whole report can help.
const ROUND: u64 = 200;
/// Reports printed before anything is measured.
const WARM: u64 = 100;

/// CPU time of this thread in seconds where the system tells it, else the time since the start.
fn cpu(start: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds * 1e-9)
}

/// Prints reports; gives how many bytes they have. Each must have two pages.
fn print(reports: &[Document], press: &Press) -> usize {
    let sizes = reports.iter().map(|one| {
        let done = black_box(render(one, press)).expect("a report");
        assert_eq!(done.pages, 2, "{:?}", one.title);
        done.bytes.len()
    });
    sizes.sum()
}

fn hand_over(reports: &[Report], folder: &Path, press: &Press) {
    fs::create_dir_all(folder).expect("a folder");
    let words = serde_json::to_string(reports).expect("what the reports say");
    fs::write(folder.join("reports.json"), words).expect("a place to write to");
    let first = render(&reports[0].document(), press).expect("a report");
    fs::write(folder.join("rapor.pdf"), first.bytes).expect("a place to write to");
}

fn main() {
    let press = Press::new().expect("a press");
    let reports: Vec<Report> = (0..WARM + ROUNDS * ROUND).map(Report::new).collect();
    let mut words = std::env::args().skip_while(|word| word != "--reports").skip(1);
    if let Some(folder) = words.next() {
        hand_over(&reports, Path::new(&folder), &press);
        return;
    }
    let documents: Vec<Document> = reports.iter().map(Report::document).collect();
    let (warm, measured) = documents.split_at(WARM as usize);
    print(warm, &press);
    let origin = Instant::now();
    let (mut times, mut bytes) = (vec![], 0);
    for round in measured.chunks(ROUND as usize) {
        let start = cpu(origin);
        bytes += print(round, &press);
        times.push((cpu(origin) - start) * 1e3 / round.len() as f64);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{} two-page reports: {:.3} ms CPU, {} bytes each",
        measured.len(),
        times[times.len() / 2],
        bytes / measured.len()
    );
}
