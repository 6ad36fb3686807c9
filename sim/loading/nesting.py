"""Effects that play effects: no circles, and no deeper than the kernel's stack of lists."""

from __future__ import annotations

from sim.kernel import tables as t
from sim.kernel.layout import FRAME_WIDTH, FRAMES, STACK, UNSET
from sim.loading.writer import Writer

MOST_FRAMES = (STACK - FRAMES) // FRAME_WIDTH


def refuse_endless_effects(w: Writer) -> None:
    """NW204 where effects play themselves, NW333 where too many stand inside each other; one problem each."""
    depths: dict[int, int] = {}
    for list_ in range(w.pools.n_lists):
        measure(w, list_, (), depths)


def measure(w: Writer, list_: int, above: tuple[int, ...], depths: dict[int, int]) -> int:
    """How many lists stand inside each other, this one included."""
    if list_ in depths:
        return depths[list_]
    node = w.pools.list_nodes[list_]
    if list_ in above or len(above) > MOST_FRAMES:
        endless = list_ in above
        code, text = ("NW204", "these effects play themselves") if endless else ("NW333", "too many effects stand inside each other")
        w.pools.problems.append(node.problem_of_key(code, text, "let one of them end without `do`"))
        depths |= dict.fromkeys((list_, *above), 1)
        return 1
    inner = [1 + extra + measure(w, other, (*above, list_), depths) for other, extra in played_by(w, list_)]
    if list_ not in depths:
        depths[list_] = max(inner, default=1)
        if depths[list_] > MOST_FRAMES:
            text = "too many effects stand inside each other"
            w.pools.problems.append(node.problem_of_key("NW333", text, f"{MOST_FRAMES} lists at most"))
            depths[list_] = 1
    return depths[list_]


def played_by(w: Writer, list_: int) -> list[tuple[int, int]]:
    """(list, frames besides its own) of everything that a list of effects plays at once."""
    found: list[tuple[int, int]] = []
    first = w.t[t.T_LIST_FIRST + list_]
    for effect in range(first, first + w.t[t.T_LIST_COUNT + list_]):
        row = t.T_EFFECTS + effect * t.EFFECT_WIDTH
        verb, a, b = w.t[row + t.E_VERB], w.t[row + t.E_A], w.t[row + t.E_B]
        if verb == t.VERB_DO:
            found.append((w.t[row + t.E_LIST], 0))
        elif verb == t.VERB_DO_LEVER:
            found += [(w.t[t.T_LEVER_TARGET_LIST + a], 1), (w.t[t.T_LEVER_USER_LIST + a], 0)]
        elif verb == t.VERB_CHOICE:
            options = [t.T_OPTIONS + (b + k) * t.OPTION_WIDTH for k in range(w.t[row + t.E_TARGET])]
            found += [(w.t[option + t.O_LIST], 0) for option in options]
    return [(other, extra) for other, extra in found if other != UNSET]
