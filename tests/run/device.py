"""Running cases on a device target: which ones, with which settings, and what ppcc may remark."""

import os
import re
import tempfile

import tools
from case import Case, CaseError

TARGETS = ("opencl",)
TIMEOUT = 120  # seconds: the first run of a program builds its kernels
REMARK = re.compile(r"^.*: (?:remark|note): the host runs .*$", re.M)
STAYS = re.compile(r"^.*: remark: .* stays on the host: .*$", re.M)  # of loops outside of target regions; what a case says is about the others
# Folders of caches, under the build folder: neither what a user has there nor his home matters to a test.
FOLDERS = {"PPCC_CACHE": "kernels", "POCL_CACHE_DIR": "pocl", "XDG_CACHE_HOME": "cache"}
PROGRAM = """#include <omp.h>
int main(void)
{
	int host = 1;
	#pragma omp target map(from : host)
	host = omp_is_initial_device();
	return omp_get_num_devices() == 0 || host;
}
"""


def missing(ppcc, target):
    """Why no case can run, in words; None: there is a device."""
    with tempfile.TemporaryDirectory(prefix="ppcc-device-") as folder:
        source, program = os.path.join(folder, "device.c"), os.path.join(folder, "device")
        with open(source, "w", encoding="utf-8") as file:
            file.write(PROGRAM)
        built = tools.run([ppcc, f"--pp-target={target}", "-fopenmp", source, "-o", program], env=tools.clean_environment())
        if built.status != 0:
            return None  # the cases will say why
        result = tools.run([program], env=tools.clean_environment(PPCC_CACHE="none"), timeout=120)
        return f"there is no device for the target {target}" if result.status == 1 else None


def has_loops_only(path, root):
    """Whether a device can only run loops outside of target regions, which is_for leaves out."""
    try:
        case = Case(path, root)
        return case.device and not case.has_target_construct() and case.kernels is None
    except (CaseError, ValueError, IndexError):
        return False


def is_for(path, root):
    """Whether a case has a construct that a device can run; what is not well formed is left to the check."""
    try:
        case = Case(path, root)
        return case.device and (case.has_target_construct() or case.kernels is not None)
    except (CaseError, ValueError, IndexError):
        return True


def remarks(text):
    """(the remarks that the host runs something, the rest of what ppcc printed)"""
    found = REMARK.findall(text)
    if not found and not STAYS.search(text):
        return [], text
    rest = [block for block in re.split(r"(?m)^(?=\S+:\d+:\d+: )", text) if not REMARK.match(block) and not STAYS.match(block)]
    return found, "".join(rest)


def settings(case, build, loops=False):
    """The environments that a case runs with: in place, then on copies and in large teams, as on a card; a host that may not stand in
    for the device.  loops: only on copies, with all loops on the device that can be there."""
    common = {name: os.path.join(build, "tests", folder) for name, folder in FOLDERS.items()}
    if not case.host_runs and "OMP_TARGET_OFFLOAD" not in case.env:
        common["OMP_TARGET_OFFLOAD"] = "mandatory"
    if loops or case.kernels is not None:
        common["PPCC_LOOPS"] = "device"
    copies = {**common, "PPCC_OPENCL_COPY": "1", "PPCC_OPENCL_TEAM": "64"}
    if loops:
        return [copies]
    settings = [common, copies] if case.copies else [common]
    if any(name.startswith("PPCC_OPENCL") for name in case.env_also):
        settings.append({**common, **case.env_also})
    return settings
