#!/usr/bin/env python3
"""Compiles tests/errors: programs that ppcc must refuse, or warn of, at the right place.

    // error: TEXT              this line gets an error whose message has TEXT in it; ppcc ends with 1
    // error-next-line: TEXT    the next line
    // error(+2): TEXT          two lines further on
    // warning..., note...      the same; warnings alone leave the exit status 0
    /* error: TEXT */           inside a pragma that goes on in the next line
    // flags: ...               (at the top of the file) further compiler flags

Every error that ppcc prints must be expected, and every warning about what a program means (advice); it shows the source
line and a caret, and nothing is left behind: no object file and no temporary file.  The programs of examples/ are
compiled in the same way: those that are right expect no warning.

    run_errors.py --ppcc build/bin/ppcc [part of a name ...]
"""

import argparse
import concurrent.futures
import glob
import os
import re
import sys
import tempfile

import tools
from case import find

EXPECTED = re.compile(r"(?://|/\*)\s*(error|warning|note)(-next-line|\(([+-]\d+)\))?:\s*(.*?)\s*(?:\*/\s*)?\\?$")
ADVICE = re.compile(r"\[PP30(0[1-6]|1[23]), ")
PRINTED = re.compile(r"^(.*?):(\d+):(\d+): (?:fatal )?(error|warning|note): (.*)$", re.M)


def expectations(lines):
    found = []
    for number, line in enumerate(lines, 1):
        match = EXPECTED.search(line)
        if match:
            kind, place, offset, text = match.groups()
            found.append((number + (int(offset) if offset else 1 if place else 0), kind, text))
    return found


def flags(lines):
    found = []
    for line in lines:
        if not line.startswith("//"):
            break
        if line.startswith("// flags:"):
            found += line.partition(":")[2].split()
    return found


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def check(ppcc, path, case_flags, may_expect_nothing=False):
    """The problems of one file."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        lines = file.read().splitlines()
    expected = expectations(lines)
    if not expected and not may_expect_nothing:
        return ["the file expects nothing (// error: TEXT)"]
    with tempfile.TemporaryDirectory(prefix="ppcc-errors-") as folder:
        work, temporary = os.path.join(folder, "work"), os.path.join(folder, "tmp")
        os.mkdir(work)
        os.mkdir(temporary)
        done = tools.run([ppcc, "-fopenmp", *case_flags, *flags(lines), "-c", path, "-o", "out.o"], cwd=work,
                         env=tools.clean_environment(TMPDIR=temporary))
        left, left_temporary = os.listdir(work), os.listdir(temporary)
    return verify(path, lines, expected, done, left, left_temporary)


def verify(path, lines, expected, done, left, left_temporary):
    problems = []
    refused = any(kind == "error" for _, kind, _ in expected)
    printed = [(int(line), kind, text) for name, line, _, kind, text in PRINTED.findall(done.err)
               if os.path.basename(name) == os.path.basename(path)]
    for line, kind, text in expected:
        if not any(line == at and kind == what and text in message for at, what, message in printed):
            problems.append(f"{kind} on line {line} is missing: {text}")
        elif kind == "error" and squeezed(lines[line - 1]) not in squeezed(re.sub(r"^\s*\d+ \|", "", done.err, flags=re.M)):
            problems.append(f"the message does not show source line {line}")
    if refused and "^" not in done.err:
        problems.append("no caret")
    for at, what, message in printed:
        if (what == "error" or ADVICE.search(message)) and not any(at == line and kind == what and text in message for line, kind, text in expected):
            problems.append(f"unexpected {what} on line {at}: {message}")
    if done.status != (1 if refused else 0):
        problems.append(f"ended with {done.status}, not {1 if refused else 0}")
    if left != ([] if refused else ["out.o"]):
        problems.append(f"files left: {' '.join(left) or 'no object'}")
    if left_temporary:
        problems.append(f"temporary files left: {' '.join(left_temporary)}")
    if problems:
        problems.append("ppcc printed:\n" + (done.err.strip() or "nothing"))
    return problems


def main():
    parser = argparse.ArgumentParser(description="Compiles tests/errors.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("--root", default=os.path.join(tools.ROOT, "tests", "errors"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--case-flags", default="")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    ppcc = os.path.abspath(options.ppcc)
    paths = [path for path in find(options.root)
             if not options.names or any(name in os.path.relpath(path, options.root) for name in options.names)]
    examples = [path for path in sorted(glob.glob(os.path.join(tools.ROOT, "examples", "*", "*.c"))) if not path.endswith("_wrong.c")  # run_examples.py
                and options.root == parser.get_default("root") and (not options.names or any(name in path for name in options.names))]
    report = tools.Report("errors", len(paths) + len(examples))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        waiting = {pool.submit(check, ppcc, path, options.case_flags.split()): path for path in paths}
        waiting.update({pool.submit(check, ppcc, path, options.case_flags.split(), True): path for path in examples})
        for future in concurrent.futures.as_completed(waiting):
            name = os.path.relpath(waiting[future], options.root)
            report.add(os.path.dirname(name) or ".", name, future.result())
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
