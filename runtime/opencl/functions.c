/*
 * functions.c - functions that one file of the program has for the kernels of others.
 *
 * Each file tells of its own before main.  When a kernel that needs some is launched first, the texts of these, and of what they need, are
 * taken, each with the address spaces that it is called for, and program.c compiles them one by one and links them:
 * types and static functions of two files can have the same names.
 */
#include "opencl.h"

#include "../common/context.h"
#include "../common/error.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Pushed at the front, never taken off: readers need no lock. */
static _Atomic(struct ppcc_device_function *) functions;

void ppcc_device_function(struct ppcc_device_function *function)
{
	function->next = atomic_load(&functions);
	while (!atomic_compare_exchange_weak(&functions, &function->next, function))
		continue;
}

/* ------------------------------------------------------------------------------------------- what is taken */

/* A function for one combination of address spaces. */
struct unit {
	struct unit *next;
	const struct ppcc_device_function *function;
	char spaces[10]; /* by the digits: letters; 0: nobody decides it */
	int first;       /* of its variables in the table */
	bool open;       /* what it needs is being looked for */
};

struct search {
	const struct ppcc_kernel *kernel;
	struct unit *units, **tail;
	int count, variables;
	char problem[512];
};

static bool fails(struct search *search, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(search->problem, sizeof search->problem, format, arguments);
	va_end(arguments);
	return false;
}

static const char *words_for(char letter)
{
	return letter == 'p' ? "private variables" : letter == 'g' ? "mapped data" : letter == 'l' ? "data of a team" : "constants";
}

/* The letters with those of the caller in place of digits. */
static void resolve(const char *letters, const char *spaces, char *out, size_t size)
{
	size_t i = 0;
	for (; letters[i] && i + 1 < size; i++)
		out[i] = isdigit((unsigned char)letters[i]) && spaces[letters[i] - '0'] ? spaces[letters[i] - '0'] : letters[i];
	out[i] = '\0';
}

static const struct ppcc_device_function *function_at(void (*address)(void))
{
	for (const struct ppcc_device_function *function = atomic_load(&functions); function; function = function->next)
		if (function->function == address)
			return function;
	return NULL;
}

/* Whether the letters of a call fit those of the function; decides the spaces. */
static bool fits(struct search *search, const struct ppcc_device_function *function, const char *given, const char *letters, bool result, char *spaces)
{
	if (strlen(given) != strlen(letters))
		return fails(search, "'%s' is declared there with other pointers than where it is defined", function->name);
	for (size_t i = 0; letters[i]; i++) {
		char *space = isdigit((unsigned char)letters[i]) ? &spaces[letters[i] - '0'] : NULL, wanted = space ? *space : letters[i];
		if (space && !wanted)
			wanted = *space = given[i];
		if (wanted != given[i] && result)
			return fails(search, "'%s' gives a pointer to %s, which is taken for one to %s", function->name, words_for(wanted), words_for(given[i]));
		if (wanted != given[i])
			return fails(search, "'%s' gets a pointer to %s where it needs one to %s", function->name, words_for(given[i]), words_for(wanted));
	}
	return true;
}

static bool find(struct search *search, const struct ppcc_need *need, const char *caller_spaces);

static bool add_unit(struct search *search, const struct ppcc_device_function *function, const char *spaces)
{
	for (const struct unit *unit = search->units; unit; unit = unit->next)
		if (unit->function == function && !memcmp(unit->spaces, spaces, sizeof unit->spaces))
			return !unit->open || fails(search, "'%s' calls itself, by way of other files", function->name);
	struct unit *unit = ppcc_allocate(sizeof *unit);
	*unit = (struct unit){.function = function, .first = search->variables, .open = true};
	memcpy(unit->spaces, spaces, sizeof unit->spaces);
	*search->tail = unit;
	search->tail = &unit->next;
	search->count++;
	search->variables += (int)function->variable_count;
	for (unsigned long i = 0; i < function->need_count; i++)
		if (!find(search, &function->needs[i], spaces))
			return false;
	unit->open = false;
	return true;
}

static bool find(struct search *search, const struct ppcc_need *need, const char *caller_spaces)
{
	char parameters[128], returned[32], spaces[10] = "";
	const struct ppcc_device_function *function = function_at(need->function);
	if (!function)
		return fails(search, "no file offers '%s' to devices: its definition must be in 'declare target', and compiled by ppcc for the opencl target", need->name);
	if (!function->source)
		return fails(search, "it calls '%s', of which a device cannot run that %s", need->name, function->problem);
	if (function->asks && !search->kernel->answers)
		return fails(search, "'%s' asks for its thread or team, and the region does not say how many there are", need->name);
	resolve(need->parameters, caller_spaces, parameters, sizeof parameters);
	resolve(need->returned, caller_spaces, returned, sizeof returned);
	return fits(search, function, parameters, function->parameters, false, spaces) && fits(search, function, returned, function->returned, true, spaces) &&
	       add_unit(search, function, spaces);
}

/* ------------------------------------------------------------------------------------------- texts */

/* A name in the function's text, and what it is for these spaces. */
static void define_name(FILE *out, const char *name, const char *letters, const char *spaces)
{
	char resolved[128];
	resolve(letters, spaces, resolved, sizeof resolved);
	if (strcmp(letters, resolved))
		fprintf(out, "#define %s__%s %s__%s\n", name, letters, name, resolved);
}

static char *text_of(const struct unit *unit)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		ppcc_fatal("out of memory");
	for (int i = 1; i < (int)sizeof unit->spaces; i++) {
		const char letter = unit->spaces[i];
		if (letter)
			fprintf(out, "#define PPCC_SPACE_%d%s\n", i, letter == 'g' ? " __global" : letter == 'l' ? " __local" : letter == 'c' ? " __constant" : "");
	}
	fprintf(out, "#define ppcc_first %d\n", unit->first);
	define_name(out, unit->function->name, unit->function->parameters, unit->spaces);
	for (unsigned long i = 0; i < unit->function->need_count; i++)
		define_name(out, unit->function->needs[i].name, unit->function->needs[i].parameters, unit->spaces);
	fputs(unit->function->source, out);
	fclose(out);
	return text;
}

static char *join(const char *const *texts, int count)
{
	size_t size = 1, at = 0;
	for (int i = 0; i < count; i++)
		size += strlen(texts[i]) + 1;
	char *all = ppcc_allocate(size);
	for (int i = 0; i < count; i++)
		at += (size_t)snprintf(all + at, size - at, "%s%s", i ? "\f" : "", texts[i]);
	return all;
}

static struct opencl_links *links_of(const struct search *search)
{
	struct opencl_links *links = ppcc_allocate(sizeof *links);
	const char **texts = ppcc_allocate((size_t)(search->count + 1) * sizeof *texts);
	const struct ppcc_device_variable **variables = ppcc_allocate((size_t)(search->variables + 1) * sizeof *variables);
	int count = 0, variable = 0;
	texts[count++] = search->kernel->source;
	for (const struct unit *unit = search->units; unit; unit = unit->next) {
		texts[count++] = text_of(unit);
		for (unsigned long i = 0; i < unit->function->variable_count; i++)
			variables[variable++] = &unit->function->variables[i];
	}
	*links = (struct opencl_links){.texts = texts, .count = count, .variables = variables, .variable_count = variable};
	links->all = join(texts, count);
	return links;
}

/* ------------------------------------------------------------------------------------------- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of all kernels' links */

bool ppcc_cl_link(struct opencl_device *device, struct ppcc_kernel *kernel)
{
	static char failed; /* what links points to when the user has been told */
	struct search search = {.kernel = kernel, .tail = &search.units};
	bool good = true;
	char origin[256];
	if (kernel->need_count == 0)
		return true;
	pthread_mutex_lock(&lock);
	if (!kernel->links || kernel->links == &failed) {
		for (unsigned long i = 0; good && i < kernel->need_count; i++)
			good = find(&search, &kernel->needs[i], (char[10]){""});
		if (good)
			kernel->links = links_of(&search);
	}
	for (struct unit *unit = search.units, *next; unit; unit = next) {
		next = unit->next;
		free(unit);
	}
	bool told = !good && kernel->links == &failed;
	if (!good)
		kernel->links = &failed;
	pthread_mutex_unlock(&lock);
	if (good)
		return true;
	ppcc_cl_origin(kernel, origin, sizeof origin);
	if (ppcc_global.offload == PPCC_OFFLOAD_MANDATORY)
		ppcc_fatal("OMP_TARGET_OFFLOAD=mandatory: device %d cannot run the kernel %s: %s", device->device.number, origin, search.problem);
	if (!told)
		ppcc_warn("the host runs the target region %s: %s", origin, search.problem);
	return false;
}

void *ppcc_cl_table(struct ppcc_stream *stream, const struct ppcc_kernel *kernel, struct opencl_table **tables)
{
	struct opencl_device *device = stream->device;
	const struct opencl_links *links = kernel->links;
	size_t size = (size_t)(links->variable_count + 1) * sizeof(cl_ulong);
	cl_ulong *now = ppcc_allocate(size);
	memset(now, 0, size);
	for (int i = 0; i < links->variable_count; i++)
		now[i] = (cl_ulong)ppcc_cl_declared(device, links->variables[i]->host, links->variables[i]->size);
	for (struct opencl_table *table = *tables; table; table = table->next)
		if (!memcmp(now, table->values, size)) {
			free(now);
			return table->memory;
		}
	struct opencl_table *table = ppcc_allocate(sizeof *table); /* kernels that run may use the others */
	*table = (struct opencl_table){*tables, device->device.operations->allocate(&device->device, size), now};
	if (!table->memory)
		ppcc_fatal("out of memory on device %d for the addresses of the variables of 'declare target'", device->device.number);
	ppcc_cl_check(device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_TRUE, table->memory, now, size, 0, NULL, NULL), "copy memory");
	*tables = table;
	return table->memory;
}
