//! Words in the manner of an evaluation, drawn by dice.

use crate::documents::Dice;

const WORDS: &str = "tersusunnya rekomendasi kebijakan layanan informasi publik yang dan untuk tepat waktu \
    laporan triwulan unit kerja pengelolaan data kepegawaian dengan tindak-lanjut hasil evaluasi dokumen pada \
    jadwal terlaksananya pembinaan pegawai sesuai standar mutu rapat koordinasi arsip persuratan penataan \
    digital pemeriksaan berkala kelengkapan berkas permohonan masyarakat pelayanan terpadu satu pintu \
    penyelesaian pengaduan rata-rata hari sejak diterima tanpa keterlambatan peningkatan kepuasan pengguna \
    survei semester pertama kedua penyusunan rencana anggaran belanja operasional pemeliharaan gedung kendaraan \
    dinas inventaris barang milik daerah pencatatan penghapusan serah terima berita acara penelaahan naskah \
    peraturan perizinan verifikasi lapangan pengukuran capaian indikator kinerja utama sasaran strategis \
    pendampingan teknis kelompok tani perpustakaan keliling desa kecamatan kabupaten bimbingan pelatihan \
    jarak jauh modul pembelajaran peserta lulus ujian sertifikasi kompetensi analisis beban jabatan pemetaan \
    talenta suksesi mutasi promosi disiplin kehadiran presensi elektronik integrasi sistem aplikasi keamanan \
    jaringan cadangan pemulihan gangguan server pembaruan berjangka dokumentasi prosedur baku penerapan inovasi \
    kerja-sama lintas bidang mitra perguruan tinggi pemangku kepentingan komunikasi terbuka umpan balik rekan \
    sejawat penyederhanaan alur persetujuan berjenjang pemantauan risiko pengendalian intern audit temuan \
    ditindaklanjuti seluruhnya sebagian dalam melalui kepada oleh serta bagi secara lebih cepat tertib akurat \
    mutakhir transparan akuntabel menunjukkan mempertahankan mengembangkan memperbaiki mengusulkan \
    menyelesaikan mendokumentasikan mengoordinasikan memfasilitasi mempercepat menyampaikan kemampuan \
    tanggung jawab inisiatif ketelitian kepemimpinan";
const NAMES: &str = "Dewi Lestari Hasan Basri Rina Wulandari Agus Santoso Siti Rahma Bambang Wijaya Putri Anggraini \
    Yusuf Hidayat Maya Kartika Fajar Nugroho Intan Permata Rizal Ramadhan";

/// A few words, from least to most.
pub(super) fn phrase(dice: &mut Dice, least: usize, most: usize) -> String {
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    let count = least + dice.below(most - least + 1);
    let picked: Vec<&str> = (0..count).map(|_| dice.pick(&words)).collect();
    picked.join(" ")
}

/// Sentences, each with a figure or an amount of its own.
pub(super) fn paragraph(dice: &mut Dice, sentences: usize) -> String {
    let sentence = |dice: &mut Dice| {
        let (start, end) = (phrase(dice, 6, 12), phrase(dice, 3, 8));
        let (first, rest) = start.split_at(1);
        let fact = match dice.below(3) {
            0 => format!("{},{} %", dice.below(100), dice.below(10)),
            1 => format!("Rp{}.{:03}.000", 1 + dice.below(400), dice.below(1000)),
            _ => format!("{} berkas", 2 + dice.below(900)),
        };
        format!("{}{rest} {fact}, {end}.", first.to_uppercase())
    };
    let made: Vec<String> = (0..sentences).map(|_| sentence(dice)).collect();
    made.join(" ")
}

/// An invented name.
pub(super) fn name(dice: &mut Dice) -> String {
    let names: Vec<&str> = NAMES.split_ascii_whitespace().collect();
    let degrees = ["S.E.", "S.Kom.", "M.Si.", "S.H."];
    format!("{} {}, {}", dice.pick(&names), dice.pick(&names), dice.pick(&degrees))
}

/// An employee number in its usual groups.
pub(super) fn number(dice: &mut Dice) -> String {
    let year = 1970 + dice.below(30);
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    format!("NIP {year}{month:02}{day:02} {}01 1 {:03}", year + 25, 1 + dice.below(40))
}
