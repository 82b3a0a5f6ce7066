//! Coarse shares: steps of ten percent, closed at both ends, so that one person more or less rarely shows.

/// A share as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Below 20 percent.
    BelowTwenty,
    /// From this to ten percent more, in percent: 20, 30, ... 70.
    From(u8),
    /// 80 percent or more.
    FromEighty,
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
}
