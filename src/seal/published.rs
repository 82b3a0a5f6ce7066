//! Keys that everybody knows: those of the invented agencies that come with Rapor.

use super::{FileHash, Key};

/// SHA-256 of each such key, with the names of the agencies it belongs to.
const PUBLISHED: [(&str, &[&str]); 5] = [
    (
        "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
        &["Dinas Perpustakaan dan Kearsipan Kota Nusa Rimba"],
    ),
    (
        "42b451a2c39a3919aa198105e5c8c2101780b6ddf3fdb0f26649d4d918c1ef73",
        &["Badan Kepegawaian Kabupaten Arunika", "Dinas Pendidikan dan Kesehatan Kota Arumdalu"],
    ),
    (
        "d9b6b21515a7057573fbe1a87c160b87a81caa97f66d60feb283caf8ba253522",
        &["Dinas Kesehatan dan Prasarana Kota Seulanga"],
    ),
    (
        "d3d4cd062951f3aff8b2eae87c5f0c854abf1e8feec4ab8336f37cbff482f71e",
        &["Kantor Camat Bukit Senja", "Fernhill Studio for Design and Software"],
    ),
    ("e6ed9a1a9b89248d3d3edffc047e07f524b65266c44aa78df1b43e93d8cc0461", &["Dinas Kesehatan Kota Lembayung"]),
];

impl Key {
    /// The names of the invented agencies that this key was published with. Empty for a key of one's own.
    pub fn published_with(&self) -> &'static [&'static str] {
        let hash = FileHash::of(&self.0).hex();
        PUBLISHED.iter().find(|(known, _)| *known == hash).map_or(&[], |(_, names)| names)
    }
}
