"""The scenes of the sample site's pictures. Each function paints one and returns its Canvas."""

import math
from collections.abc import Sequence

from draw_pictures import HEIGHT, WIDTH, Canvas

# The seven-segment digits that charts are labelled with: upper, upper right, lower right, lower, lower left, upper
# left, middle.
_SEGMENTS = (
    "1111110",
    "0110000",
    "1101101",
    "1111001",
    "0110011",
    "1011011",
    "1011111",
    "1110000",
    "1111111",
    "1111011",
)


def bus() -> Canvas:
    """A city bus on a red lane."""
    c = Canvas("#cfe4ee")
    c.circle(985, 130, 62, "#f6d27a")
    for x, top, width in (
        (0, 250, 130),
        (110, 170, 120),
        (240, 290, 150),
        (400, 210, 95),
        (520, 270, 140),
        (680, 150, 105),
    ):
        c.rect(x, top, width, 400, "#9dbccb")
        for row in range(top + 24, 470, 44):
            for column in range(x + 16, x + width - 24, 34):
                c.rect(column, row, 16, 22, "#c3dae4")
    for x, top, width in ((800, 260, 150), (965, 205, 90), (1070, 285, 130)):
        c.rect(x, top, width, 400, "#9dbccb")
    c.rect(0, 470, WIDTH, 205, "#5b646b")
    c.rect(0, 505, WIDTH, 110, "#b3473e")
    for x in range(20, WIDTH, 150):
        c.rect(x, 644, 80, 8, "#e8ecef")
    _vehicle(c)
    c.rect(1085, 300, 10, 210, "#39444b")
    c.rect(1050, 270, 80, 70, "#2f6f8f")
    c.rect(1066, 286, 48, 26, "#f3f6f7")
    return c


def _vehicle(c: Canvas) -> None:
    c.rect(235, 312, 690, 228, "#e9b949")
    c.rect(235, 300, 690, 24, "#f4d17c")
    c.rect(235, 452, 690, 30, "#c9482f")
    for x in (262, 380, 498, 690):
        c.rect(x, 344, 100, 84, "#33566a")
        c.polygon([(x + 14, 428), (x + 54, 344), (x + 76, 344), (x + 36, 428)], "#4a7389")
    c.rect(612, 344, 62, 180, "#2c4757")
    c.rect(642, 344, 4, 180, "#e9b949")
    c.rect(812, 344, 100, 96, "#33566a")
    c.rect(902, 492, 26, 20, "#fff3c4")
    for x in (372, 790):
        c.circle(x, 540, 52, "#272d31")
        c.circle(x, 540, 24, "#aab4ba")


def ship() -> Canvas:
    """A container ship at berth, joined to the shore by a cable."""
    c = Canvas("#f3ddc0")
    c.circle(250, 190, 70, "#f0a85c")
    c.hills(
        lambda x: 400 - 60 * math.exp(-(((x - 950) / 190) ** 2)) - 40 * math.exp(-(((x - 120) / 160) ** 2)), "#b9b5a9"
    )
    c.rect(0, 430, WIDTH, 245, "#3d7c8f")
    for row in range(3):
        _waves(c, 455 + 34 * row, "#5594a5")
    c.polygon([(90, 420), (910, 420), (860, 560), (160, 560)], "#27404f")
    c.polygon([(148, 525), (872, 525), (860, 560), (160, 560)], "#a8402f")
    boxes = ("#c8553d", "#e0a030", "#4c8c6f", "#37648c", "#d8cfc0", "#8a4f7d")
    for column in range(8):
        for row in range(2 + (column * 5) % 3):
            c.rect(170 + column * 74, 380 - 40 * row, 70, 36, boxes[(column * 2 + row * 3) % len(boxes)])
    c.rect(780, 250, 84, 170, "#eef0ee")
    for row in range(3):
        c.rect(794, 270 + 42 * row, 56, 16, "#4a6f80")
    c.rect(806, 205, 34, 48, "#c9482f")
    c.rect(960, 380, WIDTH - 960, 295, "#8f9498")
    c.rect(960, 380, WIDTH - 960, 18, "#b5babd")
    c.rect(1040, 265, 84, 118, "#2f8f6b")
    c.polygon([(1090, 280), (1062, 330), (1080, 330), (1072, 368), (1104, 314), (1084, 314)], "#f6e27a")
    c.line([(1040, 340), (1000, 372), (950, 410), (905, 418), (864, 400)], 9, "#22282c")
    return c


def chime() -> Canvas:
    """A bronze chime in the outline of a bat's wings, hanging in a wooden frame."""
    c = Canvas("#efe3cf")
    c.rect(0, 560, WIDTH, 115, "#b88a5b")
    c.rect(0, 560, WIDTH, 10, "#9c7145")
    for x in (300, 866):
        c.rect(x, 110, 34, 470, "#7a2f25")
        c.rect(x - 44, 570, 122, 30, "#5f231b")
    c.polygon([(210, 96), (990, 96), (960, 136), (240, 136)], "#8d3a2d")
    for x in (478, 722):
        c.rect(x, 136, 8, 92, "#c9a24a")
    wings = []
    for k in range(-60, 61):
        t = k / 60
        wings.append((600 + 230 * t, 270 - 62 * math.cos(t * math.pi * 2) * (1 - 0.35 * abs(t)) - 30 * abs(t)))
    for k in range(60, -61, -1):
        t = k / 60
        wings.append((600 + 238 * t, 452 - 74 * abs(math.sin(t * math.pi * 1.5)) - 28 * t * t))
    c.polygon(wings, "#55775f")
    c.polygon([(600 + (x - 600) * 0.93, 365 + (y - 365) * 0.86) for x, y in wings], "#6d9076")
    c.circle(600, 372, 48, "#c9a24a")
    c.circle(600, 372, 36, "#6d9076")
    c.circle(600, 372, 14, "#c9a24a")
    for side in (-1, 1):
        for column in range(4):
            for row in range(4):
                c.rect(600 + side * (82 + 30 * column) - 7, 322 + 26 * row, 14, 13, "#4b6a54")
    c.line([(960, 540), (1060, 400)], 14, "#a4713f")
    c.circle(1064, 394, 30, "#d9c7a4")
    return c


def delta() -> Canvas:
    """River arms and fields seen from above."""
    c = Canvas("#86a95b")
    shades = ("#93b565", "#7b9f52", "#a4bf6f", "#c2c878", "#6f9650")
    for row in range(6):
        for column in range(10):
            x, y = column * 126 - 20 + 14 * (row % 2), row * 118 - 14
            c.polygon(
                [(x, y), (x + 116, y + 10), (x + 112, y + 108), (x - 4, y + 98)], shades[(column * 3 + row * 2) % 5]
            )
            if (column + 2 * row) % 4 == 1:
                c.polygon([(x + 12, y + 14), (x + 104, y + 22), (x + 100, y + 94), (x + 10, y + 88)], "#7fb2bd")
    trunk = [(x, 330 + 46 * math.sin(x / 150)) for x in range(-20, 660, 20)]
    c.line(trunk, 82, "#4b93a8")
    for bend, amplitude in ((-0.52, 34), (0.02, 26), (0.5, 38)):
        arm = [(640 + k, 285 + bend * k + amplitude * math.sin(k / 88)) for k in range(0, 620, 20)]
        c.line(arm, 54, "#4b93a8")
        c.line(arm, 10, "#69aabb")
    c.line(trunk, 14, "#69aabb")
    for x, y in ((150, 470), (420, 190), (760, 560), (930, 150), (1040, 330)):
        for k in range(4):
            c.rect(x + 30 * k, y + 10 * (k % 2), 22, 16, "#c65d3f")
            c.rect(x + 30 * k, y + 10 * (k % 2), 22, 5, "#e08a68")
    return c


def circuit() -> Canvas:
    """A printed circuit board with a small chip."""
    c = Canvas("#17684f")
    for k in range(9):
        y = 60 + 68 * k
        turn = 300 + 26 * ((k * 5) % 7)
        c.line([(0, y), (turn, y), (turn + 60, 250 + 22 * k), (470, 250 + 22 * k)], 7, "#2f9a70")
        c.line([(730, 250 + 22 * k), (1200 - turn, 250 + 22 * k), (1260 - turn, y), (1200, y)], 7, "#2f9a70")
        c.circle(turn, y, 13, "#d8b45a")
        c.circle(turn, y, 6, "#17684f")
        c.circle(1260 - turn, y, 13, "#d8b45a")
        c.circle(1260 - turn, y, 6, "#17684f")
        for x in (446, 730):
            c.rect(x, 244 + 22 * k, 28, 12, "#dfe5e2")
    c.rect(468, 212, 264, 250, "#20262a")
    c.rect(488, 232, 224, 210, "#2c353b")
    c.circle(512, 256, 11, "#4b575f")
    c.circle(600, 368, 42, "#6cc3d5")
    c.polygon([(600, 278), (637, 348), (563, 348)], "#6cc3d5")
    c.ellipse(586, 372, 9, 18, "#b9e6ee", 20)
    for x, y in ((110, 596), (1010, 86), (980, 560), (180, 110)):
        c.rect(x, y, 96, 40, "#c98d3c")
        c.rect(x, y, 18, 40, "#dfe5e2")
        c.rect(x + 78, y, 18, 40, "#dfe5e2")
    return c


def storm() -> Canvas:
    """The cloud spiral of a storm over the sea, near a coast."""
    c = Canvas("#1f4e6b")
    for k in range(7):
        _waves(c, 40 + 100 * k, "#2a5d7c")
    c.polygon(
        [(0, 0), (330, 0), (300, 90), (240, 150), (215, 240), (150, 330), (160, 430), (96, 520), (110, 675), (0, 675)],
        "#6d8f5e",
    )
    c.polygon([(0, 0), (250, 0), (210, 110), (130, 220), (86, 380), (40, 500), (30, 675), (0, 675)], "#5c7d50")
    for arm in range(5):
        for step in range(44):
            t = step / 44
            angle = arm * math.tau / 5 + 4.4 * t
            radius = 52 + 330 * t
            size = 46 * math.sin(math.pi * min(1, 0.16 + t * 0.84)) + 6
            shade = "#cbdbe5" if step < 22 else "#dfe9ef"
            c.circle(700 + radius * math.cos(angle) * 1.18, 338 + radius * math.sin(angle) * 0.84, size, shade)
    for ring, shade in ((92, "#eef4f7"), (66, "#b9cedb"), (44, "#1b4560")):
        c.ellipse(700, 338, ring * 1.15, ring * 0.95, shade)
    return c


def track() -> Canvas:
    """A map with the expected track of a storm and its widening cone."""
    c = Canvas("#d5e6ee")
    for x in range(120, WIDTH, 160):
        c.rect(x, 0, 2, HEIGHT, "#bfd5e0")
    for y in range(75, HEIGHT, 130):
        c.rect(0, y, WIDTH, 2, "#bfd5e0")
    c.polygon(
        [
            (0, 0),
            (620, 0),
            (560, 60),
            (470, 84),
            (420, 150),
            (330, 200),
            (290, 300),
            (230, 380),
            (250, 470),
            (330, 590),
            (380, 675),
            (0, 675),
        ],
        "#e7dfc6",
    )
    c.line(
        [
            (620, 0),
            (560, 60),
            (470, 84),
            (420, 150),
            (330, 200),
            (290, 300),
            (230, 380),
            (250, 470),
            (330, 590),
            (380, 675),
        ],
        5,
        "#a99e7c",
    )
    c.polygon([(745, 275), (835, 235), (880, 300), (830, 370), (760, 350)], "#e7dfc6")
    c.polygon(
        [(1010, 560), (930, 480), (720, 260), (560, 40), (380, 120), (430, 230), (640, 440), (880, 560), (990, 590)],
        "#f2c9b4",
    )
    path = [(1080, 620), (960, 545), (830, 445), (680, 310), (560, 190), (460, 110)]
    c.line(path, 8, "#b0442e")
    for k, (x, y) in enumerate(path):
        c.circle(x, y, 30 - 2 * k, "#b0442e")
        c.circle(x, y, 16 - k, "#f7ece6")
    return c


def turtle() -> Canvas:
    """A sea turtle on its way over the sand to the water."""
    c = Canvas("#f6cfa4")
    c.circle(930, 190, 74, "#fbe6b8")
    c.rect(0, 230, WIDTH, 190, "#3f8f9b")
    for k in range(3):
        _waves(c, 262 + 44 * k, "#63aab3")
    c.hills(lambda x: 392 + 20 * math.sin(x / 130) + x * 0.02, "#eaf4f2")
    c.hills(lambda x: 412 + 20 * math.sin(x / 130) + x * 0.02, "#e3c18d")
    for k in range(9):
        for side in (-1, 1):
            c.ellipse(150 + 36 * k + 12 * side, 640 - 9 * k + 34 * side, 22, 8, "#cda970", -15)
    for x, y, rx, ry, turn in (
        (520, 610, 96, 26, 28),
        (780, 590, 130, 30, 24),
        (760, 430, 110, 26, -30),
        (500, 468, 78, 22, -34),
    ):
        c.ellipse(x, y, rx, ry, "#5c7d4a", turn)
    c.ellipse(868, 500, 58, 42, "#6d9156")
    c.circle(892, 488, 7, "#20281c")
    c.ellipse(640, 520, 196, 122, "#3f5c36")
    c.ellipse(640, 512, 176, 106, "#75964f")
    for x, y in ((640, 512), (540, 512), (740, 512), (590, 446), (690, 446), (590, 578), (690, 578)):
        c.polygon(
            [(x + 44 * math.cos(math.pi * k / 3), y + 30 * math.sin(math.pi * k / 3)) for k in range(6)], "#557639"
        )
    return c


def loom() -> Canvas:
    """A hand loom with a red and gold cloth."""
    c = Canvas("#f1e6d6")
    c.rect(0, 560, WIDTH, 115, "#c9b08c")
    for x in (180, 960):
        c.rect(x, 70, 44, 540, "#7b5232")
        c.rect(x - 30, 600, 104, 28, "#5e3d24")
    for y in (84, 300, 520):
        c.rect(150, y, 900, 34, "#8e6240")
    for k in range(84):
        c.rect(236 + 8.7 * k, 118, 3, 184, "#e9c46a" if k % 7 else "#b5443a")
    c.rect(230, 334, 740, 186, "#a93c35")
    for row in range(3):
        for column in range(12):
            x, y = 260 + 62 * column, 364 + 60 * row
            c.polygon([(x, y - 22), (x + 24, y), (x, y + 22), (x - 24, y)], "#e9c46a")
            c.polygon([(x, y - 11), (x + 12, y), (x, y + 11), (x - 12, y)], "#a93c35")
    c.polygon([(520, 268), (700, 258), (744, 276), (700, 294), (520, 284)], "#4a2f1c")
    c.rect(580, 266, 90, 18, "#d8e0d0")
    return c


def coral() -> Canvas:
    """A coral reef with fish."""
    c = Canvas("#1d6f8e")
    for k in range(5):
        c.polygon([(180 + 210 * k, 0), (260 + 210 * k, 0), (150 + 190 * k, 675), (20 + 190 * k, 675)], "#257d9c")
    c.hills(lambda x: 560 + 30 * math.sin(x / 170), "#d8c193")
    for x, size, colour in (
        (150, 1.2, "#e26d5c"),
        (430, 0.8, "#f2a65a"),
        (700, 1.3, "#c8553d"),
        (1010, 1.1, "#e58fb0"),
        (890, 0.7, "#f2a65a"),
    ):
        _branch(c, x, 590, -90, 120 * size, 30 * size, colour)
    for x, y, radius, colour in ((310, 580, 62, "#8cb369"), (580, 604, 48, "#b197c9"), (1120, 590, 74, "#8cb369")):
        c.circle(x, y, radius, colour)
        for k in range(6):
            c.circle(
                x + radius * 0.6 * math.cos(k * 1.05),
                y - radius * 0.3 + radius * 0.45 * math.sin(k * 1.05),
                radius * 0.1,
                "#6e9150",
            )
    for x, y, size, colour in (
        (350, 210, 44, "#f7d154"),
        (470, 270, 34, "#f7d154"),
        (560, 180, 38, "#f7d154"),
        (900, 250, 52, "#f08a4b"),
        (780, 330, 30, "#f08a4b"),
    ):
        c.ellipse(x, y, size, size * 0.55, colour)
        c.polygon([(x - size * 0.8, y), (x - size * 1.5, y - size * 0.5), (x - size * 1.5, y + size * 0.5)], colour)
        c.rect(x - 3, y - size * 0.5, size * 0.2, size, "#f4f1e6")
        c.circle(x + size * 0.6, y - size * 0.12, size * 0.11, "#1a2a30")
    return c


def pitch() -> Canvas:
    """A football pitch with a ball at the edge of the box."""
    c = Canvas("#3f8f4f")
    for k in range(0, 10, 2):
        c.rect(120 * k, 0, 120, HEIGHT, "#479a58")
    chalk = "#eef5ee"
    for x, y, w, h in ((60, 50, 1080, 6), (60, 620, 1080, 6), (60, 50, 6, 576), (1134, 50, 6, 576), (597, 50, 6, 576)):
        c.rect(x, y, w, h, chalk)
    for x in (60, 944):
        for y in (180, 490):
            c.rect(x, y, 196, 6, chalk)
    c.rect(250, 180, 6, 316, chalk)
    c.rect(944, 180, 6, 316, chalk)
    ring = [(600 + 92 * math.cos(math.tau * k / 72), 338 + 92 * math.sin(math.tau * k / 72)) for k in range(73)]
    c.line(ring, 6, chalk)
    for k, (x, y) in enumerate(
        ((180, 340), (330, 180), (360, 470), (500, 330), (700, 220), (760, 460), (860, 330), (990, 250), (980, 430))
    ):
        colour = "#c9302c" if k % 2 else "#f2d14a"
        c.circle(x + 6, y + 8, 24, "#367c44")
        c.circle(x, y, 24, colour)
        c.circle(x, y, 11, "#fbf6e6" if k % 2 else "#7a5c12")
    c.circle(905, 392, 15, "#1d2a20")
    c.circle(902, 388, 15, "#ffffff")
    return c


def rice() -> Canvas:
    """Ripe rice under a wide sky."""
    c = Canvas("#bfe0ea")
    c.circle(930, 150, 72, "#fbe29a")
    for x, y, size in ((230, 130, 1.0), (560, 90, 0.7)):
        for dx, dy, radius in ((0, 0, 46), (52, 12, 36), (-52, 14, 34), (20, -22, 36)):
            c.circle(x + dx * size, y + dy * size, radius * size, "#f2fafc")
    c.hills(lambda x: 330 - 34 * math.sin(x / 210 + 1) - 14 * math.sin(x / 70), "#8fb98a")
    c.hills(lambda x: 372 - 8 * math.sin(x / 160), "#a9bf57")
    for row in range(6):
        y = 400 + 46 * row
        c.polygon([(0, y), (WIDTH, y - 16), (WIDTH, y + 34), (0, y + 46)], ("#c9b64a", "#d6c254")[row % 2])
    c.polygon([(560, 390), (592, 390), (760, 675), (480, 675)], "#8f7a4a")
    for k in range(26):
        x, lean = 24 + 46.5 * k, 10 * math.sin(k * 1.7)
        if 470 < x < 760:
            continue
        c.line([(x, 675), (x + lean, 560), (x + lean + 26, 520)], 5, "#7f8f2f")
        for grain in range(6):
            c.ellipse(x + lean + 8 + 8 * grain, 532 - 6 * grain + grain * grain * 2.2, 9, 4.5, "#e7cf63", 40)
    return c


def coffee() -> Canvas:
    """A branch of coffee cherries in the shade of tall trees."""
    c = Canvas("#dfe8cf")
    for x, top, width in ((80, 0, 40), (360, 0, 30), (830, 0, 46), (1090, 0, 34)):
        c.rect(x, top, width, 675, "#b7a88c")
        c.ellipse(x + width / 2, 70, 190, 84, "#a9c389")
    c.hills(lambda x: 600 + 16 * math.sin(x / 120), "#8a6a48")
    c.line([(0, 250), (300, 300), (640, 330), (960, 310), (1200, 360)], 16, "#6d4a2c")
    for k in range(9):
        x, y = 70 + 134 * k, 262 + 50 * math.sin(k / 2.2)
        for side in (-1, 1):
            c.ellipse(x + 34, y + side * 92, 40, 98, "#3f7d48" if k % 2 else "#4f9058", side * 24 + 10)
            c.line([(x + 34, y + 20), (x + 34 - side * 12, y + side * 160)], 4, "#2e6237")
    for k in range(7):
        x, y = 130 + 156 * k, 318 + 14 * math.sin(k)
        for dx, dy, colour in (
            (-24, 18, "#b3282d"),
            (20, 22, "#c93a36"),
            (0, 50, "#b3282d"),
            (-36, 54, "#d9a441" if k % 3 == 0 else "#c93a36"),
        ):
            c.circle(x + dx, y + dy, 25, colour)
            c.circle(x + dx - 8, y + dy - 8, 6, "#ecb0a2")
    return c


def stars() -> Canvas:
    """A small observatory under the Milky Way."""
    c = Canvas("#121c38")
    for step in range(60):
        t = step / 59
        c.circle(1160 * t, 60 + 400 * t * t + 30 * math.sin(9 * t), 90 - 34 * abs(t - 0.5), "#1b294c")
    for step in range(60):
        t = step / 59
        c.circle(1160 * t, 62 + 400 * t * t + 30 * math.sin(9 * t), 40 - 10 * abs(t - 0.5), "#26375f")
    for k in range(230):
        x, y = (k * 397) % WIDTH, (k * 211 + k * k * 7) % 520
        c.circle(x, y, 1.2 + (k * 7 % 5) * 0.5, ("#f4efd9", "#cfd8f0", "#ffffff")[k % 3])
    c.hills(lambda x: 540 - 60 * math.sin(x / 250 + 0.4) - 16 * math.sin(x / 60), "#0c1326")
    c.hills(lambda x: 610 - 20 * math.sin(x / 180), "#080d1c")
    c.rect(500, 420, 200, 190, "#c7cbd6")
    c.circle(600, 420, 100, "#e3e6ee")
    c.rect(500, 420, 200, 14, "#9ba2b5")
    c.polygon([(600, 312), (660, 330), (630, 420), (570, 420)], "#27314f")
    c.polygon([(596, 330), (640, 286), (662, 306), (618, 350)], "#8f98b0")
    c.rect(582, 520, 40, 90, "#f0c76a")
    for k in range(4):
        c.circle(770 + 40 * k, 588, 11, "#080d1c")
        c.rect(760 + 40 * k, 596, 20, 40, "#080d1c")
    return c


def metro() -> Canvas:
    """A train on a viaduct at night."""
    c = Canvas("#20254a")
    c.circle(180, 120, 46, "#f3e9c6")
    c.circle(202, 108, 42, "#20254a")
    for k, (x, top, width) in enumerate(
        (
            (0, 260, 120),
            (130, 170, 90),
            (240, 300, 140),
            (400, 120, 80),
            (500, 240, 130),
            (650, 60, 74),
            (650, 200, 130),
            (800, 270, 110),
            (930, 150, 96),
            (1040, 290, 160),
        )
    ):
        c.rect(x, top, width, 460, "#2f3768" if k % 2 else "#3a437a")
        for row in range(top + 20, 520, 30):
            for column in range(x + 12, x + width - 12, 24):
                if (column * 7 + row * 3) % 5 < 2:
                    c.rect(column, row, 10, 14, "#f2cf76")
    c.rect(0, 520, WIDTH, 34, "#8a8fa8")
    c.rect(0, 554, WIDTH, 14, "#6c7190")
    for x in range(90, WIDTH, 300):
        c.polygon([(x, 568), (x + 90, 568), (x + 64, 675), (x + 26, 675)], "#6c7190")
    for k in range(3):
        x = 90 + 330 * k
        c.rect(x, 410, 318, 104, "#e7ebf2")
        c.rect(x, 476, 318, 14, "#2f8fc4")
        for column in range(5):
            c.rect(x + 18 + 60 * column, 428, 42, 36, "#f6dc8a")
        c.rect(x + 20, 510, 60, 12, "#2a2f45")
        c.rect(x + 236, 510, 60, 12, "#2a2f45")
    c.polygon([(1068, 410), (1120, 430), (1138, 514), (1068, 514)], "#e7ebf2")
    c.polygon([(1076, 424), (1110, 440), (1120, 468), (1076, 468)], "#f6dc8a")
    c.polygon([(1136, 500), (1200, 486), (1200, 518), (1138, 512)], "#5a5f86")
    return c


def fishing() -> Canvas:
    """Fishing boats under a sky with weather symbols."""
    c = Canvas("#a8cfdd")
    for x, y, size in ((240, 150, 1.2), (900, 130, 1.5)):
        for dx, dy, radius in ((0, 0, 50), (58, 12, 40), (-58, 16, 36), (22, -26, 40)):
            c.circle(x + dx * size, y + dy * size, radius * size, "#eef6f8")
    for k in range(7):
        x = 830 + 28 * k
        c.line([(x, 216 + 10 * (k % 2)), (x - 18, 262 + 10 * (k % 2))], 5, "#4f86a0")
    for k in range(3):
        c.line([(470 + 14 * m, 150 + 46 * k + 12 * math.sin(m / 2.2)) for m in range(14)], 7, "#6fa5b8")
    c.rect(0, 380, WIDTH, 295, "#2d6f86")
    for k in range(5):
        _waves(c, 420 + 52 * k, "#4488a0")
    for x, y, size, colour in ((300, 470, 1.25, "#c8553d"), (820, 430, 0.9, "#3f7d5a"), (640, 560, 1.5, "#2f5f9e")):
        c.polygon(
            [
                (x - 130 * size, y),
                (x + 150 * size, y - 14 * size),
                (x + 104 * size, y + 62 * size),
                (x - 100 * size, y + 62 * size),
            ],
            colour,
        )
        c.rect(x - 60 * size, y - 62 * size, 88 * size, 64 * size, "#f4ead6")
        c.rect(x - 46 * size, y - 46 * size, 24 * size, 22 * size, "#3c5a68")
        c.rect(x - 10 * size, y - 46 * size, 24 * size, 22 * size, "#3c5a68")
        c.rect(x + 54 * size, y - 130 * size, 6 * size, 126 * size, "#5a4630")
        c.polygon(
            [(x + 60 * size, y - 128 * size), (x + 100 * size, y - 114 * size), (x + 60 * size, y - 100 * size)],
            "#d8302f",
        )
    return c


def terraces() -> Canvas:
    """Runners on a path over rice terraces."""
    c = Canvas("#f4d9b8")
    c.circle(260, 170, 66, "#f5b65f")
    c.hills(lambda x: 250 - 90 * math.exp(-(((x - 820) / 160) ** 2)) - 50 * math.sin(x / 190), "#9db3a6")
    c.hills(lambda x: 330 - 70 * math.exp(-(((x - 420) / 200) ** 2)) - 20 * math.sin(x / 140), "#7e9f7c")
    shades = ("#c9bb55", "#8fb05a", "#dccb62", "#7aa04f", "#b7c465", "#6b9247", "#cfc05a")
    for k, shade in enumerate(shades):
        c.hills(lambda x, k=k: 372 + 44 * k + 26 * math.sin(x / 170 + k * 0.7), "#5f7d3c")  # type: ignore[misc]
        c.hills(lambda x, k=k: 380 + 44 * k + 26 * math.sin(x / 170 + k * 0.7), shade)  # type: ignore[misc]
    path = [(x, 596 - 0.16 * x + 16 * math.sin(x / 120)) for x in range(-10, WIDTH + 20, 20)]
    c.line(path, 26, "#d9b98a")
    for k, (x, colour) in enumerate(((330, "#c9302c"), (560, "#2f6fb0"), (770, "#e0a030"), (930, "#7a3f8f"))):
        y = 584 - 0.16 * x + 16 * math.sin(x / 120)
        _runner(c, x, y, colour, k)
    return c


def _runner(c: Canvas, x: float, y: float, shirt: str, stride: int) -> None:
    swing = 1 if stride % 2 else -1
    c.line([(x - 2, y - 40), (x + 20 * swing, y - 20), (x + 14 * swing, y)], 9, "#3a2b22")
    c.line([(x - 2, y - 40), (x - 16 * swing, y - 22), (x - 34 * swing, y - 12)], 9, "#3a2b22")
    c.line([(x + 4, y - 84), (x - 2, y - 42)], 24, shirt)
    c.line([(x + 4, y - 82), (x + 24, y - 62), (x + 36, y - 76)], 8, "#a8714a")
    c.circle(x + 10, y - 108, 14, "#a8714a")


def kitchen() -> Canvas:
    """Bowls on a low table, and an open notebook."""
    c = Canvas("#efe6d8")
    c.rect(0, 0, WIDTH, 250, "#d7c3a5")
    for k in range(13):
        c.rect(92 * k, 0, 4, 250, "#c2ab89")
    c.polygon([(60, 300), (1140, 300), (1200, 675), (0, 675)], "#9a5b3b")
    c.polygon([(60, 300), (1140, 300), (1146, 330), (54, 330)], "#b4714d")
    for x, y, radius, inside in (
        (260, 440, 100, "#d9534a"),
        (470, 560, 86, "#e9b949"),
        (300, 590, 66, "#7fa650"),
        (520, 390, 74, "#f2ead9"),
    ):
        c.ellipse(x, y, radius, radius * 0.66, "#2f5a8a")
        c.ellipse(x, y - 6, radius * 0.94, radius * 0.6, "#f3f1ea")
        c.ellipse(x, y - 4, radius * 0.78, radius * 0.46, inside)
        for k in range(5):
            c.ellipse(
                x + radius * 0.42 * math.cos(k * 1.25),
                y - 4 + radius * 0.22 * math.sin(k * 1.25),
                radius * 0.1,
                radius * 0.06,
                "#3f7d3f",
            )
    c.polygon([(690, 400), (900, 380), (920, 590), (680, 610)], "#fbf6e6")
    c.polygon([(900, 380), (1110, 400), (1146, 606), (920, 590)], "#f3ecd6")
    for row in range(8):
        y = 426 + 21 * row
        c.line([(718 - row, y + 2), (880 + 2 * row, y - 12)], 4, "#8a7f9a")
        c.line([(926 + 2 * row, y - 12), (1086 + 4 * row, y + 2)], 4, "#8a7f9a")
    c.line([(980, 640), (1150, 470)], 10, "#3a4a6a")
    return c


def trench() -> Canvas:
    """An excavation: layers of soil, brick footings, a measuring staff."""
    c = Canvas("#c9e2ea")
    c.hills(lambda x: 170 - 40 * math.exp(-(((x - 900) / 200) ** 2)), "#7fa37a")
    c.rect(0, 190, WIDTH, 485, "#a97c50")
    for k, shade in enumerate(("#8f6a43", "#b98d5d", "#7d5a39", "#a67a4f", "#6b4c30")):
        c.hills(lambda x, k=k: 215 + 76 * k + 10 * math.sin(x / 90 + k), shade)  # type: ignore[misc]
    c.polygon([(220, 190), (1010, 190), (930, 590), (300, 590)], "#5b3f28")
    c.polygon([(300, 590), (930, 590), (1000, 675), (220, 675)], "#86643f")
    for row in range(4):
        for column in range(8 - row):
            c.rect(
                350 + 64 * column + 32 * (row % 2),
                560 - 32 * row,
                58,
                26,
                "#c0653f" if (row + column) % 3 else "#a9532f",
            )
    c.polygon([(330, 610), (960, 604), (980, 640), (310, 648)], "#4f92a6")
    for k in range(8):
        c.rect(930, 250 + 40 * k, 18, 40, "#d8302f" if k % 2 else "#f6f3ea")
    c.ellipse(520, 410, 44, 56, "#d08a55")
    c.ellipse(520, 360, 26, 10, "#7d4a28")
    c.polygon([(505, 352), (535, 352), (530, 374), (510, 374)], "#b87443")
    return c


def assistant() -> Canvas:
    """A tablet on a counter in front of mountains; speech bubbles in two languages' shapes."""
    c = Canvas("#dcebe6")
    c.hills(
        lambda x: 330 - 150 * math.exp(-(((x - 300) / 170) ** 2)) - 110 * math.exp(-(((x - 860) / 220) ** 2)), "#a9c3b8"
    )
    c.hills(lambda x: 420 - 60 * math.exp(-(((x - 600) / 260) ** 2)) - 14 * math.sin(x / 90), "#86a896")
    c.rect(0, 540, WIDTH, 135, "#a5714a")
    c.rect(0, 540, WIDTH, 16, "#c28a5e")
    c.polygon([(450, 190), (830, 190), (850, 560), (430, 560)], "#2b333a")
    c.polygon([(468, 212), (812, 212), (828, 528), (452, 528)], "#f4f8f7")
    for x, y, width, colour in (
        (490, 240, 210, "#2f8f6b"),
        (570, 320, 220, "#d9e4e0"),
        (490, 400, 180, "#2f8f6b"),
        (590, 470, 200, "#d9e4e0"),
    ):
        c.rect(x, y, width, 52, colour)
        for row in range(2):
            c.rect(x + 16, y + 14 + 16 * row, width - 50 - 30 * row, 7, "#ffffff" if colour == "#2f8f6b" else "#8aa39a")
    for side, x in ((-1, 260), (1, 1010)):
        c.circle(x, 360, 58, "#d8a679")
        c.polygon([(x - 90, 560), (x - 60, 430), (x + 60, 430), (x + 90, 560)], "#3a3f6b" if side < 0 else "#7a2f45")
        c.polygon(
            [(x - 66, 350), (x, 280), (x + 66, 350), (x + 50, 330), (x - 50, 330)], "#b5443a" if side < 0 else "#2d2a33"
        )
        for k in range(5):
            c.rect(x - 44 + 20 * k, 446, 10, 16, ("#e9c46a", "#d9534a", "#6cc3d5")[k % 3])
    return c


def speedchart() -> Canvas:
    """Bus speeds on four sections, before and after, in km/h."""
    return _bars(((11, 17), (12, 20), (10, 10), (13, 19)), 24, ("#b8c4cb", "#c9482f"))


def nestchart() -> Canvas:
    """Turtle nests counted in each of six years."""
    return _bars(((540,), (602,), (711,), (655,), (646,), (862,)), 1000, ("#3f8f9b",), first_label=2021)


def ricechart() -> Canvas:
    """Methane in kilograms a hectare: flooded fields, and fields that dry twice."""
    return _bars(((268, 139), (254, 131), (271, 148)), 320, ("#c9b64a", "#4c8c6f"))


def icon() -> Canvas:
    """The site's mark: a page with a headline, and a second one behind it."""
    c = Canvas("#8f1d21", 180, 180)
    c.rect(62, 34, 86, 100, "#d99a8f")
    c.rect(34, 50, 92, 98, "#fdf7ee")
    c.rect(46, 64, 68, 16, "#8f1d21")
    for row, width in enumerate((68, 68, 44)):
        c.rect(46, 92 + 16 * row, width, 6, "#6b5b52")
    return c


def _bars(groups: Sequence[Sequence[int]], most: int, colours: Sequence[str], first_label: int | None = None) -> Canvas:
    c = Canvas("#f7f5ef")
    for k in range(5):
        c.rect(90, 560 - 115 * k, 1040, 2, "#d9d5c8")
    room = 1020 / len(groups)
    for place, values in enumerate(groups):
        width = min(110, (room - 50) / len(values))
        left = 100 + place * room + (room - width * len(values)) / 2
        for k, value in enumerate(values):
            height = 460 * value / most
            c.rect(left + k * width + 4, 560 - height, width - 8, height, colours[k])
            _number(c, value, left + (k + 0.5) * width, 560 - height - 44)
        c.rect(100 + place * room + room / 2 - 2, 562, 4, 14, "#6b6f72")
        if first_label is not None:
            _number(c, first_label + place, 100 + place * room + room / 2, 590)
    c.rect(90, 560, 1040, 4, "#6b6f72")
    for k, colour in enumerate(colours if len(colours) > 1 else ()):
        c.rect(520 + 120 * k - 60 * (len(colours) - 1), 612, 80, 24, colour)
    return c


def _number(c: Canvas, value: int, x: float, y: float) -> None:
    digits = str(value)
    left = x - 13 * len(digits)
    for digit in digits:
        lit = _SEGMENTS[int(digit)]
        bars = (
            (3, 0, 12, 4),
            (14, 2, 4, 14),
            (14, 18, 4, 14),
            (3, 30, 12, 4),
            (0, 18, 4, 14),
            (0, 2, 4, 14),
            (3, 15, 12, 4),
        )
        for on, (dx, dy, width, height) in zip(lit, bars, strict=True):
            if on == "1":
                c.rect(left + dx, y + dy, width, height, "#3a4146")
        left += 26


def _waves(c: Canvas, y: float, colour: str) -> None:
    for k in range(12):
        x = (k * 173 + y * 3) % (WIDTH + 100) - 50
        c.line([(x + 9 * m, y + 5 * math.sin(m * 0.9)) for m in range(9)], 4, colour)


def _branch(c: Canvas, x: float, y: float, angle: float, length: float, width: float, colour: str) -> None:
    end = (x + length * math.cos(math.radians(angle)), y + length * math.sin(math.radians(angle)))
    c.line([(x, y), end], width, colour)
    if length > 30:
        for turn in (-32, 6, 38):
            _branch(c, *end, angle + turn, length * 0.64, width * 0.68, colour)
