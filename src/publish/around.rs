//! The files around the roots: they tell people and web servers what the output is.
//!
//! Whoever serves the whole output by mistake serves nothing but `public/`. Servers that read `.htaccess` apply those
//! of the directories above the served one too, so `public/` grants again what the top denies.

/// The note at the top of the output. The project keeps the same one in git, so that the directory exists.
pub(super) const NOTE: &str = "\
# output/

Everything here is made by `rapor build` and replaced as a whole by the next build. Never edit it, never commit it.
It holds confidential reviews: serve `public/` to the public, the other roots only to those they belong to.
";

/// Where the note lies.
pub(super) const NOTE_PATH: &str = "README.md";

const DENY_APACHE: &str = "Require all denied\n";

const GRANT_APACHE: &str = "Require all granted\n";

/// Where URL authorisation is not installed, IIS refuses the file itself, and with it every request.
const DENY_IIS: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <security>
      <authorization>
        <clear />
        <add accessType="Deny" users="*" />
      </authorization>
      <requestFiltering>
        <fileExtensions allowUnlisted="false">
          <clear />
        </fileExtensions>
      </requestFiltering>
    </security>
  </system.webServer>
</configuration>
"#;

const NGINX: &str = r#"# nginx reads no files from here. Include this, adapted, in a server block of its own for each root.
# Never point a server at the directory that holds all roots.
root /srv/rapor/output/public;
index index.html;
autoindex off;
location / { try_files $uri $uri/ =404; }
location ~ /\.(?!well-known/) { return 404; }
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy no-referrer always;
add_header Content-Security-Policy "frame-ancestors 'none'" always;
# A root of one person needs a login as well:
#   root /srv/rapor/output/employees/ID;
#   auth_basic "Rapor"; auth_basic_user_file /etc/nginx/rapor-ID;
#   add_header Cache-Control "private, no-store" always;
"#;

const APACHE: &str = r#"# Apache denies everything but public/ by the .htaccess files here, if AllowOverride has AuthConfig.
# Include this, adapted, in a VirtualHost of its own for each root.
DocumentRoot "/srv/rapor/output/public"
<Directory "/srv/rapor/output">
    Options None
    AllowOverride AuthConfig
</Directory>
Header always set X-Content-Type-Options "nosniff"
Header always set Referrer-Policy "no-referrer"
Header always set Content-Security-Policy "frame-ancestors 'none'"
# A root of one person needs a login as well; <Location> has the last word over .htaccess:
#   DocumentRoot "/srv/rapor/output/employees/ID"
#   <Location "/">
#       AuthType Basic
#       AuthName "Rapor"
#       AuthUserFile "/etc/apache2/rapor-passwords"
#       Require user ID
#   </Location>
#   Header always set Cache-Control "private, no-store"
"#;

/// Paths and texts of all files around the roots. The ones that deny come first and are written first.
pub(super) const FILES: [(&str, &str); 7] = [
    (".htaccess", DENY_APACHE),
    ("web.config", DENY_IIS),
    // Nobody commits reviews by accident, whatever the repository's own list says.
    (".gitignore", "*\n"),
    (NOTE_PATH, NOTE),
    ("public/.htaccess", GRANT_APACHE),
    (".rapor/apache.conf", APACHE),
    (".rapor/nginx.conf", NGINX),
];

/// Says whether bytes are the note, with the line ends of any checkout.
pub(super) fn is_note(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.replace("\r\n", "\n") == NOTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_kept_in_git_is_the_one_that_is_published() {
        assert!(is_note(include_bytes!("../../output/README.md")));
    }

    #[test]
    fn the_note_is_known_with_either_line_end_and_nothing_else_is() {
        assert!(is_note(NOTE.as_bytes()));
        assert!(is_note(NOTE.replace('\n', "\r\n").as_bytes()));
        assert!(!is_note(format!("{NOTE}mine").as_bytes()));
        assert!(!is_note(b""));
    }
}
