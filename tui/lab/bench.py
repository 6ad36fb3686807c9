"""The work of the lab without a screen: loads the scenario, plays, reckons, watches the files, and tells what there is.

All of it happens on the thread that calls `step`; only the exact part has a thread of its own, so that it delays no game.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from tui.lab.figures import Engine as EngineFacts
from tui.lab.figures import Figures, figures_of

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.errors import Problem
    from sim.lab.running import Engine, Found
    from tui.lab.exact import Exact
    from tui.lab.watching import Stamps

LEAST_GAMES = 400
USUAL_SECONDS = 1.0
SHORT, LONG = 0.1, 0.35  # seconds that a slice of games should take
TASKS = 2  # of each processor between two looks, so that none waits long for another
MANY = 100_000
MOST_GAMES = 100_000  # after which playing on without an end comes to its end: every game is kept, some 4 kB each
MOST_KNOWN, SMALL = 6, 5000  # versions that are remembered with their games, and games that one of them has at most
FIRST_GAMES = 50  # interpreted ones, that are there before the compiler and the exact part take their share of the processors
NOT_COMPILED, WAITING = "not-compiled", "compiling"  # of `Engine.why_slow`


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. games: a fixed number, 0: until `seconds` are over and LEAST_GAMES are played; more: go on until told."""

    name: str
    styles: tuple[str, ...]
    seed: int = 1
    games: int = 0
    seconds: float = USUAL_SECONDS
    more: bool = False
    jobs: int | None = None
    compile: bool = True


class Reckoning:
    """The exact part of a scenario, on a thread."""

    def __init__(self, scenario: Scenario) -> None:
        self.found: tuple[Exact, ...] | None = None
        self.trouble: BaseException | None = None
        self.thread = Thread(target=self.reckon, args=(scenario,), daemon=True)

    def begin(self) -> None:
        """Start, once."""
        if self.thread.ident is None:
            self.thread.start()

    def reckon(self, scenario: Scenario) -> None:
        """On the thread."""
        from tui.lab.exact import exact_of

        try:
            self.found = exact_of(scenario)
        except BaseException as trouble:  # raised where somebody asks, not lost on this thread
            self.trouble = trouble

    def wait(self) -> None:
        """Until it is done. Raises what went wrong."""
        self.begin()
        self.thread.join()
        self.ask()

    def ask(self) -> None:
        """Raise what went wrong, if anything did."""
        if self.trouble is not None:
            raise self.trouble


class Bench:
    """The lab at work on one scenario. told: called with new figures after each step that brought any."""

    def __init__(self, plan: Plan, engine: Engine, told: Callable[[Figures], None] = lambda figures: None) -> None:
        self.plan, self.engine, self.told = plan, engine, told
        self.slice = 0
        self.spent = 0.0
        self.until = plan.games  # games to play, 0: until the seconds are over
        self.goes_on = plan.more
        self.figures: Figures | None = None
        self.before: Figures | None = None
        self.broken = ""
        self.unchanged = False
        self.stamps: Stamps = {}
        self.dirty = False
        self.stopped = False
        self.known: dict[tuple[str, int], tuple[Found, Reckoning]] = {}  # by rules and seed

    # --- a scenario ---

    def take(self, scenario: Scenario, seed: int | None = None) -> None:
        """Begin with a scenario, or with another version of it, or with other seeds."""
        from sim.lab.running import Found
        from sim.lab.sweep import Sweep, all_pairs, setting_of

        self.scenario = scenario
        self.seed = self.plan.seed if seed is None else seed
        key = (scenario.rules_digest, self.seed)
        if key in self.known:
            self.found, self.exact = self.known[key]
        else:
            pairs = all_pairs(self.plan.styles, len(scenario.parties))
            self.found = Found(Sweep(setting_of(scenario), pairs, self.seed))
            self.exact = Reckoning(scenario)
        self.known = {key: (self.found, self.exact), **self.remembered()}
        self.spent = 0.0
        self.said_of, self.said = 0, dict[str, object]()
        self.dirty = True

    def remembered(self) -> dict[tuple[str, int], tuple[Found, Reckoning]]:
        """What is worth keeping of other versions and seeds, the newest first: an undone change then shows at once."""
        small = [(key, each) for key, each in self.known.items() if each[0].games <= SMALL]
        return dict(small[:MOST_KNOWN])

    def watch(self) -> None:
        """Note how the files are now."""
        from tui.lab.watching import files_of_scenario, stamps_of

        self.stamps = stamps_of({*map(path_of, self.stamps), *files_of_scenario(self.plan.name)})

    def has_changed(self) -> bool:
        """Whether a file was written since."""
        from tui.lab.watching import stamps_of

        return bool(self.stamps) and stamps_of(map(path_of, self.stamps)) != self.stamps

    def reload(self, language: str) -> None:
        """Read the scenario again. Broken: its first problem is told, and the last good figures stay."""
        from sim.loading import load

        self.watch()
        scenario, problems = load.attempt(self.plan.name)
        self.broken, self.unchanged, self.dirty = "", False, True
        if scenario is None:
            self.broken = first_problem(problems, language)
        elif scenario.rules_digest == self.scenario.rules_digest:
            self.unchanged = True
            self.scenario = scenario
        else:
            last = self.look()
            if last.games:
                self.before = last
                self.until = last.games if not self.goes_on else self.until
            self.take(scenario, self.seed)

    def renew(self, seed: int) -> None:
        """Other seeds: nothing to compare with."""
        self.before = None
        self.until = self.plan.games
        self.take(self.scenario, seed)

    # --- playing ---

    @property
    def wants_games(self) -> bool:
        """Whether more games are to be played."""
        games = self.found.games
        if self.stopped:
            return False
        if self.goes_on:
            return games < MOST_GAMES
        return games < self.until if self.until else games < LEAST_GAMES or self.spent < self.plan.seconds

    @property
    def is_short(self) -> bool:
        """Whether there are fewer games than there should be."""
        return self.found.games < self.aim

    @property
    def aim(self) -> int:
        """Games that will be there at least."""
        return self.until or LEAST_GAMES

    def stop(self) -> None:
        """Play no more. What was played is kept."""
        self.stopped = True

    def go_on(self, wanted: bool) -> None:
        """Play on without an end, or stop with what there is."""
        self.goes_on = wanted
        if not wanted:
            self.until, self.spent = max(self.found.games, 1), self.plan.seconds

    def step(self) -> bool:
        """One slice of games, or a look at what has come meanwhile; False when there was nothing to do."""
        if self.engine.why_slow == WAITING and self.engine.compiling is None and self.found.games >= FIRST_GAMES:
            self.engine.begin_compiling()
        if self.engine.look_again():
            self.slice, self.dirty = 0, True
        if self.engine.is_compiled or self.found.games >= FIRST_GAMES or not self.wants_games:
            self.exact.begin()
        self.exact.ask()
        if self.wants_games:
            self.play(self.tell_first)
            self.told(self.settled() if self.is_doubled else self.look())
            return True
        if self.is_news() or self.said_of != self.found.games:
            self.told(self.settled() if self.figures is not None and not self.dirty else self.look())
            self.dirty = False
            return True
        return False

    @property
    def is_doubled(self) -> bool:
        """Whether there are twice as many games as when it was last reckoned what they say; so playing on stays quick."""
        return self.goes_on and self.found.games >= 2 * max(self.said_of, LEAST_GAMES)

    def tell_first(self, games: int) -> None:
        """The figures of the very first games, which wait for no process."""
        if games <= self.engine.players.batch:
            self.told(self.look())

    def play(self, heard: Callable[[int], None] = lambda games: None) -> None:
        """Some games; how many adapts to how long they take. heard: called with all there are after each task."""
        least = TASKS * self.engine.players.batch * self.engine.jobs
        self.slice = max(self.slice, least)
        before = self.spent
        self.play_up_to(self.found.games + self.slice, heard)
        took = self.spent - before
        if took < SHORT:
            self.slice *= 2
        elif took > LONG:
            self.slice = max(least, self.slice // 2)

    def play_all(self, heard: Callable[[int], None]) -> None:
        """Every game that is wanted, without a pause."""
        self.exact.begin()
        while self.wants_games:
            self.play_up_to(self.found.games + MANY, heard)

    def play_up_to(self, games: int, heard: Callable[[int], None]) -> None:
        """Play until there are so many games, or enough."""
        from sim.lab.running import run

        before, began = self.spent, monotonic()
        most = min(games, self.until) if self.until and not self.goes_on else games
        for found in run(self.engine, self.found, most, lambda found: self.wants_games):
            self.spent = before + monotonic() - began
            heard(found.games)

    def is_news(self) -> bool:
        """Whether something else than games has come since the last look."""
        last = self.figures
        return last is None or self.dirty or last.engine != self.engine_facts() or last.exact != self.exact.found

    def engine_facts(self) -> EngineFacts:
        """Who plays."""
        engine = self.engine
        made = engine.compiling
        return EngineFacts(engine.why_slow, engine.detail, made.done if made else 0, made.of if made else 0)

    def look(self) -> Figures:
        """The figures as they are now, with what was reckoned of them last."""
        self.figures = replace(
            figures_of(self.scenario, self.found),
            engine=self.engine_facts(),
            wanted=self.aim,
            is_playing=self.wants_games,
            stopped=self.stopped and not self.goes_on and self.is_short,
            exact=self.exact.found,
            broken=self.broken,
            unchanged=self.unchanged,
            **self.said,  # type: ignore[arg-type]
        )
        return self.figures

    def settled(self) -> Figures:
        """The figures with what these games say: findings, and what has changed since the version before."""
        from sim.lab.findings import findings

        now = self.look()
        if self.said_of != now.games:
            self.said_of = now.games
            self.said = {"findings": findings(now.scenario, now.found), "is_settled": True, **self.changes(now)}
            now = self.figures = replace(now, **self.said)  # type: ignore[arg-type]
        return now

    def changes(self, now: Figures) -> dict[str, object]:
        """Against the version before, where there is one."""
        old = self.before
        if old is None:
            return {}
        from tui.lab.changes import changes_between, games_changed

        found = changes_between(old.scenario, now.scenario, old.found, now.found)
        return {
            "changes": found,
            "changed": games_changed(old.found, now.found) if found else (0, 0),
            "before": replace(old, before=None),
        }

    def close(self) -> None:
        """Stop everything."""
        self.engine.close()


def engine_of(plan: Plan, later: bool = False) -> Engine:
    """Who plays: the fastest there is; interpreted where that was asked for, whatever there is.

    later: machine code that is missing is begun by `Engine.begin_compiling`, so that it does not take the processors from the first games.
    """
    from sim.lab.players import InterpretedPlayers, usual_jobs
    from sim.lab.running import Engine, engine_for

    if not plan.compile:
        jobs = plan.jobs or usual_jobs()
        return Engine(InterpretedPlayers(jobs), jobs, NOT_COMPILED)
    engine = engine_for(plan.jobs, compile_=not later)
    if engine.why_slow == NOT_COMPILED:
        engine.why_slow = WAITING
    return engine


def first_problem(problems: Sequence[Problem], language: str) -> str:
    """The first error with its place, as a line."""
    from tui.problems import in_words

    found = next((each for each in problems if each.severity == "error"), None)
    return "" if found is None else str(in_words(found, language)).splitlines()[0]


def path_of(name: str) -> Path:
    """A path from its name."""
    return Path(name)
