"""What random programs for devices compute with: expressions of all types, functions that kernels call, their types and tables."""

from generate import FUNCTIONS_OF_ALL, Generator, TYPES_OF_ALL
from values import TYPES, Variable

NARROW = ["signed char", "unsigned char", "short", "unsigned short", "_Bool"]
# Of each element type: a function that takes a pointer, to whatever memory, and one that it calls.
LOOK = """\
static unsigned peek_{word}(const {type} *p, int n, unsigned x)
{{
	const {type} *q = p + (int)(x % (unsigned)n);
	return (unsigned)(long long)*q;
}}

static unsigned look_{word}(const {type} *p, int n, unsigned x)
{{
	unsigned h = x;
	const {type} *end = p + n;
	for (int turn = 0; p < end && turn < 3; p++, turn++)
		h = h * 31u + (unsigned)(long long)*p;
	return h ^ peek_{word}(end - n, n, x);
}}

static void poke_{word}({type} *p, int at, unsigned x)
{{
	p[at] = ({type})(x % 100u);
}}

static {type} *find_{word}({type} *p, int n, unsigned x)
{{
	{type} *best = p;
	for ({type} *q = p + n - 1; q > p && x % 5u; --q, x /= 3)
		if (*q > *best)
			best = q;
	return best;
}}
"""
PROLOGUE = """\
#include <stdio.h>
#include <stdlib.h>
#include <stddef.h>
#include <string.h>
#include <math.h>
#include <complex.h>
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

enum colour { RED = 2, GREEN, BLUE = 40 };
union word {
	unsigned u;
	unsigned char b[4];
	short s[2];
};
""" + TYPES_OF_ALL + """\
struct node {
	enum colour colour;
	union word word;
	struct pair pair;
	float weight;
};
typedef unsigned (*table_row)[4];
#pragma omp declare reduction(join : struct tally : omp_out.n += omp_in.n, omp_out.sum ^= omp_in.sum) \\
	initializer(omp_priv = {0, 0})

static unsigned long long checksum;
#pragma omp declare target
static int scale = 3;
static unsigned short steps[5] = {1, 200, 30000, 4, 65535};
static const short fixed[2][3] = {{1, -2, 3}, {-40, 50, -60}};
#pragma omp end declare target

""" + FUNCTIONS_OF_ALL + """\

static unsigned classify(unsigned x)
{
	unsigned turns = 0;
again:
	switch (x % 7u) {
	case 0:
		return turns + 1;
	case 1:
		x /= 3;
		/* fall through */
	case 2:
		turns += 5;
		break;
	case 3: {
		unsigned low = x & 15u;
		while (low) {
			low >>= 1;
			if (low == 2)
				continue;
			turns++;
		}
		break;
	}
	default:
		do
			x = x * 5u + 1u;
		while (x % 3u == 1u && turns++ < 4);
	}
	if (turns < 12) {
		turns += 3;
		x >>= 2;
		goto again;
	}
	return turns;
}

static struct pair twist(struct pair p, int by)
{
	struct pair q = p;
	q.a = (short)(p.a + by);
	q.b ^= (unsigned long)p.c[1];
	q.c[2] = p.c[0] ^ by;
	return q;
}

static void turn(struct pair *p, const int *by)
{
	p->a = (short)*by;
	p->c[by[0] & 1] ^= 5;
}

static struct node grown(struct node n, unsigned x)
{
	n.colour = x % 2u ? RED : BLUE;
	n.word.u = x;
	n.word.b[1] ^= 7;
	n.weight = (float)(x % 64u) / 4;
	n.pair = twist(n.pair, (int)(x % 99u));
	turn(&n.pair, &n.pair.c[2]);
	return n;
}

static short mixed(signed char a, unsigned short b, float c, _Bool d, double e)
{
	unsigned char low = b;
	low += a;
	a <<= 1;
	c /= 2;
	d ^= low & 1;
	return a + low * d - (c > e ? 3 : b % 100);
}

static unsigned weigh(const struct pair *p, int n, const short *by)
{
	unsigned sum = 0;
	for (const struct pair *end = p + n; p != end; ++p) {
		struct pair copy = *p;
		copy.c[*by & 1] -= p->a;
		sum = sum * 7u + (unsigned)(copy.c[0] ^ copy.c[1]) + (unsigned)(p->b >> 3);
	}
	return sum;
}

static unsigned grid(int n, int m, int a[n][m], unsigned x)
{
	unsigned sum = 0;
	for (int i = 0; i < n; i++)
		sum += (unsigned)a[i][x % (unsigned)m] * (unsigned)(i + 1);
	return sum;
}

static unsigned total(struct node n)
{
	return (unsigned)n.colour + n.word.u + (unsigned)(n.weight * 8) + (unsigned)n.pair.a + (unsigned)n.pair.b + (unsigned)n.pair.c[2];
}
"""


class DeviceValues(Generator):
    """Expressions of type unsigned whose parts have all types; no signed operation overflows."""

    def prologue(self):
        return PROLOGUE + "\n" + "\n".join(LOOK.format(type=t, word=t.replace(" ", "_")) for t in TYPES if t != "_Bool")

    def expression(self, context, depth=0):
        if self.chance(0.2) and depth < 4:
            return getattr(self, self.random.choice(self.kinds))(context, depth + 1)
        return super().expression(context, depth)

    kinds = ["of_mixed", "of_mixed", "of_pointers", "of_structs", "of_memory", "of_math", "of_narrow", "of_floats", "of_logic", "of_comma", "of_constants", "of_sizes", "of_unions", "of_complex", "of_literals",
             "of_calls", "of_calls", "of_tables", "of_wide"]

    def narrow(self, context, depth):
        return f"({self.random.choice(NARROW)})({self.expression(context, depth + 1)})"

    def of_narrow(self, context, depth):
        a, b = self.narrow(context, depth), self.narrow(context, depth)
        op = self.pick("+", "-", "*", "/", "%", "<", "==", "&", "|", "^", "<=", "!=")
        if op in "/%":
            b = f"({b} % 50 + 100)"
        if op == "*":
            a = f"(signed char)({a})"
        return f"(unsigned)({a} {op} {b})"

    def of_wide(self, context, depth):
        e = self.expression(context, depth + 1)
        return self.pick(f"(unsigned)((unsigned long long){e} << {self.random.randint(1, 31)} >> {self.random.randint(1, 40)})",
                         f"(unsigned)((long long)(short){e} >> {self.random.randint(1, 9)})",
                         f"(unsigned)((long long){e} * -{self.random.randint(1, 999)}L / 7)",
                         f"(unsigned)(~(unsigned char){e} & 0x{self.random.randint(1, 4000):x}UL)",
                         f"(unsigned)(-(short){e} % 17)", f"(unsigned)((int){e} < {self.random.randint(1, 99)}u)",
                         f"(unsigned)(!{e} + +(char)(({e}) % 100u))")

    def of_floats(self, context, depth):
        e, f = self.expression(context, depth + 1), self.expression(context, depth + 2)
        return self.pick(f"(unsigned)(((double)({e} % 1000u) + 0.5) * {self.random.randint(1, 9)})",
                         f"(unsigned)((float)({e} % 100u) / 4 * 8)", f"(unsigned)(int)(({e} % 50u) * 0.25f - {self.random.randint(1, 60)})",
                         f"(unsigned)((double)({e} % 90u) < (float)({f} % 90u))", f"(unsigned)(({e} % 9u) * 0x1.8p1 + 1e2)")

    def of_logic(self, context, depth):
        a, b, c = (self.expression(context, depth + 1) for _ in range(3))
        return self.pick(f"(unsigned)(({a} & 3) && ({b} & 5) || !({c} % 3u))",
                         f"__extension__({{ unsigned t_ = {a}; (t_ & 1) && t_++ > {b} || (t_ += 2); t_; }})",
                         f"__extension__({{ int t_ = (int)({a} % 9u); while (t_ > 2 && ({b} | 1)) {{ if (t_ == 5) {{ t_ -= 2; continue; }} t_--; }} (unsigned)t_; }})")

    def of_comma(self, context, depth):
        e = self.expression(context, depth + 1)
        return f"__extension__({{ unsigned t_, s_; t_ = {e}, s_ = t_++, t_ += s_ * 2; (t_--, t_ ^ s_); }})"

    def of_constants(self, context, depth):
        e = self.expression(context, depth + 1)
        return self.pick(f"(unsigned)(({e}) % 3u ? GREEN : BLUE)", "(unsigned)'a'", "(unsigned)BLUE", "0x7fu", "(unsigned)sizeof(struct node)",
                         "(unsigned)offsetof(struct pair, c)", "(unsigned)sizeof(union word)", '(unsigned)sizeof "text"')

    def of_sizes(self, context, depth):
        arrays = [v for v in context.readable if v.shape in ("array", "scalar", "pair") and "." not in v.name]
        if not arrays:
            return self.of_constants(context, depth)
        v = self.random.choice(arrays)
        name = self.use(v)
        return f"(unsigned)(sizeof {name} / sizeof {name}[0])" if v.shape == "array" else f"(unsigned)sizeof({name})"

    def of_unions(self, context, depth):
        e = self.expression(context, depth + 1)
        return f"(unsigned)((union word){{.u = {e}}}).{self.pick('b[2]', 'b[0]', 's[1]')}"

    def of_complex(self, context, depth):
        e, f = self.expression(context, depth + 1), self.expression(context, depth + 2)
        return f"(unsigned)(long long){self.pick('creal', 'cimag')}(({e} % 50u + ({f} % 7u) * I) * ({self.random.randint(1, 9)} + 2.0 * I))"

    def of_literals(self, context, depth):
        e, f = self.expression(context, depth + 1), self.expression(context, depth + 2)
        return self.pick(f"(unsigned)((const short[]){{1, 5, -7, 9}})[{e} & 3]",
                         f"(unsigned)((int[5]){{[2] = 7, [4] = (int)({e} & 255)}})[{f} % 5u]",
                         f"total((struct node){{.colour = GREEN, .word.u = {e}, .pair = {{.c = {{[1] = 4}}}}}})",
                         f"total(grown((struct node){{RED, {{{e}}}, {{1, 2, {{3}}}}, 0.5f}}, {f}))",
                         f"(unsigned)twist((struct pair){{.a = (short){e}, .c[2] = 3}}, (int)({f} % 99u)).a")

    def of_mixed(self, context, depth):
        """Conversions that nobody writes."""
        e, f, g = (self.expression(context, depth + 1) for _ in range(3))
        a, b, c = self.pick("signed char", "short", "char"), self.pick("unsigned short", "unsigned char", "_Bool"), self.pick("float", "double")
        steps = ["a_ += b_;", "a_ ^= b_ ? b_ : a_;", "b_ = a_ > 3;", "b_ |= a_;", "c_ *= 1.5f;", "a_ = a_ - 'A';", "c_ += b_;", "b_++;", "--a_;",
                 "if (c_ > a_) a_ = -a_;", "b_ = !b_;", "c_ = a_ ? c_ : b_;", "a_ <<= b_ & 3;", "a_ = b_ == a_ ? 5 : ~a_;", "a_ %= 50;", "b_ >>= 1;"]
        if b == "_Bool":
            steps = [step for step in steps if step not in ("b_++;",)]
        chosen = " ".join(self.random.choice(steps) for _ in range(self.random.randint(2, 5)))
        return self.pick(f"__extension__({{ {a} a_ = {e}; {b} b_ = {f}; {c} c_ = {g} % 77u; {chosen} (unsigned)(a_ * b_ + (long)c_); }})",
                         f"(unsigned)mixed({e} & 63, {f}, {g} % 99u, {e} & 8, {self.random.randint(1, 90)})")

    def of_pointers(self, context, depth):
        arrays = [v for v in context.readable if v.shape in ("array", "pointer", "member") and v.type != "_Bool" and len(v.dims) == 1]
        e = self.expression(context, depth + 1)
        if not arrays:
            t, n = "int", 4
            start, name, end = "int a_[4] = {[1] = 7, 9}; ", "a_", ""
        else:
            v = self.random.choice(arrays)
            t, n, start, name = v.type, v.dims[0], "", self.use(v)
        w = t.replace(" ", "_")
        return self.pick(
            f"__extension__({{ {start}const {t} *p_ = {name} + 1, *q_ = &{name}[{e} % {n}u]; unsigned h_ = (unsigned)(q_ - p_); if (q_ > p_) p_ = q_; else p_++; h_ + (unsigned)(long long)*p_; }})",
            f"__extension__({{ {start}const {t} *p_ = {e} & 1 ? {name} : {name} + 2; unsigned h_ = 0; do h_ += (unsigned)(long long)*p_++; while (p_ < {name} + {n} && h_ % 3u); h_; }})",
            f"__extension__({{ {start}(unsigned)(long long)*find_{w}(({t} *){name}, {n}, {e}); }})")

    def of_structs(self, context, depth):
        e = self.expression(context, depth + 1)
        arrays = [v for v in context.readable if v.shape == "pairs"]
        local = f"struct pair a_[3] = {{[1] = {{.b = {e}, .c = {{4, 5}}}}, {{-3}}}}; short by_ = (short){e};"
        if arrays and self.chance(0.7):
            v = self.random.choice(arrays)
            name = self.use(v)
            return self.pick(f"__extension__({{ short by_ = (short){e}; weigh({name} + 1, 3, &by_); }})",
                             f"__extension__({{ struct pair t_ = {name}[{e} % {v.dims[0]}u]; t_.a++, t_.c[1] = t_.a; weigh(&t_, 1, &t_.a); }})",
                             f"__extension__({{ {local} a_[0] = {name}[{e} % {v.dims[0]}u]; weigh(a_, 3, &{name}->a); }})")
        return f"__extension__({{ {local} weigh(a_, 3, &by_); }})"

    def of_memory(self, context, depth):
        e = self.expression(context, depth + 1)
        return self.pick(f"__extension__({{ unsigned char l_[8]; unsigned u_ = {e}; memset(l_, 3, sizeof l_); memcpy(l_ + 2, &u_, sizeof u_); (unsigned)l_[3] * l_[7] + l_[5]; }})",
                         f"__extension__({{ int g_[2][3] = {{{{1, 2}}, {{(int)({e} % 9u)}}}}; grid(2, 3, g_, {e}); }})",
                         f"__extension__({{ static const short t_[4] = {{7, -8, 9, 10}}; (unsigned)t_[{e} & 3]; }})")

    def of_math(self, context, depth):
        e = self.expression(context, depth + 1)
        return self.pick(f"(unsigned)(int)floor(({e} % 90u) / 4.0 - 7)", f"(unsigned)fabs(3 - (double)({e} % 9u))", f"(unsigned)sqrt(({e} % 9u) * ({e} % 9u))",
                         f"(unsigned)abs((int)({e} % 99u) - 50)", f"(unsigned)fmaxf({e} % 70u, 33)", f"(unsigned)lround({e} % 70u + 0.25)",
                         f"(unsigned)(isnan({e} % 3u + 0.5) + (int)ceilf(({e} % 10u) * 0.5f))")

    def of_tables(self, context, depth):
        e = self.expression(context, depth + 1)
        return self.pick("(unsigned)scale", f"steps[{e} % 5u]", f"(unsigned)fixed[{e} & 1][({e}) % 3u]", f"classify({e})")

    def of_calls(self, context, depth):
        e = self.expression(context, depth + 1)
        arrays = [v for v in context.readable if v.shape in ("array", "pointer", "member") and v.type not in ("_Bool",)]
        if arrays and self.chance(0.7):
            v = self.random.choice(arrays)
            name, word = self.use(v), v.type.replace(" ", "_")
            if len(v.dims) == 2:
                return f"look_{word}({name}[({e}) % {v.dims[0]}u], {v.dims[1]}, {self.random.randint(0, 99)}u)"
            shift = self.random.randint(0, 5)
            return f"{self.pick('look', 'peek')}_{word}({name} + {shift}, {v.dims[0] - shift}, {e})"
        t = self.random.choice([t for t in TYPES if t != "_Bool"])
        word = t.replace(" ", "_")
        return f"__extension__({{ {t} a_[4] = {{1, ({t})({e} % 90u)}}; poke_{word}(a_, {self.random.randint(0, 3)}, 7u); {self.pick('look', 'peek')}_{word}(a_, 4, 5u); }})"

    # ------------------------------------------------------------------------------------------------ variables
    def use(self, variable):
        """A member of a struct brings the struct along: clauses name that."""
        if variable.shape != "member":
            return super().use(variable)
        super().use(variable.base)
        for region in self.regions[variable.level:]:
            region.members[variable.name] = variable
        return variable.name

    def target(self, variables):
        super().target([v.base if v.shape == "member" else v for v in variables])
        for v in variables:
            self.use(v)

    def holder(self, level):
        """A struct with a pointer to elements: (the pointer as a Variable, lines that declare and fill it)."""
        inner, _ = self.declare(level, ["pointer"])
        name, n = inner.name, inner.dims[0]
        v = Variable(f"{name}.p", inner.type, "member", [n], False, level)
        v.base = Variable(name, "struct holder", "holder", (), False, level)
        lines = [f"struct {{ int n; {v.type} *p; unsigned extra; }} {name} = {{ {n}, malloc({n} * sizeof({v.type})), 8 }};", *self.fill(v)]
        return v, lines
