"""What captions a picture, and which picture is shown."""

import pytest

from tests.clean.body.pages import STORY, body_of, p, told


@pytest.mark.parametrize(("opening", "shown"), [("(VNA)", True), ("", False)])
def test_what_opens_with_its_agency_is_no_caption_whatever_it_is_called(opening: str, shown: bool) -> None:
    line = f"{opening}Forty boats of bamboo were sold last year by the only workshop that still weaves them."
    assert (line in told(f'<div class="sourced-text"><p>{line}</p></div>' + p(*STORY))) is shown


@pytest.mark.parametrize(
    "box",
    [
        '<div class="pic"><img src="/a.jpg"><p>{}</p></div>',
        '<table align="right"><tr><td><img src="/a.jpg"></td></tr><tr><td>{}</td></tr></table>',
    ],
)
def test_a_line_in_a_small_box_with_a_picture_captions_it(box: str) -> None:
    caption = "Bà Lụa vá nan bên hiên nhà phơi."
    body = body_of(p(*STORY[:3]) + box.format(caption) + p(*STORY[3:]))
    assert f"<figcaption>{caption}</figcaption>" in body.html
    assert body.text.split("\n\n") == STORY


def test_the_parts_of_a_story_in_boxes_with_a_picture_each_are_its_text() -> None:
    assert (
        told("".join(f'<div class="pic"><img src="/{n}.jpg"><p>{line}</p></div>' for n, line in enumerate(STORY)))
        == STORY
    )


def test_a_byline_that_is_called_credits_captions_nothing() -> None:
    byline = '<div class="credits">Bài: <a href="/t/9">Lê Hạnh</a> <time datetime="2026-04-02">2/4/2026</time></div>'
    assert "Lê Hạnh" not in body_of(byline + p(*STORY)).html


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("/anh/thung-300x200.jpg", "/anh/thung-1200x800.jpg", ["/anh/thung-1200x800.jpg"]),
        ("/anh/thung-nan.jpg?w=1200", "/anh/thung-nan.jpg?w=90&q=20", ["/anh/thung-nan.jpg?w=1200"]),
        ("/w1200/thung.jpg", "/w90/thung.webp", ["/w1200/thung.jpg"]),
        ("/anh/thung-1.jpg", "/anh/thung-2.jpg", ["/anh/thung-1.jpg", "/anh/thung-2.jpg"]),
        ("/anh?id=1", "/anh?id=2", ["/anh?id=1", "/anh?id=2"]),
    ],
)
def test_of_one_picture_in_two_sizes_the_larger_is_shown(first: str, second: str, shown: list[str]) -> None:
    widths = (1200, 90) if "1200" in first else (300, 1200)
    pictures = "".join(
        f'<img src="{src}" width="{width}" height="400">' for src, width in zip((first, second), widths, strict=True)
    )
    html = body_of(p(*STORY[:3]) + f"<figure>{pictures}</figure>" + p(*STORY[3:])).html
    found = [
        source for source in (first, second) if f'src="https://gieng.example{source.replace("&", "&amp;")}"' in html
    ]
    assert found == shown
