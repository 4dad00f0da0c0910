.PHONY: help setup demo build docs bench lint lint-rules lint-format lint-types lint-imports quick test proof validate clean
.DEFAULT_GOAL := help

# Dozens of Pythons are started: none of them is to compile everything again.
export PYTHONDONTWRITEBYTECODE =

PYTEST = .venv/bin/python -m pytest -n auto --dist worksteal

help:  ## Say what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */\1\t/' | expand -t 12

setup:  ## Install what is missing: system packages, .venv, the locked dependencies.
	@scripts/setup

demo: setup  ## Build, release, grade a sample class with nbgrader, make its feedback.
	@.venv/bin/autograder demo

build: setup  ## Make exercises/, source/ and release/ from solutions/.
	@.venv/bin/autograder build

lint: setup  ## Ruff, the type checker, and the import contract: side by side, all that they find.
	@$(MAKE) --no-print-directory --keep-going --output-sync=target --jobs=4 \
		lint-rules lint-format lint-types lint-imports

lint-rules:
	.venv/bin/ruff check .

lint-format:
	.venv/bin/ruff format --check .

lint-types:
	.venv/bin/mypy

lint-imports:
	.venv/bin/lint-imports

quick: lint  ## Lint, and the tests that need no sandbox, no nbgrader and no browser.
	$(PYTEST) -q -m "not sandbox and not nbgrader and not browser"

test: lint  ## Lint and all tests, a sample of what there is much of; with coverage.
	.venv/bin/coverage erase
	$(PYTEST) --cov --cov-report=term --cov-fail-under=95 --durations=25

proof: lint  ## All tests with every case, every mutant, and the oracles asked again; takes an hour.
	scripts/oracles
	scripts/browser
	scripts/versions
	$(PYTEST) --proof -o faulthandler_timeout=1800
	.venv/bin/autograder validate --mutants
	.venv/bin/autograder validate --diagnosis --composed 2000 --random 10000
	.venv/bin/autograder validate --mutants --diagnosis --course courses/linear_algebra

docs: setup  ## Build the documents as a site into build/site/, strictly.
	@scripts/docs

bench: setup  ## Measure what is promised of speed, both sides in turns, and write docs/performance.md.
	.venv/bin/python -m benchmarks.bench --write

validate: setup  ## Prove that the exercises are graded rightly: versions, then mutants.
	.venv/bin/autograder validate --mutants

clean:  ## Remove what demonstrating and testing leave behind.
	rm -rf demo .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build
