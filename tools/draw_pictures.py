#!/usr/bin/env python3
"""Draw the sample site's pictures and its touch icon: flat scenes, PNG with a palette.

    python tools/draw_pictures.py                    # every picture of the sample site, where its story looks for it
    python tools/draw_pictures.py storm out.png      # one scene into one file

The standard library is enough, and the same script always gives the same bytes. A scene is a function in
``picture_scenes.py`` that paints on a Canvas; which story shows it stands in ``picture_places.csv``.
"""

import csv
import importlib
import itertools
import math
import struct
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Point = tuple[float, float]
Colour = tuple[int, int, int]
WIDTH, HEIGHT = 1200, 675
SCALE = 2  # drawn at twice the size, then halved: edges come out smooth
SITE = Path(__file__).resolve().parent.parent / "content"


class Canvas:
    """A picture being painted, in the pixels of the finished one; colours are written ``#rrggbb``."""

    def __init__(self, background: str, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._colours: list[Colour] = []
        self._width, self._height = width, height
        self._rows = [bytearray([self._index(background)]) * (width * SCALE) for _ in range(height * SCALE)]

    def _index(self, colour: str) -> int:
        rgb = (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
        if rgb not in self._colours:
            self._colours.append(rgb)
        return self._colours.index(rgb)

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        """Fill the closed shape through *points* (even-odd rule)."""
        index = self._index(colour)
        corners = [(x * SCALE, y * SCALE) for x, y in points]
        edges = [(a, b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True) if a[1] != b[1]]
        top = max(0, math.floor(min(y for _, y in corners)))
        bottom = min(self._height * SCALE - 1, math.ceil(max(y for _, y in corners)))
        for y in range(top, bottom + 1):
            middle = y + 0.5
            crossings = sorted(
                ax + (middle - ay) * (bx - ax) / (by - ay)
                for (ax, ay), (bx, by) in edges
                if min(ay, by) <= middle < max(ay, by)
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                left, right = max(0, round(start)), min(self._width * SCALE, round(end))
                if left < right:
                    self._rows[y][left:right] = bytes([index]) * (right - left)

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle given by its upper left corner and its size."""
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: str, turn: float = 0) -> None:
        """Fill an ellipse around (*x*, *y*), turned by *turn* degrees."""
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        rim = [(rx * math.cos(math.tau * k / 96), ry * math.sin(math.tau * k / 96)) for k in range(96)]
        self.polygon([(x + u * cos - v * sin, y + u * sin + v * cos) for u, v in rim], colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self.ellipse(x, y, radius, radius, colour)

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw a line of *width* pixels through *points*, with round joints."""
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            length = math.hypot(bx - ax, by - ay) or 1
            dx, dy = (by - ay) / length * width / 2, (ax - bx) / length * width / 2
            self.polygon([(ax + dx, ay + dy), (bx + dx, by + dy), (bx - dx, by - dy), (ax - dx, ay - dy)], colour)
        if width > 3:
            for x, y in points:
                self.ellipse(x, y, width / 2, width / 2, colour)

    def hills(self, height: Callable[[float], float], colour: str) -> None:
        """Fill everything below the curve y = *height*(x)."""
        ridge = [(x, height(x)) for x in range(0, WIDTH + 8, 8)]
        self.polygon([*ridge, (WIDTH, HEIGHT), (0, HEIGHT)], colour)

    def png(self) -> bytes:
        """Return the finished picture as the bytes of a PNG file with at most 256 colours."""
        palette = _Blends(self._colours)
        scanlines = bytearray()
        for upper, lower in zip(self._rows[::2], self._rows[1::2], strict=True):
            scanlines.append(0)
            scanlines += bytes(map(palette.of, zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)))
        header = struct.pack(">IIBBBBB", self._width, self._height, 8, 3, 0, 0, 0)
        chunks = [(b"IHDR", header), (b"PLTE", palette.table()), (b"IDAT", zlib.compress(bytes(scanlines), 9))]
        return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, [*chunks, (b"IEND", b"")]))


class _Blends:
    """The palette: the painted colours, then the mixtures that edges need, as long as there is room."""

    def __init__(self, colours: Iterable[Colour]) -> None:
        self._table = list(colours)
        self._known: dict[tuple[int, ...], int] = {}

    def of(self, four: tuple[int, ...]) -> int:
        """Return the palette index of the mean of *four* indices."""
        found = self._known.get(four)
        if found is None:
            found = four[0] if len(set(four)) == 1 else self._nearest(four)
            self._known[four] = found
        return found

    def _nearest(self, four: tuple[int, ...]) -> int:
        red, green, blue = (round(sum(self._table[i][part] for i in four) / 4) for part in range(3))
        distances = [(r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2 for r, g, b in self._table]
        best = min(range(len(distances)), key=distances.__getitem__)
        if distances[best] <= 150 or len(self._table) == 256:
            return best
        self._table.append((red, green, blue))
        return len(self._table) - 1

    def table(self) -> bytes:
        return bytes(part for colour in self._table for part in colour)


def _chunk(named: tuple[bytes, bytes]) -> bytes:
    name, body = named
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def draw(scene: str) -> bytes:
    """Return the PNG of the scene with this name.

    Raises AttributeError for a scene that does not exist.
    """
    painted = getattr(importlib.import_module("picture_scenes"), scene)()
    assert isinstance(painted, Canvas)
    return painted.png()


def main(arguments: Sequence[str]) -> None:
    """Draw one scene, or all that the sample site shows."""
    if arguments:
        scene, target = arguments
        Path(target).write_bytes(draw(scene))
        return
    with Path(__file__).with_name("picture_places.csv").open(encoding="utf-8", newline="") as places:
        for place in csv.DictReader(places):
            target = SITE / place["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            picture = draw(place["scene"])
            target.write_bytes(picture)
            print(f"{len(picture):6} {place['file']}")


if __name__ == "__main__":
    sys.modules["draw_pictures"] = sys.modules["__main__"]  # the scenes paint on this module's Canvas
    main(sys.argv[1:])
