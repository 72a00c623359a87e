# Everything a fresh machine needs: Python 3.11+ and make. `make demo` and `make test` set themselves up.
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# Pins what the build back end needs as well as what we run.
export PIP_CONSTRAINT := $(abspath constraints.txt)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: demo test check format lint types docs messages bench clean

demo: $(VENV)/.installed
	$(BIN)/phoihop validate
	$(BIN)/phoihop due --week --today 2021-06-28
	$(BIN)/phoihop render plans/quang-ngai-dan-van-2021.yaml --to docx,pdf,html,md
	$(BIN)/phoihop render quang-ngai-dan-van-2021 --as giay-moi --today 2021-06-28
	@echo "The documents are in build/: open build/quang-ngai-dan-van-2021.docx, or the .pdf."

test: $(VENV)/.developing
	$(BIN)/python -m pytest -n auto

check: lint types test

lint: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.developing
	$(BIN)/mypy

format: $(VENV)/.developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.developing
	$(BIN)/python docs/generate.py

messages: $(VENV)/.developing
	$(BIN)/python docs/messages.py

bench: $(VENV)/.developing
	$(BIN)/python bench/run.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.installed: pyproject.toml constraints.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.developing: pyproject.toml constraints.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@ $(VENV)/.installed
