"""Forms of what is done in Talks and Home: packages, proposals, executive moves, groundwork."""

from __future__ import annotations

from collections.abc import Mapping

from sim.kernel import codes
from sim.kernel.layout import PROPOSE_ACT, PROPOSE_INITIATIVE, PROPOSE_LINK, PROPOSE_UNLINK, UNSET
from sim.table import actions
from sim.table.actions import Action
from sim.table.context import proposal_in, proposal_row
from sim.table.scope import Form, Scope, id_of, ids, issue_pair, words_of, write_term
from sim.table.words import NAMED_TWICE, UNKNOWN_NAME, NotationError, Word, Words

WITH = "with"
PROBES = ("capital", "token")


def write_offer(scope: Scope, action: Action) -> list[str]:
    """`offer D2=1 T1=2`; `with us,jp` behind it where it binds only some."""
    terms = scope.write_package(action.package)
    bound = [party.id for party in scope.scenario.parties if action.a >> party.index & 1] if action.a > 0 else []
    return [*terms, WITH, ",".join(bound)] if bound else terms


def read_offer(scope: Scope, words: Words) -> Action:
    """Inverse of `write_offer`."""
    package = scope.read_package(words, WITH)
    bound = 0
    if words:
        words.next()
        bound = read_parties(scope, words.next(tuple(ids(scope.scenario.parties))))
    return actions.offer(scope.seat, package, bound)


def read_parties(scope: Scope, word: Word) -> int:
    """A bit per party of `us,jp`."""
    known = ids(scope.scenario.parties)
    bound, column = 0, word.column
    for name in word.text.split(","):
        bit = 1 << Word(name, column).one_of(known)
        if bound & bit:
            raise NotationError(NAMED_TWICE, column, name, hint=())
        bound, column = bound | bit, column + len(name) + 1
    return bound


def write_pair(scope: Scope, action: Action) -> list[str]:
    """`link T1 T2`."""
    return [id_of(scope.scenario.issues, action.a), id_of(scope.scenario.issues, action.b)]


def read_pair(kind: int, scope: Scope, words: Words) -> Action:
    """Inverse of `write_pair`."""
    return Action(scope.seat, kind, *issue_pair(scope, words))


def write_agree(scope: Scope, action: Action) -> list[str]:
    """`agree in10`, `agree link T1 T2`, `agree calm`."""
    proposal = proposal_in(scope.context, action.a)
    if proposal is None:
        raise ValueError(f"no proposal in row {action.a}")
    kind, a, b = proposal
    if kind == PROPOSE_INITIATIVE:
        return [id_of(scope.scenario.initiatives, a)]
    if kind == PROPOSE_ACT:
        return [scope.scenario.acts[a].word or id_of(scope.scenario.acts, a)]
    issues = scope.scenario.issues
    return ["link" if kind == PROPOSE_LINK else "unlink", id_of(issues, a), id_of(issues, b)]


def read_agree(scope: Scope, words: Words) -> Action:
    """Inverse of `write_agree`."""
    acts = words_of(scope.scenario.acts, [act.word for act in scope.scenario.acts])
    initiatives = ids(scope.scenario.initiatives)
    word = words.next(("link", "unlink", *acts, *initiatives))
    kinds = {"link": PROPOSE_LINK, "unlink": PROPOSE_UNLINK}
    if word.text.casefold() in kinds:
        proposal = (kinds[word.text.casefold()], *issue_pair(scope, words))
    elif any(word.text.casefold() == name.casefold() for name in acts):
        proposal = (PROPOSE_ACT, word.one_of(acts), UNSET)
    elif any(word.text.casefold() == name.casefold() for name in initiatives):
        proposal = (PROPOSE_INITIATIVE, word.one_of(initiatives), UNSET)
    else:
        raise NotationError(UNKNOWN_NAME, word.column, word.text, ("link", "unlink", *acts, *initiatives))
    return Action(scope.seat, codes.ACT_AGREE, proposal_row(scope.context, proposal))


def write_pack_act(scope: Scope, action: Action) -> list[str]:
    """`act ID`, for an act that has no word of its own."""
    return [id_of(scope.scenario.acts, action.a)]


def read_pack_act(scope: Scope, words: Words) -> Action:
    """Inverse of `write_pack_act`; a word will do too."""
    known = words_of(scope.scenario.acts, [act.word for act in scope.scenario.acts])
    return Action(scope.seat, codes.ACT_PACK, words.next(tuple(known)).one_of(known))


def write_probe(scope: Scope, action: Action) -> list[str]:
    """`probe capital`, `probe token`."""
    return [PROBES[1 if action.a == 1 else 0]]


def read_probe(scope: Scope, words: Words) -> Action:
    """Inverse of `write_probe`."""
    known = {name: index for index, name in enumerate(PROBES)}
    return Action(scope.seat, codes.ACT_PROBE, words.next(PROBES).one_of(known))


def write_move(scope: Scope, action: Action) -> list[str]:
    """`decide D2=1`."""
    return [write_term(scope.scenario.issues, action.a, action.b)]


def read_move(kind: int, scope: Scope, words: Words) -> Action:
    """Inverse of `write_move`."""
    known = ids(scope.scenario.issues)
    name, level = words.next(tuple(known)).term(tuple(known))
    issue = name.one_of(known)
    return Action(scope.seat, kind, issue, scope.read_level(issue, level))


def write_groundwork(scope: Scope, action: Action) -> list[str]:
    """`groundwork jp_opposition=4`."""
    if action.b < 0:
        raise ValueError(f"no steps of groundwork: {action.b}")
    return [f"{id_of(scope.scenario.groups, action.a)}={action.b}"]


def read_groundwork(scope: Scope, words: Words) -> Action:
    """Inverse of `write_groundwork`."""
    known = ids(scope.scenario.groups)
    name, steps = words.next(tuple(known)).term(tuple(known))
    return Action(scope.seat, codes.ACT_GROUNDWORK, name.one_of(known), steps.number())


TALKS_FORMS: Mapping[int, Form] = {
    codes.ACT_OFFER: Form("offer", write_offer, read_offer),
    codes.ACT_SUGGEST: Form(
        "suggest",
        lambda scope, action: scope.write_package(action.package),
        lambda scope, words: actions.suggest(scope.seat, scope.read_package(words)),
    ),
    codes.ACT_LINK: Form("link", write_pair, lambda scope, words: read_pair(codes.ACT_LINK, scope, words)),
    codes.ACT_UNLINK: Form("unlink", write_pair, lambda scope, words: read_pair(codes.ACT_UNLINK, scope, words)),
    codes.ACT_AGREE: Form("agree", write_agree, read_agree),
    codes.ACT_PACK: Form("act", write_pack_act, read_pack_act),
    codes.ACT_PROBE: Form("probe", write_probe, read_probe),
    codes.ACT_DECIDE: Form("decide", write_move, lambda scope, words: read_move(codes.ACT_DECIDE, scope, words)),
    codes.ACT_REOPEN: Form("reopen", write_move, lambda scope, words: read_move(codes.ACT_REOPEN, scope, words)),
    codes.ACT_GROUNDWORK: Form("groundwork", write_groundwork, read_groundwork),
}
