use std::path::Path;
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let (sources, found) = rapor::source::Sources::read(Path::new("."), &[]).unwrap();
    let (agency, more) = rapor::model::load(&sources, "2026-01-16".parse().unwrap());
    let found: rapor::diagnostic::Findings = found.into_iter().chain(more).collect();
    let (checked, _) = rapor::check::check(&agency, &sources, found);
    let survey = rapor::insight::survey(&checked);
    let public = rapor::disclosure::release(&checked, &survey);
    let mut own = vec![];
    if std::env::args().nth(2).is_some() {
        fn walk(dir: &Path, own: &mut Vec<rapor::site::Override>) {
            for e in std::fs::read_dir(dir).unwrap() {
                let p = e.unwrap().path();
                if p.is_dir() {
                    walk(&p, own)
                } else if let Ok(text) = std::fs::read_to_string(&p) {
                    own.push(rapor::site::Override {
                        name: p.strip_prefix("templates").unwrap().to_string_lossy().into_owned(),
                        text,
                    });
                }
            }
        }
        walk(Path::new("templates"), &mut own);
    }
    let start = std::time::Instant::now();
    let site = rapor::site::build(&rapor::site::Inputs {
        checked: &checked,
        survey: &survey,
        public: &public,
        texts: &sources,
        overrides: &own,
        documents: &[],
        tool: "0.1.0",
    });
    let site = match site {
        Ok(s) => s,
        Err(e) => {
            for e in e {
                eprintln!("{e}");
            }
            std::process::exit(1)
        }
    };
    eprintln!("{} pages {:?}", site.pages.len(), start.elapsed());
    for (path, bytes) in site.files() {
        let p = Path::new(&out).join(path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, bytes).unwrap();
    }
}
