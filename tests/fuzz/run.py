#!/usr/bin/env python3
"""Compares what random OpenMP programs print when built serially, by native compilers and by ppcc.

    run.py [--count N] [--seed S] [--keep FOLDER] [--native] [--stages N]

Programs come from generate.py with the seeds S, S + 1, ...  Each is built by gcc without and with -fopenmp and by ppcc
(the environment variable PPCC, build/bin/ppcc when unset), and run at 1, 2 and 7 threads.  A program with which anything
differs stays in FOLDER as SEED.c, and its seed is printed.  --native leaves ppcc out and takes clang in: it tests the
generator.  PPCC_CC and the like reach ppcc unchanged.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
THREADS = (1, 2, 7)
SCHEDULES = ("static", "dynamic,2", "guided", "static,3")
FLAGS = ["-O1", "-w", "-fwrapv", "-g"]


def builds(native):
    """[(name, command)] of the builds; the first is the serial one, which the others must agree with."""
    clang = next((c for c in ["clang-%d" % n for n in range(30, 15, -1)] + ["clang"] if shutil.which(c)), None)
    found = [("gcc", ["gcc"]), ("gcc -fopenmp", ["gcc", "-fopenmp"])]
    if native:
        return found + ([(clang + " -fopenmp", [clang, "-fopenmp"])] if clang else [])
    ppcc = os.environ.get("PPCC", os.path.join(ROOT, "build", "bin", "ppcc"))
    if not os.access(ppcc, os.X_OK):
        sys.exit(f"there is no {ppcc}; set PPCC, or use --native")
    return found + [("ppcc -fopenmp", [os.path.abspath(ppcc), "-fopenmp"])]


def output(program, seed, threads):
    """What a program prints, or how it ended."""
    env = dict(os.environ, OMP_NUM_THREADS=str(threads), OMP_SCHEDULE=SCHEDULES[seed % len(SCHEDULES)],
               OMP_MAX_ACTIVE_LEVELS=str(1 + seed % 3), OMP_DYNAMIC="false")
    try:
        done = subprocess.run([program], env=env, timeout=60, capture_output=True, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "no end in 60 s"
    return done.stdout if done.returncode == 0 else f"ended with {done.returncode}: {done.stderr[-500:]}"


def first_difference(expected, got):
    for want, have in zip(expected.splitlines() + [""], got.splitlines() + [""]):
        if want != have:
            return f"'{have}', not '{want}'"
    return got[-200:]


def check(seed, source, commands, folder):
    """The problems of one program."""
    problems, expected = [], None
    for name, command in commands:
        program = os.path.join(folder, "program")
        built = subprocess.run([*command, *FLAGS, source, "-o", program], capture_output=True, text=True, errors="replace")
        if built.returncode != 0 and "internal compiler error" in built.stderr and "ppcc" not in name:
            continue  # the native compiler's own trouble; the other builds are still compared
        if built.returncode != 0:
            problems.append(f"{name} does not build it: " + "\n".join(built.stderr.splitlines()[:6]))
            continue
        for threads in THREADS if expected is not None else (1,):
            got = output(program, seed, threads)
            expected = got if expected is None else expected
            if got != expected:
                problems.append(f"{name} at {threads} threads: {first_difference(expected, got)}")
    return problems


def main():
    parser = argparse.ArgumentParser(description="Compares builds of random OpenMP programs.")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stages", type=int, default=3)
    parser.add_argument("--keep", default="fuzz-failures", help="where failing programs stay")
    parser.add_argument("--native", action="store_true", help="native compilers only")
    options = parser.parse_args()

    commands, failed = builds(options.native), []
    with tempfile.TemporaryDirectory(prefix="ppcc-fuzz-") as folder:
        for seed in range(options.seed, options.seed + options.count):
            source = os.path.join(folder, f"{seed}.c")
            text = subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(seed), "--stages", str(options.stages)],
                                  capture_output=True, text=True, check=True).stdout
            with open(source, "w", encoding="utf-8") as file:
                file.write(text)
            problems = check(seed, source, commands, folder)
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
    print(f"\n{options.count - len(failed)} passed, {len(failed)} failed" + (f": {' '.join(map(str, failed))}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
