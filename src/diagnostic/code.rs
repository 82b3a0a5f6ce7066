//! The stable codes of all findings, by range.
//!
//! R0xx files that cannot be read, R1xx shape of a file (keys, types, values), R2xx references and structure of the
//! agency, R3xx plans, reviews and ratings, R4xx stages and deadlines, R5xx frameworks, scores and distribution, R6xx locks
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
    /// Something that looks like a number and is not read as one: `key`, `found` (quoted).
    UNREAD_NUMBER = "R125";
    /// A date no working life reaches: `key`, `found` (quoted), `least`, `most` (years).
    DATE_FAR_OFF = "R126";

    /// A person nobody knows: `found`.
    UNKNOWN_PERSON = "R201";
    /// A unit nobody knows: `found`.
    UNKNOWN_UNIT = "R202";
    /// A framework nobody knows: `found`, `choices` (list).
    UNKNOWN_FRAMEWORK = "R203";
    /// A folder or file of a period that has no file: `found`.
    UNKNOWN_PERIOD = "R204";
    /// A project nobody knows: `found`.
    UNKNOWN_PROJECT = "R205";
    /// A training nobody knows: `found`.
    UNKNOWN_TRAINING = "R206";
    /// A name that the framework does not define: `key`, `found` (quoted), `choices` (list).
    NOT_IN_FRAMEWORK = "R207";
    /// A view by raters of a kind that the framework does not define: `framework`, `found`, `choices` (list, or phrase
    /// where there are none).
    UNKNOWN_RATERS = "R208";
    /// A folder for a part that the period does not have: `period`, `found`, `choices` (list, or phrase where there are
    /// none).
    UNKNOWN_PART = "R209";
    /// Units that lie below each other in a circle: `units` (list).
    UNIT_CYCLE = "R210";
    /// People who rate each other in a circle: `people` (list), `day`.
    SUPERVISION_CYCLE = "R211";
    /// Two posts of a person at the same time: `day`; note `first-given`.
    POSTS_OVERLAP = "R212";
    /// Two heads of a unit at the same time: `unit`, `other`, `day`; note `other-head`.
    TWO_HEADS = "R213";
    /// Nobody rates this person: `person`, `day`.
    NO_SUPERIOR = "R214";
    /// A member's post without a unit: `person`.
    MEMBER_WITHOUT_UNIT = "R215";
    /// A member without any post: `person`.
    MEMBER_WITHOUT_POST = "R216";
    /// An identity number of the wrong structure: `key`, `found` (quoted), `reason` (phrase).
    BAD_IDENTITY_NUMBER = "R220";
    /// An identity number that somebody else has: `key`, `person`; note `first-given`.
    DUPLICATE_IDENTITY_NUMBER = "R221";
    /// Two periods share days: `other`, `day`; note `first-given`.
    PERIODS_OVERLAP = "R230";
    /// A part outside its period or on top of another part: `part`.
    PART_OUTSIDE = "R231";
    /// A period outside the validity of its framework: `framework`, `day`.
    FRAMEWORK_NOT_VALID = "R232";
    /// A head who set the rating of the own organisation: `person`, `unit`.
    RATES_OWN_ORGANISATION = "R233";
    /// A folder of someone who takes no part in the period: `person`, `period`.
    NOT_A_PARTICIPANT = "R234";
    /// Periods that join each other: `circle`.
    INTEGRATION_CYCLE = "R235";
    /// A period that joins others under a framework that does not say how: `framework`.
    INTEGRATION_WITHOUT_RULE = "R236";
    /// A period that does not lie within the one that joins it: `period`, `first`, `last`.
    INTEGRATED_OUTSIDE = "R237";

    /// A plan without a result of a kind that every plan has: `kind`.
    KIND_MISSING = "R301";
    /// A result that supports somebody who is not the superior: `person`, `expected` (list).
    SUPPORTS_STRANGER = "R302";
    /// A result that is not in the superior's plan: `found`, `person`, `choices` (list).
    UNKNOWN_RESULT = "R303";
    /// A result supports the plan of a superior who has none yet: `person`.
    SUPERIOR_WITHOUT_PLAN = "R304";
    /// A goal that does not exist: `found`.
    UNKNOWN_GOAL = "R305";
    /// Results that support each other in a circle: `results` (list).
    CASCADE_CYCLE = "R306";
    /// A result that names nothing it supports: `kind`.
    CASCADE_MISSING = "R307";
    /// A result written as an activity: `word` (quoted).
    ACTIVITY_NOT_RESULT = "R308";
    /// A number as target without a unit: `indicator`.
    TARGET_WITHOUT_UNIT = "R309";
    /// A target of nothing or less where more is better: `indicator`, `found` (quoted).
    TARGET_NOT_POSITIVE = "R310";
    /// A `supports` of the wrong form: `found` (quoted).
    BAD_SUPPORT = "R311";
    /// Items without a weight where their weights count: `without` (list).
    PLAN_WEIGHT_MISSING = "R312";
    /// Weights in a plan that do not total 100 percent: `items` (list), `sum`.
    PLAN_WEIGHTS_NOT_WHOLE = "R313";
    /// Additional work that does not say how far it reached: `result`, `choices` (list).
    SCOPE_MISSING = "R314";
    /// A goal's indicator that does not exist: `found`.
    UNKNOWN_GOAL_INDICATOR = "R315";
    /// An indicator that aims at something else than the goal whose figures it shares: `indicator`, `key`, `goal`; note
    /// `goal-is-here`.
    SHARED_OTHERWISE = "R316";
    /// A figure that cannot be computed with: `indicator`, `key`, `found` (quoted), `needs` (phrase).
    FIGURE_NOT_COMPUTABLE = "R317";
    /// More than a target that cannot be exceeded: `indicator`, `found` (quoted), `target` (quoted); note
    /// `target-is-here`.
    MOST_EXCEEDED = "R318";
    /// A rating of something the framework does not rate: `found`, `choices` (list).
    UNKNOWN_RATED = "R320";
    /// A level that is not on the scale: `key`, `found` (quoted), `choices` (list).
    LEVEL_OUTSIDE_SCALE = "R321";
    /// A superior's review by somebody else: `by`, `person`, `expected`, `day`.
    RATER_NOT_SUPERIOR = "R322";
    /// Somebody who rates themselves as another: `by`.
    RATES_SELF = "R323";
    /// An own report by somebody else: `by`, `person`.
    SELF_BY_OTHER = "R324";
    /// A review despite a declared conflict of interest: `by`, `person`; note `declared-here`.
    CONFLICT_OF_INTEREST = "R325";
    /// A colleague's review by the superior, or a peer's by a direct report: `by`, `person`, `rater`, `is` (phrase).
    NOT_A_COLLEAGUE = "R326";
    /// A subordinate's review by somebody who is none: `by`, `person`.
    NOT_A_SUBORDINATE = "R327";
    /// A second review by the same person: `by`; note `first-given`.
    DOUBLED_REVIEW = "R328";
    /// What was reached on an indicator that is not in the plan: `found`, `choices` (list).
    UNKNOWN_INDICATOR = "R329";
    /// `accept` where the person reported nothing: `indicator`.
    ACCEPT_WITHOUT_REPORT = "R330";
    /// A figure without evidence: `indicator`.
    NO_EVIDENCE = "R331";
    /// A head rated otherwise than the organisation: `unit`, `component`, `found` (quoted), `expected` (quoted).
    HEAD_AGAINST_ORGANISATION = "R332";
    /// Something said about what is neither in the plan nor in the framework: `found`, `choices` (list).
    UNKNOWN_ITEM = "R333";
    /// A decision by somebody who may not decide: `by`, `expected` (list).
    WRONG_DECIDER = "R334";
    /// A decision where nobody objected.
    DECISION_WITHOUT_OBJECTION = "R335";
    /// A rejected objection that changes ratings all the same.
    DECISION_CONTRADICTS_ITSELF = "R336";
    /// A review that leaves out a component or criterion though it counts: `component`.
    COMPONENT_NOT_RATED = "R337";
    /// A superior's review without a word.
    REVIEW_WITHOUT_WORDS = "R338";
    /// A decision without hearing both sides: `people` (list).
    HEARING_INCOMPLETE = "R339";
    /// Something rated by numbers that was given a level, or a number out of its range: `key`, `found` (quoted), `least`,
    /// `most`.
    NUMBER_OUTSIDE_SCALE = "R345";
    /// A number between those that may be given: `key`, `found` (quoted), `step`, `below` (quoted), `above` (quoted).
    NUMBER_OFF_STEP = "R346";
    /// A rating of a component that is computed: `found`, `from` (list or phrase).
    RATED_IS_COMPUTED = "R347";
    /// A rating of what is not for the person's post: `found`.
    NOT_FOR_POST = "R348";
    /// A superior's review that leaves out what was reached: `indicator`.
    REALISATION_MISSING = "R349";

    /// A stage before the one it follows: `stage`, `date`, `earlier`, `limit`; note `earlier-stage`.
    STAGE_ORDER = "R401";
    /// A stage that was due and is missing: `stage`, `path`, `deadline`.
    STAGE_OVERDUE = "R402";
    /// A stage after its deadline: `stage`, `date`, `deadline`.
    STAGE_LATE = "R403";
    /// A date after the day of reference: `date`, `today`.
    DATE_IN_FUTURE = "R404";
    /// A date that cannot belong to the period: `date`, `first`, `last`.
    DATE_OUT_OF_RANGE = "R405";
    /// A required stage that is missing while a later one has happened: `stage`, `path`, `later`.
    STAGE_SKIPPED = "R406";
    /// Ratings were given before that of the organisation: `unit`.
    ORGANISATION_NOT_RATED = "R407";
    /// A stage that took place before one it needs: `stage`, `needs`, `path`.
    STAGE_NEEDS_MISSING = "R408";
    /// A colleague's view dated after the result was shown: `date`, `released`; note `released-here`.
    VIEW_AFTER_RELEASE = "R409";
    /// An assessment of a part of the period, dated before the part or long after it: `part`, `date`, `first`, `last`.
    PART_DATED_ODDLY = "R410";
    /// A part of the period that should have been evaluated by now: `part`, `path`, `deadline`.
    PART_OVERDUE = "R411";

    /// A name inside a framework that the framework does not define: `key`, `found`, `choices` (list).
    FRAMEWORK_REFERENCE = "R501";
    /// A cell of the outcome table is missing: `row`, `column`.
    MATRIX_INCOMPLETE = "R502";
    /// A printed curve with too few or too many heights: `expected`, `found`.
    CURVE_LENGTH = "R503";
    /// An id for two things in one framework: `found`; note `first-given`.
    AMBIGUOUS_ID = "R504";
    /// Colleagues' ratings shown from too few raters on: `rater`, `found`.
    LOW_THRESHOLD = "R506";
    /// A kind of raters with a name that means something else: `found`.
    RATERS_NAME_TAKEN = "R507";
    /// Frameworks that extend each other in a circle: `circle`.
    EXTENDS_CYCLE = "R510";
    /// A scale of which only some levels have a number: `scale`, `without` (list); note `other-value`.
    SCALE_VALUES_INCOMPLETE = "R511";
    /// A level whose number is not above that of the level below: `level`, `found`, `lower`, `least`; note `lower-level`.
    VALUES_NOT_ASCENDING = "R512";
    /// A number that is zero or less where it must not be: `key`, `demand` (phrase), `found`.
    NUMBER_TOO_LOW = "R513";
    /// Steps of a scale that do not lead to its highest number: `step`, `from`, `to`.
    STEP_MISSES_END = "R514";
    /// What shows a weakness shows a strength as well: `weak`, `strong`; note `other-key`.
    WEAK_MEETS_STRONG = "R515";
    /// Components that are part of each other: `circle`.
    PARTS_CYCLE = "R516";
    /// A part of a component that does not come from parts: `component`, `parent`.
    PARENT_WITHOUT_PARTS = "R517";
    /// A component that lacks what it comes from: `component`, `from`, `needs`.
    SOURCE_INCOMPLETE = "R518";
    /// A criterion without a scale to rate it on: `found`.
    SCALE_MISSING = "R519";
    /// A level without a number where a number is needed: `found`.
    LEVEL_NOT_A_NUMBER = "R520";
    /// A number where a table needs a level: `found`.
    NUMBER_NOT_A_LEVEL = "R521";
    /// Bands of a component that has no levels: `component`.
    BANDS_WITHOUT_LEVELS = "R522";
    /// Weights for some, but not for others: `without` (list); note `asks-for-weights`.
    WEIGHT_MISSING = "R523";
    /// Weights that do not total 100 percent: `items` (list), `whom` (list or phrase), `sum`.
    WEIGHTS_NOT_WHOLE = "R524";
    /// A band or line that others cover: `level`; notes `comes-first`.
    BAND_UNREACHABLE = "R525";
    /// Two bands or lines for the same numbers: `level`, `other`, `from`, `to` (numbers or phrases); note `comes-first`.
    BANDS_OVERLAP = "R526";
    /// Numbers without a band or line: `example`, `from`, `to` (numbers or phrases).
    BAND_GAP = "R527";
    /// A condition that no band asks for: `found`.
    CONDITION_UNUSED = "R528";
    /// A level or category that nothing leads to: `level`.
    LEVEL_NEVER_GIVEN = "R529";
    /// Categories that no counting rule fits: `categories` (list).
    COUNT_UNCAUGHT = "R530";
    /// A counting rule that is never used: `category`.
    RULE_UNREACHABLE = "R531";
    /// A category without a value that is asked for: `category`, `key`.
    CATEGORY_WITHOUT = "R532";
    /// A line to a second value without two ends: `found`.
    LINE_WITHOUT_ENDS = "R533";
    /// Raters that count while they are not shown: `rater`, `display`, `least`; note `other-key`.
    DISPLAY_ABOVE_LEAST = "R534";
    /// Something asked of raters who do not count: `rater`, `key`.
    RATER_WITHOUT_WEIGHT = "R535";
    /// A stage that needs itself or a later one: `stage`, `needs`.
    STAGE_NEEDS_LATER = "R536";
    /// Outcomes without a multiplier for credit points: `without` (list).
    MULTIPLIER_MISSING = "R537";
    /// Outcomes spread against the rule: `unit`, `levels` (list), `count`, `people`, `demand` (phrase), `limit`.
    DISTRIBUTION = "R550";

    /// A file of a locked period was changed: `path`.
    LOCKED_FILE_CHANGED = "R601";
    /// A file was added to a locked period: `path`.
    LOCKED_FILE_ADDED = "R602";
    /// A file of a locked period is gone: `path`.
    LOCKED_FILE_MISSING = "R603";
    /// A lock that was changed by hand: `reason` (phrase).
    LOCK_BROKEN = "R604";
}
