"""What a reader sees in Spanish: every string of ours has Spanish, plain, and nothing is left out.

What only staff see stays English. Where Spanish pages stand is test_spanish.py's.
"""

import ast
import gettext
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "hrapp/locale/es/LC_MESSAGES"
# Staff's screens, and names of fields and kinds: a reader meets those of models/door.py
# and models/report_kind.py alone.
STAFFS = re.compile(
    r"/admin/|/migrations/|/tests/|hrapp/(admin|drafts_|phrases_admin|models|publishing|dues|comparing)"
    r"|/models/(?!door|report_kind)|typed_times|day_row|plain_forms|403_csrf"
)
TAG = re.compile(r"""(?:\{% translate |\b_\()(?:"([^"]+)"|'([^']+)')""")
BLOCK = re.compile(
    r"\{% blocktranslate (?P<how>[^%]*)%\}(?P<words>.*?)\{% endblocktranslate %\}", re.S
)
GETTEXT = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}


def catalog():
    with (LOCALE / "django.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)._catalog


def in_templates():
    for path in sorted((ROOT / "templates").rglob("*.html")):
        if STAFFS.search(path.as_posix().removeprefix(ROOT.as_posix())):
            continue
        text = path.read_text(encoding="utf-8")
        for found in TAG.finditer(text):
            yield path.name, found[1] or found[2]
        for found in BLOCK.finditer(text):
            yield path.name, re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", found["words"]).strip()


def in_python():
    for app in ("hrapp", "resources", "principles"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if STAFFS.search(path.as_posix().removeprefix(ROOT.as_posix())):
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                asks = isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT
                if asks and node.args and isinstance(node.args[0], ast.Constant):
                    yield path.name, node.args[0].value


@pytest.mark.parametrize("strings", [in_templates, in_python])
def test_every_string_a_reader_may_see_has_spanish(strings):
    known = {key[0] if isinstance(key, tuple) else key for key in catalog()}
    found = list(strings())
    assert len(found) > 100
    assert [one for one in found if one[1] not in known] == []


def entries():
    """(English, its Spanish forms) of the file that people edit."""
    text = (LOCALE / "django.po").read_text(encoding="utf-8")
    for entry in text.split("\n\n")[1:]:
        said = {}
        for name, lines in re.findall(r'^(msg\S+) ((?:".*"\n?)+)', entry, re.M):
            said[name] = "".join(ast.literal_eval(line) for line in lines.split("\n") if line)
        if "#, fuzzy" not in entry and said:
            yield said["msgid"], [words for name, words in said.items() if "msgstr" in name]


def test_what_is_compiled_is_what_is_written():
    compiled = {key if isinstance(key, str) else key[0]: said for key, said in catalog().items()}
    written = {english: forms[-1] for english, forms in entries() if forms[0]}
    assert {key: said for key, said in compiled.items() if key} == written


def test_spanish_keeps_the_blanks_of_the_english():
    blank = re.compile(r"%(?:\(\w+\))?[sd]")
    for english, forms in entries():
        for said in forms:
            assert not said or sorted(blank.findall(said)) == sorted(blank.findall(english)), said
