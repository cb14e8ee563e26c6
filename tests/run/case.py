"""A test case: a C file whose first comment lines say what it prints and how it is built.

Directives, each on a line of its own in the run of // lines at the top of the file:

    // expect: LINE             one line of standard output; repeated, in order.  `expect[2]: LINE` only with 2 threads
    // expect-any-order         the lines may come in any order
    // expect-stderr: TEXT      TEXT appears on standard error; repeatable
    // exit: N                  the program's exit status; 0 when not given
    // threads: 1 2 7           values of OMP_NUM_THREADS to run with; these three when not given
    // flags: ...               further compiler flags
    // libs: -lm                further libraries
    // env: NAME=VALUE          environment of the program; repeatable
    // env-also: NAME=VALUE     the program, not its native twins, runs once more with it and does the same; repeatable;
    //                          on a device target only for names that begin with PPCC_OPENCL
    // needs: second.c ...      further sources, in the folder extra/ beside the case (or extra/second.c)
    // only: gcc                the one compiler (gcc or clang) that can build it, as back end and as reference
    // reference: none because ...   or `gcc because ...`, `clang because ...`: the native compilers it is compared with
    // no-emit because ...      the text that --pp-emit gives is not checked
    // no-sanitizer because ... it is left out where the cases are built with a sanitizer
    // no-device because ...    it is about devices of another kind: left out on a device target
    // no-copies because ...    on a device target it only runs where the device works in place
    // kernels: N               on a device target ppcc makes N kernels of it, also of loops outside of target regions
    // host-runs because ...    on a device target the host runs some of its target regions, and ppcc remarks so

Other // lines are for the reader.
"""

import os
import re

COMPILERS = ("gcc", "clang")
TARGET_CONSTRUCT = re.compile(r"omp\s+(?:\w+\s+)?target\b(?!\s*(?:data|enter|exit|update)\b)|(?:when|otherwise|default)\s*\([^\n]*:\s*target\b")


class CaseError(Exception):
    """A case file that is not well formed."""


class Case:
    def __init__(self, path, root):
        self.path = path
        self.name = os.path.relpath(path, root)
        self.topic = os.path.dirname(self.name) or "."
        self.expect = []  # (number of threads or None, line)
        self.expect_stderr = []
        self.any_order = False
        self.exit = 0
        self.threads = [1, 2, 7]
        self.flags, self.libs, self.needs = [], [], []
        self.env, self.env_also = {}, {}
        self.only = None
        self.references = list(COMPILERS)
        self.emit = True
        self.sanitizer = True
        self.device = self.copies = True
        self.host_runs = False
        self.kernels = None
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            self.text = file.read()
        for line in self.text.splitlines():
            if not line.startswith("//"):
                break
            self._directive(line[2:].lstrip())

    def _directive(self, line):
        match = re.match(r"([a-z-]+)(?:\[(\d+)\])?(:| because |$) ?(.*)", line)
        if not match:
            return
        word, number, _, rest = match.groups()
        if word == "expect":
            self.expect.append((int(number) if number else None, rest))
        elif word == "expect-stderr":
            self.expect_stderr.append(rest)
        elif word == "expect-any-order":
            self.any_order = True
        elif word == "exit":
            self.exit = int(rest)
        elif word == "threads":
            self.threads = [int(n) for n in rest.split()]
        elif word == "flags":
            self.flags += rest.split()
        elif word == "libs":
            self.libs += rest.split()
        elif word == "env":
            name, _, value = rest.partition("=")
            self.env[name] = value
        elif word == "env-also":
            name, _, value = rest.partition("=")
            self.env_also[name] = value
        elif word == "needs":
            self.needs += [self._extra(name) for name in rest.split()]
        elif word == "only":
            self.only = self._compiler(rest.split()[0])
            self.references = [self.only]
        elif word == "reference":
            self._reference(rest)
        elif word == "no-sanitizer":
            self.sanitizer = False
        elif word == "no-emit":
            self.emit = False
        elif word == "no-device":
            self.device = False
        elif word == "no-copies":
            self.copies = False
        elif word == "kernels":
            self.kernels = int(rest)
        elif word == "host-runs":
            self.host_runs = True

    def _extra(self, name):
        path = os.path.join(os.path.dirname(self.path), name if "/" in name else "extra/" + name)
        if not os.path.exists(path):
            raise CaseError(f"there is no {path}")
        return path

    def _compiler(self, name):
        name = re.sub(r"-\d+$", "", name)  # clang-19 is clang
        if name not in COMPILERS:
            raise CaseError(f"{self.name}: '{name}' is none of {' '.join(COMPILERS)}")
        return name

    def _reference(self, rest):
        names, because, reason = rest.partition(" because ")
        if not because or not reason.strip():
            raise CaseError(f"{self.name}: 'reference:' gives no reason (reference: none because ...)")
        self.references = [] if names == "none" else [self._compiler(name) for name in names.split()]

    def sources(self):
        return [self.path] + self.needs

    def has_target_construct(self):
        return TARGET_CONSTRUCT.search(self.text) is not None

    def expected(self, threads):
        return [line for number, line in self.expect if number is None or number == threads]


def find(root):
    """All case files below root by name; folders called extra hold further sources of cases."""
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "extra")
        found += [os.path.join(folder, name) for name in files if name.endswith(".c")]
    return sorted(found)
