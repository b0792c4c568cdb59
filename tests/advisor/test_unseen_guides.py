"""Guides of makes that nobody prepared for, of schools that no vocabulary has, dropped into a corpus and asked at once."""

import re
from pathlib import Path

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library
from index.settings import Settings

FRONT = "---\nslug: {slug}\ntitle: {slug}\npublisher: {name}\nupdated: 2026-03-01\n---\n# {name}\n"
GUIDES = {
    "glance": """## At a glance
| University | Cost | Duration | Entrance exam | Class size |
|---|---|---|---|---|
| University of Ravenna at Brightwater (URB) | $1,150 per credit | 18 months | GRE optional | 40 |
| St. Aldric's College | $48,000 total | 2 years | None | 25 |
| Marlow State University | $9,800 in-state, $21,400 out-of-state | 4 semesters | GRE waived | – |
| Kestrel Polytechnic | £27,500* | 1 year | n/a | 18 |

## What readers wrote
Halden University charged one reader $31,000 in 2024. The degree takes Halden University students 20 months. A room near Halden University costs $700 a month.
Kestrel Polytechnic has no scholarships. Robotics engineers earn about $118,000.

## Scholarships
Marlow State University gives every online student from a neighbouring state the in-state price.
""",
    "portraits": """## Our picks
- **Halden University** – $27,900, 12 months, GRE optional
- **Pacific Ridge University** – $845 per credit, 33 credits, no GRE
- **Cape Ann College** – price on request, evenings, no GRE

## Cape Ann College
Cape Ann College does not publish its tuition.
""",
    "cards": """## University of Osterley
**Location:** London
**Tuition:** £34,200 (international), £18,900 (UK)
**Length:** 12 months full-time, 24 months part-time
**English:** IELTS 7.0

## Lakemont University
**Location:** Chicago
**Tuition:** $1,420 per credit
**Length:** 18 to 24 months
**English:** TOEFL 100

## Letters
Lakemont University asks for two letters of recommendation, the University of Osterley for none.

**Q: Do I need publications?**
A: No. Fewer than one in ten admitted students has a paper.
""",
    "aside": """## Two more
|  | Lund Institute | Birch Hill University |
|---|---|---|
| Tuition per year (USD) | $19,000 | $23,500 |
| Length | 2 years | 1 year |
| Places | 45 | about 80 |
| Timetable | Evening | Evening |
""",
    "islands": """## Taught courses
| University | Degree | Home fee | International fee | TOEFL iBT | IELTS | Length |
|---|---|---|---|---|---|---|
| Skerry University | MSc Learning Systems | £9,800 | £21,500 | 92 | 6.5 | 1 year (2 with placement) |
| Holm University | MSc Statistics | £11,200 | £19,900 | 88 | 6.0 | 1 year |
| Holm University | MSc Robotics | £12,400 | £24,300 | 88 | 6.5 | 1 year |
| Faro Institute | MSc Vision | €6.500 | €14.000 | – | 7.0 | 60 weeks |

## Deposits
- Skerry University: £1,500
- Holm University: none
- Faro Institute: €500
""",
    "mainland": """## RUW Trier
**Degree:** MSc Data Science
**City:** Trier
**Tuition:** none
**IELTS:** 6.5
**Seats:** 45

## Sund Institute of Vision
**Degree:** MSc Vision
**City:** Malmo
**Tuition:** SEK 240,000 in total; free for EU students
**IELTS:** 7.0
**Seats:** 70

Sund Institute of Vision admits about 12% of applicants.

## Veld Oaks Academy
**Degree:** MSc Robotics
**City:** Ghent
**Tuition:** €6,100 per year
**IELTS:** 6.0
**Seats:** 200

## What does a room cost?
Rent for one room, in euros a month:

- Trier: €420
- Malmo: €610
- Ghent: €540

## Entry
| University | Entry grade |
|---|---|
| Holm University | 2:2 |
| Skerry University | 2:1 |
| Faro Institute | 2:2 |
""",
    "awards": """## Named scholarships
- **Hale Scholarship** – $5,000 per year, apply by 1 May
- **Orrin Fund** – $12,000 once, apply by 3 June
- **Moth Prize** – $900 once, apply by 9 June
""",
    "sheet": """## Fees
| Institution | Fees p.a. (GBP) | Length (months) | Avg. starting salary |
|---|---|---|---|
| University of Osterley | 35,000 | 12 | $90,000 |
| Marlow State | – | 24 | $96,500 |
| U. of Ravenna at Brightwater | – | 18 | $112,000 |
""",
}
WORDS = """
subjects: {school: {Purdue University: [Purdue]}, role: {Robotics engineer: []}}
attributes:
  tuition: {label: tuition, unit: money, periods: [total, year, credit], headers: [total tuition], better: low, of: [school],
    asked: [tuition, cost, price, fees, how much], least: [cheapest], says: "{subject} costs {value}"}
  length: {label: length, unit: duration, headers: [length], asked: [how long, duration], of: [school], says: "{subject} takes {value}"}
  gre: {label: GRE rule, unit: choice, headers: [gre], asked: [gre, entrance exam], of: [school], says: "{subject}: the GRE is {value}",
    values: {required: [], not required: [none, waived], optional: []}}
  language: {label: language scores, unit: number, topic: admission, better: low, headers: [toefl], asked: [ielts, toefl, ielts score, english test], of: [school]}
  letters: {label: letters of recommendation, unit: number, asked: [letters of recommendation, how many letters], of: [school]}
  salary: {label: salary, unit: money, asked: [salary, salaries, earn, paid, make], better: high, of: [role]}
  rent: {label: living costs, unit: money, asked: [rent, rents], better: low}
  admits: {label: acceptance rates, unit: percent, asked: [acceptance rate, admit rate, how many they admit, how hard is it to get into, admit percentage], of: [school]}
  deadline: {label: application deadlines, unit: text, asked: [deadline, apply by], of: [school]}
  city: {label: city, unit: text, headers: [city], asked: [city, location, where is], of: [school]}
  scholarship: {label: scholarship amounts, unit: money, asked: [scholarship, scholarships, scholarships at], of: [school]}
conditions: [{words: [no gre, without the gre], attribute: gre, is: not required}]
kinds: {school: [university, universities, institution, program, programs]}
"""
MARK = re.compile(r"\s*\[\d+\]")


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    """Who has read these guides and no others."""
    folder: Path = tmp_path_factory.mktemp("unseen")
    (folder / "guides").mkdir()
    for slug, body in GUIDES.items():
        (folder / "guides" / f"{slug}.md").write_text(FRONT.format(slug=slug, name=slug.title()) + body, "utf-8")
    (folder / "vocabulary.yaml").write_text(WORDS, "utf-8")
    chosen = Settings(corpus=folder, data=folder / "data", embedding=None, chroma_url=None)
    build_index(chosen)
    return Adviser(Shelves(open_library(chosen)))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("cost of St Aldrics college?", "St. Aldric's College costs $48,000 in total (Glance, March 2026)."),
        ("URB tuition", "University of Ravenna at Brightwater costs $1,150 a credit"),
        ("how long is the univ of ravenna program", "18 months (Glance and Sheet)"),
        ("marlow state price out of state", "$21,400 for out-of-state students"),
        ("kestrel poly tuition", "Kestrel Polytechnic costs £27,500 (Glance"),
        ("how much is halden", "Halden University costs $27,900 (Portraits"),
        ("does halden need the gre", "Halden University: the GRE is optional"),
        ("lakemont how long", "Lakemont University takes 18 to 24 months"),
        ("where is osterley", "London (Cards"),
        ("osterley fees", "£18,900 (UK)"),
        ("osterley fees", "35,000 GBP per year"),
        ("what ielts do i need for osterley", "IELTS 7.0 (Cards"),
        ("starting salary at ravenna", "$112,000 (Sheet"),
        ("class size st. aldrics", "25 (Glance"),
        ("scholarships at marlow state", "Marlow State University gives every online student"),
        ("do i need publications", "Fewer than one in ten admitted students has a paper"),
        ("letters of recommendation for lakemont", "asks for two letters of recommendation"),
        ("scholarships at kestrel poly", "Kestrel Polytechnic has no scholarships"),
        ("what do robotics engineers earn", "Robotics engineers earn about $118,000"),
        ("what does birch hill cost", "Birch Hill University costs $23,500 a year"),
        ("list the evening programs", "2 of 2 schools match (timetable: Evening)"),
        ("how many places at lund", "45 (Aside"),
        ("is cape ann expensive", "does not publish its tuition"),
        (
            "skerry fee for international students",
            "Skerry University costs £21,500 for international students (Islands",
        ),
        ("home fee at faro institute", "Faro Institute costs €6.500 for home students (Islands"),
        ("deposit at skerry", "deposits £1,500"),
        ("how long is skerry university", "1 year (2 with placement) (Islands"),
        ("toefl at skerry university", ": 92 (Islands"),
        (
            "programs under £10,000 for home students",
            "Not held against your limit, which is in other money: Faro Institute.",
        ),
        ("universities under £20,000 for international students", "£19,900 for international students"),
        ("seats at ruw", "RUW Trier, seats: 45 (Mainland"),
        ("voa ielts score", "Veld Oaks Academy, language scores: 6.0"),
        ("sund tuition", "SEK 240,000 in total; free for EU students (Mainland"),
        ("cheapest city to rent in", "Trier: lowest living costs, €420 per month (Mainland"),
        ("rent in ghent", "€540 per month"),
        ("which universities take a 2:2", "2 of 3 schools match (entry grade: 2:2)"),
        ("any tuition free programs?", "1 of 3 schools match (no tuition)"),
        ("ielts 6.0 where can i apply", "Veld Oaks Academy"),
        ("which scholarships are over $4,000", "2 of 3 scholarships match (scholarship amounts over your $4,000)"),
        ("most seats", "Veld Oaks Academy: highest seats, 200"),
        ("how hard is sund to get into", "admits about 12% of applicants"),
        ("average home fees in pounds", "£11,133.33 at home prices (£33,400 ÷ 3)"),
    ],
)
def test_a_new_guide_is_asked_like_one_that_was_always_there(adviser: Adviser, question: str, shown: str) -> None:
    assert shown in MARK.sub("", adviser.ask(question).answer.text)


@pytest.mark.parametrize(
    "question", ["does kestrel poly need the gre", "class size of marlow state", "tuition at Elm City"]
)
def test_what_a_new_guide_leaves_open_is_not_covered(adviser: Adviser, question: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "not_covered"
    assert "$" not in answer.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which has the highest starting salary", "University of Ravenna at Brightwater: highest avg. starting salary"),
        ("cheapest university per credit", "Pacific Ridge University: lowest tuition, $845 a credit"),
        (
            "cheapest university in pounds for home students",
            "Skerry University: lowest tuition, £9,800 for home students",
        ),
    ],
)
def test_the_first_of_a_new_guides_column_is_told(adviser: Adviser, question: str, first: str) -> None:
    assert first in MARK.sub("", adviser.ask(question).answer.text)


def test_a_sentence_that_gives_another_figure_than_a_cell_is_shown_beside_it(adviser: Adviser) -> None:
    answer = adviser.ask("how much is halden").answer
    assert [(note.kind, "$31,000" in note.text) for note in answer.notes if note.kind != "check"] == [
        ("disagreement", True)
    ]
    assert "$700" not in answer.text
    assert "another figure" not in adviser.ask("cost of St Aldrics college?").answer.text


def test_a_length_in_a_sentence_is_shown_beside_another_one(adviser: Adviser) -> None:
    answer = adviser.ask("how long is halden").answer
    assert "12 months" in answer.text
    assert [note.kind for note in answer.notes if "20 months" in note.text] == ["disagreement"]


def test_a_sum_has_nothing_behind_it_that_a_guide_says_of_something_else(adviser: Adviser) -> None:
    assert MARK.sub("", adviser.ask("33 credits at $480 a credit").answer.text) == "33 × $480 = $15,840."


def test_prices_in_two_moneys_are_shown_side_by_side_and_not_ranked(adviser: Adviser) -> None:
    answer = adviser.ask("osterley or lakemont, which is cheaper").answer
    assert "they stand in no order" in answer.text
    assert "$1,420" in answer.text
    assert "£18,900" in answer.text
