"""Every link resolves, every counterpart is mutual, every page says what it is."""

from urllib.parse import urlsplit

import pytest

from tests.site.conftest import SITEURL, Site

EDITIONS = ("vi", "en")


def test_every_internal_address_leads_to_a_file(site: Site) -> None:
    broken = []
    for name, page in site.pages.items():
        addresses = [*page.xpath("//@href"), *page.xpath("//@src")]
        for srcset in page.xpath("//@srcset"):
            addresses += [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]
        for address in addresses:
            file = site.file_of(address) if not address.startswith("#") else None
            if file is not None and not file.is_file():
                broken.append(f"{name}: {address}")
    assert broken == []


def test_every_fragment_leads_to_an_element(site: Site) -> None:
    pages = site.pages
    broken = []
    for name, page in pages.items():
        for address in page.xpath("//a/@href[contains(., '#')]"):
            fragment = urlsplit(address).fragment
            file = site.folder / name if address.startswith("#") else site.file_of(address)
            if file is None or not fragment:
                continue
            target = pages[file.relative_to(site.folder).as_posix()]
            if not target.xpath("//*[@id=$id]", id=fragment):
                broken.append(f"{name}: {address}")
    assert broken == []


def test_every_alternate_is_named_back_and_every_page_has_an_x_default(site: Site) -> None:
    pages = site.pages
    named = {}
    for name, page in pages.items():
        alternates = {
            link.get("hreflang"): site.file_of(link.get("href"))
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        named[name] = {lang: file.relative_to(site.folder).as_posix() for lang, file in alternates.items() if file}
    for name, alternates in named.items():
        if not name.startswith(EDITIONS):
            continue
        lang = name.split("/")[0]
        assert alternates[lang] == name
        assert "x-default" in alternates, name
        for other, target in alternates.items():
            if other in EDITIONS:
                assert named[target][lang] == name, f"{target} does not name {name}"
                assert target.startswith(f"{other}/")


def test_every_counterpart_is_one_click_away(site: Site) -> None:
    for name, page in site.pages.items():
        for link in page.xpath("//link[@rel='alternate'][@hreflang and @hreflang != 'x-default']"):
            file = site.file_of(link.get("href"))
            assert file is not None
            if file.relative_to(site.folder).as_posix() == name:
                continue
            clicks = {site.file_of(address) for address in page.xpath("//body//a/@href") if not address.startswith("#")}
            assert file in clicks, f"{name} does not lead to {link.get('href')}"


def test_every_page_has_a_title_a_language_one_heading_and_its_own_canonical_address(site: Site) -> None:
    for name, page in site.pages.items():
        assert page.findtext(".//title"), name
        assert page.get("lang"), name
        assert len(page.xpath("//h1")) == 1, name
        if name.startswith(EDITIONS):
            assert page.get("lang") == name.split("/")[0]
            (canonical,) = page.xpath("//link[@rel='canonical']/@href")
            assert canonical == f"{SITEURL}/{name.removesuffix('index.html')}"


def test_the_page_for_what_is_not_found_works_at_any_depth(site: Site) -> None:
    page = site.pages["404.html"]
    for address in [*page.xpath("//@href"), *page.xpath("//@src")]:
        assert address.startswith(("/", "https://", "#")), address


@pytest.mark.parametrize("lang", EDITIONS)
def test_a_term_that_was_translated_is_a_page(site: Site, lang: str) -> None:
    storm = {"vi": "vi/tag/bao", "en": "en/tag/storm"}
    (folder,) = [
        path for path in (site.folder / lang / "tag").iterdir() if path.name.startswith(storm[lang].split("/")[-1])
    ][:1]
    assert (folder / "index.html").is_file()
