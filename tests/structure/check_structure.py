#!/usr/bin/env python3
"""Keeps the parts of the project in agreement: who includes whom, the size of files and functions, the table of
directives and clauses with the cases, the docs with the program.

    check_structure.py --ppcc build/bin/ppcc
"""

import argparse
import collections
import glob
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run"))
import messages  # noqa: E402
import tools  # noqa: E402

FILE_LINES, FUNCTION_LINES = 600, 80  # reported above these, a failure above one and a half times as much

# Files of the translator (by the first part of their name) that look at the syntax tree.  Everybody else works on what
# they found: names, types as text, offsets.
SEES_TREE = ("source", "scan", "kernel", "clang_arguments", "pragma", "region", "loop", "capture", "survey", "ctype", "headers", "macros", "normalise",
             "lint", "clause_values", "accesses", "allocation", "flow")


def sources(*folders):
    """Paths of the C files and headers below folders, relative to the root."""
    found = []
    for folder in folders:
        for pattern in ("**/*.c", "**/*.h"):
            found += glob.glob(os.path.join(tools.ROOT, folder, pattern), recursive=True)
    return sorted(os.path.relpath(path, tools.ROOT) for path in found)


def read(path):
    with open(os.path.join(tools.ROOT, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def included(path):
    """(as written, path of the file in the project or None) of each include directive; <> finds only runtime/include."""
    folder = os.path.dirname(path)
    for mark, name in re.findall(r'^\s*#\s*include\s*(["<])([^">]+)[">]', read(path), re.M):
        places = ([folder, "translator", ".", "runtime"] if mark == '"' else []) + ["runtime/include"]
        found = [os.path.normpath(os.path.join(place, name)) for place in places]
        yield name, next((place for place in found if os.path.exists(os.path.join(tools.ROOT, place))), None)


def part(path):
    """translator, runtime, or targets/<name>."""
    words = path.split(os.sep)
    return "/".join(words[:2]) if words[0] == "targets" and len(words) > 2 else words[0]


def check_includes():
    problems = []
    for path in sources("translator", "targets", "runtime"):
        here = part(path)
        for name, target in included(path):
            there = part(target) if target else None
            if here == "runtime" and there and there != "runtime":
                problems.append(f"{path} includes {name}: the runtime knows nothing of the translator")
            if here == "translator" and there and there != "translator":
                problems.append(f"{path} includes {name}: the translator knows targets through target.h alone")
            if here.startswith("targets/") and there and there not in ("translator", here, "targets"):
                problems.append(f"{path} includes {name}: a target includes neither another target nor the runtime")
    return problems


def check_tree():
    problems = []
    for path in sources("translator", "targets"):
        stem = os.path.basename(path)
        if part(path) == "translator" and stem.startswith(SEES_TREE):
            continue
        text = re.sub(r"/\*.*?\*/|//[^\n]*|\"(\\.|[^\"\\\n])*\"", "", read(path), flags=re.S)
        match = re.search(r"clang-c/Index\.h|\bclang_[A-Za-z]+\s*\(|\bCX(Cursor|TranslationUnit|Type|Token)\b", text)
        if match:
            problems.append(f"{path} uses {match[0].strip('( ')}; only {', '.join(SEES_TREE)} look at the syntax tree")
    return problems


def functions(path):
    """(name, lines) of each function definition, found by the layout: braces in the first column."""
    lines = read(path).split("\n")
    for start, line in enumerate(lines):
        if line != "{":
            continue
        head = start - 1
        while head > 0 and lines[head - 1] and not lines[head - 1].endswith((";", "}", "*/")) and not lines[head].startswith("#"):
            head -= 1
        end = next((number for number in range(start, len(lines)) if lines[number] == "}"), len(lines))
        match = re.search(r"(\w+)\(", lines[head])
        yield (match[1] if match else f"line {head + 1}"), end - head + 1


def check_sizes():
    problems = []

    def judge(what, size, limit):
        if size > limit:
            print(f"     large: {what}, {size} lines")
        if size > limit * 3 // 2:
            problems.append(f"{what} has {size} lines; {limit} is the aim")

    for path in sources("translator", "targets", "runtime"):
        judge(path, read(path).count("\n"), FILE_LINES)
        if path.endswith(".c"):
            for name, size in functions(path):
                judge(f"{path}: {name}", size, FUNCTION_LINES)
    return problems


class Table:
    """The rows of translator/openmp.def."""

    def __init__(self):
        text = re.sub(r"/\*.*?\*/", "", read("translator/openmp.def"), flags=re.S)
        self.clauses = re.findall(r'^CLAUSE\(\w+,\s*"([^"]+)"', text, re.M)
        rows = re.findall(r'^DIRECTIVE\(\w+,\s*"([^"]+)",\s*\w+,\s*\w+,\s*(0|NULL|")', text, re.M)
        self.directives = [name for name, accepted in rows if accepted == '"']
        self.refused = [name for name, accepted in rows if accepted != '"']
        self.compounds = re.findall(r'^COMPOUND\("([^"]+)"', text, re.M)


class Uses:
    """Directives and clauses that the pragmas of the files in a folder use."""

    def __init__(self, folder, table):
        self.directives, self.clauses = collections.Counter(), collections.Counter()
        names = sorted(table.directives + table.refused + table.compounds, key=len, reverse=True)
        self.name = re.compile(r"(" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + r")\b")
        for path in sources(folder):
            text = re.sub(r"\\\r?\n", " ", read(path))
            for pragma in re.findall(r"^\s*(?:#|%:)\s*pragma\s+omp\s+(.*)$", text, re.M):
                self._pragma(pragma)
            for pragma in re.findall(r'_Pragma\s*\(\s*"omp\s+([^"]*)"', text):
                self._pragma(pragma)

    def _pragma(self, text):
        text = re.sub(r"//.*|/\*.*?\*/", " ", text)
        match = self.name.match(text)
        if not match:
            return
        name = " ".join(match[1].split())
        if name == "ordered" and re.search(r"\b(depend|doacross)\b", text):
            name = "ordered, stand-alone"
        self.directives[name] += 1
        rest, depth = text[match.end():], 0
        for word in re.findall(r"\w+|[()]", rest):
            depth += (word == "(") - (word == ")")
            if depth == 0 and word not in "()":
                self.clauses[word] += 1


def check_cases():
    table = Table()
    cases, errors = Uses("tests/cases", table), Uses("tests/errors", table)
    problems = [f"no case uses the directive '{name}'" for name in table.directives + table.compounds if not cases.directives[name]]
    problems += [f"no file in tests/errors has the directive '{name}', which is refused" for name in table.refused
                 if not errors.directives[name]]
    problems += [f"no case uses the clause '{name}', and no file in tests/errors either" for name in table.clauses
                 if not cases.clauses[name] and not errors.clauses[name]]
    return problems if table.directives and table.clauses else ["translator/openmp.def has no rows"]


def check_support(ppcc):
    printed = tools.run([ppcc, "--pp-support"], env=tools.clean_environment())
    if printed.status != 0:
        return [f"ppcc --pp-support failed: {printed.err}"]
    if not os.path.exists(os.path.join(tools.ROOT, "docs", "support.md")):
        return ["docs/support.md is missing: ppcc --pp-support > docs/support.md"]
    if read("docs/support.md") != printed.out:
        return ["docs/support.md is not what ppcc --pp-support prints: ppcc --pp-support > docs/support.md"]
    return []


def check_options():
    """Every option of ppcc is explained somewhere in the docs."""
    docs = "".join(read(os.path.relpath(path, tools.ROOT)) for path in documents() + glob.glob(os.path.join(tools.ROOT, "docs", "**", "*.1"), recursive=True))
    docs = docs.replace("\\-", "-")
    return [f"{option} is explained in no document" for option in re.findall(r'^OWN\(\w+,\s*"([^"]+)"', read("translator/options.def"), re.M)
            if option not in docs]


def documents():
    found = [os.path.join(tools.ROOT, "README.md")]
    for folder in ("docs", "examples"):
        found += sorted(glob.glob(os.path.join(tools.ROOT, folder, "**", "*.md"), recursive=True))
    return [path for path in found if os.path.exists(path)]


def anchors(path):
    with open(path, encoding="utf-8") as file:
        headings = re.findall(r"^#+\s+(.*?)\s*$", re.sub(r"^```.*?^```", "", file.read(), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def check_links():
    problems = []
    for path in documents():
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"^```.*?^```", "", file.read(), flags=re.M | re.S)
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            place = os.path.normpath(os.path.join(os.path.dirname(path), target)) if target else path
            name = os.path.relpath(path, tools.ROOT)
            if not os.path.exists(place):
                problems.append(f"{name}: {link} leads nowhere")
            elif anchor and anchor not in anchors(place):
                problems.append(f"{name}: {link}: there is no such heading")
    return problems


def check_words():
    """Marks of unfinished work and paths of one machine have no place in the project."""
    problems = []
    for path in sources("translator", "targets", "runtime", "examples", "tests") + [os.path.relpath(p, tools.ROOT) for p in documents()]:
        for number, line in enumerate(read(path).split("\n"), 1):
            match = re.search(r"\b(TODO|FIXME|XXX)\b|/(work|tmp/house|home|root)/\w", line)
            if match:
                problems.append(f"{path}:{number}: {match[0]}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Checks the structure of the project.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    options = parser.parse_args()
    checks = [
        ("includes go one way", check_includes),
        ("the syntax tree stays in the front end", check_tree),
        ("files and functions are short", check_sizes),
        ("every row of openmp.def has a case", check_cases),
        ("docs/support.md is up to date", lambda: check_support(os.path.abspath(options.ppcc))),
        ("every option is explained", check_options),
        ("every message has an id", lambda: messages.check(tools.ROOT)),
        ("links in documents resolve", check_links),
        ("nothing unfinished, no path of one machine", check_words),
    ]
    report = tools.Report("structure", len(checks))
    for name, check in checks:
        report.add("structure", name, check())
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
