"""Random programs whose variables are shared and private in many ways."""

import random

DECLARED = """static int g1;
static double g2[8];
static int own_of_thread;
#pragma omp threadprivate(own_of_thread)
int work(int p, const int *q, int n)
{
	int a = 1, b = 2, r = 0, i;
	const int c = 3;
	double d[4] = {0};
	struct { int x; } s = {0};
"""
NAMES = ["g1", "g2[1]", "own_of_thread", "p", "q[0]", "a", "b", "c", "d[2]", "s.x"]
WRITTEN = ["g1", "g2[2]", "own_of_thread", "p", "a", "b", "d[0]", "s.x"]


def sharing_program(seed):
    """A parallel region with a loop and a task in it, with clauses and uses by the seed."""
    pick = random.Random(seed)

    # a global variable that only a construct inside names is no matter to clang in the region around
    local = [name for name in NAMES if not name.startswith("g")]

    def uses(count, written=WRITTEN, names=NAMES):
        return " ".join(f"{pick.choice(written)} = {pick.choice(names)} + {pick.choice(names)};" for _ in range(count))

    def clauses():
        names = pick.sample(["p", "a", "b", "d", "s", "g1"], pick.randint(0, 3))
        return "".join(f" {pick.choice(['private', 'firstprivate', 'shared'])}({name})" for name in names)

    lines = [f"#pragma omp parallel{clauses()} reduction(+ : r)", "\t{", f"\t\tint inside = 1; {uses(4)}"]
    if seed % 2:
        lines += ["#pragma omp for", "\t\tfor (i = 0; i < n; i++) {", f"\t\t\t{uses(2, WRITTEN[2:], local)} r += i;", "\t\t}"]
    lines += ["#pragma omp task" + pick.choice(["", " firstprivate(a)", " shared(b)"]),
              f"\t\ts.x = inside + a + b + {pick.choice(local)} + {pick.choice(local)};", "\t}"]
    return DECLARED + "\n".join(lines) + "\n\treturn r + a + b + c + p + q[0] + (int)d[1] + s.x;\n}\n"
