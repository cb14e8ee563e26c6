/* flow_calls.c - what calls do to memory: told from the functions of the file, and known of the C library. */
#include "flow.h"

#include "kernel_math.h"
#include "openmp.h"

#include <string.h>

/* Functions that write through their pointers that are not to const, read through the others, and keep none.  exit and the
   like do not come back. */
static const char plain[] =
	"abort abs aligned_alloc assert __assert_fail atof atoi atol atoll calloc clock clock_gettime difftime exit _exit fabs fclose feof ferror "
	"fflush fgets fopen fprintf fputc fputs fread fscanf fwrite getc getchar getenv gettimeofday labs llabs malloc memchr memcmp memcpy "
	"memmove memset nanosleep perror printf putc putchar puts rand rand_r random remove rewind scanf snprintf sprintf srand srandom sscanf "
	"strcat strchr strcmp strcpy strlen strncat strncmp strncpy strrchr strstr strtod strtof strtol strtoll strtoul strtoull time "
	"usleep drand48 srand48 lrand48 fseek ftell ungetc isdigit isspace isalpha toupper tolower memccpy posix_memalign sqrt";
/* Of these, arguments that no format asks to be written to. */
static const char printing[] = "printf fprintf sprintf snprintf";

static bool lists(const char *names, const char *name)
{
	return openmp_lists(names, name);
}

bool flow_is_unknown(const struct flow_call *call)
{
	if (!call->name)
		return true;
	if (call->function)
		return false;
	return !(call->in_system && (lists(plain, call->name) || lists("free realloc", call->name) || kernel_math_is_pure(call->name) ||
				     !strncmp(call->name, "omp_get_", 8) || !strncmp(call->name, "omp_set_", 8)));
}

static void merge(struct effect *into, struct effect from)
{
	into->read |= from.read;
	into->write |= from.write;
	into->device_read |= from.device_read;
	into->device_write |= from.device_write;
	into->kept |= from.kept;
	into->unknown |= from.unknown;
	into->freed |= from.freed;
}

/* Which memory is asked about: behind a parameter, a variable at file scope, or (both null) what is reached in other ways. */
enum { MOST_COPIES = 8 };
struct question {
	struct arena *arena;
	struct flow_function *function; /* whose touches are looked at */
	const struct variable *parameter, *global;
	const struct flow_memory *memory;           /* reached in other ways: which */
	const struct variable *copies[MOST_COPIES]; /* local pointers that may lead there, too */
	int copy_count;
};

struct known_effect {
	struct known_effect *next;
	const struct variable *asked, *memory;
	struct effect effect; /* while it is being found: unknown, which is what a recursive function then has */
};

static const struct effect everything = {.read = true, .write = true, .kept = true, .unknown = true};

static struct effect of_argument(struct arena *arena, const struct flow_call *call, int argument);
static struct effect of_call(struct arena *arena, const struct flow_call *call, const struct variable *global, const struct flow_memory *memory);

static bool is_parameter(const struct flow_function *function, const struct variable *variable)
{
	for (int i = 0; i < function->parameter_count; i++)
		if (function->parameters[i] == variable)
			return true;
	return false;
}

static bool leads_there(const struct question *question, const struct variable *variable)
{
	bool copy = false;
	for (int i = 0; i < question->copy_count; i++)
		copy |= question->copies[i] == variable;
	return copy || variable == (question->parameter ? question->parameter : question->global);
}

static bool find_copies_in(struct question *question, const struct touch *touches)
{
	bool found = false;
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		const struct variable *into = touch->into;
		if (!into || !leads_there(question, touch->variable) || leads_there(question, into) || into->address_taken || into->storage != STORAGE_AUTO ||
		    question->copy_count == MOST_COPIES)
			continue;
		question->copies[question->copy_count++] = into;
		found = true;
	}
	return found;
}

/* The pointers that get the address, unchanged, and keep it to the function.  False: there are no more than before. */
static bool find_copies(struct question *question, const struct flow *flow)
{
	bool found = find_copies_in(question, flow->first);
	found |= find_copies_in(question, flow->touches);
	for (const struct flow *child = flow->children; child; child = child->next)
		found |= find_copies(question, child);
	return found;
}

static bool may_reach(const struct flow_memory *memory, const struct variable *name)
{
	return memory->variable != name && memory->may_be_reached(memory->data, memory->variable, name);
}

static void of_touch(const struct question *question, const struct touch *touch, struct effect *effect)
{
	const struct variable *asked = question->parameter ? question->parameter : question->global;
	bool elsewhere = !asked && (!touch->variable || touch->variable->type->class == TYPE_POINTER) &&
			 !(touch->variable && (is_parameter(question->function, touch->variable) || !may_reach(question->memory, touch->variable)));
	if (touch->kind == TOUCH_ODD)
		effect->unknown = true;
	if (touch->kind == TOUCH_CALL && !question->parameter)
		merge(effect, of_call(question->arena, touch->call, question->global, question->memory));
	if (asked ? !leads_there(question, touch->variable) : !elsewhere)
		return;
	if (touch->kind == TOUCH_COPY && touch->into && leads_there(question, touch->into))
		return;
	if (touch->kind == TOUCH_ITSELF && touch->variable == question->global && question->global && question->global->type->class == TYPE_POINTER) {
		effect->freed |= touch->write;
	} else if (touch->kind == TOUCH_MEMORY || (touch->kind == TOUCH_ITSELF && touch->variable == question->global)) {
		effect->read |= touch->read;
		effect->write |= touch->write;
	} else if (touch->kind == TOUCH_COPY && asked) {
		effect->kept = effect->read = effect->write = true; /* also by another name in there */
	} else if (touch->kind == TOUCH_GIVE) {
		merge(effect, of_argument(question->arena, touch->call, touch->argument));
	}
}

static void of_flow(const struct question *question, const struct flow *flow, struct effect *effect)
{
	struct effect here = {.read = false};
	for (const struct touch *touch = flow->first; touch; touch = touch->next)
		of_touch(question, touch, &here);
	for (const struct touch *touch = flow->touches; touch; touch = touch->next)
		of_touch(question, touch, &here);
	for (const struct flow *child = flow->children; child; child = child->next)
		of_flow(question, child, &here);
	if (flow->place == PLACE_UNKNOWN)
		here.unknown = true;
	if (flow->place == PLACE_DEVICE) {
		here.device_read |= here.read;
		here.device_write |= here.write;
		here.read = here.write = false;
	}
	merge(effect, here);
}

static struct effect answer(struct question *question)
{
	const struct variable *asked = question->parameter ? question->parameter : question->global;
	struct known_effect *known = question->function->effects;
	const struct variable *memory = question->memory ? question->memory->variable : NULL;
	while (known && (known->asked != asked || known->memory != memory))
		known = known->next;
	if (known)
		return known->effect;
	known = ARENA_NEW(question->arena, struct known_effect);
	*known = (struct known_effect){question->function->effects, asked, memory, everything};
	question->function->effects = known;
	struct effect effect = {.read = false};
	while (asked && find_copies(question, question->function->body))
		;
	of_flow(question, question->function->body, &effect);
	return known->effect = effect;
}

static struct effect of_argument(struct arena *arena, const struct flow_call *call, int argument)
{
	struct effect effect = {.read = false};
	struct flow_function *f = call->function;
	if (flow_is_unknown(call) || (f && argument >= f->parameter_count)) /* va_arg */
		return everything;
	if (f) {
		struct question question = {.arena = arena, .function = f, .parameter = f->parameters[argument]};
		return question.parameter ? answer(&question) : effect;
	}
	effect.read = strcmp(call->name, "free") != 0;
	effect.freed = lists("free realloc", call->name);
	effect.write = effect.read && !(call->constant >> (argument & 63) & 1) && !(lists(printing, call->name) && argument > 0);
	effect.kept = call->used || (argument == 0 && !strncmp(call->name, "strto", 5));
	return effect;
}

/* To a variable at file scope, or (null) to what is reached otherwise than by parameters. */
static struct effect of_call(struct arena *arena, const struct flow_call *call, const struct variable *global, const struct flow_memory *memory)
{
	if (flow_is_unknown(call))
		return everything;
	struct question question = {.arena = arena, .function = call->function, .global = global, .memory = memory};
	return call->function ? answer(&question) : (struct effect){.read = false};
}

struct effect flow_argument(struct arena *arena, const struct touch *given)
{
	return of_argument(arena, given->call, given->argument);
}

struct effect flow_global(struct arena *arena, const struct flow_call *call, const struct variable *variable)
{
	return of_call(arena, call, variable, NULL);
}

struct effect flow_elsewhere(struct arena *arena, const struct flow_call *call, const struct flow_memory *memory)
{
	return of_call(arena, call, NULL, memory);
}
