# Few words: run, test, lint, check, bench. Each works from a clean clone and makes .venv itself.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test lint check bench

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# Python compiles what it imports, when it does: of all that is installed that is a small part.
INSTALL := $(PY) -m pip install --disable-pip-version-check --quiet --no-compile
HASH := $(shell cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-16)
RUNS := $(VENV)/.runs-$(shell sha256sum < requirements.txt | cut -c1-16)
TESTS := $(VENV)/.tests-$(HASH)
say = @printf '\n\033[1m» %s\033[0m\n' '$(1)'

help:
	@echo 'make run    the demo on http://127.0.0.1:8000 (PORT=8001 for another port)'
	@echo 'make test   every test that this machine can run (FAST=1: the quick ones; ARGS="-k heat" goes to pytest)'
	@echo 'make lint   ruff, mypy and the JavaScript modules'
	@echo 'make check  system checks, migrations, translations, the shipped scenarios'
	@echo 'make bench  the figures of docs/figures.md (QUICK=1: at most three minutes)'

$(VENV)/bin/pip:
	$(call say,Making $(VENV) with $(PYTHON))
	@$(PYTHON) deploy/look_for_python.py
	@$(PYTHON) -m venv $(VENV)

$(RUNS): | $(VENV)/bin/pip
	$(call say,Installing what runs (requirements.txt))
	@$(INSTALL) -r requirements.txt
	@rm -f $(VENV)/.runs-* && touch $@

$(TESTS): $(RUNS)
	$(call say,Installing what tests (requirements-dev.txt))
	@$(INSTALL) -r requirements-dev.txt
	@rm -f $(VENV)/.tests-* && touch $@

run: $(RUNS)
	@DEMO=1 PYTHONUNBUFFERED=1 $(PY) manage.py demo

test: $(TESTS)
	@$(PY) -m tests.run_all $(ARGS)

lint: $(TESTS)
	$(call say,ruff)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	$(call say,mypy)
	@$(PY) -m mypy
	$(call say,JavaScript)
	@$(PY) -m tests.lint_js

check: $(TESTS)
	$(call say,System checks and migrations)
	@DJANGO_SETTINGS_MODULE=config.settings_for_tests $(PY) manage.py check --fail-level WARNING
	@DJANGO_SETTINGS_MODULE=config.settings_for_tests $(PY) manage.py makemigrations --check --dry-run
	$(call say,Translations)
	@$(PY) -m tests.check_messages
	$(call say,Shipped scenarios)
	@DJANGO_SETTINGS_MODULE=config.settings_for_tests $(PY) manage.py lint_scenario $$(find scenarios/library -maxdepth 1 -name '*.yaml')

bench: $(TESTS)
	$(call say,Figures: this takes its time)
	@$(PY) -m tests.bench
