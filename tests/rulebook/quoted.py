"""The sentences of the rulebook as the tests quote them: those of the pack by R-number, those of the mechanism by step.

`test_collector.py` compares each with the place where the rule stands. Where one differs, the rule has changed: look at its
tests first, then at the quotation.
"""

from __future__ import annotations

import pytest

R1 = pytest.mark.rule(
    "R1",
    "Every round brings at least one demand; where no card fits, the US side renews an ask. The chance of a second demand in "
    "percent is 45, plus (US protectionism - 50) / 2, plus (tariff pressure - 50) / 5, each part rounded, and never below 20 "
    "or above 90. Neither a summit nor momentum, leader trust, demands already met or Japan's courses change this chance.",
)
R2 = pytest.mark.rule(
    "R2",
    "In Resolve, summit momentum falls by a tenth of what tariff pressure stands above 40, rounded; at 40 or less it does not "
    "fall. From the first friction marker on, it falls by 1 more.",
)
R3 = pytest.mark.rule(
    "R3",
    "A rise of tariff pressure that comes from an event, a lever, a missed demand or a standing rule is softened: it becomes "
    "smaller by investment credibility / 20, rounded down. At least +1 always remains. Drift and the effects of agreed levels "
    "are not softened.",
)
R4 = pytest.mark.rule(
    "R4",
    "US protectionism decides how far regional integration (F2) may be proposed: below 30 up to level 4, from 30 up to level "
    "3, from 60 up to level 2, from 75 up to level 1, from 90 only level 0. A level already in force stays.",
)
R5 = pytest.mark.rule(
    "R5",
    "The rules-based order falls by 3 at the start of every round. It falls by 1 more in Resolve while F3 is at level 0 and "
    "F4 at level 1 or below. Points on the norms course, norm leadership, agreed levels and some initiatives work against "
    "this.",
)
R6 = pytest.mark.rule(
    "R6",
    "Each round Japan places 2 strategy points on its courses close, partners and norms; a course holds at most 12, and "
    "points not placed are gone. A point placed gives at once: close +1 leader trust and +1 cohesion, partners +2 regional "
    "trust, norms +1 order and +1 public goods. Thresholds of a course open more: close 4 one more probe at no price in even "
    "rounds, close 8 one deadline a round moved one round later; partners 3 event ev38, 4 initiative in03, 6 the top level of "
    "F1, 8 no fall of regional trust under R17 and 3 points of side score; norms 4 norm leadership for 1, 6 the top level of "
    "F4, 8 the top level of F3. All three at 6 or more at the end give 6 joint points.",
)
R7 = pytest.mark.rule(
    "R7",
    "Top levels are locked until a condition holds: D3 level 4 needs a Diet footing of 60, T1 level 5 tariff pressure of 25 "
    "or less, T3 level 4 US protectionism of 40 or less, F1 level 4 partners 6, F3 level 4 norms 8, F4 level 4 norms 6; F2 "
    "has the cap of R4. A lock bars only the way up: a level in force stays when its lock closes. Locks are read at the offer "
    "and again at the vote; if one has closed in between, the package lapses without loss.",
)
R8 = pytest.mark.rule(
    "R8",
    "The posture of the US side is secret. A clue names an issue and says whether the other side weighs it high (12 or more), "
    "middle (6 to 11) or low (5 or less); Japan starts with 2 true clues, the US side with 1 true clue about Japan. A probe, "
    "once a round in Talks for 1 political capital or 1 action token, gives one more; while unpredictability is 70 or more, "
    "each clue is false with a chance of 25 percent. At the end of round 3 Japan may name the posture once: if it is right, "
    "leader trust rises by 3 and the joint score by 5 points.",
)
R9 = pytest.mark.rule(
    "R9",
    "At News there is a surprise with a chance in percent of unpredictability / 5, rounded. One of four comes, all equally "
    "likely: a social-media post, an open deadline one round shorter, a tariff pause, or a turn of the US posture to its "
    "neighbour (once a game, afterwards it counts as a post). Post and pause work as if they were played, at no price. A "
    "surprise may help or hurt either side.",
)
R10 = pytest.mark.rule(
    "R10",
    "A lever that has a credibility moves meters and support on the other side only to that percentage, rounded, before any "
    "softening of tariffs. A measure that is carried out raises its credibility by 5. An announcement gains 5 if it has been "
    "followed up by the end of the next round, and falls by 15 if not.",
)
R11 = pytest.mark.rule(
    "R11",
    "A summit costs 3 political capital. The US side may call it, and so may Japan in its lever slot if leader trust is at "
    "least 55; momentum must be above 0, and a game has at most 2 summits in all. It gives momentum +12, cohesion +3, leader "
    "trust +4, unpredictability -6 and cabinet support +2, and a joint statement is drawn up from the levels in force. It "
    "does not change the chance of further demands.",
)
R12 = pytest.mark.rule(
    "R12",
    "While D3 is at level 0, the US side may voice doubt about the treaty's balance at no price. From level 1 this costs 1 "
    "political capital and lowers deterrence only half as much. From level 2 the lever is no longer available.",
)
R13 = pytest.mark.rule(
    "R13",
    "Regional public goods fall by 2 at the start of every round. They fall by only 1 if F3 is at level 2 or above or F1 at "
    "level 3 or above, and not at all if both hold.",
)
R14 = pytest.mark.rule(
    "R14",
    "When an initiative is completed, Japan may set the deadline of one open demand of the same track one round later; the "
    "demand is not cancelled. Energy, minerals and technology belong to Trade, yards and defense industry to Defense, public "
    "goods to Region.",
)
R15 = pytest.mark.rule(
    "R15",
    "In Resolve of every second round, cohesion rises by 1 if investment credibility is 70 or more, and falls by 1 if it is below 40.",
)
R16 = pytest.mark.rule(
    "R16",
    "A package may join issues of all tracks, and the vote is on the whole. If a ratified package changes levels on at least "
    "2 tracks, each side receives 1 political capital.",
)
R17 = pytest.mark.rule(
    "R17",
    "After 3 rounds in a row without a ratified package, momentum falls by 5, tariff pressure rises by 3 (softened under R3) "
    "and regional trust falls by 1, the last not if the partners course stands at 8 or more. Then the count starts again.",
)
R18 = pytest.mark.rule(
    "R18",
    "A level in force is lowered only by a package. A side may break one alone: one level against the other side's payoff, "
    "without a vote, for 3 political capital, in place of its executive move of the round. Then leader trust falls by 8, "
    "unpredictability rises by 5, and the credibility of all its levers falls by 10.",
)

RULE_0_1 = pytest.mark.rule("0.1", "A number of the game changes in one way only, and every change is noted with its cause.")
RULE_0_2 = pytest.mark.rule(
    "0.2",
    "The size of a change passes the modifiers of the pack in their order; the result stays within the bounds of the number.",
)
RULE_0_3 = pytest.mark.rule(
    "0.3",
    "A draw depends on the seed, the round, its purpose and a count, and on nothing else; a draw fixed in advance comes first.",
)
RULE_0_4 = pytest.mark.rule(
    "0.4",
    "The effects of a card, a lever or a rule happen one after another, in the order in which they are written.",
)
RULE_0_5 = pytest.mark.rule(
    "0.5",
    "An effect that comes later keeps the size it has when it is set, credibility included; its condition is read when it comes.",
)
RULE_0_6 = pytest.mark.rule(
    "0.6",
    "At the start the posture of each side, the agenda of each seat and the mood of each group are drawn in secret.",
)
RULE_0_7 = pytest.mark.rule(
    "0.7",
    "The game goes on by itself from point to point of a step, and waits only where somebody must decide.",
)
RULE_0_8 = pytest.mark.rule("0.8", "The head of a side ends its part of a step; what must be chosen is chosen first.")
RULE_0_9 = pytest.mark.rule(
    "0.9",
    "A seat knows what is public, what its own side knows, and its own agenda; everything else stays hidden from it.",
)
RULE_0_10 = pytest.mark.rule(
    "0.10",
    "Standing rules apply at their point of a step, after what happens there unless they say otherwise, in the order of the list.",
)
RULE_0_11 = pytest.mark.rule(
    "0.11",
    "A threshold is counted each time a single change passes it; its rule applies as often when the point of the step is over.",
)
RULE_0_12 = pytest.mark.rule(
    "0.12",
    "What holds for a while ends with the step, the round, the next round or the game, as its entry says.",
)
RULE_1_1 = pytest.mark.rule(
    "1.1",
    "A round begins with no offer on the table; what was placed for the last vote is gone, and the next side in the list opens.",
)
RULE_1_2 = pytest.mark.rule("1.2", "Every meter moves by its drift, in the order of the meters.")
RULE_1_3 = pytest.mark.rule(
    "1.3",
    "Each side receives political capital, up to a maximum, and new action tokens; tokens not used before are gone.",
)
RULE_1_4 = pytest.mark.rule(
    "1.4",
    "Event cards are drawn; one whose condition does not hold goes under the pile, and another is drawn. A card placed for "
    "the round comes instead of a drawn one, a card called in comes on top.",
)
RULE_1_5 = pytest.mark.rule("1.5", "Initiatives are turned up from the pile, all with equal chance.")
RULE_1_6 = pytest.mark.rule(
    "1.6",
    "Where a card gives a side a choice, its head takes one option and pays for it. That comes after everything else on the "
    "card, and the game waits for it.",
)
RULE_2_1 = pytest.mark.rule(
    "2.1",
    "The head of the asking side draws demand cards and plays one of them; the others go under the pile, unseen.",
)
RULE_2_2 = pytest.mark.rule(
    "2.2",
    "A demand card is played only if it has a gap, that is, if what it asks for is not so already. Where no card drawn has "
    "one, further cards are drawn one at a time.",
)
RULE_2_3 = pytest.mark.rule(
    "2.3",
    "With no card left that has a gap, the asking side renews an ask: one level more on the issue that weighs most for it, of "
    "those in the list that can rise and of which no more is asked already.",
)
RULE_2_4 = pytest.mark.rule("2.4", "By chance a second demand follows, drawn and played like the first.")
RULE_2_5 = pytest.mark.rule("2.5", "A demand without a card is not made if the level is in force, does not exist, or is asked already.")
RULE_2_6 = pytest.mark.rule(
    "2.6",
    "Demands stay on the table in the order in which they came, until they are met, fall due or are withdrawn; a deadline "
    "counts from the round in which the demand came.",
)
RULE_2_7 = pytest.mark.rule("2.7", "A demand that is withdrawn counts as never made.")
RULE_2_8 = pytest.mark.rule(
    "2.8",
    "A seat plays levers of its side in the side's own step and in the opening of Talks, a limited number each time and the "
    "same lever once a round, for political capital and an action token.",
)
RULE_2_9 = pytest.mark.rule(
    "2.9",
    "The whole effect of a lever comes at once, first what it does to the other side, then what it does to its own.",
)
RULE_3_1 = pytest.mark.rule(
    "3.1",
    "The side that is asked answers each new demand once, may play a lever and places its strategy points, until its head is done.",
)
RULE_3_2 = pytest.mark.rule(
    "3.2",
    "The head, or the seat of the track, accepts a demand in principle, counters with an issue to link, holds, or reframes. "
    "An answer binds nobody in Talks.",
)
RULE_3_3 = pytest.mark.rule(
    "3.3",
    "A reframe offers a lower level of the same issue, or an initiative that is face up; the head of the asking side takes or "
    "declines it at once. Taken, the demand asks the lower level, or is met when the initiative is agreed, by the same "
    "deadline. Declined, the demand stands as it was.",
)
RULE_3_4 = pytest.mark.rule("3.4", "A demand left without an answer is held.")
RULE_3_5 = pytest.mark.rule(
    "3.5",
    "The head places the strategy points of the round on the courses of its side, and each has its effect at once; points not "
    "placed are gone, and a point on a full course is lost.",
)
RULE_4_1 = pytest.mark.rule(
    "4.1",
    "Talks have an opening, offers and a closing; in the opening and in the closing the side that opens the round comes "
    "first, then the others in turn.",
)
RULE_4_2 = pytest.mark.rule(
    "4.2",
    "In the opening a seat may probe, for political capital or an action token; its side learns one clue, the others see only "
    "that it probed.",
)
RULE_4_3 = pytest.mark.rule(
    "4.3",
    "Offers are made in turn, the side that opens the round first, a limited number in all; an offer binds the sides it "
    "names, or all, and the package on the table is not offered again.",
)
RULE_4_4 = pytest.mark.rule(
    "4.4",
    "A new offer takes the place of the one before; earlier acceptances lapse, and the word passes to the next side.",
)
RULE_4_5 = pytest.mark.rule("4.5", "A level above a lock or a cap is not proposed; a level in force stays allowed when its lock closes.")
RULE_4_6 = pytest.mark.rule(
    "4.6",
    "A package changes at least one level, and its steps together are no more than the size of a package.",
)
RULE_4_7 = pytest.mark.rule("4.7", "A card or a lever may bar some packages, or every vote, for a while; such a package is not offered.")
RULE_4_8 = pytest.mark.rule("4.8", "A package names both issues of a link, or neither.")
RULE_4_9 = pytest.mark.rule(
    "4.9",
    "A side bound by the offer of another accepts it; when all have accepted, the package is the accord of the round, and "
    "nothing is offered after it.",
)
RULE_4_10 = pytest.mark.rule(
    "4.10",
    "A hold passes the word and uses no offer; the offers end when all sides have held in a row, or when the last offer has been answered.",
)
RULE_4_11 = pytest.mark.rule("4.11", "The side with the word may break off; the offers of the round end without an accord.")
RULE_4_12 = pytest.mark.rule(
    "4.12",
    "In the closing a head may move one issue that is its own to give by one level, for political capital, if that serves the "
    "other sides and the level needs no vote; the move enters into force in Resolve.",
)
RULE_4_13 = pytest.mark.rule(
    "4.13",
    "Before there is an accord a seat that leads a track may show its own side a package; the other sides do not see it.",
)
RULE_4_14 = pytest.mark.rule(
    "4.14",
    "In the opening a head may propose an initiative that is face up and whose prerequisite holds. When all have agreed, all "
    "pay, its gains are fixed, and it is completed after its delay.",
)
RULE_4_15 = pytest.mark.rule(
    "4.15",
    "In the opening and during the offers a head may propose to link two issues, within the number a side has.",
)
RULE_4_16 = pytest.mark.rule("4.16", "A link ends when all sides agree.")
RULE_4_17 = pytest.mark.rule(
    "4.17",
    "Further acts of a pack are done in the opening, at their price; one that needs consent happens, and is paid, when all have agreed.",
)
RULE_4_18 = pytest.mark.rule(
    "4.18",
    "A head agrees to a proposal of another side at any time in the opening and during the offers; that does not pass the "
    "word. What is not agreed by the end of the offers lapses.",
)
RULE_4_19 = pytest.mark.rule(
    "4.19",
    "A clue tells of one issue, drawn with equal chance, whether the other side weighs it high, middle or low. It may be "
    "false; one that cannot be false is marked as sure.",
)
RULE_5_1 = pytest.mark.rule(
    "5.1",
    "With an accord, every side it binds does its groundwork at home, out of sight of the others; without one, the step is empty.",
)
RULE_5_2 = pytest.mark.rule("5.2", "The head consults a limited number of its own groups, at no price, and learns their mood.")
RULE_5_3 = pytest.mark.rule(
    "5.3",
    "The head puts political capital on groups of its own side, in whole steps; the support it gains counts for this vote "
    "only. Steps can be changed until the side has said its word, and are paid when the vote is held.",
)
RULE_5_4 = pytest.mark.rule(
    "5.4",
    "Groundwork has a maximum for a group and for a side; a group with too little support cannot be moved.",
)
RULE_5_5 = pytest.mark.rule(
    "5.5",
    "The head submits the accord or keeps it back, unseen until all have said their word; if one keeps it back, the accord "
    "lapses and nothing is paid.",
)
RULE_5_6 = pytest.mark.rule(
    "5.6",
    "Locks and bars are read again before the vote; if one stands in the way now, the accord lapses and nothing is paid. "
    "Otherwise groundwork is paid and shown.",
)
RULE_5_7 = pytest.mark.rule(
    "5.7",
    "All groups of the bound sides vote at once. Support, mood, shift by the package, groundwork and bonuses make the vote "
    "value; from the yes line on a group says yes, unless it refuses. Then the quota of each side is read.",
)
RULE_5_8 = pytest.mark.rule("5.8", "A package that the body of every bound side approves is ratified and enters into force in Resolve.")
RULE_5_9 = pytest.mark.rule(
    "5.9",
    "If a body refuses, the package is void and levels stay; each side whose body refused bears the loss.",
)
RULE_6_1 = pytest.mark.rule(
    "6.1",
    "The ratified package enters into force first, issue by issue, then executive moves in the order of the sides; a level "
    "brings its effects on the meters in place of those of the level before.",
)
RULE_6_2 = pytest.mark.rule(
    "6.2",
    "A part of the shift of each group stays as support after a ratified package or an executive move; groundwork does not stay.",
)
RULE_6_3 = pytest.mark.rule("6.3", "An initiative whose delay is over is completed and has its effects.")
RULE_6_4 = pytest.mark.rule(
    "6.4",
    "A demand is met when the level in force is at least what it asks, or when the initiative it was reframed to is agreed; "
    "one that asks for a state is judged at its deadline only. A card that is met leaves the game.",
)
RULE_6_5 = pytest.mark.rule(
    "6.5",
    "A demand that is not met at its deadline brings its penalty, more than once where it was accepted in principle; its card "
    "goes under the pile.",
)
RULE_6_6 = pytest.mark.rule(
    "6.6",
    "A request that is fulfilled has its effects, and another is turned up in its place, with equal chance.",
)
RULE_6_7 = pytest.mark.rule(
    "6.7",
    "An announcement is judged at the end of a later round; kept or not, it moves the credibility of its lever.",
)
RULE_6_8 = pytest.mark.rule("6.8", "In calm times the first demand of the next round is drawn and shown at the end of this one.")
RULE_6_9 = pytest.mark.rule(
    "6.9",
    "At the end of the round that the pack names, the head of the side that reads a hidden posture may name it, once.",
)
RULE_6_10 = pytest.mark.rule("6.10", "Where a rule lets a side put off a deadline, its head names one open demand, or passes.")
RULE_7_1 = pytest.mark.rule(
    "7.1",
    "Scores are counted once, after the last round; the utility of the levels in force counts under the posture of the end.",
)
RULE_7_2 = pytest.mark.rule("7.2", "Of the completed initiatives of a family only the best count for a side, a limited number of them.")
RULE_7_3 = pytest.mark.rule(
    "7.3",
    "The points of each side, efficiency, the state of the alliance and the joint score follow from the formulas of the pack; "
    "the joint score has a maximum.",
)
RULE_7_4 = pytest.mark.rule(
    "7.4",
    "A seat scores by its agenda, its side and the joint score; the best has the first place, and nobody has where there was "
    "no common success.",
)
RULE_7_5 = pytest.mark.rule("7.5", "The ending is the first in the list whose condition holds.")
