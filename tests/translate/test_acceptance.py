"""Which answers of an engine are stored."""

from diemtin.translate.acceptance import judge
from diemtin.translate.run import Rejection, Request

TITLE = "Lũ rút, người dân về nhà dọn bùn"
BEFORE = "Sáng nay nước đã rút khỏi khu chợ."
TEXT = "Trường học sẽ mở cửa lại vào tuần sau."
REQUEST = Request("1", TEXT, "vi", "en", title=TITLE, before=(BEFORE,))


def test_an_answer_to_another_segment_is_no_answer_to_this_one() -> None:
    accept = judge({}, ())
    assert accept(REQUEST, "The school will open again next week.") == "The school will open again next week."
    for sibling in (TITLE, BEFORE):
        verdict = accept(REQUEST, sibling)
        assert isinstance(verdict, Rejection)
        assert "sibling" in verdict.reason
