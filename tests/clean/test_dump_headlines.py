"""Plain-text dumps: which line is the headline, where the page's title, trails, menus and names stand beside it."""

from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


def test_the_page_s_title_may_have_lost_the_mark_at_the_headline_s_end() -> None:
    story = dump("Bao giờ phà Cần Giờ chạy đêm - Bến Sông", "Bao giờ phà Cần Giờ chạy đêm?", "28/06/2024", LEDE, BODY)
    assert story.title == "Bao giờ phà Cần Giờ chạy đêm?"


def test_a_byline_behind_a_word_does_not_go_on_with_the_headline_above_it() -> None:
    headline = "Ferries for Can Gio get four more trips at weekends"
    story = dump(f"{headline}\nby: Laura Penn\nPosted: Jun 28, 2024", LEDE, BODY, END)
    assert (story.title, story.authors) == (headline, ("Laura Penn",))
    torn = dump("Ferry news", f"The new boats were built in a yard on the river\nby people of the town. {LEDE}", BODY)
    assert "on the river by people of the town" in torn.text


def test_names_said_again_below_the_story_are_no_headline() -> None:
    names = "Vũ Minh Anh - Lê Quốc Bảo"
    story = dump("Đêm trên phà", names, "28/06/2024", LEDE, BODY, END, names)
    assert (story.title, story.authors) == ("Đêm trên phà", ("Vũ Minh Anh", "Lê Quốc Bảo"))


def test_a_trail_may_begin_with_a_section_and_have_slashes() -> None:
    story = dump("Kinh tế / Thị trường / Thị trường trong nước", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.section) == (TITLE, "Thị trường trong nước")
    headline = "Phà Cần Giờ / Bến Bình Khánh đông nghẹt khách"
    assert dump(headline, "28/06/2024", LEDE, BODY).title == headline


def test_a_menu_by_single_spaces_may_have_an_item_that_is_no_section_s_name() -> None:
    menu = (
        "Thời sự Góc nhìn Thế giới Video Kinh doanh Khoa học Giải trí Thể thao Pháp luật Sức khỏe Giáo dục Đời sống "
        "Du lịch Thư giãn Tất cả"
    )
    story = dump(f"{TITLE} - Bến Sông", menu, TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_menu_by_single_spaces_may_name_as_much_that_is_no_section() -> None:
    menu = "My Europe World Business Policy Green Next Health Travel Culture Video Sport Special"
    story = dump(menu, "Ferry boats", "28 June 2024", LEDE, BODY, END)
    assert story.title == "Ferry boats"
    headline = "Why Business Travel Hurts Health More Than Sport Does"
    assert dump("Home", headline, "28 June 2024", LEDE, BODY, END).title == headline


def test_the_steps_of_a_trail_may_be_glued() -> None:
    story = dump("Báo Bến SôngTrang chủThời sựDi sảnDu lịch", "Trang chủDi sản", TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.section) == (TITLE, "Di sản")
    headline = "Trang chủ của bến phà có thêm trang bán vé"
    assert dump(headline, "28/06/2024", LEDE, BODY).title == headline


def test_where_the_author_was_is_no_headline() -> None:
    top = (
        "The night ferry is back",
        "By Laura Penn",
        "Reporting from Can Gio and aboard the late boat",
        "June 28, 2024",
    )
    story = dump(*top, LEDE, BODY, END)
    assert (story.title, story.text) == ("The night ferry is back", STORY)


def test_what_opens_with_the_paper_s_name_is_a_lede_and_no_headline() -> None:
    story = dump(f"(Bến Sông) - {LEDE}", BODY, END)
    assert (story.title, story.text) == ("", STORY)


def test_a_credit_below_the_deck_does_not_make_the_deck_the_headline() -> None:
    headline, deck = "The night ferry is back at Can Gio", "Four more boats and a timetable that runs until two"
    seen = "Laura Penn unlocks the ticket office on Tuesday. (Ann Lee / River Sun)"
    story = dump(headline, deck, seen, "By TOM MARSH | tom@example.org | River Sun", "June 28, 2024", LEDE, BODY, END)
    assert (story.title, story.text) == (headline, f"{deck}\n\n{STORY}")


def test_a_menu_said_again_at_the_foot_of_a_page_has_no_headline() -> None:
    menu = ("Văn hóa", "Bảo vệ nền tảng của dòng sông", "Bạn đọc", "Ảnh đẹp")
    story = dump(*menu, TITLE, "28/06/2024", LEDE, BODY, END, "Vũ Minh Anh", *menu)
    assert (story.title, story.text) == (TITLE, STORY)
    deck = "Bốn chuyến nữa mỗi ngày, bến mở cửa sớm hơn một giờ so với mọi khi"
    shared = ("Bến phà mở thêm quầy bán vé", deck)
    assert dump("Đời sống", *shared, "Chia sẻ", "Minh Anh", *shared, "28/06/2024", LEDE, BODY).title == shared[0]


def test_a_row_of_items_that_dashes_set_apart_is_a_menu() -> None:
    menu = "Thị trường - Bến bãi - Đóng tàu - Vận tải - Bảo vệ người đi phà"
    assert dump(menu, TITLE, "28/06/2024", LEDE, BODY, END, menu).title == TITLE
    headline = "Cần Giờ - Vũng Tàu - Bến Tre: ba bến phà mở lại trong tuần"
    assert dump("Thời sự", headline, "28/06/2024", LEDE, BODY, END).title == headline


def test_an_item_among_short_ones_is_no_headline_though_it_is_said_again() -> None:
    item = "Bảo vệ nền tảng của dòng sông"
    story = dump(
        "Văn hóa", item, "Bạn đọc", "Ảnh đẹp", TITLE, "28/06/2024", LEDE, BODY, END, "Vũ Minh Anh", "Xem", item
    )
    assert story.title == TITLE


def test_what_leads_on_or_greets_is_no_headline() -> None:
    for line in ("Tạo tài khoản để nhận những quyền lợi:", "Kính gửi các anh chị trong tòa soạn,"):
        assert dump(line, TITLE, LEDE, BODY, END).title == TITLE


def test_a_headline_as_long_as_a_paragraph_stands_above_its_byline_where_no_other_does() -> None:
    long = (
        "Phà Cần Giờ chở mười hai nghìn khách một ngày: vì sao người Bình Khánh vẫn phải xếp hàng từ bốn giờ sáng, và "
        "bao giờ thì có thêm bến"
    )
    menu = ("My account", "Newsletters", "US edition", "Bến Sông", "Health")
    assert dump(*menu, long, "Minh Anh", "28/06/2024 09:38", LEDE, BODY, END).title == long
    assert dump(*menu, TITLE, long, "Minh Anh", "28/06/2024 09:38", LEDE, BODY, END).title == TITLE
    assert dump(*menu, TITLE, f"{long}.", "Minh Anh", LEDE, BODY, END).title == TITLE


def test_a_magazine_s_name_above_the_menu_and_in_the_imprint_is_no_headline() -> None:
    name = "Tạp chí Sông Nước Xanh"
    story = dump(name, "Điểm đến", "Ẩm thực", "Theo dõi chúng tôi", TITLE, "28/06/2024", LEDE, BODY, END, name.upper())
    assert story.title == TITLE


def test_a_trail_that_ends_with_the_headline_stands_above_it() -> None:
    for trail in (f"Home » Ferries» {TITLE}", f"Home /{TITLE}"):
        menu = ("Nhận vé tháng ngay trên điện thoại của bạn", "Bảng giá phà dành cho xe tải và xe khách")
        assert dump(trail, *menu, TITLE, *menu, LEDE, BODY, END).title == TITLE


def test_a_bar_of_buttons_is_no_headline_though_it_has_as_many_words() -> None:
    for bar in ("Xem bảng giá phà Đăng nhập tài khoản", "Book a boat Request a demo Sign in now"):
        assert dump(bar, TITLE, LEDE, BODY, END).title == TITLE
    headline = "Phà Cần Giờ cho khách đăng nhập bằng mã vạch"
    assert dump("Thời sự", headline, "28/06/2024", LEDE, BODY, END).title == headline
