#!/usr/bin/env python3
"""Compares what ppcc writes with the texts kept in tests/golden/<target>: for NAME.c, NAME.expected is the output of
ppcc --pp-emit.  The kept text is also compiled, with warnings as errors.

    run_golden.py --ppcc build/bin/ppcc [--update] [part of a name ...]
"""

import argparse
import difflib
import glob
import os
import re
import sys
import tempfile

import tools


def check(ppcc, path, update):
    target = os.path.basename(os.path.dirname(path))
    name = os.path.basename(path)
    kept = path[:-2] + ".expected"
    written = tools.run([ppcc, "--pp-emit", f"--pp-target={target}", "-fopenmp", name], cwd=os.path.dirname(path),
                        env=tools.clean_environment())
    if written.status != 0:
        return [f"ppcc --pp-emit failed ({written.status}):\n{written.err}"]
    if re.search(r"\[PP30(0[1-6]|12), ", written.err):
        return [f"ppcc warns of a program that is right:\n{written.err}"]
    if update:
        with open(kept, "w", encoding="utf-8", newline="") as file:
            file.write(written.out)
    if not os.path.exists(kept):
        return [f"{os.path.basename(kept)} is missing; --update writes it"]
    with open(kept, encoding="utf-8", newline="") as file:
        expected = file.read()
    if expected != written.out:
        lines = difflib.unified_diff(expected.splitlines(), written.out.splitlines(), os.path.basename(kept), "now", n=2, lineterm="")
        return ["\n".join(list(lines)[:40])]
    return compile_text(ppcc, expected, os.path.dirname(path), "-fopenmp" if target == "omp-target" else "-fopenmp-simd")


def compile_text(ppcc, text, folder, openmp):
    include = os.path.join(os.path.dirname(os.path.dirname(ppcc)), "include")
    problems = []
    with tempfile.TemporaryDirectory(prefix="ppcc-golden-") as work:
        source = os.path.join(work, "golden.c")
        with open(source, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        for command in tools.compilers().values():
            built = tools.run([command, "-O1", "-Wall", "-Wextra", "-Werror", openmp, "-I", include,
                               "-iquote", folder, "-c", source, "-o", os.path.join(work, "golden.o")])
            if built.status != 0:
                problems.append(f"the text does not compile with {command}:\n{built.err}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Compares what ppcc writes with the texts kept in tests/golden.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("--root", default=os.path.join(tools.ROOT, "tests", "golden"))
    parser.add_argument("--update", action="store_true", help="keep what ppcc writes now")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    ppcc = os.path.abspath(options.ppcc)
    paths = [path for path in sorted(glob.glob(os.path.join(options.root, "*", "*.c")))
             if not options.names or any(name in path for name in options.names)]
    report = tools.Report("golden", len(paths))
    for path in paths:
        report.add(os.path.basename(os.path.dirname(path)), os.path.relpath(path, options.root), check(ppcc, path, options.update))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
