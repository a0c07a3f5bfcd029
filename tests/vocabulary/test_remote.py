"""No page and no feed loads a picture of somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from diemtin.remote import link_remote_pictures
from diemtin.sanitize import safe_html

REMOTE = "https://anh.example/a.jpg?x=1&amp;y=2"


def test_a_picture_of_the_site_stays_without_sizes_that_lie_elsewhere() -> None:
    body = f'<img src="/media/a.png" srcset="{REMOTE} 640w" sizes="100vw" alt="Cầu">'
    assert link_remote_pictures(body, "Ảnh") == '<img src="/media/a.png" alt="Cầu">'


def test_another_s_picture_is_a_link_that_says_what_it_shows() -> None:
    body = f'<figure><img src="{REMOTE}" alt="Cầu &lt;mới&gt;"><figcaption>Chú thích</figcaption></figure>'
    expected = f'<figure><a href="{REMOTE}" rel="noopener nofollow">Ảnh: Cầu &lt;mới&gt;</a>'
    assert link_remote_pictures(body, "Ảnh") == f"{expected}<figcaption>Chú thích</figcaption></figure>"


def test_a_linked_picture_becomes_the_text_of_its_link() -> None:
    body = f'<a href="https://bao.example/"><img src="{REMOTE}" alt=""></a> <img src="//anh.example/b.png" alt="">'
    linked = link_remote_pictures(body, "Picture")
    assert linked.startswith('<a href="https://bao.example/">Picture</a> <a href="//anh.example/b.png"')


@pytest.mark.parametrize(
    "body",
    [
        f'<video src="{REMOTE}" poster="{REMOTE}" controls></video>',
        f'<audio><source src="{REMOTE}"></audio>',
        f'<picture><source srcset="{REMOTE} 2x"><img src="/media/a.png" alt=""></picture>',
    ],
)
def test_sound_film_and_other_sizes_are_not_loaded_either(body: str) -> None:
    assert "anh.example" not in link_remote_pictures(body, "Ảnh")


@given(st.text(alphabet="<>/=\"' abpsrcimgonld:;&#x0.", max_size=80))
def test_whatever_the_body_nothing_is_loaded_from_elsewhere(text: str) -> None:
    shown = link_remote_pictures(safe_html(f'{text}<img src="https://anh.example/a.png" alt="{text}">{text}'), "Ảnh")
    tree = lxml_html.fragment_fromstring(shown, create_parent=True)
    assert [src for src in tree.xpath("//@src | //@srcset | //@poster") if not src.startswith("/")] == []
