/* kernel_flags.c - what the program's flags for floating point mean for kernels: they compute as the rest of the file does. */
#include "opencl_target.h"

#include <string.h>

const char *kernel_flags(struct arena *arena, const char *const *flags, bool as_host)
{
	static const struct {
		const char *on, *off, *option;
	} rows[] = {
		{"-ffast-math", "-fno-fast-math", "-cl-fast-relaxed-math"}, {"-Ofast", "-fno-fast-math", "-cl-fast-relaxed-math"},
		{"-funsafe-math-optimizations", "-fno-unsafe-math-optimizations", "-cl-unsafe-math-optimizations"},
		{"-ffinite-math-only", "-fno-finite-math-only", "-cl-finite-math-only"}, {"-fno-signed-zeros", "-fsigned-zeros", "-cl-no-signed-zeros"},
	};
	enum { COUNT = sizeof rows / sizeof *rows };
	bool on[COUNT] = {false};
	const char *options = "", *contracts = as_host ? "#pragma OPENCL FP_CONTRACT OFF\n\n" : "";
	for (; *flags; flags++) {
		if (!strncmp(*flags, "-ffp-contract=", 14))
			contracts = !strcmp(*flags + 14, "off") ? "#pragma OPENCL FP_CONTRACT OFF\n\n" : "#pragma OPENCL FP_CONTRACT ON\n\n";
		for (int i = 0; i < COUNT; i++)
			on[i] = !strcmp(*flags, rows[i].on) || (on[i] && strcmp(*flags, rows[i].off) != 0);
	}
	for (int i = 0; i < COUNT; i++)
		if (on[i] && !strstr(options, rows[i].option))
			options = arena_printf(arena, "%s %s", options, rows[i].option);
	return arena_printf(arena, "%s%s", *options ? arena_printf(arena, "/* options:%s */\n\n", options) : "", contracts);
}
