#!/usr/bin/env python3
"""Installs ppcc into a temporary folder and uses it the ways a project would: make, CMake with -DCMAKE_C_COMPILER, with
the toolchain file and with find_package(ppcc), pkg-config.  Each program must run correctly and be linked with libppcc, and with no
other OpenMP runtime.

    run_package.py --ppcc build/bin/ppcc --build build
"""

import argparse
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run"))
import tools  # noqa: E402

EXAMPLE = os.path.join(tools.ROOT, "examples", "pi_loop")


class Failed(Exception):
    pass


class Installed:
    def __init__(self, build, folder):
        self.folder = folder
        self.prefix = os.path.join(folder, "moved", "prefix")
        first = os.path.join(folder, "first")
        self.must(["cmake", "--install", build, "--prefix", first])
        shutil.move(first, self.prefix)  # an installation may be moved
        self.ppcc = os.path.join(self.prefix, "bin", "ppcc")
        self.library = os.path.dirname(self.one("libppcc.a"))

    def one(self, name):
        for folder, _, files in os.walk(self.prefix):
            if name in files:
                return os.path.join(folder, name)
        raise Failed(f"{name} is not installed")

    def must(self, command, cwd=None, **environment):
        done = tools.run(command, cwd=cwd, env=tools.clean_environment(**environment), timeout=300)
        if done.status != 0:
            raise Failed(f"{' '.join(command)} ended with {done.status}:\n{done.out[-2000:]}{done.err[-2000:]}")
        return done.out

    def work(self, name):
        path = os.path.join(self.folder, name)
        os.mkdir(path)
        return path

    def verify(self, program, shared=True, **environment):
        output = self.must([program, "1000000"], OMP_NUM_THREADS="3", **environment)
        if "pi = 3.14159265" not in output or "threads 3" not in output:
            raise Failed(f"{program} printed: {output}")
        needed = re.findall(r"NEEDED.*\[(\S+)\]", self.must(["readelf", "-d", program]))
        if any(name.startswith(("libgomp", "libomp", "libiomp")) for name in needed):
            raise Failed(f"the program is linked with {' '.join(needed)}")
        if shared and not any(name.startswith("libppcc") for name in needed):
            raise Failed(f"the program is not linked with libppcc but with {' '.join(needed)}")

    def cmake(self, work, source, *arguments):
        build = os.path.join(work, "build")
        self.must(["cmake", "-S", source, "-B", build, *arguments])
        self.must(["cmake", "--build", build])
        return build


def check_files(here):
    for name in ("ppcc", "libppcc.so", "libppcc.a", "omp.h", "ppcc.pc", "ppcc-config.cmake", "ppcc-toolchain.cmake", "LICENSE"):
        here.one(name)
    if not here.one("pthread.h").endswith("/ppcc/include/ppcc/pthread.h"):
        raise Failed("pthread.h is not in lib/ppcc/include/ppcc")


def check_command(here):
    work = here.work("command")
    here.must([here.ppcc, "-O2", "-fopenmp", os.path.join(EXAMPLE, "pi_loop.c"), "-o", "pi", "-lm"], cwd=work)
    here.verify(os.path.join(work, "pi"))


def check_static(here):
    work = here.work("static")
    here.must([here.ppcc, "--pp-static", "-O2", "-fopenmp", os.path.join(EXAMPLE, "pi_loop.c"), "-o", "pi", "-lm"], cwd=work)
    here.verify(os.path.join(work, "pi"), shared=False)


def check_make(here):
    work = os.path.join(here.folder, "make")
    shutil.copytree(EXAMPLE, work)
    here.must(["make", "CC=" + here.ppcc], cwd=work)
    here.verify(os.path.join(work, "pi_loop"))


def check_cmake_compiler(here):
    build = here.cmake(here.work("compiler"), EXAMPLE, "-DCMAKE_C_COMPILER=" + here.ppcc)
    here.verify(os.path.join(build, "pi_loop"))


def check_cmake_toolchain(here):
    build = here.cmake(here.work("toolchain"), EXAMPLE, "-DCMAKE_TOOLCHAIN_FILE=" + here.one("ppcc-toolchain.cmake"))
    here.verify(os.path.join(build, "pi_loop"))


def check_build_tree_toolchain(here, build_tree):
    toolchain = os.path.join(build_tree, "lib", "cmake", "ppcc", "ppcc-toolchain.cmake")
    build = here.cmake(here.work("build-tree"), EXAMPLE, "-DCMAKE_TOOLCHAIN_FILE=" + toolchain)
    here.verify(os.path.join(build, "pi_loop"))


def check_cmake_package(here):
    """Translated text compiled by the native compiler and linked with the imported library."""
    work = here.work("package")
    text = here.must([here.ppcc, "--pp-emit", "-fopenmp", os.path.join(EXAMPLE, "pi_loop.c")])
    with open(os.path.join(work, "pi.c"), "w", encoding="utf-8") as file:
        file.write(text)
    with open(os.path.join(work, "CMakeLists.txt"), "w", encoding="utf-8") as file:
        file.write("cmake_minimum_required(VERSION 3.20)\nproject(t C)\nfind_package(ppcc REQUIRED)\nadd_executable(pi pi.c)\n"
                   "target_link_libraries(pi ppcc::runtime m)\n"
                   "if(NOT EXISTS ${PPCC_EXECUTABLE} OR NOT EXISTS ${PPCC_TOOLCHAIN_FILE})\n\tmessage(FATAL_ERROR no)\nendif()\n")
    build = here.cmake(work, work, "-DCMAKE_PREFIX_PATH=" + here.prefix)
    here.verify(os.path.join(build, "pi"))


def check_pkg_config(here):
    work = here.work("pkg-config")
    folder = os.path.dirname(here.one("ppcc.pc"))
    flags = here.must(["pkg-config", "--cflags", "--libs", "ppcc"], PKG_CONFIG_PATH=folder).split()
    text = here.must([here.ppcc, "--pp-emit", "-fopenmp", os.path.join(EXAMPLE, "pi_loop.c")])
    with open(os.path.join(work, "pi.c"), "w", encoding="utf-8") as file:
        file.write(text)
    here.must(["cc", "-O2", "pi.c", "-o", "pi", *flags, "-lm"], cwd=work)
    here.verify(os.path.join(work, "pi"), LD_LIBRARY_PATH=here.library)


def main():
    parser = argparse.ArgumentParser(description="Installs ppcc and uses the installation.")
    parser.add_argument("--ppcc", required=True)
    parser.add_argument("--build", required=True, help="the build tree")
    options = parser.parse_args()
    checks = [
        ("installed files", check_files),
        ("ppcc from the command line", check_command),
        ("ppcc --pp-static", check_static),
        ("make CC=ppcc", check_make),
        ("cmake -DCMAKE_C_COMPILER=ppcc, find_package(OpenMP)", check_cmake_compiler),
        ("cmake -DCMAKE_TOOLCHAIN_FILE", check_cmake_toolchain),
        ("the toolchain file of the build tree", lambda here: check_build_tree_toolchain(here, os.path.abspath(options.build))),
        ("find_package(ppcc)", check_cmake_package),
        ("pkg-config", check_pkg_config),
    ]
    report = tools.Report("package", len(checks))
    with tempfile.TemporaryDirectory(prefix="ppcc-package-") as folder:
        try:
            here = Installed(os.path.abspath(options.build), folder)
        except Failed as failure:
            report.add("package", "cmake --install", [str(failure)])
            return report.finish()
        for name, check in checks:
            problems = []
            try:
                check(here)
            except Failed as failure:
                problems.append(str(failure))
            report.add("package", name, problems)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
