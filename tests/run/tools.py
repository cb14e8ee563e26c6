"""What the test scripts share: running commands, the compilers, the report."""

import os
import shutil
import subprocess
import sys
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLANGS = ["clang-%d" % version for version in range(30, 15, -1)] + ["clang"]


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


def run(command, cwd=None, env=None, timeout=60, stdin=subprocess.DEVNULL):
    """Runs a command; status is "timeout" when it did not end in time, -N when signal N ended it."""
    try:
        done = subprocess.run(command, cwd=cwd, env=env, timeout=timeout, stdin=stdin,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except subprocess.TimeoutExpired as late:
        return Result("timeout", decode(late.stdout or b""), decode(late.stderr or b""))
    except OSError as error:
        return Result("no program", "", str(error))
    return Result(done.returncode, decode(done.stdout), decode(done.stderr))


def decode(data):
    return data.decode("utf-8", "surrogateescape")


def find_clang():
    return next((name for name in CLANGS if shutil.which(name)), None)


def compilers():
    """The native compilers by family: {"gcc": "gcc", "clang": "clang-19"}; a missing one is left out."""
    found = {"gcc": shutil.which("gcc") and "gcc", "clang": find_clang()}
    return {family: command for family, command in found.items() if command}


def clean_environment(**changes):
    """This process's environment without what would change how OpenMP programs and ppcc behave."""
    env = {name: value for name, value in os.environ.items()
           if not name.startswith(("OMP_", "GOMP_", "KMP_", "LIBOMP_", "PPCC_"))}
    env.update({name: str(value) for name, value in changes.items()})
    return env


def numbers(text):
    """The numbers of a list such as 1,2,7."""
    return [int(word) for word in text.split(",")]


def fixed_addresses():
    """What to put before a command so that its addresses are not random, where that is possible: ThreadSanitizer of
    older compilers does not start when they are random over a wide range."""
    wrapper = ["setarch", "-R"]
    return wrapper if shutil.which("setarch") and run(wrapper + ["true"]).status == 0 else []


class Report:
    """Counts and prints results.  Each failure is printed when it happens, progress on a terminal's last line or
    every `step` results, and at the end a table by topic and the line "N passed, N failed"."""

    def __init__(self, title, total, step=25):
        self.title, self.total, self.step = title, total, step
        self.topics = {}
        self.passed = self.failed = 0
        self.live = sys.stdout.isatty()
        self.lock = threading.Lock()

    def add(self, topic, name, problems):
        with self.lock:
            counts = self.topics.setdefault(topic, [0, 0])
            counts[1 if problems else 0] += 1
            self.passed += not problems
            self.failed += bool(problems)
            if problems:
                self._clear()
                print(f"FAIL {name}")
                for problem in problems:
                    print("     " + problem.rstrip().replace("\n", "\n     "))
            self._progress(name)

    def _clear(self):
        if self.live:
            print("\r\033[K", end="")

    def _progress(self, name):
        done = self.passed + self.failed
        text = f"{self.title} {done}/{self.total}" + (f", {self.failed} failed" if self.failed else "")
        if self.live:
            print(f"\r\033[K{text}  {name[:60]}", end="", flush=True)
        elif done % self.step == 0 and done < self.total:
            print(text, flush=True)

    def finish(self):
        """Prints the summary; returns the exit status."""
        self._clear()
        if len(self.topics) > 1:
            width = max(len(topic) for topic in self.topics)
            print(f"{'':{width}}  passed  failed")
            for topic, (passed, failed) in sorted(self.topics.items()):
                print(f"{topic:{width}}  {passed:6}  {failed or '':>6}")
        if self.total == 0:
            print("nothing to test was found")
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or self.total == 0 else 0
