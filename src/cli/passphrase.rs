//! Where the passphrase of a key comes from: a file, the environment, or whoever sits at the terminal. Never an
//! argument, which others on the computer could read.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::Stop;
use super::terminal::Terminal;
use crate::sign::Passphrase;

const VARIABLE: &str = "RAPOR_PASSPHRASE";

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
    let mut line = Zeroizing::new(String::with_capacity(256));
    {
        let _silence = Silence::begin();
        io::stdin().lock().read_line(&mut line)?;
    }
    writeln!(screen)?;
    Ok(Passphrase::new(line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// While it lasts, the terminal does not show what is typed.
struct Silence {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Silence {
    fn begin() -> Silence {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut modes) = before.clone() {
            modes.local_modes.remove(LocalModes::ECHO);
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
