from hypothesis import given
from hypothesis import strategies as st

from diemtin.translate.alignment import in_order, tellable

VIETNAMESE = [
    "Giá xăng giảm 3,2 % từ 15h chiều nay",
    "Người dân có vui không?",
    "Liên bộ Công Thương và Tài chính vừa công bố mức giá mới, thấp nhất từ đầu năm, sau cuộc họp sáng nay tại Hà Nội.",
    "“Chúng tôi đã chờ điều này từ lâu”, một tài xế nói.",
    "Cước vận tải:",
    "Các hãng taxi cho biết sẽ giảm từ 500 đến 1.000 đồng mỗi km trong tuần tới, nếu giá không tăng trở lại.",
]
ENGLISH = [
    "Petrol down 3.2% from 3 p.m. today",
    "Are people happy?",
    "The ministries of industry and trade and of finance have just announced the new price, the lowest this year, "
    "after a meeting in Hanoi this morning.",
    '"We have waited for this for a long time," a driver said.',
    "Fares:",
    "Taxi firms say they will cut fares by 500 to 1,000 dong a kilometre next week, unless prices rise again.",
]


def test_translations_in_their_order_are_believed() -> None:
    assert in_order(VIETNAMESE, ENGLISH)
    assert in_order(ENGLISH, VIETNAMESE)


@given(st.integers(1, len(ENGLISH) - 1))
def test_a_list_shifted_by_any_number_is_not(shift: int) -> None:
    assert not in_order(VIETNAMESE, ENGLISH[shift:] + ENGLISH[:shift])


def test_bad_answers_in_their_places_are_no_shift() -> None:
    for at in range(len(ENGLISH)):
        for bad in ("", " ", "Le gouvernement a annoncé hier une nouvelle mesure", ENGLISH[at] + " spam" * 20, "👿"):
            assert in_order(VIETNAMESE, [*ENGLISH[:at], bad, *ENGLISH[at + 1 :]])


def test_a_list_with_one_text_lost_in_the_middle_and_one_made_up_at_the_end_is_not() -> None:
    long = VIETNAMESE * 2
    assert not in_order(long, [*(ENGLISH * 2)[1:], "And so on."])


def test_one_text_is_always_in_order() -> None:
    assert in_order(["Giá xăng giảm"], ["12,345 ???"])


def test_few_texts_that_are_much_alike_are_better_asked_one_by_one() -> None:
    assert not tellable(["Ảnh: Minh Anh", "Ảnh: Lan Anh"])
    assert not tellable(["Kinh tế", "Thể thao", "Du lịch"])
    assert tellable(VIETNAMESE)
    assert tellable([VIETNAMESE[0], VIETNAMESE[2], VIETNAMESE[1]])
