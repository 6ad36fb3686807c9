"""What every writer of tables shares: the scenario in play, names, pools, words, and a compiler for each entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.domain import Named
from sim.kernel import layout as s
from sim.loading.codegen import Compiler
from sim.loading.documents import place_of
from sim.loading.effects import EffectCompiler
from sim.loading.names import ANYWHERE, EFFECTS, Context, Names
from sim.loading.node import Node
from sim.loading.pools import Pools, place_of_key, place_of_node
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled, Shape
from sim.loading.wording import Words, empty_named


@dataclass
class Writer:
    """Writes one scenario into the tables.

    bundles: lists of effects that `do` plays, made when first asked for; agendas, values, paragraphs: programs by id.
    """

    play: Play
    names: Names
    pools: Pools
    compiler: Compiler
    words: Words
    bundles: dict[str, int] = field(default_factory=dict)
    open_bundles: list[str] = field(default_factory=list)
    agendas: dict[tuple[str, str], int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)
    paragraphs: dict[str, int] = field(default_factory=dict)

    @property
    def t(self) -> list[int]:
        """The table vector."""
        return self.pools.t

    def program(self, raw: int | str | None, shape: Shape, key: str, context: Context = ANYWHERE, owner: str = "") -> int:
        """Program of an expression under a key of an entry; UNSET where there is none. A default stands at the id of its entry."""
        node = shape.node.get(key) or shape.node.get("id") or shape.node
        return self.compiler.compiled(raw, node, context, owner, self.source_of(shape))

    def source_of(self, shape: Shape) -> tuple[str, ...]:
        """The source tags of an entry; a part of the procedure has those of the rule it carries, or of the whole."""
        if isinstance(shape, Labelled):
            return tuple(shape.source)
        own = getattr(shape, "source", None)
        title = self.words.rules.get(str(getattr(shape, "rule", None) or ""))
        return tuple(own or (title.source if title else self.play.procedure.source))

    def effects(self, node: Node | None, owner: Named, kind: str, context: Context = EFFECTS, point: str = "") -> int:
        """A list of effects of an entry; UNSET where there is none. point: where in the round they happen."""
        number = self.names.points.get(point, s.UNSET)
        return EffectCompiler(self.compiler, owner, kind, context, self.bundle, number).compiled(node)

    def part(self, name: str, shape: Shape | None) -> Named:
        """A part of the procedure as the owner of causes."""
        node = shape.node if shape is not None else self.play.procedure.node
        rule = str(getattr(shape, "rule", None) or "")
        title = self.words.rules.get(rule)
        owner = empty_named(name, place_of_key(node), tuple(self.play.procedure.source), rule)
        if title is None:
            return owner
        return empty_named(name, owner.place, tuple(title.source), rule, self.words.title_of(title))

    def cause(self, owner: Named, kind: str, shape: Shape | None, *keys: str) -> int:
        """A cause at a key of an entry, or at the entry itself."""
        place = owner.place if shape is None or not keys else place_of_node(place_of(shape, *keys))
        return self.pools.cause(owner, kind, place)

    def bundle(self, name: str, node: Node) -> int:
        """The list of a bundle; a bundle may not play itself."""
        if name in self.bundles:
            return self.bundles[name]
        if name in self.open_bundles:
            circle = " > ".join([*self.open_bundles[self.open_bundles.index(name) :], name])
            self.pools.problems.append(node.problem("NW204", f"`do` plays itself ({circle})", "let one of them end without `do`"))
            return s.UNSET
        rule = next(rule for rule in self.play.rules if rule.id == name)
        self.open_bundles.append(name)
        owner = self.words.named(rule, 0)
        self.bundles[name] = self.effects(rule.node.get("effects"), owner, "rule")
        self.open_bundles.pop()
        return self.bundles[name]
