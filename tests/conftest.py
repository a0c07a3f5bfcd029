"""What several rooms' tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test may depend on how fast or how busy the machine is, nor on a run before it.
settings.register_profile("diemtin", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("diemtin")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def yardsticks() -> Path:
    """The folder with the shared benchmarks and attacks; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("DIEMTIN_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared yardsticks are not here (name their folder with DIEMTIN_SHARED)")
    return folder
