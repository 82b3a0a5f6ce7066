//! The agency: units, people with their assignments, periods, and each person's dossier.
//!
//! Takes decoded files, gives one indexed, ordered picture of the agency, in which a file that could not be decoded
//! still registers its id. Must never judge: whether things fit together is for `check` to say.
