"""JSON-LD as pages carry it: in lists, in graphs, wrapped, broken, hostile."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean.facts import jsonld

ARTICLE = {"@type": "NewsArticle", "headline": "Cầu mới thông xe", "url": "https://bao.example/cau-moi.html"}


def headlines(*scripts: str) -> list[str]:
    return [jsonld.text(node.get("headline")) for node in jsonld.read_graph(scripts).articles]


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["NewsArticle", "ReportageNewsArticle"]},
        ARTICLE | {"@type": "http://schema.org/NewsArticle"},
    ],
)
def test_the_article_is_found_wherever_schema_org_allows_it(value: object) -> None:
    assert headlines(json.dumps(value)) == ["Cầu mới thông xe"]


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "// <![CDATA[\n{}\n// ]]&gt;",
        "/* <![CDATA[ */\n{}\n/* ]]> */",
        "/*<![CDATA[*/ {} /*]]>*/",
        "{};",
        "\ufeff{}",
    ],
)
def test_wrappings_of_old_pages_are_taken_off(script: str) -> None:
    assert headlines(script.replace("{}", json.dumps(ARTICLE))) == ["Cầu mới thông xe"]


@pytest.mark.parametrize(
    "members",
    [
        '"headline":"Cầu mới\nthông xe",',
        '"headline":"Cầu mới thông xe",,"wordCount":7',
        '// tiêu đề\n"headline":"Cầu mới thông xe", /* "cũ" */ "wordCount":7',
        '"headline":"Cầu mới thông xe"\n"wordCount":7',
        '"image":undefined,"author":,"headline":"Cầu mới thông xe"',
        '"headline":"Cầu mới thông xe","author":{"name":"Thu',
        r'"headline":"Cầu m\u1edbi thông xe","description":"The bridge\'s \"opening\""',
    ],
)
def test_mistakes_that_leave_no_doubt_are_forgiven(members: str) -> None:
    assert headlines(f'{{"@type":"NewsArticle",{members}}}') == ["Cầu mới thông xe"]
    assert headlines(f'{{"@type":"NewsArticle",{members}') == ["Cầu mới thông xe"]


def test_a_quote_before_neither_comma_nor_bracket_was_meant_for_the_text() -> None:
    script = '{"@type":"NewsArticle","headline":"Ông nói: "Xong rồi"","description":"\\"Xong\\"?"}'
    [node] = jsonld.read_graph([script]).articles
    assert (node["headline"], node["description"]) == ('Ông nói: "Xong rồi"', '"Xong"?')


def test_several_values_in_one_script_are_all_read() -> None:
    both = f'{{"@type":"WebSite"}}\n{json.dumps(ARTICLE)};{json.dumps(ARTICLE | {"headline": "Bài khác"})}'
    assert headlines(both) == ["Cầu mới thông xe", "Bài khác"]


def test_a_script_whose_quotes_are_escaped_as_html_is_read() -> None:
    assert headlines(json.dumps(ARTICLE, ensure_ascii=False).replace('"', "&quot;")) == ["Cầu mới thông xe"]


def test_a_script_with_single_quotes_alone_is_read() -> None:
    assert headlines(json.dumps(ARTICLE).replace('"', "'")) == ["Cầu mới thông xe"]


def test_what_stands_whole_is_saved_from_an_article_that_cannot_be_mended() -> None:
    broken = (
        '{"@type":"NewsArticle","headline":"Ông nói: "Xong", rồi đi","datePublished":"2024-05-17",'
        '"author":[{"@type":"Person","name":"Thu Hà","url":"https://bao.example/thu-ha"}],"wordCount":7}'
    )
    graph = jsonld.read_graph([broken])
    [node] = graph.articles
    assert (node.get("datePublished"), node["author"][0]["name"], node.get("url")) == ("2024-05-17", "Thu Hà", None)
    assert graph.notes == ("JSON-LD is no JSON: parts of it were read",)


def test_an_article_that_is_only_mentioned_is_none_of_the_pages() -> None:
    assert headlines(json.dumps({"@type": "WebPage", "citation": ARTICLE, "relatedLink": [ARTICLE]})) == []


def test_references_by_id_are_followed() -> None:
    graph = jsonld.read_graph([json.dumps({"@graph": [{"@id": "#a", "@type": "Person", "name": "Thu Hà"}]})])
    assert graph.resolve({"@id": "#a"})["name"] == "Thu Hà"
    assert graph.resolve({"@id": "#b"}) == {"@id": "#b"}


def test_the_longest_text_of_a_story_is_its_body_without_markup_and_in_its_lines() -> None:
    short, whole = ({"@type": "Article", "articleBody": text} for text in ("Nước lên.", "<p>Nước lên.</p>\nRồi rút."))
    graph = jsonld.read_graph([json.dumps(short), json.dumps({"@graph": [{"about": whole}]}), '{"articleBody": 7}'])
    assert [line.strip() for line in graph.body.split("\n")] == ["Nước lên.", "Rồi rút."]


def test_escaped_html_in_strings_becomes_text() -> None:
    assert jsonld.text("&quot;Cầu&quot; <i>mới</i> &amp; cũ") == '"Cầu" mới & cũ'
    assert jsonld.text("Cầu &amp;amp; phà, &amp;quot;bến&amp;quot;") == 'Cầu & phà, "bến"'


@pytest.mark.parametrize(
    ("node", "own"),
    [
        (ARTICLE, True),
        ({"@type": "NewsArticle", "headline": "Cầu mới thông xe"}, True),
        (ARTICLE | {"url": "https://khac.example/", "headline": "Bài khác"}, False),
        (ARTICLE | {"url": "https://khac.example/"}, True),
        (ARTICLE | {"headline": "Bài khác"}, True),
    ],
)
def test_an_object_of_another_story_is_told_by_address_and_headline(node: jsonld.Node, own: bool) -> None:
    graph = jsonld.read_graph([json.dumps(node)])
    pages = ["https://www.bao.example/cau-moi.html?utm_source=x"]
    articles, notes = jsonld.own_articles(graph, pages, ["Cầu mới thông xe"])
    assert bool(articles) is own
    assert bool(notes) is not own


def test_of_several_articles_the_one_of_this_page_comes_first() -> None:
    teaser = {"@type": "NewsArticle", "headline": "Bài khác"}
    graph = jsonld.read_graph([json.dumps([teaser, ARTICLE])])
    articles, _ = jsonld.own_articles(graph, ["https://bao.example/cau-moi.html"], [])
    assert [node["headline"] for node in articles] == ["Cầu mới thông xe"]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "42",
        '"NewsArticle"',
        "[[[[]]]]",
        "{headline: 'x',}",
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        '{"@type":"NewsArticle","wordCount":' + "9" * 5_000 + "}",
        '{"@type":"NewsArticle","headline":"\\ud800"}',
        '{"@type":"NewsArticle","datePublished":NaN,"headline":Infinity}',
        '{"@type":7,"headline":{"a":1},"author":[null,[],{"name":{}}],"image":true}',
        "-->" + " " * 200_000 + "x",
        "{" + '"a' * 100_000,
        "{" + "/*" * 100_000,
        '{"@type":"NewsArticle",' + '"author":{' * 50_000,
    ],
)
def test_hostile_json_is_read_or_left_out_and_never_fails(script: str) -> None:
    graph = jsonld.read_graph([script])
    for node in graph.articles:
        assert isinstance(jsonld.text(node.get("headline")), str)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "headline", "name", "url", "mainEntity"]), inner)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_no_json_value_makes_it_fail(value: object) -> None:
    graph = jsonld.read_graph([json.dumps(value)])
    articles, _ = jsonld.own_articles(graph, ["https://bao.example/"], ["x"])
    assert all(jsonld.is_article(jsonld.types(node)) for node in articles)
