#!/usr/bin/env python3
"""Runs the programs in tests/omp_target on the target omp-target.

Each program is translated; `// offloads: N` says how many loops then go to a device, and `// remark: TEXT` that a remark
has that text; `// kernels: of the translation` that its own target constructs are right only with the maps that they get.  `// moves: C copies, B bytes` says what is copied to and from the device of clang while the program runs.
The translated text
- is what comes out when it is translated again,
- compiles without warnings with each native compiler and prints what the program built without OpenMP prints,
- does so too on a device with memory of its own (a host device of the pthread target), so that a wrong map shows,
- and with clang's offloading to the host's processor (x86_64), where clang has the tools and the library for it,
and so do the program that ppcc builds for the target, and the kernels that the opencl target makes of the loops, on a first
OpenCL device, in place where it can and on copies.

    run_omp_target.py --ppcc build/bin/ppcc [part of a name ...]
"""

import argparse
import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "run"))
import device  # noqa: E402
import tools  # noqa: E402

FOLDER = os.path.dirname(os.path.abspath(__file__))
WARNINGS = ["-O1", "-Wall", "-Wextra", "-Werror", "-Wno-unknown-pragmas", "-Wno-source-uses-openmp", "-Wno-pass-failed"]
INSERTED = re.compile(r"^[ \t]*#pragma omp target teams distribute parallel for", re.M)
MOVES = re.compile(r"^// moves: (\d+) copies, (\d+) bytes$", re.M)
COPIED = re.compile(r"Copying data from .*, Size=(\d+),")
REMARK = re.compile(r"^\S+:\d+:\d+: remark: ", re.M)
PROBE = """#include <omp.h>
int main(void)
{
	int x = 0;
	#pragma omp target map(tofrom: x)
	x = !omp_is_initial_device();
	return !x;
}
"""


class Failure(Exception):
    pass


class Plugin:
    """clang's offloading to the host's own processor.  `missing` says why there is none; None where it works."""

    def __init__(self):
        self.compiler = tools.compilers().get("clang")
        self.missing = "no clang" if not self.compiler else self._missing()

    def build(self, source, program):
        return [self.compiler, "-fopenmp", "-fopenmp-targets=x86_64-pc-linux-gnu", "-w", source, "-lm", "-o", program]

    def environment(self):
        library = tools.run([self.compiler, "-print-file-name=libomptarget.so"]).out.strip()
        return {"LD_LIBRARY_PATH": os.path.dirname(os.path.abspath(library)), "OMP_TARGET_OFFLOAD": "mandatory", "LIBOMPTARGET_INFO": "32"}

    def _missing(self):
        with tempfile.TemporaryDirectory(prefix="ppcc-plugin-") as work:
            source, program = os.path.join(work, "probe.c"), os.path.join(work, "probe")
            with open(source, "w", encoding="utf-8") as file:
                file.write(PROBE)
            built = tools.run(self.build(source, program))
            if built.status != 0:
                return f"clang does not build for it ({(built.err.strip() or 'no message').splitlines()[0]})"
            ran = tools.run([program], env=tools.clean_environment(**self.environment()))
            return None if ran.status == 0 else "no device is found when a program runs"


def must(what, command, **changes):
    done = tools.run(command, env=tools.clean_environment(**changes))
    if done.status != 0:
        raise Failure(f"{what} ended with {done.status}:\n{done.out}{done.err}")
    return done


def same(what, expected, got):
    if expected != got:
        raise Failure(f"{what}: expected\n{expected}but got\n{got}")


def check_text(ppcc, path, text, remarks):
    with open(path, encoding="utf-8") as file:
        program = file.read()
    for line in program.splitlines():
        wanted = re.search(r"// remark: (.*)$", line)
        if wanted and wanted.group(1) not in remarks:
            raise Failure(f"no remark has '{wanted.group(1)}':\n{remarks}")
    wanted = int(re.search(r"^// offloads: (\d+)$", program, re.M).group(1))
    if wanted != len(INSERTED.findall(text)):
        raise Failure(f"{len(INSERTED.findall(text))} loops go to a device, not {wanted}:\n{remarks}")
    given = len(REMARK.findall(remarks))
    if given != program.count("// remark: "):
        raise Failure(f"{given} remarks, not {program.count('// remark: ')}:\n{remarks}")


def check_moves(path, report):
    with open(path, encoding="utf-8") as file:
        wanted = MOVES.search(file.read())
    sizes = [int(size) for size in COPIED.findall(report)]
    if wanted and (len(sizes), sum(sizes)) != (int(wanted.group(1)), int(wanted.group(2))):
        raise Failure(f"{len(sizes)} copies, {sum(sizes)} bytes are moved, not {wanted.group(1)} copies, {wanted.group(2)} bytes")


def check(ppcc, path, work, plugin):
    source, program = os.path.join(work, "translated.c"), os.path.join(work, "program")
    emit = [ppcc, "--pp-target=omp-target", "--pp-emit"]
    done = must("translation", emit + [path])
    check_text(ppcc, path, done.out, done.err)
    with open(source, "w", encoding="utf-8") as file:
        file.write(done.out)
    same("the second translation", done.out, must("translating again", emit + [source]).out)
    for compiler in tools.compilers().values():
        must(compiler, [compiler, *WARNINGS, path, "-lm", "-o", program])
        expected = must("the serial program", [program]).out
        must(compiler, [compiler, "-fopenmp", *WARNINGS, source, "-lm", "-o", program])
        same(f"the translated program of {compiler}", expected, must("the translated program", [program]).out)
        must("ppcc", [ppcc, "--pp-target=omp-target", *WARNINGS, path, "-lm", "-o", program], PPCC_CC=compiler)
        same(f"the program of ppcc and {compiler}", expected, must("the program", [program]).out)
        must("ppcc", [ppcc, "-fopenmp", *WARNINGS, source, "-lm", "-o", program], PPCC_CC=compiler)
        same("on a device with memory of its own", expected,
             must("the program on a device", [program], PPCC_HOST_DEVICES=1, OMP_TARGET_OFFLOAD="mandatory").out)
    if not plugin.missing:
        must("clang for its own device", plugin.build(source, program))
        ran = must("the program on clang's device", [program], **plugin.environment())
        same("on the device of clang", expected, ran.out)
        check_moves(path, ran.err)
    return expected


def check_kernels(ppcc, path, work, expected):
    """The loops as OpenCL kernels, but for those of which ppcc remarks that they cannot be."""
    program = os.path.join(work, "kernels")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    source = os.path.join(work, "translated.c") if re.search(r"^// kernels: of the translation$", text, re.M) else path
    must("ppcc for kernels", [ppcc, "--pp-target=opencl", *WARNINGS, "-fopenmp", source, "-lm", "-o", program])
    for settings in {}, {"PPCC_OPENCL_COPY": "1"}:  # with little to do the host would run them
        ran = must("the program with kernels", [program], PPCC_TRACE=1, PPCC_LOOPS="device", PPCC_CACHE=os.path.join(work, "cache"), **settings)
        same(f"kernels, {settings or 'in place'}", expected, ran.out)
    if not re.search(r"^// offloads: 0$", text, re.M) and not re.search(r"^ppcc trace +0 +kernel ", ran.err, re.M):
        raise Failure(f"no kernel was launched:\n{ran.err}")


def main():
    parser = argparse.ArgumentParser(description="Runs the programs in tests/omp_target on the target omp-target.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    ppcc = os.path.abspath(options.ppcc)
    paths = [path for path in sorted(glob.glob(os.path.join(FOLDER, "**", "*.c"), recursive=True))
             if not options.names or any(name in path for name in options.names)]
    report = tools.Report("omp-target", len(paths))
    plugin = Plugin()
    no_device = device.missing(ppcc, "opencl")
    if no_device:
        print(f"left out: kernels of loops: {no_device}")
    if plugin.missing:
        print(f"left out: clang's offloading to x86_64: {plugin.missing}")
    for path in paths:
        problems = []
        with tempfile.TemporaryDirectory(prefix="ppcc-omp-target-") as work:
            try:
                expected = check(ppcc, path, work, plugin)
                if not no_device:
                    check_kernels(ppcc, path, work, expected)
            except Failure as failure:
                problems = [str(failure)]
        report.add("omp-target", os.path.relpath(path, FOLDER), problems)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
