"""Where the theme lies: in a checkout beside the plugins, in an installed wheel inside the package."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent

#: The theme's folder. A site whose settings name no theme wears this one.
THEME: Final = _PACKAGE / "theme" if (_PACKAGE / "theme").is_dir() else _PACKAGE.parents[1] / "theme"
