//! Coarse shares: steps of ten percent, closed at both ends, so that one person more or less rarely shows.

/// A share as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Below 20 percent.
    BelowTwenty,
    /// From this to ten percent more, in percent: 20, 30, ... 70.
    From(u8),
    /// From 20 to below 80 percent, where a step of ten would be single people.
    Between,
    /// 80 percent or more.
    FromEighty,
}

impl Share {
    /// The least it can be, in percent.
    pub fn from_percent(self) -> u8 {
        match self {
            Share::BelowTwenty => 0,
            Share::From(percent) => percent,
            Share::Between => 20,
            Share::FromEighty => 80,
        }
    }

    /// What it stays below, in percent; 100 can be reached.
    pub fn to_percent(self) -> u8 {
        match self {
            Share::BelowTwenty => 20,
            Share::From(percent) => percent + 10,
            Share::Between => 80,
            Share::FromEighty => 100,
        }
    }

    /// The same share in three steps only.
    pub(super) fn wide(self) -> Self {
        match self {
            Share::From(_) => Share::Between,
            share => share,
        }
    }
}

/// The step a share falls into. An empty whole counts as no share.
pub fn coarse_share(part: usize, whole: usize) -> Share {
    let tenths = (part * 10).checked_div(whole).unwrap_or(0);
    match tenths {
        0 | 1 => Share::BelowTwenty,
        2..=7 => u8::try_from(tenths * 10).map_or(Share::FromEighty, Share::From),
        _ => Share::FromEighty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fall_into_steps_closed_at_both_ends() {
        for (part, whole, share) in [
            (0, 60, Share::BelowTwenty),
            (11, 60, Share::BelowTwenty),
            (12, 60, Share::From(20)),
            (17, 60, Share::From(20)),
            (18, 60, Share::From(30)),
            (47, 60, Share::From(70)),
            (48, 60, Share::FromEighty),
            (60, 60, Share::FromEighty),
            (0, 0, Share::BelowTwenty),
        ] {
            assert_eq!(coarse_share(part, whole), share, "{part} of {whole}");
        }
    }

    #[test]
    fn every_share_lies_between_its_bounds() {
        for whole in 1..=60 {
            for part in 0..=whole {
                let share = coarse_share(part, whole);
                for share in [share, share.wide()] {
                    let (from, to) = (usize::from(share.from_percent()), usize::from(share.to_percent()));
                    assert!(100 * part >= from * whole, "{part} of {whole}");
                    assert!(100 * part < to * whole || (to == 100 && part <= whole), "{part} of {whole}");
                }
            }
        }
    }
}
