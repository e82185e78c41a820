"""The house rules that no linter knows."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import strings
import tasks
from tests.visible_strings import untranslated

ROOT = Path(__file__).parent.parent
LONGEST = 400
PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def _sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lock(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def test_no_file_is_too_long():
    lengths = {
        _named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _sources("db", "diary", "packaging", "tests")
    }
    too_long = {name: length for name, length in lengths.items() if length > LONGEST}
    assert not too_long, "split these by idea"


@pytest.mark.parametrize("path", _sources("db", "diary", "packaging"), ids=_named)
def test_each_file_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or text.startswith('"""'), "begin with a docstring"


@pytest.mark.parametrize("path", _sources("diary/ui"), ids=_named)
def test_the_window_shows_no_words_that_cannot_be_translated(path):
    assert untranslated(path.read_text(encoding="utf-8")) == [], "wrap these in _( )"


@pytest.mark.parametrize(
    "source",
    [
        'QLabel("Hello")',
        'label(f"Day {number}")',
        'box.setText("None" if empty else _("Some"))',
        'made.setToolTip(_("Save") + " now")',
        'button(_("Go"), name="Go now")',
    ],
)
def test_the_check_of_words_finds_what_it_looks_for(source):
    assert untranslated(source)


@pytest.mark.parametrize("source", ['label(_("Hello"), "small")', 'label(f"{hour}:{minute}")'])
def test_the_check_of_words_lets_translated_words_be(source):
    assert not untranslated(source)


@pytest.fixture(scope="module")
def visible():
    return [
        text
        for message in strings.collect()
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    ]


def test_visible_words_use_the_typographic_apostrophe(visible):
    assert not [text for text in visible if re.search(r"\w'\w", text)]


def test_visible_words_give_no_verdict(visible):
    verdict = re.compile(
        r"\b(abnormal|at risk|should take|worsening|deteriorat|alarming)", re.IGNORECASE
    )
    assert not [text for text in visible if verdict.search(text)]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_file_names_no_address_and_no_machine(name):
    assert not re.search(r"://|\bindex\b|find-links|/home/|/tmp|[A-Z]:\\", _lock(name))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_each_part_in_a_lock_file_has_a_version_and_hashes(name):
    parts = re.split(r"\n(?=\S)", _lock(name).strip())
    assert not [part for part in parts if not PINNED.match(part) or "--hash=sha256:" not in part]


def test_tests_run_on_the_parts_that_the_program_runs_on():
    run = dict(PINNED.findall(_lock("requirements.lock")))
    tested = dict(PINNED.findall(_lock("requirements-test.lock")))
    assert run.items() <= tested.items()


def test_the_lock_files_hold_every_part_that_the_project_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["build"], *extras["test"]]
    locked = {name.replace("_", "-") for name, _ in PINNED.findall(_lock("requirements-test.lock"))}
    names = {re.split(r"[<>=!~ ]", part)[0].lower().replace("_", "-") for part in wanted}
    assert names <= locked, "run tasks.py lock"


def test_the_layers_are_held_by_contracts():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    kinds = {contract["type"] for contract in contracts}
    layers = next(contract for contract in contracts if contract["type"] == "layers")
    assert kinds == {"acyclic_siblings", "forbidden", "independence", "layers"}
    assert layers["exhaustive"], "each module of diary has its layer"


def test_opening_the_window_does_not_load_matplotlib():
    code = "import sys, diary.startup; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("path", _documents(), ids=_named)
def test_links_between_documents_lead_somewhere(path):
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if ":" not in link]
    assert not [link for link in links if not (path.parent / link).exists()]


def test_each_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def test_the_readme_names_only_commands_that_exist():

    text = "".join(path.read_text(encoding="utf-8") for path in _documents())
    named = set(re.findall(r"tasks\.py ([a-z]+)", text))
    assert {"run", "test"} <= named <= set(tasks.COMMANDS)
