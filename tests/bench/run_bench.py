#!/usr/bin/env python3
"""Compares ppcc with the native OpenMP compilers: programs, single constructs, and the time to compile.

Every comparison is paired: the two programs run one after the other, in an order that alternates, and the table shows
the median of the ratios, ppcc over the native compiler that is also ppcc's back end, with the same flags.  Above 1, ppcc
is slower.  Nothing here passes or fails.

    run_bench.py [--ppcc build/release/bin/ppcc] [--pairs 11] [--threads 1,2] [programs] [constructs] [device] [compiling]
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run"))
import tools  # noqa: E402

PROGRAMS = ["pi_loop", "pi_spmd", "pi_tasks", "dgemm"]
HERE = os.path.dirname(os.path.abspath(__file__))


def build(command, source, program, env=None, libraries=()):
    sources = source if isinstance(source, list) else [source]
    done = tools.run([*command, "-O2", "-fopenmp", *sources, "-o", program, *libraries, "-lm"], env=env or tools.clean_environment(), timeout=120)
    if done.status != 0:
        sys.exit(f"{' '.join(command)} could not build {source}:\n{done.err}")


def pair(ppcc, family, command, source, folder):
    """The program built by the native compiler and by ppcc over it."""
    name = os.path.basename(source)[:-2]
    programs = [os.path.join(folder, f"{name}.{family}.{which}") for which in ("native", "ppcc")]
    build([command], source, programs[0])
    build([ppcc], source, programs[1], tools.clean_environment(PPCC_CC=command))
    return programs


def interleaved(first, second, pairs):
    """Calls both `pairs` times in alternating order; returns the two lists of their results."""
    results = ([], [])
    for i in range(pairs):
        for which in ((0, 1), (1, 0))[i % 2]:
            results[which].append((first, second)[which]())
    return results


def ratio_row(label, native, ours, unit):
    ratios = sorted(b / a for a, b in zip(native, ours))
    low, high = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    return (f"{label:28} {statistics.median(native):10.4g} {statistics.median(ours):10.4g} {unit:3}"
            f"{statistics.median(ratios):8.3f}   {low:.3f} .. {high:.3f}")


def heading(title):
    print(f"\n{title:28} {'native':>10} {'ppcc':>10}    {'ratio':>8}   middle half", flush=True)


def program_seconds(program, threads):
    done = tools.run([program], env=tools.clean_environment(OMP_NUM_THREADS=threads))
    match = re.search(r"([\d.]+) seconds", done.out)
    if done.status != 0 or not match:
        sys.exit(f"{program} failed:\n{done.out}{done.err}")
    return max(float(match[1]), 1e-3)


def bench_programs(options, folder):
    heading("programs")
    for family, command in options.compilers.items():
        for name in PROGRAMS:
            programs = pair(options.ppcc, family, command, os.path.join(tools.ROOT, "examples", name, name + ".c"), folder)
            for threads in options.threads:
                native, ours = interleaved(*[lambda p=p: program_seconds(p, threads) for p in programs], options.pairs)
                print(ratio_row(f"{command} {name} {threads} thr", native, ours, "s"), flush=True)


def construct_times(program, threads):
    done = tools.run([program], env=tools.clean_environment(OMP_NUM_THREADS=threads), timeout=300)
    if done.status != 0:
        sys.exit(f"{program} failed:\n{done.err}")
    return {name: float(value) for name, value in (line.split() for line in done.out.splitlines())}


def bench_constructs(options, folder):
    heading("constructs")
    for family, command in options.compilers.items():
        programs = pair(options.ppcc, family, command, os.path.join(HERE, "constructs.c"), folder)
        for threads in options.threads:
            native, ours = interleaved(*[lambda p=p: construct_times(p, threads) for p in programs], max(3, options.pairs // 3))
            for name in native[0]:
                print(ratio_row(f"{command} {name} {threads} thr", [max(t[name], 0.1) for t in native], [t[name] for t in ours], "ns"),
                      flush=True)


def kernels_program(options, folder):
    """The loops in their three forms in one program, built as kernels.h says; None: it cannot be built here."""
    objects = []
    for name, compiler in (("kernels", [options.ppcc, "--pp-target=opencl", "-fopenmp"]), ("kernels_main", [options.ppcc, "--pp-target=opencl", "-fopenmp"]),
                           ("kernels", [options.ppcc, "-fopenmp", "-DON_THREADS"]), ("kernels_by_hand", ["cc", f'-DSOURCE="{HERE}/kernels_by_hand.cl"'])):
        objects.append(os.path.join(folder, f"{len(objects)}.o"))
        built = tools.run([*compiler, "-O2", "-c", os.path.join(HERE, name + ".c"), "-o", objects[-1]])
        if built.status != 0:
            print(f"\nno kernels are measured: those by hand need OpenCL's headers and library (ocl-icd-opencl-dev)\n{built.err[:200]}")
            return None
    build([options.ppcc, "--pp-target=opencl"], objects, os.path.join(folder, "all"), libraries=["-lOpenCL"])
    return os.path.join(folder, "all")


def bench_device(options, folder):
    """Kernels beside the same ones written by hand in OpenCL, and beside the host's threads (pthread), in turn."""
    program = kernels_program(options, folder)
    if not program:
        return
    done = tools.run([program, str(options.pairs)], env=tools.clean_environment(OMP_WAIT_POLICY="passive"), timeout=600)
    if done.status != 0:
        sys.exit(f"the kernels failed:\n{done.out}{done.err}")
    rows = {}
    for line in done.out.splitlines():
        name, *times = line.split()
        rows.setdefault(name, []).append([float(time) / 1e3 for time in times])
    for title, other, kernel in (("kernels, by hand", 0, 1), ("  processors' time", 3, 4), ("kernels, threads", 2, 1), ("  processors' time", 5, 4)):
        heading(title)
        for name, times in rows.items():
            if min(row[other] for row in times) > 0:
                print(ratio_row(name, [row[other] for row in times], [row[kernel] for row in times], "us"), flush=True)


def measured(command, env):
    """(seconds, MiB at the most) of a command; the memory counts the largest process below it."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{tools.decode(errors)}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def compiled_files(folder):
    """A file without a pragma and one of about 300 lines with regions, both with the usual headers."""
    headers = "#include <math.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
    plain = [f"double plain_{i}(double *v, int n)\n{{\n\tdouble s = 0;\n\tfor (int i = 0; i < n; i++)\n"
             f"\t\ts += sqrt(v[i]) * {i};\n\treturn s;\n}}\n\n" for i in range(36)]
    region = "".join(f"double region_{i}(double *v, int n)\n{{\n\tdouble s = 0, t = {i};\n"
                     f"\t#pragma omp parallel for reduction(+ : s) firstprivate(t)\n\tfor (int i = 0; i < n; i++) {{\n"
                     f"\t\tt += v[i];\n\t\ts += sqrt(v[i]) * t;\n\t}}\n\tprintf(\"%f\\n\", s);\n\treturn s;\n}}\n\n" for i in range(12))
    files = {"no pragma": headers + "".join(plain), "12 regions": headers + "".join(plain[:18]) + region}
    for name, text in files.items():
        path = os.path.join(folder, name.replace(" ", "_") + ".c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        yield f"{name}, {text.count(chr(10))} lines", path


def bench_compiling(options, folder):
    heading("compiling (-O2 -fopenmp -c)")
    for _, command in options.compilers.items():
        for label, path in compiled_files(folder):
            arguments = ["-O2", "-fopenmp", "-c", path, "-o", os.path.join(folder, "compiled.o")]
            native_env, env = tools.clean_environment(), tools.clean_environment(PPCC_CC=command)
            native, ours = interleaved(lambda: measured([command, *arguments], native_env),
                                       lambda: measured([options.ppcc, *arguments], env), options.pairs)
            print(ratio_row(f"{command} {label}", [t for t, _ in native], [t for t, _ in ours], "s"))
            print(ratio_row("    memory", [m for _, m in native], [m for _, m in ours], "MiB"), flush=True)


def main():
    parser = argparse.ArgumentParser(description="Compares ppcc with the native OpenMP compilers.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "release", "bin", "ppcc"))
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--threads", type=tools.numbers, default=[1, 2])
    parser.add_argument("--back-end", choices=("gcc", "clang"), help="only this compiler")
    parser.add_argument("parts", nargs="*", help="programs, constructs, device, compiling; all when none is named")
    options = parser.parse_args()
    parts = {"programs": bench_programs, "constructs": bench_constructs, "device": bench_device, "compiling": bench_compiling}
    unknown = [part for part in options.parts if part not in parts]
    if unknown:
        parser.error(f"there is no part '{unknown[0]}'")
    options.ppcc = os.path.abspath(options.ppcc)
    options.compilers = {family: command for family, command in tools.compilers().items() if options.back_end in (None, family)}
    with tempfile.TemporaryDirectory(prefix="ppcc-bench-") as folder:
        for name, bench in parts.items():
            if not options.parts or name in options.parts:
                bench(options, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
