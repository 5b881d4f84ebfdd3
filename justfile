# Every developer command; `just` alone lists them.

_list:
    @just --list

# Style, types, layers and all tests: what CI runs
check:
    ./test

# Serve the example assembly
serve:
    ./start

# Mend what the style checker can mend
tidy:
    .venv/bin/ruff check --fix
    .venv/bin/ruff format

# Bring the catalogues up to what is said now, and count what is not translated
words:
    .venv/bin/python -m kurultai.language.extract

# Figures: the record, the pages, those of a long draft, texts, papers and following up (ratios against a floor measured in the same run)
bench:
    .venv/bin/python benchmarks/record.py
    .venv/bin/python benchmarks/pages.py
    .venv/bin/python benchmarks/drafts.py
    .venv/bin/python benchmarks/texts.py
    .venv/bin/python benchmarks/papers.py
    .venv/bin/python benchmarks/counting.py
    .venv/bin/python benchmarks/live.py
    .venv/bin/python benchmarks/following.py

# Draw the documents' pictures anew, from a real browser on the example
pictures:
    KURULTAI_PICTURES=docs/pictures ./test tests/browser/test_the_loop_in_the_browser.py tests/browser/test_drafting_in_the_browser.py
