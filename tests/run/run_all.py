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
RESULT = re.compile(r"\s*\d+/\d+ Test\s+#\d+: (\S+) \.*(?:\*\*\*)?\s*(.*)$")

# (what, preset, names of the tests in ctest: a regular expression)
STEPS = [
    ("unit tests", "release", "^unit[.]"),
    ("runtime tests", "release", "^runtime/"),
    ("errors", "release", "^errors$"),
    ("pages about messages", "release", "^diagnostics$"),
    ("golden texts", "release", "^golden$"),
    ("cases", "release", "^cases$"),
    ("cases on an OpenCL device", "release", "^opencl$"),
    ("loops of the host on an OpenCL device", "release", "^opencl_loops$"),
    ("bounds and races of kernels", "release", "^oclgrind$"),
    ("devices that fail, wrong maps, broken caches", "release", "^device_errors$"),
    ("random programs for devices", "release", "^fuzz$"),
    ("host loops as OpenMP device code", "release", "^omp_target$"),
    ("lessons", "release", "^examples$"),
    ("drop-in compiler", "release", "^dropin$"),
    ("packaging", "release", "^package$"),
    ("structure", "release", "^structure$"),
    ("views", "release", "^view$"),
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


def ctest(preset, names, how):
    """Starts ctest; its output is a stream of lines."""
    command = ["ctest", "--test-dir", os.path.join("build", preset), "-R", names, "--no-tests=error", how]
    if preset == "tsan":
        command = tools.fixed_addresses() + command
    return subprocess.Popen(command, cwd=tools.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")


def run_programs(preset, names):
    """Test programs that count one each; (passed, failed).  What they print is shown when one fails."""
    passed = failed = 0
    lines = []
    process = ctest(preset, names, "--output-on-failure")
    for line in process.stdout:
        lines.append(line)
        result = RESULT.match(line)
        if result and result[2].startswith("Passed"):
            passed += 1
        elif result:
            failed += 1
            print(f"  FAIL {result[1]}: {result[2].strip()}")
        elif failed and line.strip() and not re.match(r"\s*(Start\s+\d+:|Test project|\d+% tests|Total Test time|Label Time)", line):
            print("    " + line, end="")
        sys.stdout.flush()
    if process.wait() != 0 and failed == 0:
        print("  " + "  ".join(lines[-5:]))
        failed = 1
    return passed, failed


def run_script(preset, names):
    """A script that says itself how many passed and failed; (passed, failed).  Its output is passed on as it comes."""
    counts = None
    process = ctest(preset, names, "--verbose")
    last = ""
    for line in process.stdout:
        text = re.sub(r"^\d+: ", "", line)
        if text == line:
            last = line.strip() or last
            continue
        found = COUNTS.fullmatch(text.strip())
        if found:
            counts = int(found[1]), int(found[2])
        elif not text.startswith(("Test command:", "Working Directory:", "Test timeout")):
            print("  " + text, end="", flush=True)
    status = process.wait()
    if counts is None or (status != 0 and counts[1] == 0):
        print(f"  the script did not end well: {last}")
        counts = (counts[0] if counts else 0), 1
    return counts


def main():
    total_passed = total_failed = 0
    built = {"release": True}
    table = []
    for what, preset, names in STEPS:
        start = time.monotonic()
        print(f"\n== {what}", flush=True)
        if preset not in built:
            built[preset] = build(preset)
        run = run_script if names.endswith("$") else run_programs
        passed, failed = run(preset, names) if built[preset] else (0, 1)
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
