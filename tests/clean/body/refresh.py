"""Write the golden pages' ``expected.html`` anew: ``python -m tests.clean.body.refresh``. Then read the difference."""

from tests.clean.body.golden_cases import cases, produced


def main() -> None:
    """Write what changed, and name it."""
    for case in cases():
        path, html = case / "expected.html", produced(case)
        if not path.is_file() or path.read_text("utf-8") != html:
            path.write_text(html, "utf-8")
            print(path)


if __name__ == "__main__":
    main()
