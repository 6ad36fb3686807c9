"""A person who plays through keys alone: reads, answers, drafts, sends, prepares the vote, to the end of a game."""

from __future__ import annotations

from random import Random

from tests.screen.driving import Driver

MOST_TURNS = 600  # of one game; more is a person who goes round in circles


class Person:
    """Plays with the keys that the key bar names. random: what the person feels like."""

    def __init__(self, driver: Driver, random: Random) -> None:
        self.driver, self.random = driver, random
        self.seen: set[str] = set()

    async def play(self) -> None:
        """To the end of the game."""
        for _ in range(MOST_TURNS):
            face = self.driver.face
            self.seen.add(face)
            if face == "EndFace":
                return
            turn = getattr(self, f"on_{face}", None)
            assert turn is not None, f"nobody knows what to do on {face}:\n{self.driver.grid()}"
            await turn()
        raise AssertionError(f"the game never ends:\n{self.driver.grid()}")

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.driver.press(*keys)

    async def on_BriefingFace(self) -> None:
        """Read it."""
        await self.press("escape")

    async def on_TableFace(self) -> None:
        """Read on; in Talks offer, accept or hold."""
        app = self.driver.app
        face, play = app.face, app.play
        assert play is not None
        offer = play.view().offer
        if face.is_open("accept") and (offer is None or offer.by != play.seat) and self.random.random() < 0.5:
            await self.press("y", "f9")
        elif face.is_open("hold"):
            await self.offer()
        elif face.is_open("done"):
            await self.press("f9")
        elif face.is_open("next"):
            await self.press("enter")
        else:
            await self.press("p")

    async def offer(self) -> None:
        """Put a package together and send it; say hold where it may not be sent."""
        before = len(self.driver.app.play.game.lines) if self.driver.app.play is not None else 0
        await self.press("o")
        for _ in range(self.random.randrange(1, 5)):
            await self.press(*(["down"] * self.random.randrange(4)), *(["right"] * self.random.randrange(1, 3)))
        await self.press("f9")
        if self.driver.face == "ReviewFace":
            await self.press("f9")
        while self.driver.face == "ComposerFace":
            await self.press("escape")
        play = self.driver.app.play
        if play is not None and len(play.game.lines) == before and self.driver.app.face.is_open("hold"):
            await self.press("h")

    async def on_ResponseFace(self) -> None:
        """An answer to each demand, then all of them."""
        await self.press(self.random.choice("123"), "down", self.random.choice("123"), "f9")
        await self.go_on("ResponseFace")

    async def on_DrawFace(self) -> None:
        """Play a card, another one where that cannot be played; no lever."""
        await self.press("f9")
        if self.driver.face == "DrawFace" and self.driver.app.face.said:
            await self.press("down")

    async def on_HomeFace(self) -> None:
        """Groundwork where the forecast asks for it, then submit."""
        await self.press(*(["right"] * self.random.randrange(3)), "down", *(["right"] * self.random.randrange(5)), "f9", "f9")
        await self.go_on("HomeFace")

    async def on_ActsFace(self) -> None:
        """Whatever stands first: something that was asked."""
        await self.press("enter")
        if self.driver.face == "Ask":
            await self.press("f9")
        if self.driver.face == "ActsFace":
            await self.press("down")

    async def on_VoteFace(self) -> None:
        """All groups at once, or one by one."""
        await self.press(self.random.choice(("a", "enter")))

    async def on_ReportFace(self) -> None:
        """Read."""
        await self.press("enter")

    async def go_on(self, face: str) -> None:
        """A sheet that stays open because something was refused is left, so that the table says why."""
        if self.driver.face == face and self.driver.app.face.said:
            await self.press("escape")
