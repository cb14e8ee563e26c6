#!/usr/bin/env python3
"""Runs programs for an OpenCL device where something is wrong with the device, the environment, the cache or the maps, and checks what
the user gets: the text on standard error, the exit status, and the output, which is right whenever the program goes on.

    run_device_errors.py --ppcc build/bin/ppcc

Without an OpenCL device what needs one is left out.
"""

import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile

import device
import tools

PLAIN = """#include <stdio.h>
int main(void)
{
	long sum = 0;
	#pragma omp target teams distribute parallel for reduction(+ : sum)
	for (int i = 0; i < 1000; i++)
		sum += i;
	printf("%ld\\n", sum);
	return 0;
}
"""
MAPS = """#include <stdio.h>
#include <stdlib.h>
#include <omp.h>
static int a[10] = {0, 5};
static void last_words(void)
{
	printf("a[1] is %d\\n", a[1]);
}
int main(int argc, char **argv)
{
	int n = 10;
	double *x = malloc(80);
	size_t many = (size_t)1 << 50;
	atexit(last_words);
	switch (argc > 1 ? *argv[1] : 0) {
	case 'p': /* partly there */
		#pragma omp target data map(to : a[0:5])
		{
			#pragma omp target map(tofrom : a[2:n-4])
			a[3]++;
		}
		break;
	case 'a': /* absent */
		#pragma omp target map(present, tofrom : a)
		a[1]++;
		break;
	case 'u':
		#pragma omp target update to(present : a[1:n-3])
		break;
	case 'm': /* more than there is */
		#pragma omp target map(tofrom : a, x[0:many])
		x[0] = a[1] = 3;
		break;
	case 'r':
		printf("%d\\n", omp_target_alloc(many, omp_get_default_device()) == NULL);
		break;
	}
	return 0;
}
"""
COPY = {"PPCC_OPENCL_COPY": "1"}
RANGE = r"\(\d+ bytes, 0x\w+ to 0x\w+\)"
# (what, program, argument, environment, exit status, standard output, expression that standard error must have)
WITHOUT_DEVICE = [
    ("no driver", "plain", "", {"OCL_ICD_VENDORS": "/nonexistent"}, 0, "499500\n", r"^ppcc runtime: there is no OpenCL device, the host runs target regions: .*$"),
    ("no library", "plain", "", {"PPCC_OPENCL_LIBRARY": "/nonexistent.so"}, 0, "499500\n", r"^ppcc runtime: there is no OpenCL device, .*: there is no library .*$"),
    ("no driver, mandatory", "plain", "", {"OCL_ICD_VENDORS": "/nonexistent", "OMP_TARGET_OFFLOAD": "mandatory"}, 1, "",
     r"^ppcc runtime: \S*plain\.c:\d+: OMP_TARGET_OFFLOAD=mandatory: a target construct needs a device, and there is none"),
    ("offloading disabled", "plain", "", {"OMP_TARGET_OFFLOAD": "disabled"}, 0, "499500\n", r"\A\Z"),
]
WITH_DEVICE = [
    ("no device of that name", "plain", "", {"PPCC_OPENCL_DEVICE": "nothing has this name"}, 0, "499500\n", r"none has a name with what PPCC_OPENCL_DEVICE says"),
    ("a number without device, mandatory", "plain", "", {"OMP_DEFAULT_DEVICE": "77", "OMP_TARGET_OFFLOAD": "mandatory"}, 1, "", r"there is none of that number"),
    ("a word that OMP_TARGET_OFFLOAD does not know", "plain", "", {"OMP_TARGET_OFFLOAD": "often"}, 0, "499500\n", r"OMP_TARGET_OFFLOAD='often' is not mandatory, disabled or default"),
    ("a section that is partly there", "maps", "p", COPY, 1, "a[1] is 5\n", r"^ppcc runtime: \S*maps\.c:\d+: 'a\[2:n-4\]' " + RANGE + r" is only partly on device 0, which has 'a\[0:5\]' " + RANGE),
    ("present, and is not", "maps", "a", COPY, 1, "a[1] is 5\n", r"^ppcc runtime: \S*maps\.c:\d+: 'a' " + RANGE + r" is not on device 0, and has the 'present' modifier"),
    ("an update of what is not present", "maps", "u", COPY, 1, "a[1] is 5\n", r"'a\[1:n-3\]' " + RANGE + r" is not on device 0"),
    ("more memory than there is", "maps", "m", COPY, 1, "a[1] is 5\n", r"out of memory on device 0 for 'x\[0:many\]' \(\d+ bytes\)"),
    ("more memory than there is, by a routine", "maps", "r", COPY, 0, "1\na[1] is 5\n", r"\A\Z"),
    ("a cache folder that cannot be made", "plain", "", {"PPCC_CACHE": "/dev/null/cache"}, 0, "499500\n", r"\A\Z"),
]


class Checks:
    def __init__(self, ppcc, folder):
        self.folder, self.failed, self.passed = folder, 0, 0
        self.programs = {"plain": os.path.join(folder, "plain"), "maps": os.path.join(folder, "maps")}
        self.cache = os.path.join(folder, "kernels")
        for name, text in (("plain", PLAIN), ("maps", MAPS)):
            with open(self.programs[name] + ".c", "w", encoding="utf-8") as file:
                file.write(text)
            built = tools.run([ppcc, "--pp-target=opencl", "-fopenmp", self.programs[name] + ".c", "-o", self.programs[name]], env=tools.clean_environment())
            if built.status != 0:
                sys.exit(built.err)

    def run(self, name, argument="", wrapper=(), **environment):
        env = tools.clean_environment(**{"PPCC_CACHE": self.cache, "TMPDIR": self.folder, **environment})
        done = tools.run([*wrapper, self.programs[name], *([argument] if argument else [])], env=env, timeout=120)
        return done.status, done.out, done.err

    def expect(self, what, right, shown):
        self.passed += bool(right)
        self.failed += not right
        if not right:
            print(f"FAIL {what}\n     {shown}")

    def table(self, rows):
        for what, name, argument, environment, status, printed, error in rows:
            got = self.run(name, argument, **environment)
            self.expect(what, got[:2] == (status, printed) and re.search(error, got[2], re.M), got)

    def cache_files(self):
        return sorted(glob.glob(os.path.join(self.cache, "*.bin")))

    def caches(self):
        self.run("plain")
        files = self.cache_files()
        self.expect("a built kernel is kept", len(files) == 1, files)
        for what, damage in (("rubbish", lambda data: b"rubbish"), ("half", lambda data: data[:len(data) // 2]), ("nothing", lambda data: b""),
                             ("another byte", lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])):
            for path in files:
                with open(path, "rb") as file:
                    data = file.read()
                with open(path, "wb") as file:
                    file.write(damage(data))
            status, printed, error = self.run("plain", PPCC_TRACE=1)
            self.expect(f"a cache file with {what} is made again", status == 0 and printed == "499500\n" and " build " in error, (status, printed, error))
            status, printed, error = self.run("plain", PPCC_TRACE=1)
            self.expect(f"... and used after {what}", status == 0 and printed == "499500\n" and " load " in error, (status, printed, error))
        self.full_disk()
        env = tools.clean_environment(PPCC_CACHE=os.path.join(self.folder, "both"))
        several = [subprocess.Popen([self.programs["plain"]], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
        results = [process.communicate() for process in several]
        self.expect("four processes that fill one cache", all(result == ("499500\n", "") for result in results), results)

    def full_disk(self):
        """The cache is on a file system of 4 KiB, where the machine lets a process mount one."""
        full = os.path.join(self.folder, "full")
        os.mkdir(full)
        wrapper = ["unshare", "-rm", "sh", "-c", f"mount -t tmpfs -o size=4k none {full} && exec \"$@\"", "sh"]
        if tools.run([*wrapper, "true"]).status != 0:
            return
        got = self.run("plain", wrapper=wrapper, PPCC_CACHE=full)
        self.expect("a full disk", got == (0, "499500\n", ""), got)

    def broken_kernel(self):
        status, printed, error = self.run("plain", PPCC_CACHE="none", PPCC_OPENCL_OPTIONS="-cl-no-such-option")
        self.expect("a kernel that cannot be built", status == 1 and "cannot build the kernel main_target_5, plain.c:5: #pragma omp" in error, (status, printed, error))
        kept = re.search(r"(/\S+\.cl)", error)
        self.expect("its file is kept", kept and os.path.exists(kept[1]) and "__kernel void main_target_5(" in open(kept[1], encoding="utf-8").read(), error)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    ppcc = os.path.abspath(parser.parse_args().ppcc)
    with tempfile.TemporaryDirectory(prefix="ppcc-device-errors-") as folder:
        checks = Checks(ppcc, folder)
        checks.table(WITHOUT_DEVICE)
        missing = device.missing(ppcc, "opencl")
        if missing:
            print(missing)
        else:
            checks.table(WITH_DEVICE)
            checks.caches()
            checks.broken_kernel()
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
