"""Programs come out as they were written, whatever numbers their lines on the page."""

import pytest

from diemtin.clean.body import extract_body
from diemtin.clean.parsing import parse

LINES = ["for lang in làng:", "    đan(12)", "", "phơi()"]
PROGRAM = "\n".join(LINES)
STORY = "<p>Xưởng thuyền thúng tính số nan bằng một đoạn chương trình ngắn mà người cháu viết trên điện thoại cũ.</p>"


def code_of(inside: str) -> str:
    """Return what is told between the paragraphs of a story around *inside*."""
    return extract_body(parse(f"<article>{STORY}{inside}{STORY[:-4]} Hết.</p></article>")).text.split("\n\n", 1)[1]


def each(line: str) -> str:
    return "".join(line.format(number, text) for number, text in enumerate(LINES, 1))


@pytest.mark.parametrize(
    "page",
    [
        f"<pre>{each('<span>{}</span>{}' + chr(10))}</pre>",
        f"<pre><code>{each('<i> {}</i><b>{}</b>' + chr(10))}</code></pre>",
        f"<pre>{each('<div><span>{}</span><div>{}</div></div>')}</pre>",
        f"<pre>{each('<div><div class=lề><div>{}</div></div><div>{}</div></div>')}</pre>",
        f"<table><tr><td><pre>1\n2\n3\n4\n</pre></td><td><pre>{PROGRAM}\n</pre></td></tr></table>",
        f"<div><pre>{''.join(f'<b>{n}</b><br>' for n in (7, 8, 9, 10))}</pre></div><div><pre>{PROGRAM}</pre></div>",
    ],
    ids=["spans", "highlighted", "rows", "boxed numbers", "a table's column", "a box beside"],
)
def test_numbers_of_lines_are_left_out(page: str) -> None:
    assert code_of(page).split("\n\nXưởng")[0].rstrip("\n") == PROGRAM


@pytest.mark.parametrize(
    "program",
    [
        "<pre>[\n  <i>1</i>,\n  <i>2</i>,\n  <i>3</i>\n]</pre>",
        "<pre><i>3</i>\n<i>4</i>\nhết</pre>",
        "<pre><i>12</i> nan</pre>",
        "<pre>20</pre>",
    ],
    ids=["a list", "a last line without", "one line", "a result"],
)
def test_numbers_of_the_program_stay(program: str) -> None:
    text = "".join(parse(program).itertext())
    assert code_of(program).startswith(text)


def test_a_button_and_a_script_are_no_lines_of_the_program() -> None:
    rows = each("<div>{1}</div>").replace("<div></div>", "<div>\n</div>")
    assert code_of(f"<pre><button>Chép</button><script>chep()</script>{rows}</pre>").startswith(LINES[0])


def test_lines_in_elements_of_their_own_are_one_program() -> None:
    rows = "".join(f"<div>{line}</div>" for line in ("đan()", "phơi()"))
    body = extract_body(parse(f"<article>{STORY}<pre>{rows}</pre>{STORY[:-4]} Hết.</p></article>"))
    assert "<pre>đan()\nphơi()</pre>" in body.html
