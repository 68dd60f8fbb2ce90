"""The house rules, kept by a test: which way imports run, how long things are, what is named.

The reasons are in README, "House rules". What the code does is tested elsewhere.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("hrapp", "resources", "principles", "tests")
# The roof of hrapp; all else in it is the bottom, which anybody may import.
TOP = {f"hrapp.{name}" for name in ("settings", "urls", "views", "wsgi", "management")}
# Who may import whom, besides hrapp's bottom.
MAY_IMPORT = {
    "principles": {"principles", "resources"},
    "resources": {"resources"},
    "hrapp": set(),
}


def python_files(*folders):
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if not written_by_a_tool(path)]


def written_by_a_tool(path):
    return path.parent.name == "migrations"


def short(path):
    return path.relative_to(ROOT).as_posix()


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=short(path))


def imported_names(path):
    """Dotted names a file imports, relative ones made whole, inside functions too."""
    package = list(path.relative_to(ROOT).parent.parts)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def is_top(name):
    return any(name == top or name.startswith(f"{top}.") for top in TOP)


def functions(path):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def lines_of(node):
    return node.end_lineno - node.lineno + 1


def too_long(found, limit):
    return [f"{name}: {count} lines, at most {limit}" for name, count in found if count > limit]


def keeps(broken):
    """No rule is broken; else each place on its own line."""
    assert not broken, "\n" + "\n".join(broken)


def module_of(path):
    return short(path).removesuffix(".py").replace("/", ".")


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_imports_run_one_way(app):
    """principles, then resources, then hrapp's bottom. The roof names apps as strings only."""
    wrong = []
    for path in python_files(app):
        for name in imported_names(path):
            owner = name.split(".")[0]
            if owner not in OURS or owner in MAY_IMPORT[app]:
                continue
            from_roof = is_top(module_of(path)) and owner == "hrapp"
            if owner != "hrapp" or (is_top(name) and not from_roof):
                wrong.append(f"{short(path)} imports {name}")
    keeps(wrong)


def test_files_are_short():
    scripts = sorted((ROOT / "static").rglob("*.js"))
    files = python_files(*OURS) + scripts
    found = [(short(path), len(path.read_text(encoding="utf-8").splitlines())) for path in files]
    keeps(too_long(found, 300))


def test_functions_are_short():
    found = [
        (f"{short(path)}:{node.lineno} {node.name}", lines_of(node))
        for path in python_files(*OURS)
        for node in functions(path)
    ]
    keeps(too_long(found, 30))


def test_views_are_shorter():
    found = [
        (f"{short(path)}:{node.lineno} {node.name}", lines_of(node))
        for path in python_files("hrapp", "resources", "principles")
        if path.name == "views.py" or path.parent.name == "views"
        for node in functions(path)
        if node.args.args and node.args.args[0].arg == "request"
    ]
    keeps(too_long(found, 25))


def test_templates_are_short():
    pages = sorted((ROOT / "templates").rglob("*.html"))
    found = [(short(path), len(path.read_text(encoding="utf-8").splitlines())) for path in pages]
    keeps(too_long(found, 80))


def test_every_module_says_what_lives_in_it():
    silent = [
        short(path)
        for path in python_files(*OURS)
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    keeps(silent)


def test_every_part_says_what_it_needs():
    parts = sorted((ROOT / "templates").rglob("includes/*.html"))
    silent = [short(path) for path in parts if not path.read_text().startswith("{#")]
    keeps(silent)


def test_only_one_module_knows_htmx():
    """Whole page or part is decided in one place, or the two come apart."""
    asks = re.compile(r"request\.htmx|HX-|hx[-_]request|HtmxResponse", re.IGNORECASE)
    knows = [
        short(path)
        for path in python_files("hrapp", "resources", "principles")
        if asks.search(path.read_text(encoding="utf-8")) and short(path) != "hrapp/pages.py"
    ]
    keeps(knows)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_and_name_no_host(name):
    text = (ROOT / name).read_text()
    assert not re.search(r"https?:|index-url|find-links|git\+|file:", text)
    pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert pins and all("==" in line for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)


def test_the_tests_run_on_what_the_site_runs_on():
    pins = [re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.M) for name in LOCKED]
    assert set(pins[0]) <= set(pins[1])


LOCKED = ["requirements.txt", "requirements-dev.txt"]


def test_lock_files_that_name_a_host_stay_out():
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert {"uv.lock", "pylock.toml", "var/", ".venv/"} <= set(ignored)


@pytest.mark.parametrize("source", ["requirements.in", "requirements-dev.in"])
def test_every_dependency_carries_its_reason(source):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    reasons = (ROOT / "pyproject.toml").read_text().splitlines()
    known = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    asked = [line for line in (ROOT / source).read_text().splitlines() if line[:1].isalpha()]
    assert asked and set(asked) <= set(known)
    first_of_group = reasons[reasons.index(f'    "{asked[0]}",') - 1]
    assert first_of_group.strip().startswith("#")


def test_no_page_is_allowed_an_unsafe_script():
    unsafe = [
        name
        for name in ("hrapp/settings.py", "hrapp/middleware.py")
        if "unsafe-" in (ROOT / name).read_text(encoding="utf-8")
    ]
    keeps(unsafe)
