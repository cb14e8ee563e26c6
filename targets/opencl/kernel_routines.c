/* kernel_routines.c - OpenMP routines that a kernel answers itself (OpenMP 5.2, 18). */
#include "opencl_target.h"

#include <string.h>

static const struct routine {
	const char *name, *value;
	bool of_team; /* what it says depends on how the work is spread */
} routines[] = {
	{"omp_get_thread_num", "get_local_id(0)", true},
	{"omp_get_num_threads", "get_local_size(0)", true},
	{"omp_get_max_threads", "get_local_size(0)", true},
	{"omp_get_thread_limit", "get_local_size(0)", true},
	{"omp_get_team_num", "get_group_id(0)", true},
	{"omp_get_num_teams", "get_num_groups(0)", true},
	{"omp_in_parallel", "get_local_size(0) > 1", true},
	{"omp_get_active_level", "get_local_size(0) > 1", true},
	{"omp_get_max_teams", "PPCC_MAX_TEAMS", false}, /* the runtime defines it when it builds the kernel, like the others */
	{"omp_get_teams_thread_limit", "PPCC_TEAM_THREADS", false},
	{"omp_get_dynamic", "0", false},
	{"omp_get_cancellation", "0", false},
	{"omp_is_initial_device", "0", false},
	{"omp_get_device_num", "PPCC_DEVICE_NUMBER", false},
};

static bool asks(const char *word, size_t length)
{
	if (strncmp(word, "omp_get_", 8) != 0 && strncmp(word, "omp_in_", 7) != 0)
		return false;
	for (size_t i = 0; i < sizeof routines / sizeof *routines; i++)
		if (strlen(routines[i].name) == length && !memcmp(routines[i].name, word, length))
			return routines[i].of_team;
	return true;
}

bool kernel_asks(const char *text, size_t length)
{
	for (const char *at = text; (at = memmem(at, length - (size_t)(at - text), "omp_", 4)); at += 4) {
		size_t rest = length - (size_t)(at - text), name = 0;
		while (name < rest && (at[name] == '_' || (at[name] >= 'a' && at[name] <= 'z')))
			name++;
		if (asks(at, name))
			return true;
	}
	return false;
}

const char *kernel_with_routines(struct arena *arena, const char *code, int level)
{
	struct text out = {0};
	if (level >= 0 && strstr(code, "omp_get_level"))
		text_printf(&out, "int omp_get_level(void)\n{\n\treturn %d;\n}\n\n", level);
	for (size_t i = 0; i < sizeof routines / sizeof *routines; i++)
		if (strstr(code, routines[i].name))
			text_printf(&out, "int %s(void)\n{\n\treturn %s;\n}\n\n", routines[i].name, routines[i].value);
	text_adds(&out, code);
	const char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}
