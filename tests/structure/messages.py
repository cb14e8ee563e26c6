"""The messages in the sources, and their rows in translator/diagnostics.def."""

import glob
import os
import re

# Where the text of a message is among the arguments.
CALLS = {"error_at": 2, "unsupported_at": 2, "warning_at": 2, "remark_at": 2, "findings_add": 3, "deprecated_at": 3, "MESSAGE": 4}
KINDS = {"error_at": ("ERROR",), "MESSAGE": ("ERROR",), "findings_add": ("ERROR",), "unsupported_at": ("UNSUPPORTED",), "remark_at": ("REMARK",)}
WARNINGS = ("WARNING", "WALL", "OFF")
LITERAL = re.compile(r'"((?:\\.|[^"\\])*)"')


def arguments(text, at):
    """The arguments of the call whose '(' ends at `at`."""
    found, start, depth = [], at, 1
    while depth:
        c = text[at]
        if c in "\"'":
            at += 1
            while text[at] != c:
                at += 2 if text[at] == "\\" else 1
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and depth == 1:
            found.append(text[start:at])
            start = at + 1
        at += 1
    return found + [text[start:at - 1]]


def literals(argument):
    """Its strings: those of adjacent literals together, those of a conditional expression apart."""
    found, last = [], None
    for match in LITERAL.finditer(argument):
        between = argument[last:match.start()].strip() if last is not None else "?"
        if between:
            found.append("")
        found[-1] += match[1]
        last = match.end()
    return [text for text in found if " " in text]


def messages(root):
    """(kinds of the rows that it may have, file, text) of each message."""
    paths = [p for folder in ("translator", "targets") for p in glob.glob(os.path.join(root, folder, "**", "*.c"), recursive=True)]
    for path in sorted(paths) + [os.path.join(root, "translator", "lint_messages.def")]:
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
        if not path.endswith(".def"):
            text = re.sub(r"^(?:bool|void|static)\b[^;{]*$", "", text, flags=re.M)
        for match in re.finditer(r"\b(%s)\s*\(" % "|".join(CALLS), text):
            given = arguments(text, match.end())
            kinds = KINDS.get(match[1], WARNINGS)
            if "WARNING" in given[0] or (len(given) > 1 and "WARNING" in given[1]):
                kinds = WARNINGS
            if len(given) > CALLS[match[1]] and given[0].strip() != "NOTHING":
                for literal in literals(given[CALLS[match[1]]]):
                    yield kinds, os.path.relpath(path, root), literal


def rows(root):
    """(id, kind, pattern as written) of each SAYS."""
    found, number, kind = [], None, None
    with open(os.path.join(root, "translator", "diagnostics.def"), encoding="utf-8") as file:
        for line in file:
            row, says = re.match(r"DIAGNOSTIC\((\d+), (\w+),", line), re.match(r'SAYS\("(.*)"\)$', line)
            if row:
                number, kind = row[1], row[2]
            elif says and number:
                found.append((number, kind, says[1]))
    return found


def check(root):
    """Every message has a row (what is not supported has a common one), and every row a message."""
    table = [(number, kind, says, re.compile(".*".join(map(re.escape, says.split("%s"))) + r"\Z", re.S)) for number, kind, says in rows(root)]
    problems, used = [], {says for _, _, says, _ in table if says.startswith("this OpenMP directive")}  # said by the driver
    for kinds, path, text in messages(root):
        plain = re.sub(r"%(?:\.\*s|[lz]*[a-z0-9])", "x", text)
        row = next((says for _, kind, says, pattern in table if kind in kinds and pattern.match(plain)), None)
        if row is None and kinds != ("UNSUPPORTED",) and plain != "in a file included here: x:x:x: x":
            problems.append(f'{path}: "{text}" has no SAYS in translator/diagnostics.def: add one below the id that it belongs to')
        used.add(row)
    problems += [f'diagnostics.def: PP{number} says "{says}", and nothing else does' for number, _, says, _ in table if says not in used]
    return problems
