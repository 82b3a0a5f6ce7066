//! `rapor sign`

use std::ffi::OsStr;
use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use super::documents::SIGNED;
use super::passphrase::passphrase;
use super::terminal::{Terminal, aligned};
use super::workspace::{clock, source_date_epoch};
use super::{Repository, Stop, configuration};
use crate::calendar::{Moment, is_near};
use crate::pdf::{Existing, FileError, MOST_BYTES, ReviseError};
use crate::schema::agency::Config;
use crate::sign::{Identity, KeyError, MOST_KEY_BYTES, Order, SignError, sign};
use crate::text::{self, Lang};

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let of = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path_of = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let path = path_of("file").unwrap_or(Path::new(""));
    let file = Existing::open(read(path, MOST_BYTES, terminal)?)
        .map_err(|error| refuse_file(&error, path, terminal))?;
    let Some(field) = of("field") else { return list(&file, path, terminal) };
    check_field(&file, field, path, terminal)?;
    let Some(key) = path_of("key") else {
        return Err(Stop::could_not(terminal.phrase("sign-needs-key", &[])));
    };
    let config = configuration(&repository.root);
    let moment = moment(of("time"), config.as_ref(), terminal)?;
    let out = match path_of("out") {
        Some(out) => out.to_owned(),
        None => usual_place(repository, path, config.is_some(), terminal)?,
    };

    let sealed = read(key, MOST_KEY_BYTES, terminal)?;
    let passphrase = passphrase(path_of("passphrase-file"), key, terminal)?;
    let identity = Identity::open(&sealed, &passphrase).map_err(|error| refuse_key(&error, key, terminal))?;
    let name = identity.name();
    let order = Order { field, reason: of("reason"), place: of("place"), moment, lang: terminal.lang };
    let signed = sign(&file, &identity, &order).map_err(|error| {
        let zone = zone(config.as_ref());
        refuse(&error, &name, path, key, zone, terminal)
    })?;
    write(&out, &signed, terminal)?;
    let when = text::moment(terminal.lang, &moment);
    let values: [(&str, &dyn Display); 4] =
        [("path", &out.display()), ("name", &name), ("field", &field), ("moment", &when)];
    terminal.say("sign-done", &values);
    terminal.say("sign-record", &[("entry", &entry(&out, &signed, &moment))]);
    Ok(ExitCode::SUCCESS)
}

/// What `record.yaml` says of a signed file; which document it is, the writer knows.
fn entry(path: &Path, signed: &[u8], moment: &Moment) -> String {
    let hash = crate::seal::FileHash::of(signed).hex();
    let place = serde_json::Value::String(path.display().to_string());
    format!("{{document: ..., how: electronic, date: {}, hash: {hash}, place: {place}}}", moment.date())
}

/// Reads a file of no more than so many bytes. One more is read, so that the reader sees that it is too long.
pub(super) fn read(path: &Path, most: usize, terminal: &Terminal) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    match File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
        Ok(_) => Ok(bytes),
        Err(reason) => {
            let values: [(&str, &dyn Display); 2] = [("path", &path.display()), ("reason", &reason)];
            Err(Stop::could_not(terminal.phrase("say-unreadable", &values)))
        }
    }
}

/// Lists the signature fields.
fn list(file: &Existing, path: &Path, terminal: &Terminal) -> Result<ExitCode, Stop> {
    if file.fields().is_empty() {
        return Err(Stop::could_not(terminal.phrase("sign-no-fields", &[("path", &path.display())])));
    }
    let rows = file.fields().iter().map(|field| {
        let state = match field.signature.as_ref().map(|signature| signature.name.as_deref()) {
            None => terminal.phrase("sign-field-empty", &[]),
            Some(None) => terminal.phrase("sign-field-taken", &[]),
            Some(Some(name)) => terminal.phrase("sign-field-taken-by", &[("name", &name)]),
        };
        vec![field.name.clone(), field.purpose.clone(), state]
    });
    terminal.print(&aligned(&rows.collect::<Vec<_>>()));
    Ok(ExitCode::SUCCESS)
}

/// Refuses a field that is not there or taken, before anything secret is asked for.
fn check_field(file: &Existing, field: &str, path: &Path, terminal: &Terminal) -> Result<(), Stop> {
    let shown = path.display();
    let names = |only_empty: bool| {
        let fields = file.fields().iter().filter(|field| !only_empty || field.signature.is_none());
        fields.map(|field| field.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let say = |key, fields: &str| {
        Err(Stop::could_not(
            terminal.phrase(key, &[("path", &shown), ("field", &field), ("fields", &fields)]),
        ))
    };
    match file.fields().iter().find(|known| known.name == field) {
        _ if file.fields().is_empty() => say("sign-no-fields", ""),
        None => say("sign-no-field", &names(false)),
        Some(known) if known.signature.is_some() => {
            let empty = names(true);
            say(
                "sign-taken",
                if empty.is_empty() { text::phrase(terminal.lang, "sign-none-left") } else { &empty },
            )
        }
        Some(_) => Ok(()),
    }
}

fn zone(config: Option<&Config>) -> &str {
    config.and_then(|config| config.time_zone.as_ref()).map_or("UTC", |zone| zone.value.as_str())
}

/// The moment of signing: as it was said, else SOURCE_DATE_EPOCH, else the clock's.
fn moment(said: Option<&str>, config: Option<&Config>, terminal: &Terminal) -> Result<Moment, Stop> {
    let zone = zone(config);
    if let Some(text) = said {
        let bad = || Stop::could_not(terminal.phrase("sign-bad-time", &[("text", &text)]));
        return Moment::parse(text, zone).filter(|moment| is_near(moment.date())).ok_or_else(bad);
    }
    let seconds = source_date_epoch(terminal)?.unwrap_or_else(clock);
    Moment::at(seconds, zone)
        .ok_or_else(|| Stop::could_not(terminal.phrase("say-bad-zone", &[("zone", &zone)])))
}

/// Where the signed file goes: it stays in `signed/` if it lies there, else it goes there under its name. A document of a
/// build keeps the folders it lies in: in them its name is the only one, in `signed/` it need not be.
fn usual_place(
    repository: &Repository,
    path: &Path,
    is_repository: bool,
    terminal: &Terminal,
) -> Result<PathBuf, Stop> {
    if !is_repository {
        return Err(Stop::could_not(terminal.phrase("sign-where-to", &[])));
    }
    let folder = repository.path(SIGNED);
    let own = path.canonicalize().ok().zip(folder.canonicalize().ok());
    if own.is_some_and(|(path, folder)| path.starts_with(folder)) {
        return Ok(path.to_owned());
    }
    Ok(folder
        .join(inside_root(path).unwrap_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default())))
}

/// The path of a document of a build within the root it lies in: `2026/dewi-skp.pdf` of
/// `output/personnel/dokumen/2026/dewi-skp.pdf`. Those of a person's own root begin with the person.
fn inside_root(path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok()?;
    let parts: Vec<&str> = path.iter().filter_map(OsStr::to_str).collect();
    let roots = ["personnel", "raters", "employees"];
    let root = parts.iter().rposition(|part| roots.contains(part))?;
    let below = match parts.get(root).copied() {
        Some("raters") => root + 2,
        _ => root + 1,
    };
    let folders = [Lang::Id, Lang::En].map(|lang| text::phrase(lang, "file-documents"));
    let kept: PathBuf = parts.get(below..)?.iter().filter(|part| !folders.contains(part)).collect();
    (kept.file_name() == path.file_name()).then_some(kept)
}

/// Writes the signed file. What is there already is only replaced by its own continuation.
fn write(path: &Path, signed: &[u8], terminal: &Terminal) -> Result<(), Stop> {
    let shown = path.display();
    let unwritable = |reason: io::Error| {
        Stop::could_not(terminal.phrase("say-unwritable", &[("path", &shown), ("reason", &reason)]))
    };
    // A link stays; what it leads to is replaced.
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if place.try_exists().map_err(unwritable)? {
        let known = fs::read(&place).map_err(unwritable)?;
        if !signed.starts_with(&known) {
            return Err(Stop::could_not(terminal.phrase("sign-exists", &[("path", &shown)])));
        }
        return replace(&place, signed).map_err(unwritable);
    }
    if let Some(folder) = place.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    create(&place, signed).map_err(unwritable)
}

/// Writes a file in one step, whether there is one already or not.
pub(super) fn replace_or_create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays; what it leads to is replaced.
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if place.try_exists()? { replace(&place, bytes) } else { create(&place, bytes) }
}

/// Writes a new file; nothing stays of it if it cannot be written to its end.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Puts new bytes in the place of a file in one step, so that there is always the old one or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.rapor-{}", std::process::id()));
    create(&beside, bytes)?;
    let kept = fs::metadata(path).and_then(|known| fs::set_permissions(&beside, known.permissions()));
    let replaced = kept.and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&beside);
    }
    replaced
}

/// Says why a file cannot be read as a document.
pub(super) fn refuse_file(error: &FileError, path: &Path, terminal: &Terminal) -> Stop {
    let key = match error {
        FileError::NotPdf => "file-not-pdf",
        FileError::TooLarge => "file-too-large",
        FileError::Truncated => "file-truncated",
        FileError::Encrypted => "file-encrypted",
        FileError::Broken(_) | FileError::Structure(_) => "file-broken",
    };
    let reason = match error {
        FileError::Broken(reason) | FileError::Structure(reason) => reason.as_str(),
        _ => "",
    };
    Stop::could_not(terminal.phrase(key, &[("path", &path.display()), ("reason", &reason)]))
}

/// Says why a key cannot be used.
fn refuse_key(error: &KeyError, path: &Path, terminal: &Terminal) -> Stop {
    let key = match error {
        KeyError::NotPkcs12 => "key-not-pkcs12",
        KeyError::WrongPassphrase => "key-wrong",
        KeyError::Unsupported(_) => "key-unsupported",
        KeyError::Limit => "key-limit",
        KeyError::NoKey => "key-none",
        KeyError::SeveralKeys => "key-several",
        KeyError::NoCertificate => "key-no-certificate",
    };
    let what = if let KeyError::Unsupported(what) = error { what.as_str() } else { "" };
    Stop::could_not(terminal.phrase(key, &[("path", &path.display()), ("what", &what)]))
}

/// Says why a document is not signed.
fn refuse(error: &SignError, name: &str, path: &Path, key: &Path, zone: &str, terminal: &Terminal) -> Stop {
    let say = |phrase, values: &[(&str, &dyn Display)]| Stop::could_not(terminal.phrase(phrase, values));
    let certificate = |phrase, seconds: i64| {
        let moment = Moment::at(seconds, zone).map(|moment| text::moment(terminal.lang, &moment));
        say(phrase, &[("name", &name), ("moment", &moment.unwrap_or_default())])
    };
    match error {
        SignError::NotYetValid(from) => certificate("sign-certificate-early", *from),
        SignError::Expired(until) => certificate("sign-certificate-late", *until),
        SignError::NotForSigning => say("sign-certificate-usage", &[("name", &name)]),
        SignError::Key => say("sign-key-silent", &[("path", &key.display())]),
        SignError::File(ReviseError::Certified) => say("sign-certified", &[("path", &path.display())]),
        SignError::File(error) => say("file-broken", &[("path", &path.display()), ("reason", error)]),
    }
}
