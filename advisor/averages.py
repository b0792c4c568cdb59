"""Statistics put into words: within one table of one guide and one period, with how many values went in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering_facts import say_facts
from advisor.arithmetic import mean, median, of_cell, total
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import look_up
from advisor.knowledge import Fact, Knowledge
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, short_title
from advisor.statistics_asked import AskedStatistic, names_all
from advisor.value_tables import ValueTable, value_tables

Guides = Mapping[str, GuideCard]
FEWEST, MOST_GUIDES = 3, 3


def statistics(asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> list[Block]:
    """What guides give as this statistic themselves, and what the tables of the others come to."""
    own = _own(asked, knowledge)
    blocks = [
        block
        for facts in own
        for block in say_facts(facts[0][0], asked.own or "", [fact for _, fact in facts], knowledge, guides)
    ]
    told = {fact.guide for facts in own for _, fact in facts}
    fewest = min(FEWEST, len(asked.frame.subjects)) if asked.frame.subjects else FEWEST
    for table in value_tables(asked, knowledge):
        enough = table.guide not in told and len(blocks) < 2 * MOST_GUIDES
        if enough and all(len(facts) >= fewest for _, facts in table.groups):
            blocks.append(Paragraph((_said(table, asked, knowledge, guides), *_left_out(table))))
    return blocks
