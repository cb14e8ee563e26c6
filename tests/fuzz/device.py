#!/usr/bin/env python3
"""Writes a random OpenMP C program with target constructs to standard output; the same SEED gives the same program.

    device.py SEED [--stages N]

As generate.py, whose rules hold here too.  What is more:

  * a variable of the host that a device has is read and written there only, until an update moves its value;
  * teams do not wait for each other, so what one distribute loop writes, nothing else of the region uses.
"""

from device_values import DeviceValues
from generate import indented, print_program
from values import Context, INTEGERS, Region, Variable

COMBINED = ["teams distribute parallel for", "teams distribute parallel for", "teams distribute parallel for simd", "teams distribute",
            "teams distribute simd", "teams loop", "teams loop", "parallel for", "parallel for", "parallel for simd", "parallel loop", "simd"]


class Device(DeviceValues):
    kind = None      # the loop construct that is being written
    resident = ()    # names of the variables that an enclosing construct has put on the device

    def modes(self, v, loop):
        """As for the host, less what the loop's construct does not allow."""
        if v.shape in ("member", "holder"):
            return ["element"]
        found = super().modes(v, loop)
        last = self.kind in (None, "for", "distribute", "simd", "distribute parallel for", "distribute simd", "for simd",
                             "distribute parallel for simd")
        found = [mode for mode in found if last or mode != "last"]
        if self.kind and ("simd" in self.kind or "loop" in self.kind):
            found = [mode for mode in found if mode != "critical" and (mode != "atomic" or "simd" in self.kind)]
        if self.kind and self.kind.startswith("distribute") and "critical" in found and "atomic" in found:
            found.remove("critical")
        if v.type in ("short", "unsigned short", "signed char", "unsigned char") and self.chance(0.9):
            found = [mode for mode in found if mode != "atomic"]
        return found

    def operator(self, v, mode):
        op = super().operator(v, mode)
        return "+" if op == "*" and v.type in ("int", "long", "long long") else op

    def clauses(self, region, none_allowed=True):
        """Expressions use variables of the file, which default(none) would ask for."""
        return super().clauses(region, False)

    def copyable(self, v):
        return not v.vla and v.shape in ("scalar", "pair", "array") and v.name not in self.resident

    def write(self, v, mode, op, context):
        if mode == "element":
            self.use(v)
            if v.shape == "member" or not v.floating() and v.shape in ("array", "pointer") and self.chance(0.3):
                cell = v.element(context.index)
                return [f"{cell} = {self.value(v, context)};"] if v.floating() or self.chance(0.4) else \
                    [f"{cell} ^= ({v.type})({self.expression(context)});"]
            if v.shape in ("array", "pointer") and len(v.dims) == 1 and v.type != "_Bool" and self.chance(0.15):
                return [f"poke_{v.type.replace(' ', '_')}({v.name}, {context.index}, {self.expression(context)});"]
            if not v.floating() and v.type.startswith(("int", "long", "signed", "short")) and v.shape != "pairs":
                return [f"{v.element(context.index)} = {self.value(v, context)};"]
        if mode == "atomic" and self.chance(0.4):
            self.use(v)
            what = self.small(context)
            forms = [f"{{ {v.type} o_; \n#pragma omp atomic capture\n o_ = {v.name}++; (void)o_; }}"]
            if v.type.startswith("unsigned"):
                forms = [f"{{ {v.type} o_; \n#pragma omp atomic capture\n {{ o_ = {v.name}; {v.name} += {what}; }} (void)o_; }}"]
            if op == "+":
                return self.random.choice(forms).split("\n")
        return super().write(v, mode, op, context)

    def reset(self, v):
        """What had a copy in the innermost region is set anew after it, and so by what is around that."""
        for region in self.regions[v.level:-1]:
            region.used[v.name] = v
            region.targets.add(v.name)
        return super().reset(v)

    # ------------------------------------------------------------------------------------------------ loops of a device
    def device_loop(self, region, context, writable, kind, combined):
        """(directive and clauses, lines, lines before) of a loop construct that is no parallel region's `for`."""
        before, self.kind = self.kind, kind
        depth = 3 if "simd" in kind or "loop" in kind or self.chance(0.8) else 2
        found = self.worksharing_loop(region, context, writable, depth, combined, kind)
        self.kind = before
        return found

    def extents(self, kind):
        """Clauses about how many threads there are."""
        text = ""
        if kind.startswith("teams") and self.chance(0.3):
            text += f" num_teams({self.random.randint(1, 9)})"
        if self.chance(0.2):
            text += f" thread_limit({self.pick(1, 3, 8, 64)})"
        if "parallel" in kind and self.chance(0.2):
            text += f" num_threads({self.random.randint(1, 8)})"
        if "distribute" in kind and self.chance(0.2):
            text += f" dist_schedule(static{self.pick('', ', 3', ', 1')})"
        return text

    def maps(self, region):
        """The map clauses of a finished target construct."""
        text = ""
        for name, v in sorted(region.used.items()):
            written = name in region.targets
            if name in region.explicit and region.explicit[name] is not None:
                continue
            how = self.pick("tofrom", "tofrom", "tofrom", "always, tofrom") if name not in self.resident else "tofrom"
            how = how if written or self.chance(0.3) else "to"
            if v.shape == "pointer":
                text += f" map({how}: {name}[{self.pick('0', '')}:{v.dims[0]}])" if name not in self.resident or self.chance(0.6) else ""
            elif v.shape == "holder":
                member = next(m for m in region.members.values() if m.base is v)
                text += f" map({self.pick('to', 'tofrom')}: {name}) map({how}: {name}.p[0:{member.dims[0]}])"
            elif v.shape == "scalar":
                text += f" map({how}: {name})" if written or name in self.resident else self.pick("", "", f" map(to: {name})", f" firstprivate({name})")
            elif written or self.chance(0.6) or name in self.resident:
                section = f"[0:{v.dims[0]}]" if v.dims and self.chance(0.3) and not v.vla else ""
                text += f" map({how}: {name}{section})" if self.chance(0.6) else ""
        return text

    def target_region(self, context, writable):
        """A target construct, with what must stand before and after it."""
        region = Region()
        self.regions.append(region)
        form = self.random.random()
        if form < 0.6:
            kind = self.random.choice(COMBINED)
            loop = kind[len("teams "):] if kind.startswith("teams") else kind[len("parallel "):] if kind.startswith("parallel") else kind
            directive, lines, before = self.device_loop(region, context, writable, loop, True)
            clauses = directive[len(loop):] + self.extents(kind)
            if "reduction" in clauses and kind.startswith("parallel") and self.chance(0.1):
                clauses += " if(parallel: 1)"
        elif form < 0.75:
            kind, clauses, lines, before = "teams", self.extents("teams"), self.league(region, context, writable), []
        elif form < 0.88:
            kind, clauses, before = "parallel", self.extents("parallel"), []
            lines = self.block(region, context, [v for v in writable if v.shape != "member" and v.name not in self.resident], 1)
            clauses += "".join(text for name, text in sorted(region.explicit.items()) if text)
        else:
            kind, clauses, lines, before = "", "", self.serial_block(region, context, writable), []
        self.regions.pop()
        for r in self.regions:
            r.members.update(region.members)
        wait = self.chance(0.15)
        clauses += self.maps(region) + (" nowait" if wait else "")
        if self.chance(0.08):
            clauses += f" if(target: {1 if self.resident else self.random.randint(0, 1)})"
        resets = list(region.resets)
        for name in sorted(set(region.used) & set(self.resident) & getattr(region, "poisoned", set())):
            resets += [f"#pragma omp target update to({name})"]
        return [*before, *self.pragma(f"target {kind}".strip() + clauses), *lines,
                *(["#pragma omp taskwait"] if wait else []), *resets]

    def league(self, region, context, writable):
        """The body of `target teams`: what a team has for itself, and distribute loops."""
        pool = [v for v in writable if v.shape != "member"]
        self.random.shuffle(pool)
        lines, own = [], []
        shares = [pool[n::3] for n in range(self.random.randint(1, 3))]
        context = context.without([v for share in shares for v in share])
        for _ in range(self.random.randint(0, 2)):
            v, declaration = self.declare(len(self.regions), ["scalar", "array"])
            lines += declaration
            own.append(v)
        inner = Context(context.readable + own, None, context.macros)
        if own and self.chance(0.5):
            lines += self.parallel_loop(inner, own)
        for share in shares:
            kind = self.pick("distribute parallel for", "distribute parallel for", "distribute", "distribute simd", "distribute parallel for simd")
            mine = [v for v in share if v.shape in ("array", "pointer", "pairs") or "parallel for" in kind]
            before, self.only_elements = getattr(self, "only_elements", False), True
            directive, loop, outside = self.device_loop(region, inner, mine, kind, False)
            self.only_elements = before
            lines += [*outside, *self.pragma(directive), *loop]
        return ["{", *lines, "}"]

    def choose_targets(self, variables, most, loop):
        """Below a league nothing reduces: the teams' copies would have to meet."""
        found = super().choose_targets(variables, most, loop)
        return [t for t in found if t[1] in ("element", "atomic")] if getattr(self, "only_elements", False) else found

    def parallel_loop(self, context, writable):
        before, self.only_elements = getattr(self, "only_elements", False), False
        lines = self.parallel(Context(context.readable, None, context.macros), writable, 3)
        self.only_elements = before
        return lines

    def serial_block(self, region, context, writable):
        """The body of `target`: serial code and parallel regions in turn."""
        lines, own = [], []
        for _ in range(self.random.randint(0, 2)):
            v, declaration = self.declare(len(self.regions), ["scalar", "array", "pair"])
            lines += declaration
            own.append(v)
        for _ in range(self.random.randint(1, 4)):
            inner = Context(context.readable + own, None, context.macros)
            form = self.random.random()
            here = [v for v in writable if v.shape != "member"] + own
            if form < 0.5:
                lines += self.parallel(inner, here, 2)
            elif form < 0.8:
                targets = self.take(here, 2)
                self.target(targets)
                lines += self.plain_writes(inner.without(targets), targets)
            else:
                targets = self.take([v for v in writable + own if v.shape in ("array", "pointer", "member")], 2)
                self.target(targets)
                if targets:
                    most, name = min(v.elements() for v in targets), f"s_{self.serial}"
                    self.serial += 1
                    each = inner.without(targets)
                    each.index = name
                    lines += [*self.pick([], ["#pragma omp simd"]), f"for (int {name} = 0; {name} < {most}; {name}++) {{",
                              *self.statements(each, [(v, "element", "+") for v in targets], 3), "}"]
        return ["{", *lines, "}"]

    def parallel(self, context, writable, depth):
        """Host regions of a program for devices have no members of structs in their clauses."""
        kind, self.kind = self.kind, None
        region_count = len(self.regions)
        lines = super().parallel(context, [v for v in writable if v.shape != "member"], max(depth, 1))
        assert len(self.regions) == region_count
        self.kind = kind
        return lines

    def item(self, region, context, shared, own, depth):
        kinds = [self.item_loop, self.item_loop, self.item_single, self.item_sections, self.item_master, self.item_deal, self.item_critical,
                 self.item_orphan]
        return self.random.choice(kinds)(region, context, shared, own, depth)

    # ------------------------------------------------------------------------------------------------ data that stays
    def halves(self, v, motion):
        """Updates that move all of a variable, perhaps in two parts of every other element."""
        if v.shape in ("array", "pointer") and len(v.dims) == 1 and not v.vla and self.chance(0.5):
            n = v.dims[0]
            return [f"#pragma omp target update {motion}({v.name}[0:{(n + 1) // 2}:2])", f"#pragma omp target update {motion}({v.name}[1:{n // 2}:2])"]
        section = f"[0:{v.dims[0]}]" if v.shape == "pointer" else ""
        return [f"#pragma omp target update {motion}({v.name}{section})"]

    def data_region(self, context, variables):
        """Target constructs on data that stays on the device, and host code between them that moves what it uses."""
        kept = [v for v in variables if v.shape != "member" and not v.vla and self.chance(0.5)]
        item = lambda v: f"{v.name}[0:{v.dims[0]}]" if v.shape == "pointer" else v.name
        self.resident = tuple(v.name for v in kept)
        lines, structured, alloc = [], self.chance(0.5), self.chance(0.3)
        for _ in range(self.random.randint(2, 3)):
            lines += self.target_region(context, variables)
            for v in kept:
                if v.shape in ("array", "pointer", "scalar") and self.chance(0.2):
                    lines += [*self.halves(v, "from"), *self.plain_writes(context.without([v]).without(kept), [v]), *self.halves(v, "to")]
        self.resident = ()
        if not kept:
            return lines
        names = ", ".join(item(v) for v in kept)
        to = "alloc" if alloc else "to"
        moved = [line for v in kept for line in self.halves(v, "to")] if alloc else []
        back = [line for v in kept for line in self.halves(v, "from")]
        if structured:
            return [*self.pragma(f"target data map({'alloc' if alloc else 'tofrom'}: {names})", plain=True), "{", *moved, *lines, *back, "}"]
        ends = self.chance(0.5)
        return [f"#pragma omp target enter data map({to}: {names})", *moved, *lines, *([] if ends else back),
                f"#pragma omp target exit data map({'from' if ends else 'release'}: {names})"]

    # ------------------------------------------------------------------------------------------------ the program
    def stage(self, number):
        lines, variables = [f"static void stage_{number}(int twelve)", "{"], []
        known = [Variable("twelve", "int", "scalar", constant=12)]
        for _ in range(self.random.randint(1, 2)):
            value = self.random.randint(3, 30)
            known.append(Variable(self.name(), "int", "scalar", constant=value))
            lines.append(f"{self.pick('', 'const ')}int {known[-1].name} = {value};")
        for _ in range(self.random.randint(4, 7)):
            v, declaration = self.declare(0, ["scalar", "scalar", "array", "array", "pointer", "pair", "tally", "pairs"], "twelve")
            variables.append(v)
            lines += declaration
        if self.chance(0.4):
            v, declaration = self.holder(0)
            variables.append(v)
            lines += declaration
        for _ in range(self.random.randint(2, 3)):
            context = Context(variables + known)
            lines += self.data_region(context, variables) if self.chance(0.3) else self.target_region(context, variables)
        for v in variables:
            lines += self.mixed(v)
        lines += [f"free({v.name});" for v in variables if v.shape in ("pointer", "member")]
        return [*lines, f'printf("stage {number}: %016llx\\n", checksum);', "}", ""]

    def program(self):
        lines = []
        for number in range(self.stages):
            self.functions = []
            stage = self.stage(number)
            lines += self.functions + stage
        lines += ["int main(void)", "{", *[f"stage_{n}(12);" for n in range(self.stages)], "return 0;", "}"]
        return f"/* tests/fuzz/device.py {self.seed} --stages {self.stages} */\n" + self.prologue() + "\n" + indented(lines)


if __name__ == "__main__":
    print_program(Device, "Writes a random OpenMP C program with target constructs.", 2)
