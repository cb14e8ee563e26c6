#!/usr/bin/env python3
"""Runs the cases whose target regions are kernels on Oclgrind, which interprets them and reports each access outside of a
buffer, each data race and each use of memory without a value.

    run_oclgrind.py --ppcc build/bin/ppcc [part of a case's name ...]

A case passes when it prints what it prints elsewhere and Oclgrind reports nothing.  Cases of which the host runs regions are left
out, since Oclgrind's memory is not the host's.
"""

import argparse
import glob
import os
import re
import sys
import tempfile

import case as cases
import tools

LIBRARIES = ["/usr/lib/oclgrind/liboclgrind-rt.so", "/usr/lib/*/oclgrind/liboclgrind-rt.so", "/usr/local/lib/liboclgrind-rt.so"]
REPORT = re.compile(r"^(Invalid (?:read|write).*|.*data race.*|.*[Uu]ninitialized.*|.*divergence.*|OCLGRIND.*|Oclgrind:.*)$", re.M)
HOST_MEMORY = re.compile(r"#\s*pragma\s+omp\s+requires\b.*(?:unified_shared_memory|self_maps)")
TIMEOUT = 60
LEFT_OUT = {
    "declare_target/other_files.c": "Oclgrind takes an array without an extent for one of no elements",
    "metadirective/construct.c": "the host prints a string that the device's pointer leads to",
    "metadirective/target_device.c": "the device gets a string's address as data",
    "target_data/sections.c": "the device gets addresses of the host in an array",
    "target/nowait_chains.c": "Oclgrind ends when two threads start kernels at once",
    "target/several_devices.c": "Oclgrind ends when two threads start kernels at once",
    "target/tasks.c": "Oclgrind ends when two threads start kernels at once",
    "target/threads.c": "Oclgrind ends when two threads start kernels at once",
}
# Cases whose accesses are checked, but not for races.
RACES = {
    "allocator/in_kernels.c": "Oclgrind does not see that a lock keeps work-items apart",
    "critical/in_functions.c": "Oclgrind does not see that a lock keeps work-items apart",
    "critical/in_kernels.c": "Oclgrind does not see that a lock keeps work-items apart",
    "opencl_kernels/atomics.c": "a loop around a comparing exchange reads the old value first, and OpenCL 1.2 has no atomic read",
    "opencl_kernels/one_copy.c": "it reads a counter with atomic, and OpenCL 1.2 has no atomic read",
}


def library():
    return next((path for pattern in LIBRARIES for path in glob.glob(pattern)), None)


def problem_of(ppcc, case, folder, environment):
    """Why the case fails, in words; None: it passes."""
    program = os.path.join(folder, "program")
    command = [ppcc, "--pp-target=opencl", "-fopenmp", *case.flags, *case.sources(), "-o", program, *case.libs]
    built = tools.run(command, env=tools.clean_environment(), timeout=120)
    if built.status != 0:
        return built.err
    threads = min(case.threads, key=lambda number: abs(number - 2))
    races = {} if case.name in RACES else {"OCLGRIND_DATA_RACES": "1"}
    done = tools.run([program], env=dict(environment, OMP_NUM_THREADS=str(threads), **races, **case.env), timeout=TIMEOUT)
    if done.status == "timeout":
        return "timeout"
    reports = REPORT.findall(done.err)
    if reports:
        return "\n".join([f"{len(reports)} reports"] + done.err.splitlines()[:12])
    expected, printed = case.expected(threads), done.out.splitlines()
    if case.any_order:
        expected, printed = sorted(expected), sorted(printed)
    if done.status != case.exit or expected != printed:
        return f"ended with {done.status}, printed:\n{done.out}{done.err}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    found = library()
    if not found:
        print("there is no Oclgrind\n0 passed, 0 failed")
        return 0
    environment = tools.clean_environment(PPCC_CACHE="none", PPCC_OPENCL_LIBRARY=found, PPCC_OPENCL_BUFFERS=1, PPCC_OPENCL_TEAM=16,
                                          OMP_TARGET_OFFLOAD="mandatory")
    root = os.path.join(tools.ROOT, "tests", "cases")
    passed = failed = late = 0
    for path in cases.find(root):
        case = cases.Case(path, root)
        wanted = case.name not in LEFT_OUT and (not options.names or any(name in case.name for name in options.names))
        if not wanted or not case.has_target_construct() or not case.device or not case.copies or case.host_runs or "OMP_TARGET_OFFLOAD" in case.env or HOST_MEMORY.search(case.text):
            continue
        with tempfile.TemporaryDirectory(prefix="ppcc-oclgrind-") as folder:
            problem = problem_of(os.path.abspath(options.ppcc), case, folder, environment)
        if problem == "timeout":
            late += 1
            print(f"  too slow here: {case.name}")
        elif problem:
            failed += 1
            print(f"FAIL {case.name}\n    " + problem.replace("\n", "\n    "))
        else:
            passed += 1
        sys.stdout.flush()
    print(f"{passed} passed, {failed} failed, {late} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
