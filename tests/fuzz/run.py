#!/usr/bin/env python3
"""Compares what random OpenMP programs print when built serially, by native compilers and by ppcc.

    run.py [--kind host|device|offload] [--count N] [--seed S] [--keep FOLDER] [--native] [--stages N]

Programs have the seeds S, S + 1, ...  What they are and how each is built and run:

    host     generate.py: by gcc without and with -fopenmp, and by ppcc
    device   device.py, with target constructs: by gcc without -fopenmp, by ppcc for threads, with a host device too, and for OpenCL:
             in place, on copies and in buffers
    offload  generate.py, whose loops go to a device: by ppcc for omp-target, with gcc and with clang behind it, and for OpenCL with
             --pp-offload-loops

All run at 1, 2 and 7 threads, or where a device has the threads at 2.  A program with which anything differs stays in FOLDER as
SEED.c, and its seed is printed.  A table at the end says what each build came to, and which target regions the host has run.
--native leaves ppcc out and takes clang in: it tests the generators.  PPCC_CC and the like reach ppcc unchanged.
"""

import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
THREADS = (1, 2, 7)
SCHEDULES = ("static", "dynamic,2", "guided", "static,3")
FLAGS = ["-O1", "-w", "-fwrapv", "-g"]
PLUGIN = ["-fopenmp-targets=x86_64-pc-linux-gnu"]
REMARK = re.compile(r"remark: the host runs this target region, which cannot be a kernel: ([^\n]*?)(?: \[PP\d+.*)?$", re.M)
STAYS = re.compile(r"remark: the loop of [^\n]* stays on the host")
KERNEL = re.compile(r"^ppcc trace +\d+ +kernel +(\S+)", re.M)


class Build:
    """A way to build a program, and what environments it then runs in, each at several numbers of threads."""

    def __init__(self, name, command, environments=({},), threads=THREADS, compiler=None):
        self.name, self.command, self.environments, self.threads = name, command, environments, threads
        self.compiler = {"PPCC_CC": compiler} if compiler else {}
        self.passed = self.failed = self.kernels = 0


def builds(options):
    """The builds; the first is the serial one, which the others must agree with."""
    clang = next((c for c in ["clang-%d" % n for n in range(30, 15, -1)] + ["clang"] if shutil.which(c)), None)
    found = [Build("gcc", ["gcc"], threads=(1,))]
    if options.native or options.kind == "host":
        found.append(Build("gcc -fopenmp", ["gcc", "-fopenmp"]))
    if options.native:
        return found + ([Build(clang + " -fopenmp", [clang, "-fopenmp"])] if clang else [])
    if not os.access(options.ppcc, os.X_OK):
        sys.exit(f"there is no {options.ppcc}; set PPCC or --ppcc, or use --native")
    ppcc = [os.path.abspath(options.ppcc), "-fopenmp"]
    if options.kind == "device":
        found.append(Build("pthread", ppcc, ({}, {"PPCC_HOST_DEVICES": "1"}), (2,)))
        found.append(Build("opencl", [*ppcc, "--pp-target=opencl"], ({}, {"PPCC_OPENCL_COPY": "1"}, {"PPCC_OPENCL_BUFFERS": "1"}), (2,)))
    elif options.kind == "offload":
        found.append(Build("omp-target, gcc", [*ppcc, "--pp-target=omp-target"], threads=(2,), compiler="gcc"))
        if clang:
            host = {"LIBOMPTARGET_INFO": "0"}
            found.append(Build("omp-target, clang", [*ppcc, "--pp-target=omp-target", *PLUGIN], (host,), (2,), clang))
        loops = {"PPCC_LOOPS": "device"}  # also those with little to do
        found.append(Build("opencl, loops of the host", [*ppcc, "--pp-target=opencl"], (loops, {**loops, "PPCC_OPENCL_COPY": "1"}), (2,)))
    else:
        found.append(Build("ppcc -fopenmp", ppcc))
    return found


def output(program, seed, threads, environment):
    """(what a program prints, or how it ended; what it traced)"""
    env = dict(os.environ, OMP_NUM_THREADS=str(threads), OMP_SCHEDULE=SCHEDULES[seed % len(SCHEDULES)],
               OMP_MAX_ACTIVE_LEVELS=str(1 + seed % 3), OMP_DYNAMIC="false", PPCC_TRACE="1", **environment)
    try:
        done = subprocess.run([program], env=env, timeout=120, capture_output=True, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "no end in 120 s", ""
    said = "\n".join(line for line in done.stderr.splitlines() if not line.startswith("ppcc trace"))
    return done.stdout if done.returncode == 0 else f"ended with {done.returncode}: {said[-500:]}", done.stderr


def first_difference(expected, got):
    for want, have in zip(expected.splitlines() + [""], got.splitlines() + [""]):
        if want != have:
            return f"'{have}', not '{want}'"
    return got[-200:]


class Comparison:
    def __init__(self, options, folder):
        self.kind, self.folder, self.builds = options.kind, folder, builds(options)
        self.program = os.path.join(folder, "program")
        self.reasons = collections.Counter()

    def check(self, seed, source):
        """The problems of one program."""
        problems, expected = [], None
        for build in self.builds:
            built = subprocess.run([*build.command, *FLAGS, source, "-o", self.program, "-lm"], capture_output=True, text=True, errors="replace",
                                   env=dict(os.environ, **build.compiler))
            if built.returncode != 0 and "internal compiler error" in built.stderr and build.command[0] in ("gcc", "clang"):
                continue  # the native compiler's own trouble; the other builds are still compared
            if built.returncode != 0:
                found = [f"{build.name} does not build it: " + "\n".join(built.stderr.splitlines()[:6])]
            else:
                host_runs = REMARK.findall(built.stderr)
                self.reasons.update(re.sub(r"'[^']*'", "'...'", reason) for reason in host_runs)
                self.reasons.update(["(a loop stays)"] * len(STAYS.findall(built.stderr)))
                found, expected = self.runs(seed, build, bool(host_runs), expected)
            build.failed += bool(found)
            build.passed += not found
            problems += found
        return problems

    def runs(self, seed, build, host_runs, expected):
        """(what is wrong with the runs of a built program, what it should print)"""
        found, kernels = [], set()
        for environment in build.environments:
            if host_runs and "PPCC_OPENCL_BUFFERS" in environment:
                continue  # the host cannot use these
            for threads in build.threads:
                got, traced = output(self.program, seed, threads, environment)
                expected = got if expected is None else expected
                kernels.update(KERNEL.findall(traced))
                if got != expected:
                    words = "".join(f" {name}={value}" for name, value in environment.items())
                    found.append(f"{build.name} at {threads} threads{words}: {first_difference(expected, got)}")
        build.kernels += len(kernels)
        return found, expected

    def table(self):
        print(f"{'built by':26}  passed  failed  kernels")
        for build in self.builds:
            print(f"{build.name:26}  {build.passed:6}  {build.failed or '':>6}  {build.kernels or '':>7}")
        for reason, count in self.reasons.most_common():
            print(f"{count:5} on the host: {reason}")


def main():
    parser = argparse.ArgumentParser(description="Compares builds of random OpenMP programs.")
    parser.add_argument("--kind", choices=("host", "device", "offload"), default="host")
    parser.add_argument("--ppcc", default=os.environ.get("PPCC", os.path.join(ROOT, "build", "bin", "ppcc")))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stages", type=int, default=0)
    parser.add_argument("--keep", default="fuzz-failures", help="where failing programs stay")
    parser.add_argument("--native", action="store_true", help="native compilers only")
    options = parser.parse_args()

    writer, usual = ("device.py", 2) if options.kind == "device" else ("generate.py", 3)
    stages, failed = options.stages or usual, []
    with tempfile.TemporaryDirectory(prefix="ppcc-fuzz-") as folder:
        os.environ.setdefault("PPCC_CACHE", os.path.join(folder, "kernels"))
        os.environ.setdefault("POCL_CACHE_DIR", os.path.join(folder, "pocl"))
        comparison = Comparison(options, folder)
        for seed in range(options.seed, options.seed + options.count):
            source = os.path.join(folder, f"{seed}.c")
            text = subprocess.run([sys.executable, "-B", os.path.join(HERE, writer), str(seed), "--stages", str(stages)],
                                  capture_output=True, text=True, check=True).stdout
            with open(source, "w", encoding="utf-8") as file:
                file.write(text)
            problems = comparison.check(seed, source)
            if problems:
                failed.append(seed)
                os.makedirs(options.keep, exist_ok=True)
                shutil.copy(source, options.keep)
                print(f"\r\033[KFAIL seed {seed}" if sys.stdout.isatty() else f"FAIL seed {seed}")
                print("     " + "\n".join(problems).replace("\n", "\n     "))
            done = seed - options.seed + 1
            if sys.stdout.isatty():
                print(f"\rfuzz {done}/{options.count}, {len(failed)} failed, seed {seed} ", end="", flush=True)
            elif done % 25 == 0:
                print(f"fuzz {done}/{options.count}, {len(failed)} failed", flush=True)
            os.remove(source)
        comparison.table()
    print(f"{options.count - len(failed)} passed, {len(failed)} failed" + (f": {' '.join(map(str, failed))}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
