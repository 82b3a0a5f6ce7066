//! What each kind of file is for, in a sentence, and its path as a reader of the reference sees it.

use super::fields::Doc;
use super::kinds::{KINDS, Kind, path_of};

impl Kind {
    /// Its name on the command line; empty for kinds that are not defined by fields.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The path of such a file, with `<...>` for what differs.
    pub fn path_pattern(self) -> String {
        let name = match self {
            Kind::PeerReview | Kind::SubordinateReview => "<n>",
            Kind::RaterReview => "<kind>-<n>",
            Kind::PartSelf | Kind::PartSupervisor => "<part>",
            Kind::Feedback => "<date>-<slug>",
            Kind::Page => "<slug>",
            _ => "<id>",
        };
        path_of(self, "<period>", "<person>", name)
    }

    /// What it is for, in Indonesian and in English.
    pub fn meaning(self) -> Doc {
        match self {
            Kind::Config => ("Pengaturan instansi", "Settings of the agency"),
            Kind::Units => ("Unit kerja dan susunannya", "Units and how they are arranged"),
            Kind::Holidays => (
                "Hari libur, agar tenggat dalam hari kerja terhitung benar",
                "Days off, so that deadlines in workdays are counted right",
            ),
            Kind::Trainings => {
                ("Pelatihan yang dapat diikuti pegawai", "Trainings that people can take part in")
            }
            Kind::Projects => ("Proyek dan tim kerja lintas unit", "Projects and working teams across units"),
            Kind::Person | Kind::PeopleTable => (
                "Seorang pegawai, atau pejabat dari luar yang menilai, dengan riwayat jabatannya",
                "A person of the agency, or an official from outside who rates, with the posts held",
            ),
            Kind::Framework => {
                ("Kerangka penilaian milik instansi sendiri", "An appraisal framework of the agency's own")
            }
            Kind::Period => ("Periode penilaian dan kerangkanya", "A period of appraisal and its framework"),
            Kind::Lock => (
                "Kunci periode yang sudah ditutup; ditulis oleh `rapor lock`, tidak disunting",
                "The lock of a closed period; written by `rapor lock`, never edited",
            ),
            Kind::Goals => ("Sasaran instansi dan capaiannya", "Goals of the agency and what was reached"),
            Kind::Plan => (
                "Rencana kinerja seorang pegawai (SKP): hasil kerja, indikator, target, dan ekspektasi",
                "What a person is to reach (SKP): results, indicators, targets and expectations",
            ),
            Kind::SelfReview => {
                ("Laporan pegawai tentang kinerjanya sendiri", "A person's report on their own work")
            }
            Kind::SupervisorReview => ("Evaluasi oleh pejabat penilai", "The superior's evaluation"),
            Kind::PeerReview => ("Pandangan seorang rekan sejawat", "The view of a colleague"),
            Kind::SubordinateReview => ("Pandangan seorang bawahan", "The view of a subordinate"),
            Kind::PartSelf => (
                "Laporan pegawai atas satu bagian periode, misalnya triwulan",
                "The person's report on a part of the period, such as a quarter",
            ),
            Kind::PartSupervisor => (
                "Evaluasi periodik oleh pejabat penilai atas satu bagian periode, misalnya triwulan",
                "The superior's evaluation of a part of the period, such as a quarter",
            ),
            Kind::RaterReview => (
                "Pandangan seorang penilai dari jenis yang ditetapkan kerangka, misalnya pengguna layanan (`client-1.md`)",
                "The view of a rater of a kind that the framework defines, such as a client (`client-1.md`)",
            ),
            Kind::Feedback => (
                "Umpan balik sepanjang tahun, satu berkas per catatan",
                "Feedback during the year, a file a note",
            ),
            Kind::Discussion => (
                "Pembahasan hasil evaluasi dan klarifikasi pegawai",
                "The talk about the evaluation, and points the person made clear",
            ),
            Kind::Objection => {
                ("Keberatan pegawai atas hasil evaluasi", "The person's objection to the evaluation")
            }
            Kind::Decision => (
                "Putusan atasan pejabat penilai atas keberatan",
                "What the rater's superior decides on an objection",
            ),
            Kind::Development => (
                "Pengembangan pegawai: pelatihan, bimbingan, karier, pembinaan",
                "How a person grows: trainings, coaching, career, discipline",
            ),
            Kind::Record => (
                "Perjalanan hasil: dibuka, diserahkan, diterima, diisikan, ditandatangani",
                "What happened to the result: released, delivered, received, keyed, signed",
            ),
            Kind::Meeting => {
                ("Rapat evaluasi: giliran paparan dan notulen", "The evaluation meeting: slots and minutes")
            }
            Kind::Awards => ("Penghargaan bagi pegawai dan tim", "Awards for people and teams"),
            Kind::Ledger => {
                ("Catatan kelompok yang angkanya sudah diterbitkan", "Which groups' figures were published")
            }
            Kind::Page => ("Halaman buatan instansi sendiri", "A page of the agency's own"),
            Kind::AllowedSigners => ("Kunci yang boleh menandatangani", "Keys that may sign"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_path_and_a_meaning() {
        for (name, kind) in KINDS {
            assert_eq!(kind.name(), *name);
            assert!(!kind.meaning().0.is_empty() && !kind.meaning().1.is_empty(), "{name}");
        }
        assert_eq!(
            Kind::Feedback.path_pattern(),
            "content/reviews/<period>/<person>/feedback/<date>-<slug>.md"
        );
    }
}
