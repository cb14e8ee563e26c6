#!/usr/bin/env python3
"""Writes a random OpenMP C program to standard output; the same SEED gives the same program.

    generate.py SEED [--stages N]

The program prints one line per stage, a checksum over the stage's variables.  What it prints does not depend on the
number of threads, the schedules or the compiler, and is the same when the pragmas are ignored:

  * arithmetic is on integers (compile with -fwrapv), floating-point variables hold small whole numbers;
  * at each moment a shared variable is either only read, or written by one thread, by element, or by operations that
    commute; every construct that writes is followed by a barrier;
  * what all threads do in a region without a worksharing construct gives the same whoever does it and how often;
  * a variable that had a private copy is set anew after the region, for without pragmas it was overwritten.
"""

import argparse

from bodies import Bodies
from values import Context, INTEGERS, Region, Variable

# What programs of each kind have.
TYPES_OF_ALL = """\
struct pair {
	short a;
	unsigned long b;
	int c[3];
};
struct tally {
	unsigned n;
	unsigned long long sum;
};
"""
FUNCTIONS_OF_ALL = """\
static void mix(unsigned long long v)
{
	checksum = (checksum ^ v) * 1099511628211u + 7;
}

static unsigned scramble(unsigned x)
{
	x ^= x >> 15;
	return x * 2654435761u;
}

static int same(int x)
{
	return x;
}
"""
PROLOGUE = """\
#include <stdio.h>
#include <stdlib.h>
#ifdef _OPENMP
#include <omp.h>
#else
static int omp_get_thread_num(void) { return 0; }
static int omp_get_num_threads(void) { return 1; }
#endif

#define TEXT(...) #__VA_ARGS__
#define OMP(...) _Pragma(TEXT(omp __VA_ARGS__))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define ASSIGN(to, what) do { (to) = (what); } while (0)
#define UPDATE(to, op, what) ((to) op (what))

""" + TYPES_OF_ALL + """\
#pragma omp declare reduction(join : struct tally : omp_out.n += omp_in.n, omp_out.sum ^= omp_in.sum) \\
	initializer(omp_priv = {0, 0})

static unsigned long long checksum;
static int kept;
#pragma omp threadprivate(kept)

""" + FUNCTIONS_OF_ALL + """\

static unsigned tree(int depth, unsigned seed)
{
	unsigned a, b;
	if (depth == 0)
		return scramble(seed);
#pragma omp task shared(a) firstprivate(seed)
	a = tree(depth - 1, seed + 1);
#pragma omp task shared(b) if (depth > 1) final(depth < 2)
	b = tree(depth - 1, seed * 3);
#pragma omp taskwait
	return a ^ b * 31u;
}
"""


class Generator(Bodies):
    # ------------------------------------------------------------------------------------------------ parallel regions
    def clauses(self, region, none_allowed=True):
        """The data-sharing clauses of a finished parallel region."""
        text, none = "", none_allowed and self.chance(0.3)
        for name, v in sorted(region.used.items()):
            if region.explicit.get(name) is not None:
                text += region.explicit[name]
            elif name not in region.targets and self.chance(0.2):
                text += f" firstprivate({name})"
            elif none or self.chance(0.2):
                text += f" shared({name})"
        return text + (" default(none)" if none else self.pick("", "", " default(shared)"))

    def parallel(self, context, writable, depth):
        """A parallel region, with what must stand before and after it."""
        region = Region()
        self.regions.append(region)
        extra = ""
        if depth > 0:
            extra += f" num_threads({self.random.randint(1, 3)})"
        elif self.chance(0.25):
            extra += f" num_threads({self.number(self.random.randint(1, 4), context)})"
        if self.chance(0.15):
            extra += f" if({'parallel: ' if self.chance(0.3) else ''}{self.expression(context, 4)} > 5)"
        if self.chance(0.35):
            directive, lines, before = self.worksharing_loop(region, context, writable, depth, True)
            text = f"parallel {directive}{extra}"
        else:
            text, before = f"parallel{extra}", []
            lines = self.block(region, context, writable, depth)
        self.regions.pop()
        return [*before, *self.pragma(text + self.clauses(region)), *lines, *region.resets]

    def block(self, region, context, writable, depth):
        """The body of a parallel construct that is not combined with a loop."""
        lines, own = [], []
        scalars = [v for v in writable if v.shape in ("scalar", "pair", "array") and not (v.shape == "array" and v.vla)]
        private = self.take(scalars, 2) if self.chance(0.5) else []
        shared = [v for v in writable if v not in private]
        context = context.without(private)
        kept_line = depth == 0 and self.chance(0.2)
        for v in private:
            self.use(v)
            first = self.chance(0.5)
            region.explicit[v.name] = f" {'firstprivate' if first else 'private'}({v.name})"
            region.resets += self.reset(v)
            lines += self.reset(v) if not first or self.chance(0.3) else []
            own.append(v)
        context.readable += own
        for _ in range(self.random.randint(0, 2)):
            context.readable.append(self.local(context, lines))
        lines += self.pragma("barrier", plain=True)  # what was read above may be written below
        if kept_line:
            region.explicit["kept"] = " copyin(kept)"
            kept = Variable("kept", "int", "scalar", level=len(self.regions) - 1)
            region.used["kept"] = kept
            context.readable.append(Variable("kept", "int", "scalar", level=len(self.regions)))
        for _ in range(self.random.randint(1, 4)):
            poisoned = getattr(region, "poisoned", set())
            context = context.without([v for v in writable if v.name in poisoned])
            lines += self.item(region, context, [v for v in shared if v.name not in poisoned], own, depth)
        return ["{", *lines, "}"]

    def item(self, region, context, shared, own, depth):
        """One construct in a parallel region, ended by a barrier."""
        kinds = [self.item_loop, self.item_loop, self.item_single, self.item_sections, self.item_master, self.item_deal,
                 self.item_critical, self.item_tasks, self.item_orphan]
        return self.random.choice(kinds)(region, context, shared, own, depth)

    def barrier(self, nowait):
        return self.pragma("barrier", plain=True) if nowait else []

    def item_loop(self, region, context, shared, own, depth):
        directive, lines, before = self.worksharing_loop(region, context, shared, depth, False)
        nowait = self.chance(0.3)
        return [*before, *self.pragma(directive + (" nowait" if nowait else "")), *lines, *self.barrier(nowait)]

    def plain_writes(self, context, targets):
        lines = []
        for v in targets:
            self.use(v)
            if v.shape == "scalar":
                lines.append(f"{v.name} = {self.value(v, context)};")
            elif v.shape == "pair":
                lines.append(f"{v.name}.{self.pick('a', 'b')} = {self.small(context)};")
            elif v.shape == "tally":
                lines.append(f"{v.name}.sum += {self.expression(context)};")
            else:
                inner = Context(context.readable, "w_", context.macros)
                lines += [f"for (int w_ = 0; w_ < {v.elements()}; w_++) {{", *self.write(v, "element", "+", inner), "}"]
        return lines

    def item_single(self, region, context, shared, own, depth):
        broadcast = [v for v in own if v.shape == "scalar"][:1] if self.chance(0.5) else []
        targets = self.take(shared, 2)
        self.target(targets)
        inner = context.without(targets + broadcast)
        lines = self.plain_writes(inner, targets) + self.plain_writes(inner, broadcast)
        if depth < 3 and self.chance(0.2):
            lines += self.nested(inner, [], depth)
        nowait = not broadcast and self.chance(0.3)
        text = "single" + "".join(f" copyprivate({v.name})" for v in broadcast) + (" nowait" if nowait else "")
        return [*self.pragma(text), "{", *lines, "}", *self.barrier(nowait)]

    def item_master(self, region, context, shared, own, depth):
        targets = self.take(shared, 2)
        self.target(targets)
        lines = self.plain_writes(context.without(targets), targets)
        return [*self.pragma(self.pick("master", "masked")), "{", *lines, "}", *self.barrier(True)]

    def item_sections(self, region, context, shared, own, depth):
        targets = self.take(shared, 4)
        self.target(targets)
        inner, lines = context.without(targets), []
        for number in range(max(1, self.random.randint(0, 2) + (len(targets) + 1) // 2)):
            mine, targets = targets[:2], targets[2:]
            if number or self.chance(0.6):
                lines += ["#pragma omp section"]
            lines += ["{", *self.plain_writes(inner, mine), "}"]
        if targets:
            lines += ["#pragma omp section", "{", *self.plain_writes(inner, targets), "}"]
        nowait = self.chance(0.3)
        return [*self.pragma("sections" + (" nowait" if nowait else "")), "{", *lines, "}", *self.barrier(nowait)]

    def item_deal(self, region, context, shared, own, depth):
        """Iterations that the program deals out by thread number."""
        targets = [t for t in self.choose_targets(shared, 2, False) if t[1] != "last"]
        self.target([v for v, _, _ in targets])
        most = min([v.elements() for v, mode, _ in targets if mode == "element"] + [40])
        name = f"d_{self.serial}"
        inner = context.without([v for v, _, _ in targets])
        inner.index = name
        return [f"for (int {name} = omp_get_thread_num(); {name} < {most}; {name} += omp_get_num_threads()) {{",
                *self.statements(inner, targets, 3), "}", *self.barrier(True)]

    def item_critical(self, region, context, shared, own, depth):
        """Something that is the same whether one thread does it or all do."""
        targets = self.take(shared, 1, lambda v: v.shape == "scalar" and v.type in INTEGERS)
        self.target(targets)
        inner, lines = context.without(targets), []
        for v in targets:
            self.use(v)
            lines.append(f"{v.name} = MAX({v.name}, ({v.type})({self.expression(inner)}));" if self.chance(0.5)
                         else f"{v.name} |= ({v.type})({self.expression(inner)});")
        self.serial += 1
        return [*self.pragma(f"critical(only_{self.serial})" if self.chance(0.5) else "critical"), "{", *lines, "}",
                *self.barrier(True)]

    def item_orphan(self, region, context, shared, own, depth):
        targets = [v for v in shared if v.type == "unsigned" and v.shape in ("array", "pointer") and len(v.dims) == 1][:1]
        if not targets:
            return self.item_deal(region, context, shared, own, depth)
        v = targets[0]
        self.target(targets)
        name = f"orphan_{len(self.orphans)}"
        self.orphans.append(name)
        number = self.name()
        schedule = self.schedule(Context([]), False)
        nowait = self.chance(0.3)
        self.functions += [f"static void {name}(unsigned *out, int n, unsigned with)", "{", f"int {number};",
                           f"#pragma omp for{schedule}{' nowait' if nowait else ''}",
                           f"for ({number} = 0; {number} < n; {number}++)", f"out[{number}] ^= scramble(with + (unsigned){number});",
                           *self.barrier(nowait), "#pragma omp single", "out[0] += with;", "}", ""]
        argument = f"u_{self.serial}"
        self.serial += 1
        return ["{", f"unsigned {argument} = {self.expression(context.without(targets))};",
                f"{name}({self.use(v)}, {v.dims[0]}, {argument});", "}"]

    def item_tasks(self, region, context, shared, own, depth):
        """Tasks that one thread makes."""
        targets = [t for t in self.choose_targets(shared, 4, False)]
        self.target([v for v, _, _ in targets])
        inner = context.without([v for v, _, _ in targets])
        inner.readable = [v for v in inner.readable if not v.vla and v.name != "kept"]
        lines, group = [], self.pick("", "", "taskgroup", "taskwait")
        elements = [t for t in targets if t[1] == "element"]
        others = [t for t in targets if t[1] != "element"]
        if elements:
            name = f"t_{self.serial}"
            self.serial += 1
            most = min(v.elements() for v, _, _ in elements)
            each = Context(inner.readable, name, inner.macros)
            lines += [f"for (int {name} = 0; {name} < {self.random.randint(1, most)}; {name}++) {{",
                      *self.task(each, elements, name), "}"]
        for t in others:
            for _ in range(self.random.randint(1, 3)):
                lines += self.task(Context(inner.readable, None, inner.macros), [t], None)
        free = [v for v in shared if v.type in INTEGERS and v.shape == "scalar" and v.name not in {t[0].name for t in targets}]
        if group == "taskgroup":
            lines = [*self.pragma("taskgroup"), "{", *lines, "}"]
        elif group == "taskwait":
            lines += self.pragma("taskwait", plain=True)
        if free and self.chance(0.5):
            self.target(free[:1])
            lines.append(f"{free[0].name} ^= tree({self.random.randint(1, 4)}, {self.random.randint(0, 999)}u);")
        return [*self.pragma("single"), "{", *lines, "}"]

    def task(self, context, targets, index):
        """One task construct.  index: the name of the loop variable of the thread that makes it, captured by value."""
        region = Region()
        self.regions.append(region)
        body = self.statements(context, targets, 3)
        if self.chance(0.2):
            body += ["#pragma omp taskyield"]
        self.regions.pop()
        none, text = self.chance(0.3), ""
        names = {v.name for v, _, _ in targets}
        for name in sorted(region.used):
            if name == "kept":
                continue
            if name in names:
                text += f" shared({name})"
            elif none:
                text += f" firstprivate({name})"
        if index and none:
            text += f" firstprivate({index})"
        text += " default(none)" if none else ""
        text += self.pick("", "", "", " untied", " mergeable", " priority(3)", " if(0)", " final(1)")
        return [*self.pragma("task" + text), "{", *body, "}"]

    # ------------------------------------------------------------------------------------------------ the program
    def stage(self, number):
        """A function with variables and regions; it mixes all variables and prints the checksum."""
        lines, variables, known = [f"static void stage_{number}(int twelve)", "{"], [], []
        known.append(Variable("twelve", "int", "scalar", constant=12))
        for _ in range(self.random.randint(1, 2)):
            value = self.random.randint(3, 30)
            v = Variable(self.name(), "int", "scalar", constant=value)
            known.append(v)
            lines.append(f"{self.pick('', 'const ', 'static const ')}int {v.name} = {value};")
        for _ in range(self.random.randint(4, 8)):
            v, declaration = self.declare(0, ["scalar", "scalar", "scalar", "array", "array", "pointer", "pair", "tally", "pairs"], "twelve")
            variables.append(v)
            lines += declaration
        macros, seen = [], []
        for v in self.random.sample(variables, 2):
            if v.shape == "scalar" and not v.floating():
                macros.append((f"READ_{number}_{len(macros)}", [v, known[-1]]))
                seen += [f"#define {macros[-1][0]} ((unsigned){v.name} + (unsigned){known[-1].name} * 3u)"]
        for _ in range(self.random.randint(2, 4)):
            context = Context(variables + known, None, macros)
            form = self.random.random()
            region = self.parallel(context, variables, 0)
            if form < 0.15:
                region = ["do {", *region, "} while (0);"]
            elif form < 0.3:
                region = ["switch (twelve) {", "case 12: {", *region, "}", "}"]
            lines += [f"kept = {self.random.randint(0, 99)};", *region]
        for v in variables:
            lines += self.mixed(v)
        for v in variables:
            lines += [f"free({v.name});"] if v.shape == "pointer" else []
        lines += [f'printf("stage {number}: %016llx\\n", checksum);', "}"]
        return [*seen, *lines, *[f"#undef {name}" for name, _ in macros], ""]

    def program(self):
        lines = []
        for number in range(self.stages):
            self.functions = []
            stage = self.stage(number)
            lines += self.functions + stage
        lines += ["int main(void)", "{", *[f"stage_{n}(12);" for n in range(self.stages)], "return 0;", "}"]
        return f"/* tests/fuzz/generate.py {self.seed} --stages {self.stages} */\n" + PROLOGUE + "\n" + indented(lines)


def indented(lines):
    out, depth = [], 0
    for line in lines:
        text = line.strip()
        if text.startswith("}"):
            depth -= 1
        pragma = text.startswith("#")
        out.append(text if pragma or not text else "\t" * (depth + line.startswith("\t")) + text)
        if text.startswith("}"):
            depth += 1
        if not pragma:
            depth += text.count("{") - text.count("}")
    return "\n".join(out) + "\n"


def print_program(generator, description, stages):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("seed", type=int)
    parser.add_argument("--stages", type=int, default=stages)
    options = parser.parse_args()
    print(generator(options.seed, options.stages).program(), end="")


if __name__ == "__main__":
    print_program(Generator, "Writes a random OpenMP C program.", 3)
