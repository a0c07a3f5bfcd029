"""Score the cleaner on the shared benchmark and show it beside the field.

    python -m tests.bench.run_cleaning                      # all of it, then the details of its Vietnamese set
    python -m tests.bench.run_cleaning --only vietnamese    # options go to the benchmark's own run.py

The benchmark lies in the folder named by DIEMTIN_SHARED (default: ../shared beside the checkout).
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("DIEMTIN_SHARED", ROOT.parent / "shared"))

# The best tools in the field on both halves of the benchmark (its README says how they were run): body F1 of
# scrapinghub, fundus and vietnamese, then fundus' title, day, instant, authors and tags.
FIELD = """\
both halves, the field       scrapinghub  fundus  vietnamese | title    day  instant  authors  tags
trafilatura 2.3 (precision)        0.964   0.948       0.927 |  0.67  0.965     0.73     0.80  0.56
trafilatura 2.3                    0.960   0.949       0.939 |  0.67  0.965     0.73     0.80  0.56
Readability.js 0.6 (jsdom)         0.952   0.915       0.951 |  0.79  0.888     0.91     0.83     -
newspaper4k 0.9                    0.949   0.898       0.786 |  0.70  0.977     0.79     0.73  0.45
to be reached                      0.975   0.970       0.980 |  0.90  0.985     0.95     0.90  0.72
"""


def main(arguments: list[str]) -> int:
    """Run the benchmark with *arguments*; return its exit status."""
    benchmark = SHARED / "bench" / "cleaning" / "run.py"
    if not benchmark.is_file():
        print(f"no benchmark at {benchmark}: name the folder that holds bench/ with DIEMTIN_SHARED", file=sys.stderr)
        return 2
    command = [sys.executable, str(benchmark), "--cleaner", "tests.bench.cleaning:clean", *arguments]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    print(f"\n{FIELD}")
    if status == 0 and not arguments:
        status = subprocess.run([sys.executable, "-m", "tests.bench.details"], cwd=ROOT, check=False).returncode
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
