#!/usr/bin/env python3
"""Runs the scripts of this folder: each shows one thing that a build system does with a compiler.

A script runs in an empty folder of its own, with PPCC (the compiler under test), PPCC_CC (the back end) and TMPDIR set,
once for each back end.  It passes with status 0, and is left out with status 77 when a tool it needs is not there.
Whatever it does, ppcc must leave TMPDIR empty; a script that expects a file there removes it."""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def back_ends(wanted):
    if wanted:
        return wanted
    found = ["gcc"] if shutil.which("gcc") else []
    clang = next((name for name in ("clang-19", "clang") if shutil.which(name)), None)
    return found + ([clang] if clang else [])


def run(script, ppcc, back_end):
    """None when the script passed, "skipped", or what went wrong."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PPCC_", "OMP_"))}
    with tempfile.TemporaryDirectory(prefix="dropin-") as folder:
        work, temporary = pathlib.Path(folder, "work"), pathlib.Path(folder, "tmp")
        work.mkdir()
        temporary.mkdir()
        environment.update(PPCC=ppcc, PPCC_CC=back_end, TMPDIR=str(temporary), LIB=str(HERE / "lib.sh"), LC_ALL="C")
        try:
            done = subprocess.run(["bash", str(script)], cwd=work, env=environment, stdin=subprocess.DEVNULL, timeout=300,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        except subprocess.TimeoutExpired:
            return "took more than 300 seconds"
        if done.returncode == 77:
            return "skipped"
        if done.returncode:
            return done.stdout.strip() or f"status {done.returncode}"
        left = sorted(path.name for path in temporary.iterdir())
        return f"left in TMPDIR: {' '.join(left)}" if left else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ppcc", required=True)
    parser.add_argument("--back-end", nargs="*", help="default: gcc and clang, where they are installed")
    parser.add_argument("scripts", nargs="*", help="default: all")
    options = parser.parse_args()
    ppcc = os.path.abspath(options.ppcc)
    scripts = [HERE / f"{name.removesuffix('.sh')}.sh" for name in options.scripts]
    scripts = scripts or sorted(path for path in HERE.glob("*.sh") if path.name not in ("lib.sh", "opencl.sh"))
    jobs = [(script, back_end) for script in scripts for back_end in back_ends(options.back_end)]
    passed = failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = pool.map(lambda job: run(job[0], ppcc, job[1]), jobs)
        for (script, back_end), result in zip(jobs, results):
            name = f"{script.stem} ({back_end})"
            if result is None:
                passed += 1
            elif result == "skipped":
                skipped += 1
                print(f"skipped {name}")
            else:
                failed += 1
                print(f"FAILED {name}\n    " + result.replace("\n", "\n    "))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
