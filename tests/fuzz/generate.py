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
import random

INTEGERS = ["signed char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long",
            "long long", "unsigned long long"]
FLOATS = ["float", "double"]
TYPES = INTEGERS + FLOATS + ["_Bool"]
WORDS = ("me data loop first last count thread argument chunk begin end step total index value size number region task "
         "next head left right width depth result shared private static_ team partial i_end ppcc_loop").split()
UPDATES = {"+": "+=", "^": "^=", "|": "|=", "&": "&=", "*": "*="}

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

struct pair {
	short a;
	unsigned long b;
	int c[3];
};
struct tally {
	unsigned n;
	unsigned long long sum;
};
#pragma omp declare reduction(join : struct tally : omp_out.n += omp_in.n, omp_out.sum ^= omp_in.sum) \\
	initializer(omp_priv = {0, 0})

static unsigned long long checksum;
static int kept;
#pragma omp threadprivate(kept)

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


class Variable:
    """shape: scalar, array (dims), pointer (to dims[0] elements), pair or tally (structs), pairs (array of struct pair).
    level: how many regions are around its declaration."""

    def __init__(self, name, kind, shape, dims=(), vla=False, level=0, constant=None):
        self.name, self.type, self.shape, self.dims = name, kind, shape, list(dims)
        self.vla, self.level, self.constant = vla, level, constant

    def elements(self):
        total = 1
        for size in self.dims:
            total *= size
        return total

    def element(self, index):
        """The element with a running number; index is an expression in the range of the elements."""
        if len(self.dims) == 2:
            return f"{self.name}[({index}) / {self.dims[1]}][({index}) % {self.dims[1]}]"
        return f"{self.name}[{index}]"

    def floating(self):
        return self.type in FLOATS


class Region:
    """A construct with a data environment that is being written."""

    def __init__(self):
        self.used = {}      # name -> Variable from outside
        self.targets = set()  # names that must stay shared
        self.explicit = {}  # name -> clause
        self.resets = []    # statements after the region


class Context:
    """What a statement may read, and the number of the iteration it belongs to."""

    def __init__(self, readable, index=None, macros=()):
        self.readable, self.index, self.macros = list(readable), index, list(macros)

    def without(self, variables):
        names = {v.name for v in variables}
        macros = [m for m in self.macros if not names & {v.name for v in m[1]}]
        return Context([v for v in self.readable if v.name not in names], self.index, macros)


class Generator:
    def __init__(self, seed, stages):
        self.random = random.Random(seed)
        self.seed, self.stages = seed, stages
        self.regions, self.serial, self.orphans = [], 0, []

    # ------------------------------------------------------------------------------------------------ small things
    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        return self.random.choice(choices)

    def take(self, variables, most, wanted=lambda v: True):
        fitting = [v for v in variables if wanted(v)]
        return self.random.sample(fitting, min(len(fitting), self.random.randint(0, most)))

    def name(self):
        self.serial += 1
        return f"{self.random.choice(WORDS)}{self.serial}" if self.chance(0.8) else f"v_{self.serial}"

    def use(self, variable):
        for region in self.regions[variable.level:]:
            region.used[variable.name] = variable
        return variable.name

    def target(self, variables):
        for v in variables:
            self.use(v)
            for region in self.regions[v.level:]:
                region.targets.add(v.name)

    def pragma(self, text, plain=False):
        """A pragma in one of its spellings."""
        form = self.random.random()
        if plain or form < 0.72:
            return [f"#pragma omp {text}"]
        if form < 0.78:
            return [f"#  pragma  omp /* {self.serial} */ {text} // end"]
        if form < 0.84 and " " in text:
            return ["#pragma omp \\", "\t" + text]
        if form < 0.9:
            return ["#ifdef _OPENMP", f"#pragma omp {text}", "#endif"]
        if form < 0.95:
            return [f'_Pragma("omp {text}")']
        return [f"OMP({text})"]

    # ------------------------------------------------------------------------------------------------ expressions
    def read(self, v, context, depth):
        name = self.use(v)
        index = lambda size: f"({self.expression(context, depth + 2)}) % {size}u"
        if v.shape == "scalar":
            text = name
        elif v.shape == "pair":
            text = self.pick(f"{name}.a", f"{name}.b", f"{name}.c[{index(3)}]", f"(&{name})->b")
        elif v.shape == "tally":
            text = f"{name}.n"
        elif v.shape == "pairs":
            text = f"{name}[{index(v.dims[0])}].{self.pick('a', 'b', 'c[1]')}"
        else:
            text = name + "".join(f"[{index(size)}]" for size in v.dims)
        return f"(unsigned)(long long){text}" if v.floating() else f"(unsigned){text}"

    def expression(self, context, depth=0):
        """An expression of type unsigned."""
        choice = self.random.random() + depth * 0.12
        if choice < 0.3:
            op = self.pick("+", "-", "*", "^", "|", "&")
            return f"({self.expression(context, depth + 1)} {op} {self.expression(context, depth + 1)})"
        if choice < 0.36:
            return f"scramble({self.expression(context, depth + 1)})"
        if choice < 0.42:
            c = self.expression(context, depth + 1)
            return f"({c} & 1 ? {self.expression(context, depth + 1)} : {self.expression(context, depth + 1)})"
        if choice < 0.46:
            return f"({self.expression(context, depth + 1)} >> {self.random.randint(1, 9)})"
        if choice < 0.49:
            return f"(unsigned)(struct pair){{.b = {self.expression(context, depth + 1)}}}.b"
        if choice < 0.52:
            return f"__extension__({{ unsigned t_ = {self.expression(context, depth + 1)}; t_ * 3 + 1; }})"
        if choice < 0.55:
            return f"MAX({self.expression(context, depth + 2)}, {self.expression(context, depth + 2)})"
        if choice < 0.6 and context.macros:
            text, variables = self.random.choice(context.macros)
            for v in variables:
                self.use(v)
            return text
        if context.index and choice < 0.72:
            return f"(unsigned){context.index}"
        if context.readable and choice < 1.2:
            return self.read(self.random.choice(context.readable), context, depth)
        return f"{self.random.randint(0, 5000)}u"

    def value(self, v, context):
        """An expression to store in a variable."""
        e = self.expression(context)
        if v.type == "_Bool":
            return f"({e}) % 3 != 0"
        return f"({v.type})(({e}) % 1000)" if v.floating() else f"({v.type})({e})"

    def small(self, context):
        return f"(int)(({self.expression(context)}) % 97)"

    # ------------------------------------------------------------------------------------------------ variables
    def declare(self, level, shapes, vla_size=None):
        """A new variable: (Variable, lines that declare and fill it)."""
        shape, t, name = self.random.choice(shapes), self.random.choice(TYPES), self.name()
        if shape in ("pair", "tally", "pairs"):
            t = "struct pair" if shape != "tally" else "struct tally"
        if shape in ("array", "pointer", "pairs") and t == "_Bool":
            t = "int"
        dims = []
        if shape in ("array", "pointer", "pairs"):
            dims = [self.random.randint(24, 60)]
        if shape == "array" and self.chance(0.4):
            dims = [self.random.randint(5, 8), self.random.randint(5, 8)]
        v = Variable(name, t, shape, dims, shape == "array" and bool(vla_size) and self.chance(0.4), level)
        if shape == "scalar":
            return v, [f"{self.pick('', '', 'volatile ') if t in INTEGERS and 'un' not in t else ''}{t} {name} = {self.constant(t)};"]
        if shape == "pair":
            return v, [f"struct pair {name} = {{{self.random.randint(0, 99)}, {self.random.randint(0, 99)}, {{1, 2, 3}}}};"]
        if shape == "tally":
            return v, [f"struct tally {name} = {{1, 2}};"]
        if shape == "pointer":
            return v, [f"{t} *{name} = malloc({dims[0]} * sizeof *{name});", *self.fill(v)]
        brackets = "".join(f"[{vla_size} + {size - vla_size_value(vla_size)}]" if v.vla else f"[{size}]" for size in dims)
        return v, [f"{t} {name}{brackets};", *self.fill(v)]

    def constant(self, t):
        return str(self.random.randint(0, 1)) if t == "_Bool" else str(self.random.randint(0, 100))

    def fill(self, v):
        a, b = self.random.randint(1, 9), self.random.randint(0, 50)
        cell = v.element("f_")
        if v.shape == "pairs":
            return [f"for (int f_ = 0; f_ < {v.dims[0]}; f_++)",
                    f"\t{v.name}[f_] = (struct pair){{(short)f_, {a}u * (unsigned)f_, {{f_, {b}, 0}}}};"]
        return [f"for (int f_ = 0; f_ < {v.elements()}; f_++)", f"\t{cell} = ({v.type})(f_ * {a} % 100 + {b});"]

    def reset(self, v):
        """Statements that give the variable a known value."""
        if v.shape == "scalar":
            return [f"{v.name} = {self.constant(v.type)};"]
        if v.shape == "pair":
            return [f"{v.name} = (struct pair){{4, 5, {{6, 7, 8}}}};"]
        if v.shape == "tally":
            return [f"{v.name} = (struct tally){{3, 4}};"]
        return self.fill(v)

    def mixed(self, v):
        """Statements that put the variable into the checksum."""
        cast = "(unsigned long long)(long long)"
        if v.shape == "scalar":
            return [f"mix({cast}{v.name});"]
        if v.shape == "tally":
            return [f"mix({v.name}.n), mix({v.name}.sum);"]
        if v.shape == "pair":
            return [f"mix({cast}{v.name}.a), mix({v.name}.b), mix({cast}{v.name}.c[2]);"]
        cell = v.element("m_")
        if v.shape == "pairs":
            return [f"for (int m_ = 0; m_ < {v.dims[0]}; m_++)", f"\tmix({cast}{cell}.a), mix({cell}.b), mix({cast}{cell}.c[1]);"]
        return [f"for (int m_ = 0; m_ < {v.elements()}; m_++)", f"\tmix({cast}{cell});"]

    # ------------------------------------------------------------------------------------------------ writing targets
    def modes(self, v, loop):
        """How a variable can be written in a worksharing loop (loop) or by tasks."""
        if v.shape in ("array", "pointer", "pairs"):
            found = ["element"] * 4
            if loop and v.shape != "pairs" and v.type not in ("_Bool",) and not v.vla:
                found.append("reduction")
            return found
        if v.shape == "tally":
            return ["reduction"] if loop else []
        if v.shape == "pair":
            return ["critical"] + (["last"] if loop else [])
        found = ["critical"] + (["reduction", "reduction", "last"] if loop else [])
        return found + ([] if v.type == "_Bool" else ["atomic"])

    def operator(self, v, mode):
        if v.shape == "tally":
            return "join"
        if v.type == "_Bool":
            return self.pick("&&", "||") if mode == "reduction" else "|"
        if v.floating():
            return self.pick("+", "max", "min") if mode == "reduction" else "+"
        if mode == "reduction":
            return self.pick("+", "+", "+", "*", "&", "|", "^", "max", "min")
        return self.pick("+", "+", "^", "|", "&")

    def update(self, lvalue, v, op, context):
        """One statement that combines something into lvalue by op."""
        if op == "join":
            return f"{v.name}.n += {self.small(context)}, {v.name}.sum ^= {self.expression(context)};"
        if op in ("&&", "||"):
            return f"{lvalue} = {lvalue} {op} ({self.expression(context)}) % 5;"
        if op in ("max", "min"):
            what = self.value(v, context)
            return f"{lvalue} = {op.upper()}({lvalue}, {what});" if self.chance(0.5) else \
                f"{{ {v.type} w_ = {what}; if ({lvalue} {'<' if op == 'max' else '>'} w_) {lvalue} = w_; }}"
        what = self.small(context) if op == "+" else f"({self.expression(context)}) | 1" if op == "*" else self.expression(context)
        if op == "+" and self.chance(0.2):
            return f"{lvalue}{self.pick('++', '--')};"
        if self.chance(0.15):
            return f"UPDATE({lvalue}, {UPDATES[op]}, {what});"
        return f"{lvalue} {UPDATES[op]} {what};"

    def write(self, v, mode, op, context):
        """Statements of one iteration or task that write a target."""
        self.use(v)
        if mode == "element":
            cell = v.element(context.index)
            if v.shape == "pairs":
                return [f"{cell}.{self.pick('a', 'c[1]')} = (short)({self.expression(context)});",
                        f"{cell}.b += {self.expression(context)};"]
            if self.chance(0.3) and not v.floating():
                return [f"{cell} {self.pick('+=', '^=', '-=')} ({v.type})({self.expression(context)});"]
            text = self.value(v, context)
            return [f"ASSIGN({cell}, {text});" if self.chance(0.15) else f"{cell} = {text};"]
        if mode == "last":
            if v.shape == "pair":
                return [f"{v.name} = (struct pair){{(short){context.index}, {self.expression(context)}, {{1}}}};"]
            return [f"{v.name} = {self.value(v, context)};"]
        lvalue = v.name
        if mode == "reduction" and v.dims:
            lvalue = v.element(f"(int)(({self.expression(context)}) % {v.elements()}u)")
        if v.shape == "pair":
            lvalue, plain = f"{v.name}.b", Variable(v.name, "unsigned long", "scalar")
        else:
            plain = v
        text = self.update(lvalue, plain, op, context)
        if mode == "critical":
            name = f"(guard_{v.name})" if len(v.name) % 2 else ""  # one name for all updates of a variable
            return [f"#pragma omp critical{name}", f"{{ {text} }}"]
        if mode == "atomic":
            what = self.small(context) if op == "+" else self.expression(context)
            forms = [f"{v.name} {UPDATES[op]} {what};"]
            if v.type.startswith("unsigned"):  # such a variable is not volatile: gcc 12 refuses the longer form then
                forms.append(f"{v.name} = {v.name} {op} ({what});")
            return ["#pragma omp atomic" + self.pick("", " update", " relaxed", " seq_cst"), self.random.choice(forms)]
        return [text]

    def choose_targets(self, variables, most, loop):
        """[(variable, mode, operator)], all different."""
        chosen = []
        for v in self.take(variables, most):
            modes = self.modes(v, loop)
            if modes:
                mode = self.random.choice(modes)
                chosen.append((v, mode, self.operator(v, mode)))
        return chosen

    # ------------------------------------------------------------------------------------------------ bodies
    def local(self, context, lines):
        """Declares a variable in the innermost block, filled from the context."""
        t = self.random.choice(INTEGERS)
        v = Variable(self.name(), t, "scalar", level=len(self.regions))
        lines.append(f"{self.pick('', '', 'const ')}{t} {v.name} = ({t})({self.expression(context)});")
        return v

    def statements(self, context, targets, depth):
        """The body of an iteration or a task: locals, control flow, the targets' writes in random order."""
        lines, context = [], Context(context.readable, context.index, context.macros)
        for _ in range(self.random.randint(0, 2)):
            context.readable.append(self.local(context, lines))
        work = [t for t in targets for _ in range(1 if t[1] in ("last", "element") else self.random.randint(1, 2))]
        self.random.shuffle(work)
        for v, mode, op in work:
            text = self.write(v, mode, op, context)
            shape = self.random.random()
            if mode == "last" or shape < 0.6:
                lines += text
            elif shape < 0.7:
                lines += [f"if ({self.expression(context)} & 3) {{", *text, "}"]
            elif shape < 0.8 and mode != "element":
                lines += [f"for (int r_ = 0; r_ < {self.random.randint(0, 3)}; r_++) {{", *text, "}"]
            elif shape < 0.9:
                lines += [f"switch (({self.expression(context)}) % 3) {{", "case 0:", *text, "break;", "case 1:",
                          "default:", *self.write(v, mode, op, context), "}"]
            else:
                label = f"skip_{self.serial}"
                self.serial += 1
                lines += [f"if ({self.expression(context)} & 1)", f"goto {label};", *text, f"{label}:;"]
        if depth < 3 and self.chance(0.12):
            lines += self.nested(context, targets, depth)
        return lines

    def nested(self, context, targets, depth):
        """A region inside an iteration: it writes a local of the iteration, which then goes into a target."""
        lines = []
        v, declaration = self.declare(len(self.regions), ["scalar", "array", "tally"])
        w, declaration_w = self.declare(len(self.regions), ["scalar"])
        lines += ["{", *declaration, *declaration_w]
        inner = Context([r for r in context.readable if r.name != "kept"] + [v, w], None, context.macros)
        lines += self.parallel(inner, [v, w], depth + 1)
        inner.index = context.index
        commuting = [t for t in targets if t[1] not in ("last",)]
        if commuting:
            lines += self.write(*self.random.choice(commuting), inner)
        return lines + ["}"]

    # ------------------------------------------------------------------------------------------------ loops
    def number(self, value, context):
        """A whole number in one of many spellings."""
        known = [v for v in context.readable if v.constant is not None]
        form = self.random.random()
        if known and form < 0.35:
            v = self.random.choice(known)
            return f"{self.use(v)} + {value - v.constant}" if value >= v.constant else f"{self.use(v)} - {v.constant - value}"
        if form < 0.45:
            return f"same({value})"
        return f"{value}" if form < 0.9 else f"({value} + 0)"

    def loop(self, count, context, outside):
        """One canonical loop of `count` iterations: (header, iteration number, variable declared outside or None)."""
        tables = [v for v in context.readable if v.shape in ("array", "pointer") and len(v.dims) == 1
                  and v.dims[0] > count + 4 and v.level < len(self.regions) and v.name not in self.regions[-1].explicit]
        name = self.name()
        step = self.random.randint(1, 3)
        if tables and self.chance(0.12):
            v = self.random.choice(tables)
            step = 1 if count * 2 + 2 > v.dims[0] else self.random.randint(1, 2)
            start = self.random.randint(0, 2)
            self.target([v])  # a private array begins elsewhere in each thread
            header = f"const {v.type} *{name} = {v.name} + {start}; {name} < {v.name} + {start + count * step}; {name} += {step}"
            return f"for ({header})", f"(int)(({name} - ({v.name} + {start})) / {step})", None
        t = self.pick("int", "int", "long", "short", "unsigned", "unsigned char", "long long", "unsigned long", "signed char")
        start, down = self.random.randint(3, 12), self.chance(0.35)
        if t in ("signed char", "unsigned char"):
            step = 1 if count > 30 else step
        if t == "signed char" and count * step > 100:
            t = "int"
        equal = self.chance(0.3)
        unequal = step == 1 and not equal and self.chance(0.3)
        if down and t in ("unsigned", "unsigned char"):  # gcc 12 skips such loops with schedule(dynamic) and the like
            t = "unsigned long"
        if down:
            last = start + step  # the last value, far enough from 0 for an unsigned variable
            first, bound = last + (count - 1) * step, last if equal else last - step
            relation = "!=" if unequal else ">=" if equal else ">"
            if count == 0:
                first, bound = last - step, last if equal else last - step
            after = self.pick(f"{name} -= {step}", f"{name} = {name} - {step}", *[f"{name}--", f"--{name}"][: 2 if step == 1 else 0])
        else:
            first, bound = start, start + (count - 1) * step if equal else start + count * step
            relation = "!=" if unequal else "<=" if equal else "<"
            if not equal and not unequal and count:
                bound -= self.random.randint(0, step - 1)
            after = self.pick(f"{name} += {step}", f"{name} = {name} + {step}", f"{name} = {step} + {name}",
                              *[f"{name}++", f"++{name}"][: 2 if step == 1 else 0])
        begin, end = self.number(first, context), self.number(bound, context)
        condition = f"{name} {relation} {end}" if self.chance(0.8) else f"{end} {relation.translate(str.maketrans('<>', '><'))} {name}"
        number = f"(int)(({first} - (int){name}) / {step})" if down else f"(int)(((int){name} - {first}) / {step})"
        if outside:
            v = Variable(name, t, "scalar", level=len(self.regions))
            return f"for ({name} = {begin}; {condition}; {after})", number, v
        return f"for ({t} {name} = {begin}; {condition}; {after})", number, None

    def loop_nest(self, most, context, rectangular, outside):
        """(headers, iteration number, iterations, variables declared outside): one to three loops."""
        depth = self.pick(1, 1, 1, 2, 2, 3)
        if depth == 2 and not rectangular and self.chance(0.25):
            i, j = self.name(), self.name()
            slope, n = self.random.randint(0, 1), self.random.randint(2, 4)
            width = (n - 1) * slope + 2
            headers = [f"for (int {i} = 0; {i} < {n}; {i}++)", f"for (int {j} = 0; {j} < {slope} * {i} + 2; {j}++)"]
            if n * width <= most:
                return headers, f"({i} * {width} + {j})", n * width, []
        headers, number, total, outer = [], "", 1, []
        for level in range(depth):
            room = most // total
            count = self.random.randint(1, max(1, min(room, 60 if depth == 1 else 6)))
            header, index, v = self.loop(count, context, outside and self.chance(0.5))
            headers.append(header)
            outer += [v] if v else []
            number = f"({number} * {count} + {index})" if number else index
            total *= count
        return headers, number, total, outer

    def schedule(self, context, ordered):
        kind = self.pick("static", "static", "dynamic", "guided", "auto", "runtime")
        modifier = "" if ordered or kind in ("auto", "runtime") else self.pick("", "", "", "monotonic:", "nonmonotonic:")
        if modifier == "nonmonotonic:" and kind == "static":
            modifier = ""
        chunk = "" if kind in ("auto", "runtime") or self.chance(0.4) else f", {self.number(self.random.randint(1, 9), context)}"
        return f" schedule({modifier}{kind}{chunk})"

    def worksharing_loop(self, region, context, shared, depth, combined):
        """(directive and clauses, lines of the loop nest, lines before the region).  shared: what it may write."""
        targets = self.choose_targets(shared, 4, True)
        names = {v.name for v, _, _ in targets}
        rest = [v for v in shared if v.name not in names]
        self.target([v for v, _, _ in targets])
        ordered = [v for v in rest if v.shape == "scalar" and v.type in INTEGERS][:1] if self.chance(0.15) else []
        rest = [v for v in rest if v not in ordered]
        scratch = self.take(rest, 1, lambda v: v.shape == "scalar" and v.type in INTEGERS) if self.chance(0.4) else []
        inner = context.without([v for v, _, _ in targets] + ordered + scratch)
        copied = self.take([v for v in rest if v not in scratch and not v.vla], 1) if self.chance(0.3) else []
        self.target(ordered + copied)
        most = min([v.elements() for v, mode, _ in targets if mode == "element"] + [60])
        headers, number, _, outer = self.loop_nest(most, inner.without(copied), bool(ordered), combined)
        clauses, before = "", []
        for v in outer:
            before.append(f"{v.type} {v.name};")
        if len(headers) > 1:
            clauses += f" collapse({len(headers)})"
        for v, mode, op in targets:
            if mode == "reduction":
                section = f"[0:{v.dims[0]}]" if v.shape == "pointer" else f"[:{v.dims[0]}]" if v.dims and self.chance(0.3) and len(v.dims) == 1 else ""
                clauses += f" reduction({op} : {v.name}{section})"
            if mode == "last":
                clauses += f" lastprivate({v.name})"
        if ordered:
            clauses += " ordered"
        rectangular = len(headers) == 1 or "* " not in headers[1].partition(";")[2].partition(";")[0]
        if rectangular and self.chance(0.6):
            clauses += self.schedule(inner, ordered)
        for v in scratch:
            clauses += f" private({v.name})"
            self.use(v)
            self.poison(region, v)
            if not combined:
                region.targets.add(v.name)
        for v in copied:
            clauses += f" firstprivate({v.name})"
        for v, mode, _ in targets:
            if mode in ("reduction", "last"):
                region.explicit.setdefault(v.name, "" if combined else None)
        for v in scratch + copied:
            region.explicit.setdefault(v.name, "" if combined else None)
        k = f"k_{self.serial}"
        body = [f"const int {k} = {number};", f"(void){k};"]
        inner.index = k
        for v in scratch:
            body.append(f"{v.name} = {self.value(v, inner)};")
            inner.readable.append(v)
        body += self.statements(inner, targets, depth)
        for v in ordered:
            body += ["#pragma omp ordered", f"{{ {self.use(v)} = ({v.type})({v.name} * 31 + (unsigned){k} + {self.small(inner)}); }}"]
        return "for" + clauses, [*headers, "{", *body, "}"], before

    def poison(self, region, v):
        """A variable that has a private copy: without pragmas its original is overwritten."""
        region.resets += self.reset(v)
        region.poisoned = getattr(region, "poisoned", set()) | {v.name}

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
        free = [v for v in shared if v.type == "unsigned" and v.shape == "scalar" and v.name not in {t[0].name for t in targets}]
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


def vla_size_value(name):
    """The value of the variable that sizes variable-length arrays."""
    return 12 if name else 0


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


def main():
    parser = argparse.ArgumentParser(description="Writes a random OpenMP C program.")
    parser.add_argument("seed", type=int)
    parser.add_argument("--stages", type=int, default=3)
    options = parser.parse_args()
    print(Generator(options.seed, options.stages).program(), end="")


if __name__ == "__main__":
    main()
