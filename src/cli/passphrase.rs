//! Where the passphrase of a key comes from: a file, the environment, or whoever sits at the terminal. Never an
//! argument, which others on the computer could read.

use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::Stop;
use super::terminal::Terminal;
use crate::sign::Passphrase;

const VARIABLE: &str = "RAPOR_PASSPHRASE";
/// Most bytes of what is typed.
const LONGEST: usize = 4 << 10;
/// What Ctrl-C sends.
const BREAK: u8 = 3;

/// The passphrase of a key.
pub(super) fn passphrase(file: Option<&Path>, key: &Path, terminal: &Terminal) -> Result<Passphrase, Stop> {
    if let Some(path) = file {
        let text = std::fs::read_to_string(path).map(Zeroizing::new).map_err(|reason| {
            let shown = path.display();
            Stop::could_not(terminal.phrase("say-unreadable", &[("path", &shown), ("reason", &reason)]))
        })?;
        return Ok(Passphrase::new(text.lines().next().unwrap_or_default().to_owned()));
    }
    if let Ok(words) = std::env::var(VARIABLE) {
        return Ok(Passphrase::new(words));
    }
    let none = || Stop::could_not(terminal.phrase("sign-no-passphrase", &[]));
    if !io::stdin().is_terminal() {
        return Err(none());
    }
    asked(key, terminal).map_err(|_| none())
}

/// Asks for it, without showing what is typed.
fn asked(key: &Path, terminal: &Terminal) -> io::Result<Passphrase> {
    let mut screen = io::stderr();
    write!(screen, "{}", terminal.phrase("sign-ask", &[("path", &key.display())]))?;
    screen.flush()?;
    let typed = {
        let _silence = Silence::begin();
        line(&mut io::stdin().lock())
    };
    writeln!(screen)?;
    typed.map(Passphrase::new)
}

/// Reads a line as it is typed. Ctrl-C breaks it off, which is an error.
fn line(input: &mut impl BufRead) -> io::Result<String> {
    // With room from the start, so that no copy of it is left behind while it grows.
    let mut typed = Zeroizing::new(Vec::with_capacity(LONGEST));
    loop {
        let more = input.fill_buf()?;
        let end = more.iter().position(|byte| matches!(*byte, b'\n' | BREAK));
        let part = more.get(..end.unwrap_or(more.len())).unwrap_or_default();
        if typed.len() + part.len() > LONGEST {
            return Err(ErrorKind::InvalidInput.into());
        }
        typed.extend_from_slice(part);
        let last = end.and_then(|end| more.get(end)).copied();
        let taken = part.len() + usize::from(last.is_some());
        input.consume(taken);
        match last {
            Some(BREAK) => return Err(ErrorKind::Interrupted.into()),
            None if taken > 0 => {}
            _ => break,
        }
    }
    let words = std::str::from_utf8(&typed).map_err(|_| ErrorKind::InvalidData)?;
    Ok(words.trim_end_matches('\r').to_owned())
}

/// While it lasts, the terminal does not show what is typed. Ctrl-C ends the line instead of the program, which would
/// leave the terminal as it is.
struct Silence {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Silence {
    fn begin() -> Silence {
        use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut modes) = before.clone() {
            modes.local_modes.remove(LocalModes::ECHO | LocalModes::ISIG);
            modes.special_codes[SpecialCodeIndex::VEOL] = BREAK;
            let _ = tcsetattr(io::stdin(), OptionalActions::Flush, &modes);
        }
        Silence { before }
    }
}

#[cfg(unix)]
impl Drop for Silence {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = rustix::termios::tcsetattr(io::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}

#[cfg(not(unix))]
impl Silence {
    fn begin() -> Silence {
        Silence {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_with_its_end_or_with_ctrl_c() {
        let read = |mut typed: &[u8]| line(&mut typed).map_err(|error| error.kind());
        assert_eq!(read(b"kata sandi\r\nlain\n"), Ok("kata sandi".to_owned()));
        assert_eq!(read(b"kata"), Ok("kata".to_owned()));
        assert_eq!(read(b""), Ok(String::new()));
        assert_eq!(read(b"ka\x03ta\n"), Err(ErrorKind::Interrupted));
        assert_eq!(read(b"\xff\n"), Err(ErrorKind::InvalidData));
        assert_eq!(read(&[b'a'; LONGEST + 1]), Err(ErrorKind::InvalidInput));
        // It may come in pieces.
        let mut pieces = io::BufReader::with_capacity(3, &b"kata sandi\nlain"[..]);
        assert_eq!(line(&mut pieces).unwrap(), "kata sandi");
    }
}
