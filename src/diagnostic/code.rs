//! The stable codes of all findings, by range.
//!
//! R0xx files that cannot be read, R1xx shape of a file (keys, types, values), R2xx references and structure of the
//! agency, R3xx reviews and ratings, R4xx stages and deadlines, R5xx frameworks, scores and distribution, R6xx locks
//! and provenance, R7xx documents, R8xx publishing. A code is never used again for something else.
//!
//! The words belong to the catalogue, `catalogue/r0.yaml` and so on; the comment of each code names the arguments
//! its message asks for.

use super::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code($code);)*

        /// All codes, in order.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// A text file is larger than the limit: `size`, `limit` (bytes).
    FILE_TOO_LARGE = "R001";
    /// YAML is nested too deeply: `limit`.
    TOO_DEEP = "R002";
    /// A YAML file holds too many values: `limit`.
    TOO_MANY_NODES = "R003";
    /// A text file is not UTF-8.
    NOT_UTF8 = "R004";
    /// A tab where YAML wants spaces.
    TAB_INDENT = "R005";
    /// A second YAML document in one file.
    SECOND_DOCUMENT = "R006";
    /// A YAML anchor, alias, tag or directive: `what` (phrase).
    YAML_REFERENCE = "R007";
    /// YAML that cannot be read: `reason` (phrase).
    YAML_SYNTAX = "R008";
    /// A symbolic link leads out of the repository.
    LINK_OUTSIDE = "R009";
    /// A file name with `..`, control characters and the like: `name` (quoted).
    BAD_FILE_NAME = "R010";
    /// Two file names differ only in upper and lower case: `other` (path).
    NAME_COLLIDES = "R011";
    /// A file in `content/` that is not one Rapor knows: `name`.
    UNKNOWN_FILE = "R012";
    /// A file without content.
    EMPTY_FILE = "R013";
    /// More files than the limit: `limit`.
    TOO_MANY_FILES = "R014";
    /// The system refused to read a file: `reason`.
    UNREADABLE_FILE = "R015";
    /// There is no `rapor.yaml`.
    SETTINGS_MISSING = "R016";
    /// A control character in a text file: `codepoint`.
    CONTROL_CHARACTER = "R017";
    /// A file that is named somewhere does not exist: `path`.
    FILE_MISSING = "R018";
    /// A Markdown file without front matter.
    FRONT_MATTER_MISSING = "R020";
    /// The front matter of a Markdown file is not closed.
    FRONT_MATTER_UNCLOSED = "R021";
    /// A heading that does not belong to this kind of file: `heading` (quoted), `expected` (list).
    UNKNOWN_HEADING = "R022";
    /// The same heading twice: `heading`; note `first-given`.
    DUPLICATE_HEADING = "R023";
    /// Text stands before the first heading, where nothing reads it: `expected` (list).
    TEXT_BEFORE_HEADING = "R024";
    /// A heading is missing: `heading`.
    MISSING_HEADING = "R025";
    /// A CSV file lacks a column: `column`.
    CSV_MISSING_COLUMN = "R030";
    /// A CSV row has more or fewer fields than the head line: `expected`, `found`.
    CSV_FIELD_COUNT = "R031";
    /// A quoted CSV field is not closed.
    CSV_UNCLOSED_QUOTE = "R032";
    /// A CSV column Rapor does not know: `column`.
    CSV_UNKNOWN_COLUMN = "R033";
    /// The same CSV column twice: `column`; note `first-given`.
    CSV_DUPLICATE_COLUMN = "R034";
    /// Text after the closing quote of a CSV field.
    CSV_TEXT_AFTER_QUOTE = "R035";

    /// A value of another type than expected: `key`, `expected` (phrase), `found` (phrase).
    WRONG_TYPE = "R101";
    /// A required key is missing: `key`.
    MISSING_KEY = "R102";
    /// A key Rapor does not know here: `key`.
    UNKNOWN_KEY = "R103";
    /// The same key twice in one mapping: `key`; note `first-given`.
    DUPLICATE_KEY = "R104";
    /// Not a date written `YYYY-MM-DD`: `key`, `found` (quoted).
    NOT_A_DATE = "R105";
    /// Not a number: `key`, `found` (quoted).
    NOT_A_NUMBER = "R106";
    /// A number below or above what is allowed: `key`, `found` (quoted), `least`, `most`.
    OUT_OF_RANGE = "R107";
    /// A value that is none of the choices: `key`, `found` (quoted), `choices` (list).
    NOT_A_CHOICE = "R108";
    /// A text that must not be empty: `key`.
    EMPTY_TEXT = "R109";
    /// An id with characters that are not allowed: `found` (quoted).
    BAD_ID = "R110";
    /// A number that a spreadsheet has rounded: `key`, `found` (quoted).
    ROUNDED_NUMBER = "R111";
    /// Not a whole number: `key`, `found` (quoted).
    NOT_A_WHOLE_NUMBER = "R112";
    /// Neither `true` nor `false`: `key`, `found` (quoted).
    NOT_A_BOOL = "R113";
    /// A text longer than the limit: `key`, `limit` (characters).
    TEXT_TOO_LONG = "R114";
    /// A mapping key that is itself a list or mapping.
    KEY_NOT_TEXT = "R115";
    /// A list with fewer members than needed: `key`, `least`.
    LIST_TOO_SHORT = "R116";
    /// The same member twice in a list: `found`; note `first-given`.
    DUPLICATE_ITEM = "R117";
    /// A range that ends before it begins: `first`, `last` (dates or texts).
    RANGE_REVERSED = "R118";
    /// Two keys that exclude each other: `key`, `other`; note `other-key`.
    KEYS_EXCLUDE = "R119";
    /// One of several keys is needed: `keys` (list).
    ONE_KEY_NEEDED = "R120";
    /// Not a web address: `key`, `found` (quoted).
    NOT_AN_ADDRESS = "R121";
    /// Not a time written `HH:MM`: `key`, `found` (quoted).
    NOT_A_TIME = "R122";
    /// A path that leaves the repository or is not relative: `key`, `found` (quoted).
    BAD_PATH = "R123";
    /// A text of more than one line where one line is wanted: `key`.
    NOT_ONE_LINE = "R124";

    /// Outcomes spread against the rule: `unit`, `levels` (list), `count`, `people`, `demand` (phrase), `limit`.
    DISTRIBUTION = "R550";
}
