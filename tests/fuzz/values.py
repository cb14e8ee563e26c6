"""What random programs are made of: variables, the contexts of statements, expressions."""

import random

INTEGERS = ["signed char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long",
            "long long", "unsigned long long"]
FLOATS = ["float", "double"]
TYPES = INTEGERS + FLOATS + ["_Bool"]
WORDS = ("me data loop first last count thread argument chunk begin end step total index value size number region task "
         "next head left right width depth result shared private static_ team partial i_end ppcc_loop").split()


def vla_size_value(name):
    """The value of the variable that sizes variable-length arrays."""
    return 12 if name else 0


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
        self.members = {}   # name -> Variable, of used pointers in structs
        self.resets = []    # statements after the region


class Context:
    """What a statement may read, and the number of the iteration it belongs to."""

    def __init__(self, readable, index=None, macros=()):
        self.readable, self.index, self.macros = list(readable), index, list(macros)

    def without(self, variables):
        names = {v.name for v in variables}
        macros = [m for m in self.macros if not names & {v.name for v in m[1]}]
        return Context([v for v in self.readable if v.name not in names], self.index, macros)


class Values:
    """Random choices, names, pragmas, expressions and variables."""

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
