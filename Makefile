.PHONY: help setup demo build test validate lint clean
.DEFAULT_GOAL := help

help:  ## Say what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */\1\t/' | expand -t 12

setup:  ## Install what is missing: system packages, .venv, the locked dependencies.
	@scripts/setup

demo: setup  ## Build, release, grade a sample class with nbgrader, make its feedback.
	@.venv/bin/autograder demo

build: setup  ## Make exercises/, source/ and release/ from solutions/.
	@.venv/bin/autograder build

lint: setup  ## Ruff, the type checker, and the import contract.
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint  ## Everything that CI checks, with coverage.
	.venv/bin/coverage erase
	.venv/bin/python -m pytest -n auto --cov --cov-report=term

validate: setup  ## Prove that the exercises are graded rightly: versions, then mutants.
	.venv/bin/autograder validate --mutants

clean:  ## Remove what demonstrating and testing leave behind.
	rm -rf demo .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build
