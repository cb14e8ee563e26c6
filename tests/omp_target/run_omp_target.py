#!/usr/bin/env python3
"""Runs the programs in tests/omp_target on the target omp-target.

Each program is translated; `// offloads: N` says how many loops then go to a device, and `// remark: TEXT` that a remark
has that text.  The translated text
- is what comes out when it is translated again,
- compiles without warnings with each native compiler and prints what the program built without OpenMP prints,
- does so too on a device with memory of its own (a host device of the pthread target), so that a wrong map shows,
and so does the program that ppcc builds for the target.

    run_omp_target.py --ppcc build/bin/ppcc [part of a name ...]
"""

import argparse
import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "run"))
import tools  # noqa: E402

FOLDER = os.path.dirname(os.path.abspath(__file__))
WARNINGS = ["-O1", "-Wall", "-Wextra", "-Werror", "-Wno-unknown-pragmas", "-Wno-source-uses-openmp", "-Wno-pass-failed"]
INSERTED = re.compile(r"^[ \t]*#pragma omp target teams distribute parallel for", re.M)


class Failure(Exception):
    pass


def must(what, command, **changes):
    done = tools.run(command, env=tools.clean_environment(**changes))
    if done.status != 0:
        raise Failure(f"{what} ended with {done.status}:\n{done.out}{done.err}")
    return done


def same(what, expected, got):
    if expected != got:
        raise Failure(f"{what}: expected\n{expected}but got\n{got}")


def check_text(ppcc, path, text, remarks):
    with open(path, encoding="utf-8") as file:
        program = file.read()
    for line in program.splitlines():
        wanted = re.search(r"// remark: (.*)$", line)
        if wanted and wanted.group(1) not in remarks:
            raise Failure(f"no remark has '{wanted.group(1)}':\n{remarks}")
    wanted = int(re.search(r"^// offloads: (\d+)$", program, re.M).group(1))
    if wanted != len(INSERTED.findall(text)):
        raise Failure(f"{len(INSERTED.findall(text))} loops go to a device, not {wanted}:\n{remarks}")
    if remarks.count("remark: the loop") != program.count("// remark: "):
        raise Failure(f"{remarks.count('remark: ')} remarks, not {program.count('// remark: ')}:\n{remarks}")


def check(ppcc, path, work):
    source, program = os.path.join(work, "translated.c"), os.path.join(work, "program")
    emit = [ppcc, "--pp-target=omp-target", "--pp-emit"]
    done = must("translation", emit + [path])
    check_text(ppcc, path, done.out, done.err)
    with open(source, "w", encoding="utf-8") as file:
        file.write(done.out)
    same("the second translation", done.out, must("translating again", emit + [source]).out)
    for compiler in tools.compilers().values():
        must(compiler, [compiler, *WARNINGS, path, "-lm", "-o", program])
        expected = must("the serial program", [program]).out
        must(compiler, [compiler, "-fopenmp", *WARNINGS, source, "-lm", "-o", program])
        same(f"the translated program of {compiler}", expected, must("the translated program", [program]).out)
        must("ppcc", [ppcc, "--pp-target=omp-target", *WARNINGS, path, "-lm", "-o", program], PPCC_CC=compiler)
        same(f"the program of ppcc and {compiler}", expected, must("the program", [program]).out)
        must("ppcc", [ppcc, "-fopenmp", *WARNINGS, source, "-lm", "-o", program], PPCC_CC=compiler)
        same("on a device with memory of its own", expected,
             must("the program on a device", [program], PPCC_HOST_DEVICES=1, OMP_TARGET_OFFLOAD="mandatory").out)


def main():
    parser = argparse.ArgumentParser(description="Runs the programs in tests/omp_target on the target omp-target.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    ppcc = os.path.abspath(options.ppcc)
    paths = [path for path in sorted(glob.glob(os.path.join(FOLDER, "*.c")))
             if not options.names or any(name in path for name in options.names)]
    report = tools.Report("omp-target", len(paths))
    for path in paths:
        problems = []
        with tempfile.TemporaryDirectory(prefix="ppcc-omp-target-") as work:
            try:
                check(ppcc, path, work)
            except Failure as failure:
                problems = [str(failure)]
        report.add("omp-target", os.path.basename(path), problems)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
