#!/usr/bin/env python3
"""Builds and runs tests/cases.  case.py says how a case is written.

A case passes when, built by ppcc with each back end, it prints what it expects with every number of threads, when the
same file built by the native compilers with -fopenmp prints the same, and when the text that ppcc writes (--pp-emit)
holds no OpenMP directive but simd and compiles without a warning.

With a device target (--target opencl) the cases are those with a target construct, or with --loops those without one.  They run on the first device, in
place where it can and then on copies; each region must be a kernel unless the case says host-runs.  Without a device
they are left out.

    run_cases.py --ppcc build/bin/ppcc [--target opencl] [part of a case's name ...]
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import sys
import tempfile

import device
import tools
from case import Case, CaseError, find

# A macro's expansion stays on the line of its invocation, so the layout warning would be about the user's macro.
WARNINGS = ["-Wall", "-Wextra", "-Werror", "-Wno-misleading-indentation", "-Wno-deprecated-declarations",
            "-Wno-pass-failed"]  # of clang, about simd loops with a scan, also without ppcc
KEPT_PRAGMA = re.compile(r"^\s*#\s*pragma\s+omp\s+(declare\s+simd|declare\s+reduction|end\s+declare\s+simd|simd|scan|ordered\s+simd)\b")
# A native program is run again when its output differs: libomp 19 loses a dynamic loop's lastprivate in some runs.
NATIVE_TRIES = 5
ANY_PRAGMA = re.compile(r"^\s*#\s*pragma\s+omp\b.*", re.M)


def shown(text, limit=12):
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines[:limit] + ([f"... {len(lines) - limit} more lines"] if len(lines) > limit else []))


def difference(expected, got):
    """The first line in which two lists of lines differ, in words; None when they are equal."""
    for number, (want, have) in enumerate(zip(expected, got), 1):
        if want != have:
            return f"line {number} is '{have}', not '{want}'"
    if len(expected) > len(got):
        return f"line {len(got) + 1} is missing: '{expected[len(got)]}'"
    if len(got) > len(expected):
        return f"line {len(expected) + 1} is one too many: '{got[len(expected)]}'"
    return None


class Runner:
    def __init__(self, options):
        self.options = options
        self.ppcc = os.path.abspath(options.ppcc)
        self.build = os.path.dirname(os.path.dirname(self.ppcc))
        self.target = [f"--pp-target={options.target}"] if options.target else []
        self.cache = os.path.join(self.build, "tests", "native")
        os.makedirs(self.cache, exist_ok=True)
        self.compilers = tools.compilers()
        if options.back_end:
            self.compilers = {family: command for family, command in self.compilers.items() if family in options.back_end}
        self.versions = {command: tools.run([command, "--version"]).out for command in self.compilers.values()}
        self.device = options.target in device.TARGETS
        self.timeout = max(options.timeout, device.TIMEOUT) if self.device else options.timeout
        self.wrapper = tools.fixed_addresses() if "thread" in options.case_flags else []

    def check(self, path):
        """(topic, name, problems) of one case."""
        topic, name = os.path.relpath(os.path.dirname(path), self.options.root), os.path.relpath(path, self.options.root)
        try:
            case = Case(path, self.options.root)
        except (CaseError, ValueError, IndexError) as error:
            return topic, name, [f"the case is not well formed: {error}"]
        if not case.expect:
            return topic, name, ["the case expects nothing (// expect: LINE)"]
        with tempfile.TemporaryDirectory(prefix="ppcc-case-") as folder:
            return topic, name, self._problems(case, folder)

    def _problems(self, case, folder):
        problems = []
        if "sanitize" in self.options.case_flags and not case.sanitizer:
            return problems
        back_ends = {family: command for family, command in self.compilers.items() if case.only in (None, family)}
        for family, command in back_ends.items():
            problems += self._translated(case, family, command, folder)
        if not self.options.no_reference:
            for family in case.references:
                if family in self.compilers:
                    problems += self._native(case, family, self.compilers[family])
        if case.emit and not self.options.no_emit:
            problems += self._emitted(case, folder, next(iter(back_ends.values()), None))
        return problems

    def _translated(self, case, family, command, folder):
        program = os.path.join(folder, family)
        env = tools.clean_environment(PPCC_CC=command)
        flags = [*self.target, "-O2", *WARNINGS, "-fopenmp", *self.options.case_flags.split(), *case.flags]
        built = tools.run([self.ppcc, *flags, *case.sources(), "-o", program, *case.libs], env=env, timeout=180)
        if built.status != 0:
            return [f"ppcc with {command} failed ({built.status}):\n{shown(built.err)}"]
        remarks, printed = device.remarks(built.err) if self.device else ([], built.err)
        if printed.strip():
            return [f"ppcc with {command} printed:\n{shown(printed)}"]
        if bool(remarks) != (self.device and case.host_runs):
            return ["\n".join(remarks) or "ppcc makes kernels of all regions, but the case says host-runs"]
        if self.device:
            settings = device.settings(case, self.build, self.options.loops)
        else:
            settings = [{}, case.env_also] if case.env_also else [{}]
        problems = {}  # text -> numbers of threads
        for threads in self.options.threads or case.threads:
            for more in settings:
                problem = self._compare(case, threads, self._run(case, program, threads, more))
                if problem:
                    with_more = "".join(f" with {name}={value}" for name, value in more.items() if name not in device.FOLDERS)
                    problems.setdefault(problem + with_more, []).append(str(threads))
        return [f"built by ppcc with {command}, {'/'.join(threads)} threads: {problem}" for problem, threads in problems.items()]

    def _run(self, case, program, threads, more=()):
        env = tools.clean_environment(OMP_NUM_THREADS=threads)
        env.update(case.env)
        env.update(more)
        if self.device:
            env.pop("PPCC_HOST_DEVICES", None)
        return tools.run([*self.wrapper, program], env=env, timeout=self.timeout, cwd=os.path.dirname(program))

    def _compare(self, case, threads, result):
        """What is wrong with a run of a case, or None."""
        if result.status != case.exit:
            return f"ended with {result.status}, not {case.exit}\n{shown(result.out)}\n{shown(result.err)}"
        expected, got = case.expected(threads), result.out.splitlines()
        if case.any_order:
            expected, got = sorted(expected), sorted(got)
        problem = difference(expected, got)
        if problem:
            return problem
        missing = [text for text in case.expect_stderr if text not in result.err]
        if missing:
            return f"standard error lacks '{missing[0]}':\n{shown(result.err)}"
        if not case.expect_stderr and "Sanitizer" in result.err:
            return shown(result.err, 30)
        return None

    def _native(self, case, family, command):
        """Compares with the same program built by a native compiler; its results are kept under the build folder."""
        key = hashlib.sha256(repr((self.versions[command], case.flags, case.libs, case.env)).encode())
        for path in case.sources():
            with open(path, "rb") as file:
                key.update(file.read())
        kept = os.path.join(self.cache, f"{family}-{key.hexdigest()[:24]}.json")
        if os.path.exists(kept):
            with open(kept, encoding="utf-8") as file:
                results = json.load(file)
        else:
            results = self._build_native(case, command)
            with open(kept + ".new", "w", encoding="utf-8") as file:
                json.dump(results, file)
            os.replace(kept + ".new", kept)
        if "error" in results:
            return [f"{command} -fopenmp does not build the case:\n{results['error']}"]
        for threads in case.threads:
            problem = self._native_problem(case, threads, *results[str(threads)])
            if problem:
                return [f"the case does not hold for {command} -fopenmp, {threads} threads: {problem}"]
        return []

    @staticmethod
    def _native_problem(case, threads, status, out):
        expected, got = case.expected(threads), out.splitlines()
        if case.any_order:
            expected, got = sorted(expected), sorted(got)
        return f"ended with {status}" if status != case.exit else difference(expected, got)

    def _build_native(self, case, command):
        with tempfile.TemporaryDirectory(prefix="ppcc-native-") as folder:
            program = os.path.join(folder, "native")
            built = tools.run([command, "-O2", "-w", "-fopenmp", *case.flags, *case.sources(), "-o", program, *case.libs],
                              env=tools.clean_environment(), timeout=180)
            if built.status != 0:
                return {"error": shown(built.err)}
            results = {}
            for threads in case.threads:
                for _ in range(NATIVE_TRIES):
                    result = self._run(case, program, threads)
                    results[str(threads)] = (result.status, result.out)
                    if not self._native_problem(case, threads, result.status, result.out):
                        break
            return results

    def _emitted(self, case, folder, command):
        """Checks the text that ppcc writes, compiled by itself: no directive is left, and it has no warning."""
        if not command:
            return []
        env = tools.clean_environment(PPCC_CC=command)
        written = tools.run([self.ppcc, *self.target, "--pp-emit", "-fopenmp", *case.flags, case.path], env=env)
        kernels = written.out.count("\nstatic struct ppcc_kernel ")
        if self.device and case.kernels not in (None, kernels):
            return [f"ppcc makes {kernels} kernels, not {case.kernels}"]
        if written.status != 0:
            return [f"ppcc --pp-emit failed ({written.status}):\n{shown(written.err)}"]
        emitted = os.path.join(folder, "emitted.c")
        with open(emitted, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(written.out)
        includes = ["-I", os.path.join(self.build, "include"), "-iquote", os.path.dirname(case.path)]
        plain = [command, *case.flags, *includes, "-fopenmp-simd"]
        expanded = tools.run([*plain, "-E", "-P", emitted], env=tools.clean_environment())
        if expanded.status != 0:
            return [f"the translated text does not preprocess:\n{shown(expanded.err)}"]
        left = [line.strip() for line in ANY_PRAGMA.findall(expanded.out) if not KEPT_PRAGMA.match(line)]
        if left:
            return [f"a directive is left in the translated text: {left[0]}"]
        built = tools.run([*plain, "-O1", *WARNINGS, *case.flags, "-c", emitted, "-o", os.path.join(folder, "emitted.o")],
                          env=tools.clean_environment())
        return [] if built.status == 0 else [f"the translated text does not compile with {command}:\n{shown(built.err)}"]


def main():
    parser = argparse.ArgumentParser(description="Builds and runs tests/cases.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("--root", default=os.path.join(tools.ROOT, "tests", "cases"), help="folder with the cases")
    parser.add_argument("--target", help="the target to translate for")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=int, default=30, help="seconds that a program may run")
    parser.add_argument("--threads", type=tools.numbers, help="numbers of threads, such as 2,7, instead of those of the case")
    parser.add_argument("--case-flags", default="", help="flags to compile the cases with in addition")
    parser.add_argument("--back-end", action="append", choices=("gcc", "clang"), help="only this compiler")
    parser.add_argument("--no-reference", action="store_true", help="no comparison with native compilers")
    parser.add_argument("--no-emit", action="store_true", help="no check of the translated text")
    parser.add_argument("--loops", action="store_true", help="with --target opencl: the cases without a target construct, whose loops run there")
    parser.add_argument("names", nargs="*", help="only cases with one of these in their path")
    options = parser.parse_args()

    paths = [path for path in find(options.root)
             if not options.names or any(name in os.path.relpath(path, options.root) for name in options.names)]
    if options.target in device.TARGETS:
        paths = [path for path in paths if (device.has_loops_only if options.loops else device.is_for)(path, options.root)]
        missing = device.missing(os.path.abspath(options.ppcc), options.target)
        if missing:
            print(f"{missing}\n0 passed, 0 failed, {len(paths)} skipped")
            return 0
    runner = Runner(options)
    report = tools.Report("cases", len(paths))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for future in concurrent.futures.as_completed([pool.submit(runner.check, path) for path in paths]):
            report.add(*future.result())
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
