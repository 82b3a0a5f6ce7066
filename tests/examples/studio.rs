//! What `examples/studio` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "studio",
    shown: &[
        Shown {
            id: "own-A1",
            what: "weights of goals, craft and collaboration make the score",
            place: Where::Page("employees/maren/2025.html"),
            says: &[
                "Score: (45 × (970/9) + 30 × (832/9) + 25 × (830/9)) / 100 = 4468/45 ≈ 99.2889.",
                "within the band from 95 to 110, which is “Remarkable year”",
            ],
        },
        Shown {
            id: "own-A2",
            what: "goals are averaged by the weights that the plan gives them",
            place: Where::Page("employees/maren/2025.html"),
            says: &[
                "Goals: (60 × 110 + 40 × (940/9)) / 100 = 970/9 ≈ 107.7778.",
                "115, counted as 110 at most, so 110.",
            ],
        },
        Shown {
            id: "own-R1",
            what: "clients rate collaboration, pooled and without their names",
            place: Where::Page("employees/maren/2025.html"),
            says: &[
                "Clients 3 raters",
                "Clients (3 raters) gave Listening 100 on average.",
                "Listening: (50 × 100 + 30 × (280/3) + 20 × 100) / 100 = 98.",
            ],
        },
        Shown {
            id: "own-R2",
            what: "words of clients are shown together",
            place: Where::Page("employees/oskar/2025.html"),
            says: &["Clients Everything he promised was there on the day."],
        },
        Shown {
            id: "own-R3",
            what: "two clients count for nothing and are not shown",
            place: Where::Page("employees/leila/2025.html"),
            says: &[
                "Clients shown from 3 raters on",
                "Listening: Clients do not count yet, as there are fewer than 3 of them.",
            ],
        },
        Shown {
            id: "own-R4",
            what: "two peers count for nothing and are not shown",
            place: Where::Page("employees/sofia/2025.html"),
            says: &[
                "Peers shown from 3 raters on",
                "Judgement: Peers do not count yet, as there are fewer than 3 of them.",
            ],
        },
        Shown {
            id: "own-S1",
            what: "every result is talked over, with points made clear",
            place: Where::Page("employees/leila/2025.html"),
            says: &[
                "Talked over done",
                "Clarification The twenty-sixth page is not ours",
                "Response Agreed that it is the provider’s page.",
            ],
        },
        Shown {
            id: "own-S2",
            what: "a second look at a result, and what it changed",
            place: Where::Page("employees/felix/2025.html"),
            says: &[
                "Craft 80.0 before the decision: 73.3",
                "set Finish to “Skilled”.",
                "Objection granted in part · Imogen Vance, 18 February 2026",
            ],
        },
        Shown {
            id: "own-S3",
            what: "the yearly meeting with its minutes",
            place: Where::Page("personnel/periods/2025.html"),
            says: &["16 January 2026 , The long table", "Research showed forty riders and one lock."],
        },
        Shown {
            id: "own-O1",
            what: "two remarkable years in a row lead to a proposal for promotion",
            place: Where::Page("employees/maren/2025.html"),
            says: &[
                "Promotion is proposed Promotion",
                "Remarkable year (96.5) (Year 2024) and Remarkable year (99.3) (Year 2025)",
            ],
        },
        Shown {
            id: "own-O1",
            what: "who may be proposed, with the reasons",
            place: Where::Page("personnel/periods/2025-talent.html"),
            says: &["Who meets: Promotion is proposed", "Head of a second engineering team."],
        },
        Shown {
            id: "own-O1",
            what: "two remarkable years in a row can be seen",
            place: Where::Page("employees/maren/index.html"),
            says: &["Brand Remarkable year 99.3", "Brand Remarkable year 96.5"],
        },
        Shown {
            id: "own-O2",
            what: "a weakness is answered by a training",
            place: Where::Page("employees/arthur/2025.html"),
            says: &[
                "To improve Judgement Making Listening Keeping one’s word",
                "Planning and Keeping One’s Word Larkhaven College 14 Keeping one’s word Planned 19 March 2026",
            ],
        },
        Shown {
            id: "own-O2",
            what: "the trainings of the whole studio",
            place: Where::Page("personnel/development.html"),
            says: &["Showing Work Early Fernhill evening workshop", "Leading a First Project"],
        },
        Shown {
            id: "own-O2",
            what: "what the teams need to learn, by criterion",
            place: Where::Page("personnel/periods/2025-needs.html"),
            says: &[
                "The whole agency 5 of 30",
                "Trainings on offer: Planning and Keeping One’s Word (14 h); Leading a First Project (30 h)",
            ],
        },
        Shown {
            id: "own-O3",
            what: "a team award",
            place: Where::Page("personnel/awards.html"),
            says: &["Team of the year 2025", "Maren Okafor; Ivan Petrov; Mateo Cruz; Tobias Lindqvist"],
        },
        Shown {
            id: "own-D1",
            what: "the plan as a document",
            place: Where::Document("employees/maren/documents/2025-plan.pdf"),
            says: &[],
        },
        Shown {
            id: "own-D1",
            what: "the evaluation as a document",
            place: Where::Document("employees/maren/documents/2025-evaluation.pdf"),
            says: &[],
        },
        Shown {
            id: "own-S1",
            what: "a first half is evaluated by itself, on the lead's word alone, and stands beside the year",
            place: Where::Page("employees/arthur/2025.html"),
            says: &[
                "First half Year 2025",
                "Reported on 27 June 2025 · Evaluated on 3 July 2025",
                "Read what the client writes before you build.",
                "Achieved 3 / 8 × 100 = 37.5 %.",
            ],
        },
        Shown {
            id: "own-D1",
            what: "the evaluation of a first half as a document",
            place: Where::Document("employees/arthur/documents/2025-periodic-evaluation-half-1.pdf"),
            says: &[],
        },
        Shown {
            id: "own-D1",
            what: "the recapitulation as a document",
            place: Where::Document("personnel/summary/2025-product.pdf"),
            says: &[],
        },
    ],
};
