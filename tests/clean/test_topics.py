"""Tags of a story whose source names none: the site's terms that the text really speaks of."""

import pytest

from diemtin.clean.cleaned import Cleaned
from diemtin.clean.topics import MOST, Topics
from diemtin.terms import Term, Terms


def tag(vi: str = "", en: str = "", aliases: tuple[str, ...] = (), note: str = "", kind: str = "tag") -> Term:
    names = {lang: name for lang, name in (("vi", vi), ("en", en)) if name}
    return Term(kind, names, aliases=aliases, note=note)  # type: ignore[arg-type]


def story(title: str, lede: str = "", body: str = "", lang: str = "vi") -> Cleaned:
    return Cleaned(
        title=title, lede=lede, lede_in_body=bool(lede), lang=lang, text="\n\n".join(filter(None, (lede, body)))
    )


def topics(found: Cleaned, *terms: Term) -> tuple[str, ...]:
    return Topics(Terms(terms)).of(found)


def test_the_headline_alone_is_enough_and_a_mention_in_the_body_is_not() -> None:
    terms = (tag("Trung Quốc", "China"), tag("Nhật Bản", "Japan"))
    assert topics(story("Giá thép Trung Quốc giảm", body="Nhật Bản chưa lên tiếng."), *terms) == ("Trung Quốc",)


def test_a_name_in_the_text_s_language_is_returned() -> None:
    assert topics(story("Steel from China gets cheaper", lang="en"), tag("Trung Quốc", "China")) == ("China",)


def test_an_alias_counts_for_its_term() -> None:
    term = tag("Trí tuệ nhân tạo", "Artificial intelligence", ("AI",))
    assert topics(story("AI viết báo cáo thay người"), term) == ("Trí tuệ nhân tạo",)


@pytest.mark.parametrize("title", ["Ai được lợi khi lãi suất giảm?", "ai cũng biết", "AI CŨNG ĐƯỢC LỢI", "Thái AIDS"])
def test_an_acronym_is_looked_for_as_it_is_written(title: str) -> None:
    assert topics(story(title), tag("AI", "AI")) == ()


def test_tones_count() -> None:
    terms = tuple(tag(name) for name in ("bão", "báo", "bảo"))
    assert topics(story("Sau bão, báo in số đặc biệt"), *terms) == ("báo", "bão")
    assert topics(story("Tin bao giờ cũng cần kiểm chứng"), *terms) == ()


@pytest.mark.parametrize(
    "title", ["Cảnh báo lũ quét", "Dự báo thời tiết", "Thông báo tuyển sinh", "Báo cáo tài chính quý II"]
)
def test_a_syllable_is_not_found_inside_a_longer_word(title: str) -> None:
    assert topics(story(title), tag("báo")) == ()


def test_a_plain_syllable_in_the_body_needs_more_than_other_names() -> None:
    body = "Giá vàng tăng. Người mua vàng xếp hàng. Cửa hàng vàng đóng cửa sớm."
    assert topics(story("Thị trường sáng nay", body=body), tag("vàng")) == ()
    assert topics(story("Thị trường sáng nay", body=f"{body} {body}"), tag("vàng")) == ("vàng",)


def test_the_longest_name_takes_its_words() -> None:
    terms = (tag("Ngân hàng Nhà nước"), tag("ngân hàng"))
    assert topics(story("Ngân hàng Nhà nước giữ lãi suất"), *terms) == ("Ngân hàng Nhà nước",)


def test_a_person_s_name_takes_its_words_and_is_no_tag() -> None:
    terms = (tag("Trung Quốc"), tag("Ngân hàng Trung Quốc", kind="name"))
    assert topics(story("Ngân hàng Trung Quốc mở chi nhánh"), *terms) == ()


def test_names_with_signs_are_whole_words() -> None:
    terms = (tag("C++"), tag("C#"), tag("C"))
    assert topics(story("C++ hay C# cho người mới học?"), *terms) == ("C#", "C++")


def test_a_publisher_overrules_by_note_and_by_alias() -> None:
    title = story("Apple mở cửa hàng tại Hà Nội")
    assert topics(title, tag("Apple", note="manual")) == ()
    assert topics(story("Một quả apple mỗi ngày"), tag("Apple", note="exact")) == ()
    assert topics(title, tag("Hà Nội"), tag("Apple", aliases=("-Apple mở cửa hàng",))) == ("Hà Nội",)


def test_the_other_language_s_common_words_are_not_looked_for() -> None:
    assert topics(story("Bán cam lấy tiền xây nhà"), tag("máy ảnh", "cam")) == ()


def test_the_heaviest_come_first_and_no_more_than_eight() -> None:
    names = [f"Chủ đề {letter}" for letter in "KBCDEFGHIA"]
    found = topics(story(", ".join(names), body="Chủ đề K. Chủ đề K."), *map(tag, names))
    assert len(found) == MOST
    assert found[:3] == ("Chủ đề K", "Chủ đề A", "Chủ đề B")


def test_why_a_term_was_not_taken_can_be_read() -> None:
    (topic,) = Topics(Terms((tag("Nhật Bản"),))).explain(story("Tin", body="Nhật Bản chưa lên tiếng."))
    assert (topic.name, topic.weight, topic.needed, topic.taken) == ("Nhật Bản", 1, 3, False)
