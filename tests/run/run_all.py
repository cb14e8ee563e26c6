#!/usr/bin/env python3
"""Runs every test and closes with the line "N passed, N failed".

First the release build (built already), then the translator and the runtime under AddressSanitizer and
UndefinedBehaviorSanitizer, then the runtime and the cases under ThreadSanitizer.  A test that reports "N passed, N
failed" itself counts with these numbers, any other as one.
"""

import os
import re
import subprocess
import sys
import time

import tools

COUNTS = re.compile(r"(\d+) passed, (\d+) failed(?:, \d+ skipped)?")

# (what, preset, names of the tests in ctest: a regular expression)
STEPS = [
    ("unit tests", "release", "^unit[.]"),
    ("runtime tests", "release", "^runtime/"),
    ("errors", "release", "^errors$"),
    ("golden texts", "release", "^golden$"),
    ("cases", "release", "^cases$"),
    ("drop-in compiler", "release", "^dropin$"),
    ("packaging", "release", "^package$"),
    ("structure", "release", "^structure$"),
    ("unit tests, address and undefined behaviour sanitizers", "asan", "^unit[.]"),
    ("runtime tests, address and undefined behaviour sanitizers", "asan", "^runtime/"),
    ("errors, address and undefined behaviour sanitizers", "asan", "^errors$"),
    ("runtime tests, thread sanitizer", "tsan", "^runtime/"),
    ("cases, thread sanitizer", "tsan", "^cases$"),
]


def build(preset):
    """Configures and builds a preset; prints why it failed."""
    for command in (["cmake", "--preset", preset], ["cmake", "--build", os.path.join("build", preset)]):
        done = tools.run(command, cwd=tools.ROOT, timeout=3600)
        if done.status != 0:
            print(done.out[-4000:] + done.err[-4000:])
            return False
    return True


def run_step(preset, names):
    """Runs ctest with its output passed on; returns (passed, failed)."""
    command = ["ctest", "--test-dir", os.path.join("build", preset), "-R", names, "--verbose", "--no-tests=error"]
    if preset == "tsan":
        command = tools.fixed_addresses() + command
    lines, own, own_failed = [], [0, 0], {}
    process = subprocess.Popen(command, cwd=tools.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               errors="replace")
    for line in process.stdout:
        lines.append(line)
        text = re.sub(r"^\d+: ", "", line)
        if text != line and not text.startswith(("Test command:", "Working Directory:", "Test timeout", "Environment variables")):
            counts = COUNTS.fullmatch(text.strip())
            if counts:
                own = [own[0] + int(counts[1]), own[1] + int(counts[2])]
                own_failed[re.match(r"\d+", line)[0]] = int(counts[2])
            elif not re.match(r"\[ +(RUN|OK|PASSED)? *\]|\[=+\]| ?\w+=\S*$", text):
                print("  " + text, end="", flush=True)
    process.wait()
    passed, failed = own
    for number, name, result in re.findall(r"^\s*\d+/\d+ Test\s+#(\d+): (\S+) \.*(.*)$", "".join(lines), re.M):
        good = result.strip().startswith("Passed")
        if number not in own_failed:
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f"  FAIL {name}: {result.strip()}")
        elif not good and own_failed[number] == 0:
            failed += 1
            print(f"  FAIL {name}: {result.strip()}")
    if process.returncode != 0 and failed == 0:
        print("  " + "".join(lines[-5:]).replace("\n", "\n  "))
        failed = 1
    return passed, failed


def main():
    total_passed = total_failed = 0
    built = {"release": True}
    table = []
    for what, preset, names in STEPS:
        start = time.monotonic()
        print(f"\n== {what}", flush=True)
        if preset not in built:
            built[preset] = build(preset)
        passed, failed = run_step(preset, names) if built[preset] else (0, 1)
        table.append((what, passed, failed, time.monotonic() - start))
        total_passed, total_failed = total_passed + passed, total_failed + failed
        print(f"   {passed} passed, {failed} failed, {table[-1][3]:.0f} s", flush=True)

    width = max(len(what) for what, *_ in table)
    print(f"\n{'':{width}}  passed  failed  seconds")
    for what, passed, failed, seconds in table:
        print(f"{what:{width}}  {passed:6}  {failed or '':>6}  {seconds:7.0f}")
    print(f"{total_passed} passed, {total_failed} failed", flush=True)
    return 1 if total_failed else 0


if __name__ == "__main__":
    sys.exit(main())
