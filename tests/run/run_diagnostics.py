#!/usr/bin/env python3
"""Checks docs/diagnostics.md with the program: each id of translator/diagnostics.def has a section with its title; the
first program of a section gives the message, the second is compiled without it; a proposed change (fix-it), made, mends the
first program.  The SARIF log is valid against the parts of the SARIF 2.1.0 schema in tests/run/sarif.py.

    run_diagnostics.py --ppcc build/bin/ppcc [part of an id ...]
"""

import argparse
import json
import os
import re
import sys
import tempfile

import sarif
import tools

ROW = re.compile(r'^DIAGNOSTIC\((\d+), (\w+), (?:0|"([^"]+)"), "([^"]+)"\)$', re.M)
SECTION = re.compile(r"^## (PP\d+): (.*?)\n(.*?)(?=^## |\Z)", re.M | re.S)
FIXIT = re.compile(r'^fix-it:"(.*)":\{(\d+):(\d+)-(\d+):(\d+)\}:"(.*)"$', re.M)


def compile_text(ppcc, folder, name, text, flags):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return tools.run([ppcc, "-fopenmp", "-fdiagnostics-parseable-fixits", *flags, "-c", path, "-o", path + ".o"], cwd=folder)


def mended(text, messages):
    """The text with the proposed changes made, last first."""
    lines = text.split("\n")
    for _, line, start, end_line, end, new in sorted(FIXIT.findall(messages), key=lambda fix: (int(fix[1]), int(fix[2])), reverse=True):
        if line != end_line:
            return None
        old = lines[int(line) - 1].encode()
        lines[int(line) - 1] = (old[:int(start) - 1] + new.encode() + old[int(end) - 1:]).decode()
    return "\n".join(lines)


def check_section(ppcc, section, kind):
    identity, _, body = section
    programs = re.findall(r"^```c\n(.*?)^```$", body, re.M | re.S)
    flags = re.search(r"^(?:Wrong|Remarked) \(with `([^`]*)`\):$", body, re.M)
    flags = flags[1].split() if flags else []
    if not programs:
        return []
    if len(programs) != 2:
        return [f"{len(programs)} programs, not one that is wrong and one that is right"]
    problems = []
    with tempfile.TemporaryDirectory(prefix="ppcc-diagnostics-") as folder:
        wrong = compile_text(ppcc, folder, "wrong.c", programs[0], flags)
        right = compile_text(ppcc, folder, "right.c", programs[1], flags)
        if f"[{identity}" not in wrong.err:
            problems.append(f"the first program does not give it:\n{wrong.err}")
        if f"[{identity}" in right.err or right.status != 0:
            problems.append(f"the second program is not compiled without it:\n{right.err}")
        if wrong.status != (1 if kind in ("ERROR", "UNSUPPORTED") else 0):
            problems.append(f"the first program ends with {wrong.status}:\n{wrong.err}")
        if FIXIT.search(wrong.err):
            better = compile_text(ppcc, folder, "mended.c", mended(programs[0], wrong.err), flags)
            if f"[{identity}" in better.err or better.status != 0:
                problems.append(f"with the proposed change the first program still gives it:\n{better.err}")
    return problems


def check_table(rows, sections):
    problems = [f"PP{number} has no section in docs/diagnostics.md" for number in rows if f"PP{number}" not in sections]
    for identity, (_, title, _) in sections.items():
        row = rows.get(identity[2:])
        if not row:
            problems.append(f"{identity} is no row of diagnostics.def")
        elif row[3] != title:
            problems.append(f"{identity}: '{title}' is '{row[3]}' in diagnostics.def")
    return problems


def check_explain(ppcc, rows):
    problems = []
    for number, _, name, title in rows.values():
        for wanted in [f"PP{number}"] + ([name, f"-Wno-ppcc-{name}"] if name else []):
            printed = tools.run([ppcc, f"--pp-explain={wanted}"])
            if printed.status != 0 or not printed.out.startswith(f"PP{number}: ") or max(map(len, printed.out.split("\n"))) > 140:
                problems.append(f"--pp-explain={wanted} prints {printed.out[:200]}{printed.err}")
    listed = tools.run([ppcc, "--pp-explain=list"])
    problems += [f"--pp-explain=list lacks PP{row[0]}" for row in rows.values() if f"PP{row[0]} " not in listed.out or row[3] not in listed.out]
    return problems


def check_sarif(ppcc, rows, sections):
    """The wrong programs of all sections in one log."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="ppcc-sarif-") as folder:
        names = []
        for identity, (_, _, body) in sections.items():
            programs = re.findall(r"^```c\n(.*?)^```$", body, re.M | re.S)
            if programs and not re.search(r"^(?:Wrong|Remarked) \(with", body, re.M):
                names.append(os.path.join(folder, identity + " ü.c"))
                with open(names[-1], "w", encoding="utf-8") as file:
                    file.write(programs[0])
        done = tools.run([ppcc, "-fopenmp", "--pp-format=sarif", *names, "-o", os.path.join(folder, "log.sarif")], cwd=folder)
        if done.status != 1 or done.err:
            return [f"ends with {done.status}:\n{done.err}"]
        with open(os.path.join(folder, "log.sarif"), encoding="utf-8") as file:
            log = json.load(file)
        problems += sarif.problems(log)
        found = {result["ruleId"] for result in log["runs"][0]["results"]}
        expected = {os.path.basename(name).split()[0] for name in names}
        problems += [f"no result for {identity}" for identity in sorted(expected - found)]
        if not any("fixes" in result for result in log["runs"][0]["results"]):
            problems.append("no result has a fix")
        clean = os.path.join(folder, "clean.c")
        with open(clean, "w", encoding="utf-8") as file:
            file.write("int main(void)\n{\n}\n")
        done = tools.run([ppcc, "--pp-format=sarif", clean], cwd=folder)
        if done.status != 0 or json.loads(done.out)["runs"][0]["results"]:
            problems.append(f"a file without directives: {done.status} {done.out} {done.err}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Checks docs/diagnostics.md with the program.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    ppcc = os.path.abspath(options.ppcc)
    with open(os.path.join(tools.ROOT, "translator", "diagnostics.def"), encoding="utf-8") as file:
        rows = {row[0]: row for row in ROW.findall(file.read())}
    with open(os.path.join(tools.ROOT, "docs", "diagnostics.md"), encoding="utf-8") as file:
        sections = {section[0]: section for section in SECTION.findall(file.read())}
    wanted = [s for s in sections.values() if not options.names or any(name in s[0] for name in options.names)]
    report = tools.Report("diagnostics", len(wanted) + 3)
    report.add("table", "ids and sections", check_table(rows, sections))
    report.add("table", "--pp-explain", check_explain(ppcc, rows))
    report.add("table", "sarif", check_sarif(ppcc, rows, sections))
    for section in wanted:
        report.add("pages", section[0], check_section(ppcc, section, rows.get(section[0][2:], ("", "", "", ""))[1]))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
