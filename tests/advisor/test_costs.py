"""Arithmetic is read from people's own words, shown with its working, and left alone where none is asked for."""

import pytest

from advisor.arithmetic.costs import read_sum
from advisor.arithmetic.sums import payback
from advisor.draft import Claim, Paragraph
from advisor.proving.verification import verify

ASKED = {
    "12 courses of 3 credits at $900": "12 × 3 × $900 = $32,400",
    "12 corses of 3 credts at 900": "12 × 3 × $900 = $32,400",
    "twelve courses of three credits at nine hundred": "12 × 3 × $900 = $32,400",
    "12 courses, 3 credits each, $900 a credit": "12 × 3 × $900 = $32,400",
    "3 credits per course, 12 courses, 900 bucks per credit": "3 × 12 × $900 = $32,400",
    "if I take 12 courses and each one is 3 credits and a credit is $900 what do I pay": "12 × 3 × $900 = $32,400",
    "30 credits times 675": "30 × $675 = $20,250",
    "33 credits at the in-state rate of $412.27": "33 × $412.27 = $13,604.91",
    "$900 per credit for 30 credits": "30 × $900 = $27,000",
    "if its 800 a credit and 36 credits total": "36 × $800 = $28,800",
    "10 credits at 1,050 each plus 2k fees": "10 × $1,050 + $2,000 = $12,500",
    "tuition 31,500, fees 2,000 and books 800": "$31,500 + $2,000 + $800 = $34,300",
    "what is 30 x $1,437.33": "30 × $1,437.33 = $43,119.90",
    "what is 30x$1437.33": "30 × $1,437.33 = $43,119.90",
    "12*3*900": "12 × 3 × 900 = 32,400",
    "$33,000 / 30": "$33,000 ÷ 30 = $1,100",
    "54k over 2 years per month": "$54,000 ÷ (2 × 12 months) = $2,250",
    "how much per month is 24k over 2 years": "$24,000 ÷ (2 × 12 months) = $1,000",
    "24k / 36 months": "$24,000 ÷ 36 ≈ $666.67",
    "54,000 split in 4 semesters": "$54,000 ÷ 4 = $13,500",
    "split $54k into 4 semesters": "$54,000 ÷ 4 = $13,500",
    "30 credits at $900 per credit over 5 semesters, how much per semester": "30 × $900 ÷ 5 = $5,400",
    "$31,500 for 30 credits, what is that per credit": "$31,500 ÷ 30 = $1,050",
    "half of 31,500": "½ × $31,500 = $15,750",
    "a third of 30,000": "⅓ × $30,000 = $10,000",
    "my employer covers half of 22,500": "½ × $22,500 = $11,250",
    "20% of $50,000": "20% × $50,000 = $10,000",
    "20% off 31,500": "$31,500 − 20% × $31,500 = $25,200",
    "31,500 with a 20% discount": "$31,500 − 20% × $31,500 = $25,200",
    "5k off 31,500": "$31,500 − $5,000 = $26,500",
    "if it costs 40k and I get a 10k scholarship": "$40,000 − $10,000 = $30,000",
    "22,500 minus a $5,250 employer benefit per year for 2 years": "$22,500 − 2 × $5,250 = $12,000",
    "22.5k tuition with 5,250/yr from employer for two years": "$22,500 − 2 × $5,250 = $12,000",
    "difference between 81,000 and 20,250": "$81,000 − $20,250 = $60,750",
    "1,200 a month for 16 months plus 31,500 tuition": "16 × $1,200 + $31,500 = $50,700",
    "2000 a month for 12 months": "12 × $2,000 = $24,000",
    "500 a month for 2 years": "(2 × 12 months) × $500 = $12,000",
    "15 hours a week for 16 weeks": "15 × 16 = 240 hours",
    "30 credits at 6 credits a semester": "30 ÷ 6 = 5 semesters",
    "2 courses a semester for 5 semesters": "2 × 5 = 10 courses",
    "if I pay 22,500 and earn 15k more a year how long till it pays back": "$22,500 ÷ $15,000 = 1.5 years",
    "if i earn 20k more how fast do i get my 54k back": "$54,000 ÷ $20,000 = 2.7 years",
    "payback if I go from 80k to 110k and pay 54k": "$54,000 ÷ ($110,000 − $80,000) = 1.8 years",
    "how many months until $22,500 is paid back at $500 more a month": "$22,500 ÷ $500 = 45 months",
    "if i make 70k now and ml pays 150k how fast do i get back 45k": "$45,000 ÷ ($150,000 − $70,000) ≈ 0.6 years",
    "i earn 70k, after the degree 150k. 40k tuition. when do i break even": "$40,000 ÷ ($150,000 − $70,000) = 0.5 years",
    "45k cost and 20k raise how many years": "$45,000 ÷ $20,000 ≈ 2.2 years",
    "payback for 80k cost if raise is 25k": "$80,000 ÷ $25,000 = 3.2 years",
    "earning 55 thousand, jobs pay 110 thousand, school is 33k, years to recoup?": "$33,000 ÷ ($110,000 − $55,000) = 0.6 years",
    "is 12 × 3 × $900 really 32,400": "12 × 3 × $900 = $32,400",
    "my company gives me 5,250 a year, program costs 22,500 over 3 years, what do i pay": (
        "$22,500 − 3 × $5,250 = $6,750"
    ),
}  # fmt: skip
NOT_ASKED = [
    "programs under 40k with 30 credits",
    "I have 20k and 3 years of experience",
    "three cheapest per credit",
    "12 months or 2 years?",
    "compare $900 a credit and $1,050 a credit",
    "top 3 under 40k in 2026",
    "I'm 32 with a 3.1 GPA and 20k budget",
    "how many of the 25 schools cost under 60,000",
    "which programs have 30 credits and cost less than 25000",
    "does $165,000 vs $157,000 make sense",
    "can i finish 30 credits in 2 years",
    "GRE 320 and 3.5 GPA",
    "is 20k for 30 credits good",
    "how much is it",
    "what is 20k plus 5% interest",
    "is 20k less than 30k",
    "tuition 31,500 against fees 2,000",
    "40k and 60k: which pays off",
    "20k loan at 5% interest for 10 years",
    "the ten states add up to 63 programs",
    "54k over 0 years",
    "x" * 5000 + " 3 x 4",
]


@pytest.mark.parametrize("message", ASKED)
def test_a_sum_is_read_from_the_words_and_shown_with_its_working(message: str) -> None:
    found = read_sum(message)
    assert found is not None
    assert found.formula == ASKED[message]


@pytest.mark.parametrize("message", ASKED)
def test_what_is_worked_out_passes_the_verification_that_it_will_meet(message: str) -> None:
    claim = Claim(f"{ASKED[message]}.", (), "computed", ASKED[message])
    assert verify([Paragraph((claim,))], {}, message).dropped == ()


@pytest.mark.parametrize("message", NOT_ASKED)
def test_numbers_that_only_stand_near_each_other_are_no_sum(message: str) -> None:
    assert read_sum(message) is None


def test_a_price_is_paid_back_in_years() -> None:
    assert payback(140000, 45000).formula == "$140,000 ÷ $45,000 ≈ 3.1 years"
    assert (payback(22500, 15000).result, payback(22500, 15000).unit) == (1.5, "year")
    assert payback(22500, 15000).inputs == (22500, 15000)
