#!/usr/bin/env python3
"""Runs every lesson of examples/, the folders of the table in examples/README.md.

A lesson's expected.txt is a transcript: lines that begin with "$ " are commands, the rest is what they print, with "..." for what
differs from run to run.  The commands run in a copy of the folder, once with the serial program (LESSON_serial.c in place of
LESSON.c, translated by nobody), then on each target that the table names, with 1, 2 and 7 threads on the first.  Then the
view of each program is made, and ppcc must warn of exactly those lines of *_wrong.c that have a comment "wrong:".

    run_examples.py --ppcc build/bin/ppcc [lesson ...]
"""

import argparse
import glob
import os
import re
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "run"))
import tools  # noqa: E402

EXAMPLES = os.path.join(tools.ROOT, "examples")
ROW = re.compile(r"^\| \[(\w+)\]\(\1/README\.md\) \|.*\| ([^|]+) \|$", re.M)
THREADS = [1, 2, 7]
WARNED = re.compile(r"^([^:\n]+):(\d+):\d+: warning: ", re.M)


def lessons():
    """[(folder, [target ...])] of the table."""
    with open(os.path.join(EXAMPLES, "README.md"), encoding="utf-8") as file:
        return [(name, targets.replace("`", "").split(", ")) for name, targets in ROW.findall(file.read())]


def transcript(path):
    """[(command, [line ...])]"""
    steps = []
    with open(path, encoding="utf-8") as file:
        for line in file.read().rstrip("\n").split("\n"):
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line)
    return steps


def matches(wanted, line):
    return re.fullmatch(".*".join(re.escape(part) for part in wanted.split("...")), line)


def difference(wanted, got):
    for number, (want, have) in enumerate(zip(wanted, got), 1):
        if not matches(want, have):
            return f"line {number} is '{have}', not '{want}'"
    return f"{len(got)} lines, not {len(wanted)}" if len(got) != len(wanted) else None


class Lesson:
    def __init__(self, ppcc, name):
        self.ppcc, self.name, self.folder = ppcc, name, os.path.join(EXAMPLES, name)
        self.path = os.pathsep.join([os.path.dirname(ppcc)] + python_folder() + [os.environ["PATH"]])

    def copy(self, scratch, serial=False):
        place = os.path.join(scratch, self.name)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.folder, place)
        if serial:
            shutil.move(os.path.join(place, f"{self.name}_serial.c"), os.path.join(place, f"{self.name}.c"))
        return place

    def follow(self, place, threads, **environment):
        """What differs from the transcript."""
        env = tools.clean_environment(PATH=self.path, OMP_NUM_THREADS=threads, PPCC_CACHE=os.path.join(place, "cache"), **environment)
        for command, wanted in transcript(os.path.join(self.folder, "expected.txt")):
            done = tools.run(["bash", "-o", "pipefail", "-c", command], cwd=place, env=env, timeout=120)
            got = [line.rstrip() for line in (done.out + (done.err if command.startswith("ppcc") else "")).rstrip("\n").split("\n") if wanted or line]
            problem = f"status {done.status}" if done.status != 0 else difference(wanted, got)
            if problem:
                return [f"$ {command}", problem, (done.out + done.err)[-1500:]]
        return []

    def missing(self):
        wanted = ["README.md", "expected.txt"]
        return [f"{name} is missing" for name in wanted if not os.path.exists(os.path.join(self.folder, name))]

    def views(self, place):
        problems = []
        for source in sorted(glob.glob(os.path.join(place, "*.c"))):
            page = source[:-1] + "html"
            done = tools.run([self.ppcc, f"--pp-view={page}", "-fopenmp", os.path.basename(source)], cwd=place, env=tools.clean_environment())
            if done.status != 0 or not os.path.exists(page):
                problems.append(f"no view of {os.path.basename(source)}: {done.err[-500:]}")
        return problems

    def wrong(self, source):
        """ppcc must warn of exactly the lines that say that they are wrong."""
        with open(source, encoding="utf-8") as file:
            wanted = {number for number, line in enumerate(file, 1) if "/* wrong:" in line}
        done = tools.run([self.ppcc, "-fopenmp", "-fsyntax-only", os.path.basename(source)], cwd=self.folder, env=tools.clean_environment())
        warned = {int(number) for name, number in WARNED.findall(done.err) if name == os.path.basename(source)}
        problems = [f"no warning of line {number}" for number in sorted(wanted - warned)]
        problems += [f"a warning of line {number}, which is right" for number in sorted(warned - wanted)]
        return problems + ([] if wanted else ["no line says that it is wrong"]) + ([done.err] if problems else [])

    def checks(self, targets, scratch):
        """(what, problems) of everything there is to check."""
        yield "files", self.missing()
        if os.path.exists(os.path.join(self.folder, f"{self.name}_serial.c")):
            yield "serial", self.follow(self.copy(scratch, serial=True), 1, PPCC_OFF=1)
        for target in targets:
            place = self.copy(scratch)
            for threads in THREADS if target == targets[0] else THREADS[1:2]:
                yield f"{target}, {threads} threads", self.follow(place, threads, PPCC_TARGET=target)
        yield "views", self.views(place)
        for source in sorted(glob.glob(os.path.join(self.folder, "*_wrong.c"))):
            yield os.path.basename(source), self.wrong(source)


def python_folder():
    """[the folder of a python3 that has NumPy], where the system's has it and another one is found first."""
    return [os.path.dirname(path) for path in ["/usr/bin/python3"] if not has_numpy("python3") and has_numpy(path)]


def has_numpy(python):
    return tools.run([python, "-c", "import numpy"]).status == 0


def main():
    parser = argparse.ArgumentParser(description="Runs the lessons of examples/.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("lessons", nargs="*")
    options = parser.parse_args()
    rows = [row for row in lessons() if not options.lessons or row[0] in options.lessons]
    report = tools.Report("lessons", len(rows), step=5)
    report.add("table", "README.md", [f"{name} is not in the table" for name in sorted(os.listdir(EXAMPLES))
                                      if os.path.isdir(os.path.join(EXAMPLES, name)) and name not in dict(lessons())])
    for name, targets in rows:
        if name == "python_ctypes" and not any(map(has_numpy, ["python3", "/usr/bin/python3"])):
            print("python_ctypes is left out: there is no NumPy (Debian: python3-numpy)")
            continue
        with tempfile.TemporaryDirectory(prefix="ppcc-lesson-") as scratch:
            for what, problems in Lesson(os.path.abspath(options.ppcc), name).checks(targets, scratch):
                report.add(name, f"{name}: {what}", problems)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
