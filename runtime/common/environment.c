#include "environment.h"

#include "affinity_format.h"
#include "error.h"
#include "memory.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *name;
	int value;
} schedules[] = {{"static", omp_sched_static}, {"dynamic", omp_sched_dynamic}, {"guided", omp_sched_guided},
	{"auto", omp_sched_auto}},
  binds[] = {{"false", omp_proc_bind_false}, {"true", omp_proc_bind_true}, {"primary", omp_proc_bind_primary},
	{"master", omp_proc_bind_master}, {"close", omp_proc_bind_close}, {"spread", omp_proc_bind_spread}};

const char *ppcc_schedule_name(omp_sched_t kind)
{
	static const char *const names[] = {"static", "dynamic", "guided", "auto"};
	int plain = (int)kind & 7;
	return plain >= 1 && plain <= 4 ? names[plain - 1] : "static";
}

const char *ppcc_bind_name(omp_proc_bind_t bind)
{
	static const char *const names[] = {"FALSE", "TRUE", "PRIMARY", "CLOSE", "SPREAD"};
	return names[bind];
}

/* ------------------------------------------------------------------------------------------- readers of values */

/* The value of a variable, else of the one for all devices (5.2, 21), without leading space; null when it is not set or empty. */
static const char *value_of(const char *name)
{
	char for_all[64];
	const char *text = getenv(name);
	snprintf(for_all, sizeof for_all, "%s_ALL", name);
	if (!text)
		text = getenv(for_all);
	if (!text)
		return NULL;
	while (isspace((unsigned char)*text))
		text++;
	return *text ? text : NULL;
}

static const char *after_space(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

/* A whole number of low .. high at *text, which moves past it and the space behind it. */
static bool read_number(const char **text, long low, long high, long *value)
{
	char *end;
	errno = 0;
	long number = strtol(*text, &end, 10);
	if (end == *text || errno != 0 || number < low || number > high)
		return false;
	*text = after_space(end);
	*value = number;
	return true;
}

/* A word of letters, digits and underscores at *text, which moves past it and the space behind it.  False when none of it
   is there or it does not fit. */
static bool read_word(const char **text, char *word, size_t size)
{
	size_t length = 0;
	*text = after_space(*text);
	while (isalnum((unsigned char)(*text)[length]) || (*text)[length] == '_')
		length++;
	if (length == 0 || length >= size)
		return false;
	memcpy(word, *text, length);
	word[length] = '\0';
	*text = after_space(*text + length);
	return true;
}

static void bad_value(const char *name, const char *text, const char *expected, const char *used)
{
	ppcc_warn("%s='%s' is not %s; %s is used", name, text, expected, used);
}

static void read_integer(const char *name, long low, long high, int *variable)
{
	const char *text = value_of(name), *at = text;
	char expected[64], used[32];
	long value;
	if (!text)
		return;
	if (read_number(&at, low, high, &value) && *at == '\0') {
		*variable = (int)value;
		return;
	}
	snprintf(expected, sizeof expected, "a whole number of at least %ld", low);
	if (*variable == INT_MAX)
		strcpy(used, "no limit");
	else
		snprintf(used, sizeof used, "%d", *variable);
	bad_value(name, text, expected, used);
}

int ppcc_environment_of_device(const char *name, int device)
{
	static const char *const suffixes[] = {"_DEV_", "_DEV", "_ALL"};
	for (int i = 0; i < 3; i++) {
		char full[64], number[16] = "";
		int value = 0;
		if (i == 0)
			snprintf(number, sizeof number, "%d", device);
		snprintf(full, sizeof full, "%s%s%s", name, suffixes[i], number);
		if (!getenv(full))
			continue;
		read_integer(full, 1, INT_MAX, &value);
		return value;
	}
	return 0;
}

static bool read_boolean(const char *name, bool *variable)
{
	const char *text = value_of(name), *at = text;
	char word[8];
	if (!text)
		return false;
	if (read_word(&at, word, sizeof word) && *at == '\0') {
		bool on = strcasecmp(word, "true") == 0;
		if (on || strcasecmp(word, "false") == 0) {
			*variable = on;
			return true;
		}
	}
	bad_value(name, text, "true or false", *variable ? "true" : "false");
	return false;
}

/* ------------------------------------------------------------------------------------------- one variable each */

static void read_num_threads(struct global_icv *global)
{
	const char *text = value_of("OMP_NUM_THREADS"), *at = text;
	int count = 0;
	long value;
	char used[32];
	global->initial.threads = global->processors;
	if (!text)
		return;
	while (count < PPCC_LIST_LIMIT && read_number(&at, 1, INT_MAX, &value)) {
		global->threads[count++] = (int)value;
		if (*at != ',')
			break;
		at = after_space(at + 1);
		if (*at == '\0')
			break; /* a comma ends the text: the value is not a list */
	}
	if (count > 0 && *at == '\0' && at[-1] != ',') {
		global->threads_count = count;
		global->initial.threads = global->threads[0];
		return;
	}
	snprintf(used, sizeof used, "%d", global->processors);
	bad_value("OMP_NUM_THREADS", text, "a list of positive numbers", used);
}

/* [modifier:]kind[,chunk] */
static bool parse_schedule(const char *at, omp_sched_t *schedule, int *chunk)
{
	char word[32];
	int kind = 0, modifier = 0;
	long size = 0;
	if (!read_word(&at, word, sizeof word))
		return false;
	if (*at == ':') {
		bool monotonic = strcasecmp(word, "monotonic") == 0;
		if (!monotonic && strcasecmp(word, "nonmonotonic") != 0)
			return false;
		modifier = monotonic ? (int)omp_sched_monotonic : 0;
		at++;
		if (!read_word(&at, word, sizeof word))
			return false;
	}
	for (size_t i = 0; i < sizeof schedules / sizeof schedules[0]; i++)
		if (strcasecmp(word, schedules[i].name) == 0)
			kind = schedules[i].value;
	if (kind == 0)
		return false;
	if (*at == ',') {
		at = after_space(at + 1);
		if (!read_number(&at, 1, INT_MAX, &size))
			return false;
	}
	if (*at)
		return false;
	*schedule = (omp_sched_t)(kind | modifier);
	*chunk = (int)size;
	return true;
}

static void read_schedule(struct icv *icv)
{
	const char *text = value_of("OMP_SCHEDULE");
	icv->schedule = omp_sched_static;
	icv->chunk = 0;
	if (text && !parse_schedule(text, &icv->schedule, &icv->chunk))
		bad_value("OMP_SCHEDULE", text, "[modifier:]kind[,chunk]", "static");
}

/* True or false, or a list of the other three names. */
static bool parse_bind(const char *at, struct global_icv *global)
{
	int count = 0;
	for (;;) {
		char word[16];
		int value = -1;
		if (count == PPCC_LIST_LIMIT || !read_word(&at, word, sizeof word))
			return false;
		for (size_t i = 0; i < sizeof binds / sizeof binds[0]; i++)
			if (strcasecmp(word, binds[i].name) == 0)
				value = binds[i].value;
		if (value < 0 || (count > 0 && (value <= omp_proc_bind_true || global->bind[0] <= omp_proc_bind_true)))
			return false;
		global->bind[count++] = (omp_proc_bind_t)value;
		if (*at == '\0')
			break;
		if (*at++ != ',')
			return false;
	}
	global->bind_count = count;
	return true;
}

static void read_affinity(struct global_icv *global)
{
	const char *places = value_of("OMP_PLACES"), *bind = value_of("OMP_PROC_BIND");
	cpu_set_t allowed;
	ppcc_processors(&allowed);
	if (places && !ppcc_places_parse(places, &allowed, &global->places)) {
		bad_value("OMP_PLACES", places, "a list of places with processors that this process may use", "no place list");
		places = NULL;
	}
	if (bind && !parse_bind(bind, global)) {
		bad_value("OMP_PROC_BIND", bind, "true, false or a list of primary, close and spread", places ? "true" : "false");
		bind = NULL;
		global->bind_count = 0;
	}
	global->initial.bind = bind ? global->bind[0] : places ? omp_proc_bind_true : omp_proc_bind_false;
	if (!places && global->initial.bind != omp_proc_bind_false)
		ppcc_places_cores(&allowed, 0, &global->places);
}

static void read_stack_size(struct global_icv *global)
{
	const char *text = value_of("OMP_STACKSIZE"), *at = text;
	long value;
	unsigned shift = 10;
	if (!text)
		return;
	if (read_number(&at, 1, LONG_MAX, &value)) {
		const char *unit = "BKMG", *found = *at ? strchr(unit, toupper((unsigned char)*at)) : NULL;
		if (found) {
			shift = 10 * (unsigned)(found - unit);
			at = after_space(at + 1);
		}
		if (*at == '\0' && value <= LONG_MAX >> shift) {
			global->stack_size = (size_t)value << shift;
			return;
		}
	}
	bad_value("OMP_STACKSIZE", text, "a size with an optional unit B, K, M or G", "the system's stack size");
}

static void read_wait_policy(struct global_icv *global)
{
	const char *text = value_of("OMP_WAIT_POLICY"), *at = text;
	char word[16];
	if (!text)
		return;
	if (read_word(&at, word, sizeof word) && *at == '\0') {
		if (strcasecmp(word, "active") == 0)
			global->wait_policy = PPCC_WAIT_ACTIVE;
		else if (strcasecmp(word, "passive") == 0)
			global->wait_policy = PPCC_WAIT_PASSIVE;
	}
	if (global->wait_policy == PPCC_WAIT_DEFAULT)
		bad_value("OMP_WAIT_POLICY", text, "active or passive", "spinning for a moment, then sleeping,");
}

static void read_allocator(struct icv *icv)
{
	const char *text = value_of("OMP_ALLOCATOR");
	icv->allocator = omp_default_mem_alloc;
	if (text && !ppcc_allocator_parse(text, &icv->allocator))
		bad_value("OMP_ALLOCATOR", text, "a predefined allocator, or a memory space with traits", "omp_default_mem_alloc");
}

/* max-active-levels-var: the variable itself, else the deprecated OMP_NESTED, else more than one level when a list asks
   for nested teams (2.2), else 1. */
static void read_levels(struct global_icv *global)
{
	bool nested = global->threads_count > 1 || global->bind_count > 1;
	read_boolean("OMP_NESTED", &nested);
	global->initial.max_active_levels = nested ? PPCC_MAX_LEVELS : 1;
	read_integer("OMP_MAX_ACTIVE_LEVELS", 0, PPCC_MAX_LEVELS, &global->initial.max_active_levels);
}

static const char *const offloads[] = {"DEFAULT", "DISABLED", "MANDATORY"};

const char *ppcc_offload_name(enum ppcc_offload offload)
{
	return offloads[offload];
}

static void read_offload(struct global_icv *global)
{
	const char *text = value_of("OMP_TARGET_OFFLOAD"), *at = text;
	char word[16];
	if (!text)
		return;
	bool good = read_word(&at, word, sizeof word) && *at == '\0';
	for (int i = PPCC_OFFLOAD_DEFAULT; good && i <= PPCC_OFFLOAD_MANDATORY; i++) {
		if (strcasecmp(word, offloads[i]) == 0) {
			global->offload = (enum ppcc_offload)i;
			return;
		}
	}
	bad_value("OMP_TARGET_OFFLOAD", text, "mandatory, disabled or default", "default");
}

/* What asks for something that this runtime has not. */
static void warn_of_unsupported(void)
{
	const char *debug = value_of("OMP_DEBUG"), *reserve = value_of("OMP_THREADS_RESERVE");
	if (debug && strcasecmp(debug, "enabled") == 0)
		ppcc_warn("OMP_DEBUG='%s': there is no OMPD library; disabled is used", debug);
	else if (debug && strcasecmp(debug, "disabled") != 0)
		bad_value("OMP_DEBUG", debug, "enabled or disabled", "disabled");
	if (reserve)
		ppcc_warn("OMP_THREADS_RESERVE='%s': threads cannot be reserved; the value is ignored", reserve);
}

void ppcc_environment_read(struct global_icv *global)
{
	struct icv *icv = &global->initial;
	int teams = 0, teams_thread_limit = 0;
	global->processors = ppcc_processors(&global->allowed);
	icv->thread_limit = INT_MAX;
	read_num_threads(global);
	read_schedule(icv);
	read_boolean("OMP_DYNAMIC", &icv->dynamic);
	read_affinity(global);
	read_levels(global);
	read_stack_size(global);
	read_wait_policy(global);
	read_integer("OMP_THREAD_LIMIT", 1, INT_MAX, &icv->thread_limit);
	read_boolean("OMP_CANCELLATION", &global->cancellation);
	read_offload(global);
	icv->device = icv->memory = PPCC_DEVICE_HOST;
	read_integer("PPCC_HOST_DEVICES", 0, 64, &global->host_devices);
	read_integer("OMP_MAX_TASK_PRIORITY", 0, INT_MAX, &global->max_task_priority);
	read_integer("OMP_NUM_TEAMS", 1, INT_MAX, &teams);
	read_integer("OMP_TEAMS_THREAD_LIMIT", 1, INT_MAX, &teams_thread_limit);
	read_boolean("OMP_DISPLAY_AFFINITY", &global->display_affinity);
	read_allocator(icv);
	if (value_of("OMP_AFFINITY_FORMAT"))
		omp_set_affinity_format(value_of("OMP_AFFINITY_FORMAT"));
	atomic_init(&global->teams, teams);
	atomic_init(&global->teams_thread_limit, teams_thread_limit);
	warn_of_unsupported();
}
