"""``python -m diemtin`` is the command."""

from diemtin.cli import main

main()
