"""A story in pieces, for tests of what of a page belongs to it."""

from diemtin.clean.body import Body, extract_body
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import parse

HEADLINE = "Xưởng đóng thuyền thúng cuối cùng của làng Gành"
STORY = [
    "Giữa làng chài Gành Sứa, xưởng của ông Đỗ Văn Nghị là nơi duy nhất còn đan thuyền thúng bằng tre.",
    "Mỗi chiếc thúng cần mười hai cây tre già, ngâm nước lợ ba tháng rồi mới đem chẻ nan và phơi sương.",
    "Lớp dầu rái quét bên ngoài phải nấu đúng độ, non lửa thì thấm nước, quá lửa thì nứt ngay mùa đầu.",
    "Bà Hồ Thị Lụa, vợ ông, lo phần vá nan và kể rằng đôi tay bà thuộc từng khúc tre như thuộc mặt con.",
    "Năm ngoái xưởng giao bốn mươi chiếc, phần lớn cho các làng phía nam, nơi sóng không hợp với thúng nhựa.",
    "Hai người cháu đã xin học nghề, và ông Nghị tính mùa xuân tới sẽ dựng thêm một gian nhà phơi nan.",
]
OTHER = [
    "Chiều qua, đội bóng bãi biển của huyện thắng trận mở màn trước hơn hai nghìn người xem trên khán đài tạm.",
    "Bàn thắng duy nhất đến ở phút bù giờ, khi thủ môn đội khách trượt chân trên vệt cát ướt trước khung thành.",
    "Huấn luyện viên trưởng nói các cầu thủ của ông sẽ nghỉ một ngày rồi tập lại từ năm giờ sáng thứ năm.",
]


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def body_of(inside: str, below: str = "", headline_class: str = "ten-bai") -> Body:
    page = f"""<html><body><div class="menu"><a href="/a">Thời sự</a> <a href="/b">Kinh tế</a></div><div id="trang">
    <h1 class="{headline_class}">{HEADLINE}</h1><div class="bai">{inside}</div>{below}</div></body></html>"""
    return extract_body(parse(page), Facts(headlines=(HEADLINE,), url="https://gieng.example/xuong", lang="vi"))


def told(inside: str, below: str = "") -> list[str]:
    return body_of(inside, below).text.split("\n\n")
