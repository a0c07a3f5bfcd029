"""Names in bylines: people only, without what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean.facts.authors import split_authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Thu Hà", ("Thu Hà",)),
        ("Theo Thu Hà", ("Thu Hà",)),
        ("By Anna Nguyen", ("Anna Nguyen",)),
        ("Bài: Thu Hà - Ảnh: Minh Đức", ("Thu Hà",)),
        ("THU HÀ. Ảnh: MINH ĐỨC", ("THU HÀ",)),
        ("Bài và ảnh: Thu Hà", ("Thu Hà",)),
        ("PV Thu Hà", ("Thu Hà",)),
        ("Phóng viên: Thu Hà", ("Thu Hà",)),
        ("Thu Hà (T/h)", ("Thu Hà",)),
        ("Thu Hà - Minh Đức", ("Thu Hà", "Minh Đức")),
        ("Thu Hà và Minh Đức", ("Thu Hà", "Minh Đức")),
        ("Anna Nguyen, Tom Tran and Lan Vo", ("Anna Nguyen", "Tom Tran", "Lan Vo")),
        ("Anna Nguyen, Senior Reporter", ("Anna Nguyen",)),
        ("Anna Nguyen, Delta News Science Writer", ("Anna Nguyen",)),
        ("Anna Nguyen, Business Desk Chief", ("Anna Nguyen",)),
        ("By Anna Nguyen, Special to the Delta News", ("Anna Nguyen",)),
        ("Anna Nguyen, Head of Research", ("Anna Nguyen",)),
        ("Tom Tran, Sr., Lan Vo, MD", ("Tom Tran, Sr.", "Lan Vo, MD")),
        ("Tom Tran Jr. and Lan Vo.", ("Tom Tran Jr.", "Lan Vo")),
        ("By Tom Tran, Ann Le, and Lan Vo", ("Tom Tran", "Ann Le", "Lan Vo")),
        ("Tom Tran, Jr., and Andy Etting", ("Tom Tran, Jr.", "Andy Etting")),
        ("Thu Hà, và Minh Đức", ("Thu Hà", "Minh Đức")),
        ("and Lan Vo", ("Lan Vo",)),
        ("By ANN LE Associated Press", ("ANN LE",)),
        ("Anna Nguyen; anna@example.com", ("Anna Nguyen",)),
        ("Analysis by Anna Nguyen", ("Anna Nguyen",)),
        ("View all posts by Anna Nguyen", ("Anna Nguyen",)),
        ("By Anna Nguyen anna@example.com @anna", ("Anna Nguyen",)),
        ("By Anna Nguyen; edited by Tom Tran", ("Anna Nguyen",)),
        ("By Anna Nguyen for the Delta News", ("Anna Nguyen",)),
        ("By Anna Nguyen of the Delta Press Agency", ("Anna Nguyen",)),
        ("Delta Institute for River Studies", ("Delta Institute for River Studies",)),
        ("A guest post by Anna Nguyen", ("Anna Nguyen",)),
        ("By ABBY GOODE and ROBY TRAN", ("ABBY GOODE", "ROBY TRAN")),
        ("Text: Anna Nguyen", ("Anna Nguyen",)),
        ("Jean-Luc Trần", ("Jean-Luc Trần",)),
        ("an/bt", ("an/bt",)),
        ("M416", ("M416",)),
        ("Thu Hà, thu hà", ("Thu Hà",)),
        ("Leigh :) Stark", ("Leigh Stark",)),
        ("TS. BS. Lê Thu Hà", ("Lê Thu Hà",)),
        ("Tác giả: PGS.TS Lê Thu Hà", ("Lê Thu Hà",)),
        ("Dr. Anna Nguyen", ("Dr. Anna Nguyen",)),
        ("TS Nguyen", ("TS Nguyen",)),
        ("Thu Hà ghi", ("Thu Hà",)),
        ("Thu Hà thực hiện", ("Thu Hà",)),
        ("Nguyễn Minh Dịch", ("Nguyễn Minh Dịch",)),
        ("By Anna Nguyen, University Communications", ("Anna Nguyen",)),
        ("Anna Nguyen, Department of Rivers", ("Anna Nguyen",)),
        ("By ANNA NGUYEN and TOM TRAN, Staff Writers", ("ANNA NGUYEN", "TOM TRAN")),
        ("Theo Thu Hà/Delta News", ("Thu Hà",)),
        ("Delta University", ("Delta University",)),
        ("By Anna Nguyen in Hue and Tom Tran in Da Nang", ("Anna Nguyen", "Tom Tran")),
        ("Women in Shipping", ("Women in Shipping",)),
        ("PV", ()),
        ("Nhóm PV", ()),
        ("Tổng hợp", ()),
        ("Ảnh: Minh Đức", ()),
        ("Photo by Tom Tran", ()),
        ("Powered by Delta Press", ()),
        ("Admin", ()),
        ("https://example.com/tac-gia/thu-ha", ()),
        ("17/05/2024 08:30", ()),
        ("", ()),
        ("By Ann Lee and Bob Tran, Coast News staff", ("Ann Lee", "Bob Tran")),
        ("Story and photos by Ann Lee", ("Ann Lee",)),
        ("Ann Lee, Content Coordinator", ("Ann Lee",)),
        ("Super User", ()),
        ("Quản trị viên", ()),
        ("Delta Admin", ()),
        ("Share Print A- A+", ()),
        ("J. K. Share", ()),
        ("J. K. Lee", ("J. K. Lee",)),
    ],
)
def test_a_byline_gives_the_people_in_it(byline: str, names: tuple[str, ...]) -> None:
    assert split_authors(byline) == names


@given(st.text(max_size=600))
def test_no_byline_makes_it_fail_and_no_name_is_long(byline: str) -> None:
    names = split_authors(byline)
    assert all(name and len(name) <= 60 for name in names)
