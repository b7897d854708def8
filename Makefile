# Two commands do everything: `make demo` and `make test`. Each makes the environment it needs in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
EXAMPLES := $(sort $(wildcard src/unres/examples/*.txt))
PYTEST_ARGS ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ASK_PYTHON := $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'

.DEFAULT_GOAL := help
.PHONY: help setup demo test coverage lint types layers docs site clean

help:  ## show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(READY)  ## make .venv with the package and everything that its tests need

$(INSTALLED): pyproject.toml
	@$(ASK_PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(READY): pyproject.toml
	@$(ASK_PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --editable '.[all]' --group dev
	@touch $(INSTALLED) $@

demo: $(INSTALLED)  ## parse the example documents and show what was found in them
	@for example in $(EXAMPLES); do \
		printf '\n\033[1m$$ unres parse %s\033[0m\n' "$$example"; \
		PYTHONUTF8=1 $(BIN)/unres parse "$$example" || exit 1; \
	done
	@printf '\n\033[1m$$ unres refs $(firstword $(EXAMPLES))\033[0m\n'
	@PYTHONUTF8=1 $(BIN)/unres refs $(firstword $(EXAMPLES))

test: $(READY)  ## run the tests (PYTEST_ARGS="-k words" for a part of them)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

coverage: $(READY)  ## run the tests and show which lines they leave out; takes about twice as long
	$(BIN)/python -m pytest --cov --cov-report= -m "not speed" $(PYTEST_ARGS)
	$(BIN)/coverage report --skip-covered --sort=cover

lint: $(READY)  ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## check types
	$(BIN)/mypy

layers: $(READY)  ## check which module imports which
	$(BIN)/lint-imports

docs: $(READY)  ## write again those pages of docs/ that are made from the code
	$(BIN)/python docs/generate.py

site: $(READY)  ## run the tutorial, and build the documentation as a site in build/site
	$(BIN)/python -m sphinx -E -W --keep-going -q docs build/site

clean:  ## take away what was made
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
