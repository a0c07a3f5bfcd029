# make site · make test · make serve. Each sets up .venv by itself; a second run takes seconds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve test lint clean

site: $(READY)
	$(BIN)/diemtin build --offline
	@echo "The site is in output/. See it with: make serve (http://localhost:8000)"

serve: $(READY)
	$(BIN)/diemtin serve --offline

test: $(READY) $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q plugins # as pip does for what is not editable
	@touch $@

$(VENV)/.ready-dev: pyproject.toml $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev --editable '.[local]'
	@touch $@

clean:
	rm -rf $(VENV) .cache output/*
