"""Conditions of the rules in words, with the numbers as they are now; as they are written where there are no words for them."""

from __future__ import annotations

from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel.layout import UNSET
from sim.table.formulas import Tree, is_known, tree_of, value_of
from tui.screen.look import Look
from tui.screen.pages.thresholds import of

WORDS = {
    op.OP_GE: "from", op.OP_GT: "above", op.OP_LE: "to", op.OP_LT: "below", op.OP_EQ: "is", op.OP_NE: "is-not",
}  # fmt: skip


def condition(look: Look, program: int) -> str:
    """A condition in words; "" for none."""
    if program == UNSET:
        return ""
    text = words(look, tree_of(look.view.known.t, program))
    if text is not None:
        return text
    formula = look.names.scenario.formulas.get(program)
    return formula.text if formula is not None else ""


def words(look: Look, tree: Tree) -> str | None:
    """A condition in words, None where there are none."""
    if tree.op in (op.OP_AND, op.OP_OR):
        return joined(look, tree)
    if tree.op in WORDS:
        return comparison(look, tree)
    return None


def joined(look: Look, tree: Tree) -> str | None:
    """Two conditions; one that rests on no number of the game, since its entry is not in play, decides nothing and is left out."""
    idle = 1 if tree.op == op.OP_AND else 0
    known = look.view.known
    open_parts = [part for part in tree.parts if rests_on_something(part) or bool(value_of(known.t, known.m, part)) != bool(idle)]
    parts = [words(look, part) for part in open_parts]
    if not parts or None in parts:
        return None
    texts = [str(part) for part in parts]
    if len(texts) == 1:
        return texts[0]
    return look.say("deeds-both" if tree.op == op.OP_AND else "deeds-either", first=texts[0], second=texts[1])


def rests_on_something(tree: Tree) -> bool:
    """Whether a formula reads anything but plain numbers."""
    return any(part.op not in (op.OP_NUM, *WORDS) for part in tree.walk())


def comparison(look: Look, tree: Tree) -> str | None:
    """A number or a level compared with an amount, as that is now."""
    left, right = tree.parts
    known = look.view.known
    if left.op != op.OP_CELL or not is_known(known.t, known.m, right, known.may_know):
        return None
    name, word, now = of(look.names.scenario).names.get(left.arg), WORDS[tree.op], known.m[left.arg]
    amount = value_of(known.t, known.m, right)
    if name is None:
        return None
    if name.kind == "level":
        issue = left.arg - s.LEVEL
        if not 0 <= amount < len(look.names.scenario.issues[issue].levels):
            return None
        return look.say("deeds-level", how=word, term=look.names.term(issue, amount), now=look.names.level(issue, now))
    if name.kind not in ("meter", "course", "counter"):
        return None
    return look.say("deeds-number", how=word, name=look.names.number(name), amount=amount, now=now)
