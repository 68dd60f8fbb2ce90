# Two commands on a fresh machine: `make run` and `make test`. `make` alone lists the rest.
# Everything that changes while the site runs lives in var/; the tools live in .venv/.

SHELL := /bin/sh
HOST ?= 127.0.0.1
PORT ?= 8000
SITE_URL ?= http://127.0.0.1:$(PORT)
WORKERS ?= 1
export HOST PORT SITE_URL

# The first Python of 3.11 or later. PYTHON=/path/to/python3 chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url

.PHONY: help run test lint format bench messages staff lock clean
.DEFAULT_GOAL := help

help:
	@echo "make run      the site on $(SITE_URL) (PORT, HOST, DATABASE_URL, DEBUG ...)"
	@echo "make test     every test, on SQLite, PostgreSQL and in Chromium (ARGS='-k hours' for some)"
	@echo "make staff    make a staff account"
	@echo "make lint     ruff: lint and format, changing nothing;  make format  changes"
	@echo "make bench    how quick places are found and words searched, as in the README"
	@echo "make messages gather new strings for Spanish, and compile what hrapp/locale/ has"
	@echo "make lock     pin the newest fitting versions again"
	@echo "make clean    remove .venv and caches; var/, where the database is, stays"

# A slow phone that sends a form holds a thread until the last byte: with 8 threads, 300 of them
# shut everybody else out; with 512 nobody waits. They must not hold up Ctrl-C either.
run: $(VENV)/ready-to-run
	@$(BIN)/python manage.py setup --serve "$(HOST):$(PORT)"
	@exec $(BIN)/python -m granian --interface wsgi --host "$(HOST)" --port "$(PORT)" --no-ws \
		--workers "$(WORKERS)" --blocking-threads 512 --workers-kill-timeout 5 \
		--no-access-log --log-level error hrapp.wsgi:application

test: $(VENV)/ready-to-test
	@$(BIN)/python -m tests.engines $(ARGS)

lint: $(VENV)/ready-to-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/ready-to-test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/ready-to-test
	@$(BIN)/python -m tests.bench $(ARGS)

# Compiled files are kept in the repo: only who adds strings needs gettext.
messages: $(VENV)/ready-to-run
	@command -v xgettext >/dev/null || $(PYTHON) -m tests.engines.apt gettext
	@$(BIN)/python manage.py makemessages -l es --add-location file --no-wrap --no-obsolete \
		-i .venv -i var -i tests
	@$(BIN)/python manage.py compilemessages -l es -v 0

staff: $(VENV)/ready-to-run
	@$(BIN)/python manage.py migrate -v 0
	@$(BIN)/python manage.py createsuperuser

lock: $(VENV)/ready-to-test
	@$(BIN)/python -m pip install -qq uv
	$(BIN)/$(LOCK) --upgrade requirements.in -o requirements.txt
	$(BIN)/$(LOCK) --upgrade requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is made last, so a download that was cut short is taken up again.
$(VENV)/ready-to-run: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site runs on, pinned and hash-checked. The first time takes a minute."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/ready-to-test: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	@echo "Installing what the tests need, pinned and hash-checked. The first time takes a minute."
	@$(PIP) -r requirements-dev.txt
	@touch $@

# -e is false for a link to a Python that is gone, so an upgraded machine gets a new one.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11 or later. Found here:" \
		"$$(python3 --version 2>&1). With another: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(PYTHON) -m tests.engines.apt \
		"$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
	@echo "Making a virtual environment in $(VENV) with $$($(PYTHON) --version)."
	@$(PYTHON) -m venv --clear $(VENV)
