"""Write the expected files of all golden cases anew: ``python -m tests.clean.refresh``. Then read the difference."""

from tests.clean.golden import cases, produced


def main() -> None:
    """Write what changed, and name it."""
    for case in cases():
        for path, text in produced(case):
            if not path.is_file() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")
                print(path)


if __name__ == "__main__":
    main()
