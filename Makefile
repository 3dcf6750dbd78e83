# make demo     sets everything up and reads the bundled articles
# make test     sets up what the tests need and runs all of them
# make help     lists the rest

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo install test score bench fuzz format lock clean

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUTF8 = 1

VENV := .venv
BIN := $(VENV)/bin
# The first interpreter that is new enough; name another with make PYTHON=...
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)
# Articles with answer keys, where somebody has laid them beside this folder.
SHARED ?= ../shared
ARTICLES := examples/vienna.ar.txt $(filter-out examples/vienna.ar.txt,$(sort $(wildcard examples/*.ar.txt)))
FUZZ ?= 10000
INSTALL = $(BIN)/python -m pip install --quiet --require-hashes

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: install ## read the bundled articles, then a story of four languages into a ledger; pages in build/demo
	@$(BIN)/python scripts/run_demo.py $(ARTICLES)

install: $(VENV)/installed ## set up .venv with the command dragoman

test: $(VENV)/test-installed ## style, types, tables and all tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python scripts/build_registry.py --check
	$(BIN)/pytest

score: $(VENV)/installed ## compare the reading with answer keys in ../shared/cases; fails below tests/floors.yaml
	$(BIN)/python scripts/check_floors.py --shared $(SHARED)

bench: $(VENV)/bench-installed ## speed, memory and growth
	$(BIN)/python benchmarks/reading_speed.py --shared $(SHARED)
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/ledger_growth.py

fuzz: $(VENV)/test-installed ## 10,000 random and mutated texts (FUZZ=N for another number)
	DRAGOMAN_FUZZ=$(FUZZ) $(BIN)/pytest tests/test_fuzz.py

format: $(VENV)/test-installed ## lay out code and sort word tables
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(BIN)/python scripts/sort_tables.py

lock: $(VENV)/installed ## renew constraints/*.txt
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python scripts/lock_requirements.py

clean: ## remove all that was made here
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11 or newer is needed; none was found. Try: make PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }

# --no-build-isolation: the build backend is the pinned one, not whatever is newest today.
$(VENV)/installed: pyproject.toml constraints/run.txt constraints/build.txt | $(VENV)/bin/python
	@echo "Setting up $(VENV) …"
	$(INSTALL) -r constraints/run.txt -r constraints/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test-installed: $(VENV)/installed constraints/test.txt
	$(INSTALL) -r constraints/test.txt
	@touch $@

$(VENV)/bench-installed: $(VENV)/installed constraints/bench.txt
	$(INSTALL) -r constraints/bench.txt
	@touch $@
