/*
 * display.c - the block that OMP_DISPLAY_ENV and omp_display_env write (OpenMP 5.2, 18.15, 21.7).
 */
#include "environment.h"

#include "affinity_format.h"
#include "device.h"
#include "error.h"
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void line(const char *name, const char *value)
{
	fprintf(stderr, "  [host] %s = '%s'\n", name, value);
}

/* A variable that is kept as it was given. */
static void line_text(const char *name, const char *unset)
{
	const char *text = getenv(name);
	line(name, text && *text ? text : unset);
}

static void line_number(const char *name, long value)
{
	fprintf(stderr, "  [host] %s = '%ld'\n", name, value);
}

static void line_boolean(const char *name, bool value)
{
	line(name, value ? "TRUE" : "FALSE");
}

static void show_threads(const struct global_icv *global)
{
	fprintf(stderr, "  [host] OMP_NUM_THREADS = '%d", global->initial.threads);
	for (int i = 1; i < global->threads_count; i++)
		fprintf(stderr, ",%d", global->threads[i]);
	fputs("'\n", stderr);
}

static void show_schedule(const struct icv *icv)
{
	const char *name = ppcc_schedule_name(icv->schedule);
	fprintf(stderr, "  [host] OMP_SCHEDULE = '%s", (int)icv->schedule < 0 ? "MONOTONIC:" : "");
	for (const char *c = name; *c; c++)
		fputc(*c - 'a' + 'A', stderr);
	if (icv->chunk > 0)
		fprintf(stderr, ",%d", icv->chunk);
	fputs("'\n", stderr);
}

static void show_affinity(const struct global_icv *global)
{
	fprintf(stderr, "  [host] OMP_PROC_BIND = '%s", ppcc_bind_name(global->initial.bind));
	for (int i = 1; i < global->bind_count; i++)
		fprintf(stderr, ",%s", ppcc_bind_name(global->bind[i]));
	fputs("'\n  [host] OMP_PLACES = '", stderr);
	for (int i = 0; i < global->places.count; i++) {
		char text[1024];
		ppcc_place_text(&global->places.sets[i], text, sizeof text);
		fprintf(stderr, "%s%s", i ? "," : "", text);
	}
	fputs("'\n", stderr);
}

static void show_allocator(omp_allocator_handle_t allocator)
{
	char text[256];
	ppcc_allocator_text(allocator, text, sizeof text);
	line("OMP_ALLOCATOR", text);
}

static void show_devices(void)
{
	for (int i = 0; i < ppcc_device_count(); i++) {
		bool known;
		const struct ppcc_device *device = ppcc_device_find(i, &known);
		fprintf(stderr, "  [%d] %s, kind(%s), vendor(%s), uid(%s), %s\n", i, device->description, device->kind, device->vendor, device->uid,
			device->works_in_place ? "works in place" : "has memory of its own");
	}
}

void omp_display_env(int verbose)
{
	static const char *const policies[] = {"DEFAULT", "PASSIVE", "ACTIVE"};
	char format[PPCC_AFFINITY_FORMAT_SIZE];
	ppcc_initialise();
	const struct global_icv *global = &ppcc_global;
	fputs("\nOPENMP DISPLAY ENVIRONMENT BEGIN\n  _OPENMP = '202111'\n", stderr);
	line_boolean("OMP_DYNAMIC", global->initial.dynamic);
	line_boolean("OMP_NESTED", global->initial.max_active_levels > 1);
	show_threads(global);
	show_schedule(&global->initial);
	show_affinity(global);
	fprintf(stderr, "  [host] OMP_STACKSIZE = '%zu%s'\n", global->stack_size, global->stack_size ? "B" : "");
	line("OMP_WAIT_POLICY", policies[global->wait_policy]);
	line_number("OMP_THREAD_LIMIT", global->initial.thread_limit);
	line_number("OMP_MAX_ACTIVE_LEVELS", global->initial.max_active_levels);
	line_number("OMP_NUM_TEAMS", atomic_load(&global->teams));
	line_number("OMP_TEAMS_THREAD_LIMIT", atomic_load(&global->teams_thread_limit));
	line_boolean("OMP_CANCELLATION", global->cancellation);
	line_number("OMP_DEFAULT_DEVICE", global->initial.default_device);
	line_number("OMP_MAX_TASK_PRIORITY", global->max_task_priority);
	line_boolean("OMP_DISPLAY_AFFINITY", global->display_affinity);
	omp_get_affinity_format(format, sizeof format);
	line("OMP_AFFINITY_FORMAT", format);
	show_allocator(global->initial.allocator);
	line("OMP_TARGET_OFFLOAD", ppcc_offload_name(global->offload));
	line_text("OMP_TOOL", "enabled");
	line_text("OMP_TOOL_LIBRARIES", "");
	line_text("OMP_TOOL_VERBOSE_INIT", "disabled");
	line("OMP_DEBUG", "disabled"); /* there is no OMPD library */
	line_text("OMP_AVAILABLE_DEVICES", "");
	if (verbose) {
		line_number("PPCC_PROCESSORS", global->processors);
		line_number("PPCC_HOST_DEVICES", global->host_devices);
		line_text("PPCC_OPENCL_DEVICE", "");
		line_text("PPCC_OPENCL_COPY", "0");
		line_text("PPCC_OPENCL_OPTIONS", "");
		line_text("PPCC_OPENCL_TEAM", "");
		line_text("PPCC_OPENCL_BUFFERS", "0");
		line_text("PPCC_OPENCL_HEAP", "16777216");
		line_text("PPCC_OPENCL_LIBRARY", "libOpenCL.so.1");
		line_text("PPCC_CACHE", "");
		line_text("PPCC_TRACE", "0");
		show_devices();
	}
	fputs("OPENMP DISPLAY ENVIRONMENT END\n", stderr);
}

void ppcc_environment_display_if_asked(void)
{
	const char *text = getenv("OMP_DISPLAY_ENV");
	if (!text || !*text || strcasecmp(text, "false") == 0)
		return;
	if (strcasecmp(text, "true") == 0)
		omp_display_env(0);
	else if (strcasecmp(text, "verbose") == 0)
		omp_display_env(1);
	else
		ppcc_warn("OMP_DISPLAY_ENV='%s' is not true, false or verbose; false is used", text);
}
