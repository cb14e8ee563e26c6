#include "kernel_math.h"

#include <stddef.h>
#include <string.h>

/* isinf_sign is what gcc's headers make of isinf; only whether it is 0 counts. */
static const struct math_function functions[] = {
	{"acos", "acos", 1, NULL, NULL, 0}, {"acosh", "acosh", 1, NULL, NULL, 0}, {"asin", "asin", 1, NULL, NULL, 0},
	{"asinh", "asinh", 1, NULL, NULL, 0}, {"atan", "atan", 1, NULL, NULL, 0},
	{"atanh", "atanh", 1, NULL, NULL, 0}, {"cbrt", "cbrt", 1, NULL, NULL, 0}, {"ceil", "ceil", 1, NULL, NULL, 0},
	{"cos", "cos", 1, NULL, NULL, 0}, {"cosh", "cosh", 1, NULL, NULL, 0}, {"erf", "erf", 1, NULL, NULL, 0},
	{"erfc", "erfc", 1, NULL, NULL, 0}, {"exp", "exp", 1, NULL, NULL, 0}, {"exp2", "exp2", 1, NULL, NULL, 0},
	{"exp10", "exp10", 1, NULL, NULL, 0}, {"expm1", "expm1", 1, NULL, NULL, 0},
	{"fabs", "fabs", 1, NULL, NULL, 0}, {"floor", "floor", 1, NULL, NULL, 0},
	{"lgamma", "lgamma", 1, NULL, NULL, 0}, {"log", "log", 1, NULL, NULL, 0}, {"log2", "log2", 1, NULL, NULL, 0},
	{"log10", "log10", 1, NULL, NULL, 0}, {"log1p", "log1p", 1, NULL, NULL, 0},
	{"logb", "logb", 1, NULL, NULL, 0}, {"rint", "rint", 1, NULL, NULL, 0}, {"round", "round", 1, NULL, NULL, 0},
	{"sin", "sin", 1, NULL, NULL, 0}, {"sinh", "sinh", 1, NULL, NULL, 0}, {"sqrt", "sqrt", 1, NULL, NULL, 0},
	{"tan", "tan", 1, NULL, NULL, 0}, {"tanh", "tanh", 1, NULL, NULL, 0}, {"tgamma", "tgamma", 1, NULL, NULL, 0},
	{"trunc", "trunc", 1, NULL, NULL, 0}, {"atan2", "atan2", 2, NULL, NULL, 0},
	{"copysign", "copysign", 2, NULL, NULL, 0}, {"fdim", "fdim", 2, NULL, NULL, 0},
	{"fmax", "fmax", 2, NULL, NULL, 0}, {"fmin", "fmin", 2, NULL, NULL, 0}, {"fmod", "fmod", 2, NULL, NULL, 0},
	{"hypot", "hypot", 2, NULL, NULL, 0}, {"nextafter", "nextafter", 2, NULL, NULL, 0},
	{"pow", "pow", 2, NULL, NULL, 0}, {"remainder", "remainder", 2, NULL, NULL, 0},
	{"fma", "fma", 3, NULL, NULL, 0}, {"nearbyint", "rint", 1, NULL, NULL, 0},
	{"lround", "round", 1, NULL, "long", 0}, {"llround", "round", 1, NULL, "long", 0},
	{"lrint", "rint", 1, NULL, "long", 0}, {"llrint", "rint", 1, NULL, "long", 0},
	{"ilogb", "ilogb", 1, NULL, NULL, 0}, {"ldexp", "ldexp", 1, NULL, NULL, 0},
	{"scalbn", "ldexp", 1, NULL, NULL, 0}, {"frexp", "frexp", 1, NULL, NULL, 1},
	{"modf", "modf", 1, NULL, NULL, 1}, {"abs", "abs", 1, "int", "int", 0}, {"labs", "abs", 1, "long", "long", 0},
	{"llabs", "abs", 1, "long", "long", 0}, {"isnan", "isnan", 1, "", NULL, 0},
	{"isfinite", "isfinite", 1, "", NULL, 0}, {"isnormal", "isnormal", 1, "", NULL, 0},
	{"signbit", "signbit", 1, "", NULL, 0}, {"isinf", "isinf", 1, "", NULL, 0},
	{"isinf_sign", "isinf", 1, "", NULL, 0}, {"creal", "__real__", 1, "", "double", 0}, {"crealf", "__real__", 1, "", "float", 0},
	{"cimag", "__imag__", 1, "", "double", 0}, {"cimagf", "__imag__", 1, "", "float", 0},
	{"conj", "~", 1, "", "double _Complex", 0}, {"conjf", "~", 1, "", "float _Complex", 0},
};

static const struct math_function *find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (strlen(functions[i].name) == length && !memcmp(functions[i].name, name, length))
			return &functions[i];
	return NULL;
}

const struct math_function *kernel_math_find(const char *name, bool *is_float)
{
	static const char prefix[] = "__builtin_";
	if (!strncmp(name, prefix, sizeof prefix - 1))
		name += sizeof prefix - 1;
	size_t length = strlen(name);
	const struct math_function *function = find(name, length);
	*is_float = false;
	if (!function && length > 1 && name[length - 1] == 'f') {
		function = find(name, length - 1);
		*is_float = function && !function->type;
		function = *is_float ? function : NULL;
	}
	return function;
}

const char *kernel_math_constant(const char *name)
{
	static const struct {
		const char *name, *text;
	} constants[] = {
		{"__builtin_inff", "INFINITY"}, {"__builtin_inf", "(double)INFINITY"}, {"__builtin_huge_val", "HUGE_VAL"},
		{"__builtin_huge_valf", "HUGE_VALF"}, {"__builtin_nanf", "NAN"}, {"__builtin_nan", "(double)NAN"},
	};
	for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
		if (!strcmp(constants[i].name, name))
			return constants[i].text;
	return NULL;
}

bool kernel_math_is_pure(const char *name)
{
	bool is_float;
	const struct math_function *function = kernel_math_find(name, &is_float);
	return function ? function->pointers == 0 : kernel_math_constant(name) != NULL;
}

bool kernel_math_is_built_in(const char *name)
{
	static const char *const names[] = {
		"clamp", "degrees", "max", "min", "mix", "radians", "step", "smoothstep", "sign", "cross", "dot", "distance",
		"length", "normalize", "abs", "abs_diff", "add_sat", "hadd", "rhadd", "clz", "ctz", "popcount", "mad_hi",
		"mad_sat", "mul_hi", "rotate", "sub_sat", "upsample", "mad24", "mul24", "mad", "maxmag", "minmag", "rsqrt",
		"rootn", "pown", "powr", "sinpi", "cospi", "tanpi", "acospi", "asinpi", "atanpi", "atan2pi", "fract", "nan",
		"sincos", "remquo", "ilogb", "any", "all", "select", "bitselect", "isequal", "isnotequal", "isgreater",
		"isgreaterequal", "isless", "islessequal", "islessgreater", "isordered", "isunordered", "barrier",
		"mem_fence", "read_mem_fence", "write_mem_fence", "prefetch", "wait_group_events", "printf", "shuffle",
		"shuffle2", "lgamma_r", "ldexp",
	};
	static const char *const families[] = {"get_", "convert_", "as_", "atomic_", "atom_", "native_", "half_", "fast_", "vload", "vstore", "read_image",
		"write_image", "async_work_group_"};
	bool is_float;
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (!strncmp(name, families[i], strlen(families[i])))
			return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(name, names[i]))
			return true;
	return kernel_math_find(name, &is_float) && !is_float;
}
