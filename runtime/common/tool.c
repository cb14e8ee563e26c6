#include "tool.h"

#include "dynamic.h"
#include "environment.h"
#include "error.h"
#include "icv.h"

#include <sched.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct ppcc_tool ppcc_tool;

/* The program's own, or that of a library that was loaded with it. */
extern __attribute__((weak, visibility("default"))) ompt_start_tool_result_t *ompt_start_tool(unsigned int, const char *);

typedef ompt_start_tool_result_t *start_function(unsigned int, const char *);

static const char version[] = "ppcc";
enum { OPENMP_VERSION = 202111 };

/* ------------------------------------------------------------------------------------------- finding it */

/* OMP_TOOL_VERBOSE_INIT (21.3.3): where the search for a tool is reported; null: nowhere. */
static FILE *open_report(void)
{
	const char *name = getenv("OMP_TOOL_VERBOSE_INIT");
	if (!name || !*name || strcasecmp(name, "disabled") == 0)
		return NULL;
	if (strcasecmp(name, "stdout") == 0)
		return stdout;
	if (strcasecmp(name, "stderr") == 0)
		return stderr;
	FILE *file = fopen(name, "w");
	if (!file)
		ppcc_warn("OMP_TOOL_VERBOSE_INIT: cannot write '%s'", name);
	return file;
}

__attribute__((format(printf, 2, 3))) static void report(FILE *file, const char *format, ...)
{
	va_list arguments;
	if (!file)
		return;
	va_start(arguments, format);
	fputs("ppcc: tool: ", file);
	vfprintf(file, format, arguments);
	fputc('\n', file);
	va_end(arguments);
}

static ompt_start_tool_result_t *try_library(const char *path, FILE *file)
{
	const char *problem = "the program is linked statically";
	void *library = ppcc_load ? ppcc_load(path, &problem) : NULL;
	if (!library) {
		report(file, "cannot load '%s': %s", path, problem);
		return NULL;
	}
	start_function *start = NULL;
	*(void **)(void *)&start = ppcc_symbol(library, "ompt_start_tool");
	ompt_start_tool_result_t *result = start ? start(OPENMP_VERSION, version) : NULL;
	if (result) {
		report(file, "'%s' is the tool", path);
		return result;
	}
	report(file, start ? "'%s' does not want to be the tool" : "'%s' has no function ompt_start_tool", path);
	ppcc_unload(library);
	return NULL;
}

/* OMP_TOOL_LIBRARIES (21.3.2): paths with colons between them. */
static ompt_start_tool_result_t *try_libraries(FILE *file)
{
	const char *at = getenv("OMP_TOOL_LIBRARIES");
	ompt_start_tool_result_t *result = NULL;
	while (at && *at && !result) {
		size_t length = strcspn(at, ":");
		if (length > 0) {
			char *path = strndup(at, length);
			if (!path)
				ppcc_fatal("out of memory");
			result = try_library(path, file);
			free(path);
		}
		at += length;
		at += *at == ':';
	}
	return result;
}

/* OMP_TOOL (21.3.1). */
static bool tools_enabled(void)
{
	const char *text = getenv("OMP_TOOL");
	if (!text || !*text || strcasecmp(text, "enabled") == 0)
		return true;
	if (strcasecmp(text, "disabled") != 0)
		ppcc_warn("OMP_TOOL='%s' is not enabled or disabled; enabled is used", text);
	return strcasecmp(text, "disabled") != 0;
}

static ompt_start_tool_result_t *find(FILE *file)
{
	if (!tools_enabled()) {
		report(file, "OMP_TOOL says disabled");
		return NULL;
	}
	ompt_start_tool_result_t *result = ompt_start_tool ? ompt_start_tool(OPENMP_VERSION, version) : NULL;
	if (result)
		report(file, "the program's own ompt_start_tool is the tool");
	return result ? result : try_libraries(file);
}

void ppcc_tool_start(ompt_function_lookup_t lookup)
{
	if (!ompt_start_tool && !getenv("OMP_TOOL_LIBRARIES") && !getenv("OMP_TOOL_VERBOSE_INIT"))
		return;
	FILE *file = open_report();
	ppcc_tool.result = find(file);
	if (!ppcc_tool.result) {
		report(file, "no tool was found");
	} else {
		ppcc_tool.active = true; /* so that entry points work during initialisation */
		ppcc_tool.active = ppcc_tool.result->initialize(lookup, 0, &ppcc_tool.result->tool_data) != 0;
		report(file, ppcc_tool.active ? "initialised" : "the tool's initialisation says no");
	}
	if (file && file != stdout && file != stderr)
		fclose(file);
}

void ppcc_tool_finish(void)
{
	if (!ppcc_tool.active)
		return;
	ppcc_tool.active = false;
	memset(&ppcc_tool.on, 0, sizeof ppcc_tool.on);
	if (ppcc_tool.result->finalize)
		ppcc_tool.result->finalize(&ppcc_tool.result->tool_data);
}

/* ------------------------------------------------------------------------------------------- entry points (19.6.1) */

/* The place of an event's callback, and how often the event is reported; null: never. */
static ompt_callback_t *slot_of(ompt_callbacks_t event, ompt_set_result_t *how)
{
	switch (event) {
#define EVENT(name, signature, often) \
	case ompt_callback_##name: \
		*how = ompt_set_##often; \
		return (ompt_callback_t *)(void *)&ppcc_tool.on.name;
		PPCC_TOOL_EVENTS(EVENT)
#undef EVENT
	default:
		*how = event >= ompt_callback_thread_begin && event <= ompt_callback_error ? ompt_set_never : ompt_set_error;
		return NULL;
	}
}

static ompt_set_result_t set_callback(ompt_callbacks_t event, ompt_callback_t callback)
{
	ompt_set_result_t how;
	ompt_callback_t *slot = slot_of(event, &how);
	if (slot)
		*slot = callback;
	return how;
}

static int get_callback(ompt_callbacks_t event, ompt_callback_t *callback)
{
	ompt_set_result_t how;
	ompt_callback_t *slot = slot_of(event, &how);
	if (!slot || !*slot)
		return 0;
	*callback = *slot;
	return 1;
}

static const struct {
	ompt_state_t state;
	const char *name;
} states[] = {
#define STATE(name) {ompt_state_##name, "ompt_state_" #name}
	STATE(work_serial), STATE(work_parallel), STATE(work_reduction), STATE(wait_barrier_implicit_parallel),
	STATE(wait_barrier_implicit_workshare), STATE(wait_barrier_explicit), STATE(wait_taskwait), STATE(wait_taskgroup),
	STATE(wait_lock), STATE(wait_critical), STATE(wait_atomic), STATE(wait_ordered), STATE(idle), STATE(undefined)
#undef STATE
};

static int enumerate_states(int current, int *next, const char **name)
{
	size_t count = sizeof states / sizeof *states, i = 0;
	if (current != ompt_state_undefined) {
		while (i < count && (int)states[i].state != current)
			i++;
		i++;
	}
	if (i >= count || states[i].state == ompt_state_undefined)
		return 0;
	*next = (int)states[i].state;
	*name = states[i].name;
	return 1;
}

static int enumerate_mutex_impls(int current, int *next, const char **name)
{
	if (current != ompt_mutex_impl_none)
		return 0;
	*next = 1;
	*name = "spin, then futex";
	return 1;
}

static uint64_t get_unique_id(void)
{
	static atomic_ullong last;
	return atomic_fetch_add_explicit(&last, 1, memory_order_relaxed) + 1;
}

static int get_proc_id(void)
{
	return sched_getcpu();
}

static int get_place_proc_ids(int place, int size, int *ids)
{
	int count = omp_get_place_num_procs(place);
	if (count > 0 && count <= size)
		omp_get_place_proc_ids(place, ids);
	return count;
}

static int get_partition_place_nums(int size, int *places)
{
	int count = omp_get_partition_num_places();
	if (count <= size)
		omp_get_partition_place_nums(places);
	return count;
}

static int get_target_info(uint64_t *device, ompt_id_t *target, ompt_id_t *operation)
{
	(void)device, (void)target, (void)operation;
	return 0;
}

static int get_task_memory(void **address, size_t *size, int block)
{
	(void)block;
	*address = NULL;
	*size = 0;
	return 0;
}

ompt_interface_fn_t ppcc_tool_entry(const char *name)
{
	static const struct {
		const char *name;
		ompt_interface_fn_t entry;
	} entries[] = {
		{"ompt_set_callback", (ompt_interface_fn_t)set_callback},
		{"ompt_get_callback", (ompt_interface_fn_t)get_callback},
		{"ompt_enumerate_states", (ompt_interface_fn_t)enumerate_states},
		{"ompt_enumerate_mutex_impls", (ompt_interface_fn_t)enumerate_mutex_impls},
		{"ompt_get_unique_id", (ompt_interface_fn_t)get_unique_id},
		{"ompt_get_num_procs", (ompt_interface_fn_t)omp_get_num_procs},
		{"ompt_get_num_places", (ompt_interface_fn_t)omp_get_num_places},
		{"ompt_get_place_proc_ids", (ompt_interface_fn_t)get_place_proc_ids},
		{"ompt_get_place_num", (ompt_interface_fn_t)omp_get_place_num},
		{"ompt_get_partition_place_nums", (ompt_interface_fn_t)get_partition_place_nums},
		{"ompt_get_proc_id", (ompt_interface_fn_t)get_proc_id},
		{"ompt_get_num_devices", (ompt_interface_fn_t)omp_get_num_devices},
		{"ompt_get_target_info", (ompt_interface_fn_t)get_target_info},
		{"ompt_get_task_memory", (ompt_interface_fn_t)get_task_memory},
		{"ompt_finalize_tool", (ompt_interface_fn_t)ppcc_tool_finish},
	};
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
		if (strcmp(entries[i].name, name) == 0)
			return entries[i].entry;
	return NULL;
}
