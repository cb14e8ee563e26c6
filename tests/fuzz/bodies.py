"""Statements of iterations and tasks, and loops with everything that belongs to a worksharing loop."""

from values import Context, INTEGERS, Values, Variable

PLAIN = ("for", "distribute parallel for")  # loops that need not be rectangular
UPDATES = {"+": "+=", "^": "^=", "|": "|=", "&": "&=", "*": "*="}


class Bodies(Values):
    """Writes what is inside of the constructs that generate.py makes."""

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
            slope, n = self.random.randint(1, 2), self.random.randint(2, 4)
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

    def schedule(self, context, ordered, last=False):
        """A schedule clause.  last: there is a lastprivate clause, which libomp 19 forgets at times when chunks are stolen."""
        kind = self.pick("static", "static", "dynamic", "guided", "auto", "runtime")
        modifier = "" if ordered or kind in ("auto", "runtime") else self.pick("", "", "", "monotonic:", "nonmonotonic:")
        if modifier == "nonmonotonic:" and kind == "static":
            modifier = ""
        if last and kind == "dynamic":
            modifier = "monotonic:"
        if last and kind == "runtime":
            kind = "static"
        chunk = "" if kind in ("auto", "runtime") or self.chance(0.4) else f", {self.number(self.random.randint(1, 9), context)}"
        return f" schedule({modifier}{kind}{chunk})"

    def copyable(self, v):
        """Whether a loop may have a firstprivate copy."""
        return not v.vla

    def worksharing_loop(self, region, context, shared, depth, combined, kind="for"):
        """(directive and clauses, lines of the loop nest, lines before the region).  shared: what it may write."""
        targets = self.choose_targets(shared, 4, True)
        names = {v.name for v, _, _ in targets}
        rest = [v for v in shared if v.name not in names]
        self.target([v for v, _, _ in targets])
        ordered = [v for v in rest if v.shape == "scalar" and v.type in INTEGERS][:1] if kind == "for" and self.chance(0.15) else []
        rest = [v for v in rest if v not in ordered]
        scratch = self.take(rest, 1, lambda v: v.shape == "scalar" and v.type in INTEGERS) if self.chance(0.4) else []
        inner = context.without([v for v, _, _ in targets] + ordered + scratch)
        copied = self.take([v for v in rest if v not in scratch and self.copyable(v)], 1) if self.chance(0.3) else []
        self.target(ordered + copied)
        most = min([v.elements() for v, mode, _ in targets if mode == "element"] + [60])
        headers, number, _, outer = self.loop_nest(most, inner.without(copied), bool(ordered) or kind not in PLAIN, combined)
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
        if rectangular and "for" in kind.split() and self.chance(0.6):
            clauses += self.schedule(inner, ordered, any(mode == "last" for _, mode, _ in targets))
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
        return kind + clauses, [*headers, "{", *body, "}"], before

    def poison(self, region, v):
        """A variable that has a private copy: without pragmas its original is overwritten."""
        region.resets += self.reset(v)
        region.poisoned = getattr(region, "poisoned", set()) | {v.name}
