#include "options.h"

#include "diagnostic.h"
#include "diagnostic_table.h"
#include "response.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct own_row {
	const char *spelling, *value, *help;
} own_rows[] = {
#define OWN(name, spelling, value, help) {spelling, value, help},
#include "options.def"
};

enum shape { FLAG, JOINED, SEPARATE, EITHER, EQUALS };

static const struct cc_row {
	const char *spelling;
	enum shape shape;
	enum role role;
} cc_rows[] = {
#define CC(spelling, shape, role) {spelling, shape, ROLE_##role},
#include "options.def"
};

static const struct {
	const char *spelling, *replacement;
} aliases[] = {
#define ALIAS(spelling, short_spelling) {spelling, short_spelling},
#include "options.def"
};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* What parsing needs beside its result. */
struct reader {
	struct options *options;
	struct arena *arena;
	char *const *words; /* null-terminated */
	unsigned next, capacity;
	unsigned from_flags;  /* the first words come from PPCC_FLAGS */
	const char *language; /* of the last -x; null: by suffix */
};

static bool starts_with(const char *word, const char *prefix)
{
	return strncmp(word, prefix, strlen(prefix)) == 0;
}

static bool is_one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static enum language language_of_suffix(const char *path)
{
	static const struct {
		const char *suffix;
		enum language language;
	} suffixes[] = {
		{"c", LANGUAGE_C},         {"i", LANGUAGE_PREPROCESSED}, {"h", LANGUAGE_HEADER},     {"hh", LANGUAGE_HEADER},
		{"s", LANGUAGE_ASSEMBLER}, {"S", LANGUAGE_ASSEMBLER},    {"sx", LANGUAGE_ASSEMBLER}, {"C", LANGUAGE_OTHER},
		{"cc", LANGUAGE_OTHER},    {"cp", LANGUAGE_OTHER},       {"cpp", LANGUAGE_OTHER},    {"cxx", LANGUAGE_OTHER},
		{"CPP", LANGUAGE_OTHER},   {"c++", LANGUAGE_OTHER},      {"ii", LANGUAGE_OTHER},     {"m", LANGUAGE_OTHER},
		{"mm", LANGUAGE_OTHER},    {"M", LANGUAGE_OTHER},        {"mi", LANGUAGE_OTHER},     {"mii", LANGUAGE_OTHER},
		{"f", LANGUAGE_FORTRAN},   {"for", LANGUAGE_FORTRAN},    {"ftn", LANGUAGE_FORTRAN},  {"F", LANGUAGE_FORTRAN},
		{"FOR", LANGUAGE_FORTRAN}, {"fpp", LANGUAGE_FORTRAN},    {"FPP", LANGUAGE_FORTRAN},  {"FTN", LANGUAGE_FORTRAN},
		{"f90", LANGUAGE_FORTRAN}, {"F90", LANGUAGE_FORTRAN},    {"f95", LANGUAGE_FORTRAN},  {"F95", LANGUAGE_FORTRAN},
		{"f03", LANGUAGE_FORTRAN}, {"F03", LANGUAGE_FORTRAN},    {"f08", LANGUAGE_FORTRAN},  {"F08", LANGUAGE_FORTRAN},
	};
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');

	for (unsigned i = 0; dot && i < LENGTH(suffixes); i++)
		if (strcmp(dot + 1, suffixes[i].suffix) == 0)
			return suffixes[i].language;
	return LANGUAGE_OBJECT;
}

static enum language language_of_name(const char *name)
{
	if (strcmp(name, "c") == 0)
		return LANGUAGE_C;
	if (strcmp(name, "cpp-output") == 0)
		return LANGUAGE_PREPROCESSED;
	if (strcmp(name, "c-header") == 0)
		return LANGUAGE_HEADER;
	if (starts_with(name, "assembler"))
		return LANGUAGE_ASSEMBLER;
	if (starts_with(name, "f77") || starts_with(name, "f95"))
		return LANGUAGE_FORTRAN;
	return LANGUAGE_OTHER;
}

static struct argument *new_argument(struct reader *reader, enum role role, const char *word, const char *second)
{
	struct options *options = reader->options;
	if (options->count == reader->capacity) {
		unsigned capacity = reader->capacity ? reader->capacity * 2 : 64;
		struct argument *grown = arena_alloc(reader->arena, capacity * sizeof *grown);
		if (options->count)
			memcpy(grown, options->arguments, options->count * sizeof *grown);
		options->arguments = grown;
		reader->capacity = capacity;
	}
	struct argument *argument = &options->arguments[options->count++];
	*argument = (struct argument){.words = {word, second}, .role = role, .value = second};
	return argument;
}

static const char *next_word(struct reader *reader)
{
	const char *word = reader->words[reader->next];
	if (word)
		reader->next++;
	return word;
}

/* -MD, -MF FILE ...: option without its value. */
static void read_dependency(struct reader *reader, const char *option, const char *value)
{
	struct dependencies *dependencies = &reader->options->dependencies;

	if (strcmp(option, "-MD") == 0 || strcmp(option, "-MMD") == 0) {
		dependencies->wanted = true;
		dependencies->no_system = option[2] == 'M';
		if (value) {
			dependencies->file = value;
			dependencies->by_preprocessor = true;
		}
	} else if (strcmp(option, "-MF") == 0) {
		dependencies->file = value;
	} else if (strcmp(option, "-MP") == 0) {
		dependencies->phony = true;
	} else if (strcmp(option, "-MJ") == 0) {
		dependencies->compile_database = value;
	} else if (value && (strcmp(option, "-MT") == 0 || strcmp(option, "-MQ") == 0)) {
		unsigned count = dependencies->target_count;
		struct argument *targets = arena_alloc(reader->arena, (count + 1) * sizeof *targets);
		if (count)
			memcpy(targets, dependencies->targets, count * sizeof *targets);
		targets[count] = (struct argument){.words = {option, value}, .role = ROLE_DEPEND, .value = value};
		dependencies->targets = targets;
		dependencies->target_count++;
	}
}

static const char *const dependency_flags[] = {"-MP", "-MG", NULL};
static const char *const dependency_valued[] = {"-MD", "-MMD", "-MF", "-MT", "-MQ", NULL};

/* -Wp,A,B...: becomes one word of dependency options and one of the rest. */
static void read_wp(struct reader *reader, const char *word)
{
	const char *rest = "", *dependency = "";
	char *parts = arena_strdup(reader->arena, word + strlen("-Wp,"));

	for (char *part = strsep(&parts, ","); part; part = strsep(&parts, ",")) {
		if (is_one_of(part, dependency_valued) && parts) {
			const char *value = strsep(&parts, ",");
			read_dependency(reader, part, value);
			dependency = arena_printf(reader->arena, "%s,%s,%s", dependency, part, value);
		} else if (is_one_of(part, dependency_flags)) {
			read_dependency(reader, part, NULL);
			dependency = arena_printf(reader->arena, "%s,%s", dependency, part);
		} else if (strcmp(part, "-fopenmp") == 0)
			reader->options->openmp_given = true;
		else
			rest = arena_printf(reader->arena, "%s,%s", rest, part);
	}
	if (*dependency)
		new_argument(reader, ROLE_DEPEND, arena_printf(reader->arena, "-Wp%s", dependency), NULL);
	if (*rest)
		new_argument(reader, ROLE_PREPROCESS, arena_printf(reader->arena, "-Wp%s", rest), NULL);
}

/* -Xpreprocessor A and -Xclang A, where A is what another spelling of a known option says. */
static bool read_forwarded(struct reader *reader, const char *word, const char *value)
{
	struct options *options = reader->options;

	if (strcmp(value, "-fopenmp") == 0 || starts_with(value, "-fopenmp=")) {
		options->openmp_given = true;
		new_argument(reader, ROLE_OPENMP_ON, word, value);
		return true;
	}
	if (strcmp(value, "-fno-openmp") == 0) {
		options->openmp_given = false;
		new_argument(reader, ROLE_OPENMP_OFF, word, value);
		return true;
	}
	if (starts_with(value, "-fopenmp-") && strcmp(value, "-fopenmp-simd") != 0) {
		new_argument(reader, ROLE_OPENMP_DETAIL, word, value);
		return true;
	}
	if (strcmp(word, "-Xpreprocessor") == 0 && is_one_of(value, dependency_flags)) {
		read_dependency(reader, value, NULL);
		new_argument(reader, ROLE_DEPEND, word, value);
		return true;
	}
	const char *const *after = (const char *const *)reader->words + reader->next;
	if (strcmp(word, "-Xpreprocessor") == 0 && is_one_of(value, dependency_valued) && after[0] && after[1] &&
		strcmp(after[0], word) == 0) {
		read_dependency(reader, value, after[1]);
		new_argument(reader, ROLE_DEPEND, word, value);
		new_argument(reader, ROLE_DEPEND, after[0], after[1]);
		reader->next += 2;
		return true;
	}
	return false;
}

/* The earliest end counts: -E before -S before -c. */
static void read_mode(struct options *options, const char *word)
{
	enum mode mode = MODE_OTHER;
	if (strcmp(word, "-###") == 0) {
		options->dry_run = true;
		return;
	}
	if (strcmp(word, "-c") == 0)
		mode = MODE_OBJECT;
	else if (strcmp(word, "-S") == 0)
		mode = MODE_ASSEMBLY;
	else if (strcmp(word, "-fsyntax-only") == 0)
		mode = MODE_SYNTAX;
	else if (strcmp(word, "-E") == 0 || strcmp(word, "-M") == 0 || strcmp(word, "-MM") == 0)
		mode = MODE_PREPROCESS;
	if (mode > options->mode)
		options->mode = mode;
}

/* -fdiagnostics-color and clang's spelling of it. */
static void note_colour(struct options *options, const char *word)
{
	const char *equals = strchr(word, '=');

	if (strcmp(word, "-fno-diagnostics-color") == 0 || strcmp(word, "-fno-color-diagnostics") == 0)
		options->colour = "never";
	else if (strcmp(word, "-fdiagnostics-plain-output") == 0)
		options->colour = "never";
	else if (starts_with(word, "-fdiagnostics-color") || strcmp(word, "-fcolor-diagnostics") == 0)
		options->colour = equals ? equals + 1 : "always";
}

/* Facts about words that are passed on as they are. */
static void note_general(struct options *options, const char *word)
{
	static const char *const profiles[] = {"--coverage", "-coverage", "-ftest-coverage", "-fprofile-arcs", NULL};

	note_colour(options, word);
	diagnostic_layout_option(&options->layout, word);
	if (strcmp(word, "-emit-llvm") == 0)
		options->emit_llvm = true;
	else if (strcmp(word, "--version") == 0)
		options->banner = true;
	else if (is_one_of(word, profiles))
		options->profile = true;
	else if (strcmp(word, "-gsplit-dwarf") == 0)
		options->split_debug = true;
	else if (starts_with(word, "-save-temps")) {
		options->save_temps = true;
		options->save_temps_beside = strcmp(word, "-save-temps=obj") == 0;
	} else if (starts_with(word, "-dump"))
		options->dump_names = true;
}

static bool read_own(struct reader *reader, const char *word)
{
	const char *spellings[OWN_COUNT + 1] = {NULL};
	const char *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);

	for (unsigned i = 0; i < OWN_COUNT; i++) {
		const struct own_row *row = &own_rows[i];
		spellings[i] = row->spelling;
		if (strlen(row->spelling) != length || strncmp(word, row->spelling, length) != 0)
			continue;
		if (row->value && !(equals && equals[1])) {
			error_plain("'%s' needs a value: %s=%s", row->spelling, row->spelling, row->value);
			return false;
		}
		if (!row->value && equals) {
			error_plain("'%s' takes no value", row->spelling);
			return false;
		}
		reader->options->own[i] = equals ? equals + 1 : "";
		if (reader->next > reader->from_flags)
			reader->options->openmp = true;
		new_argument(reader, ROLE_OWN, word, NULL);
		return true;
	}
	const char *nearest = options_nearest(arena_strndup(reader->arena, word, length), spellings);
	if (nearest)
		error_plain("unknown option '%s'; did you mean '%s'?", word, nearest);
	else
		error_plain("unknown option '%s'; see --pp-help", word);
	return false;
}

static const struct cc_row *find_row(const char *word)
{
	const struct cc_row *best = NULL;
	size_t best_length = 0;

	for (unsigned i = 0; i < LENGTH(cc_rows); i++) {
		const struct cc_row *row = &cc_rows[i];
		size_t length = strlen(row->spelling);
		if (length < best_length || strncmp(word, row->spelling, length) != 0)
			continue;
		char after = word[length];
		bool matches;
		if (after == '\0')
			matches = row->shape != JOINED;
		else if (row->shape == EQUALS)
			matches = after == '=';
		else
			matches = row->shape == JOINED || row->shape == EITHER;
		if (matches) {
			best = row;
			best_length = length;
		}
	}
	return best;
}

/* --output=x and --output x as -o x. */
static const char *unalias(struct reader *reader, const char *word)
{
	for (unsigned i = 0; i < LENGTH(aliases); i++) {
		size_t length = strlen(aliases[i].spelling);
		if (strncmp(word, aliases[i].spelling, length) != 0)
			continue;
		if (!word[length])
			return aliases[i].replacement;
		const struct cc_row *row = find_row(aliases[i].replacement);
		if (word[length] == '=' && row && row->shape == EITHER)
			return arena_printf(reader->arena, "%s%s", aliases[i].replacement, word + length + 1);
	}
	return word;
}

static void apply(struct reader *reader, struct argument *argument, const char *option)
{
	struct options *options = reader->options;

	switch (argument->role) {
	case ROLE_OPENMP_ON:
		options->openmp_given = true;
		break;
	case ROLE_OPENMP_OFF:
		options->openmp_given = false;
		break;
	case ROLE_MODE:
		read_mode(options, option);
		break;
	case ROLE_OUTPUT:
		options->output = argument->value;
		break;
	case ROLE_LANGUAGE:
		reader->language = argument->value && strcmp(argument->value, "none") != 0 ? argument->value : NULL;
		break;
	case ROLE_DEPEND:
		read_dependency(reader, option, argument->value);
		break;
	case ROLE_LIBRARY:
		options->libraries++;
		break;
	case ROLE_NO_LIBRARIES:
		options->no_libraries = true;
		break;
	case ROLE_STATIC:
		options->link_static = true;
		break;
	default:
		break;
	}
}

/* -Wppcc-NAME and its like go to no other compiler.  False: it is none. */
static bool read_warning(struct reader *reader, const char *word)
{
	bool known;
	if (!diagnostic_is_option(word, &known))
		return false;
	if (known)
		diagnostic_take_option(word);
	else if (!starts_with(word, "-Wno-"))
		warning_plain("unknown warning option '%s'; --pp-explain=list prints those of ppcc", word);
	reader->options->rewritten = true;
	new_argument(reader, ROLE_OWN, word, NULL);
	return true;
}

static void read_option(struct reader *reader, const char *written)
{
	const char *word = unalias(reader, written);

	if (read_warning(reader, word))
		return;
	const struct cc_row *row = find_row(word);

	note_general(reader->options, word);
	if (!row) {
		new_argument(reader, ROLE_GENERAL, word, NULL);
		return;
	}
	if (strcmp(row->spelling, "-Wp,") == 0) {
		read_wp(reader, word);
		return;
	}
	const char *rest = word + strlen(row->spelling), *value = *rest ? rest : NULL, *second = NULL;
	if (value && row->shape == EQUALS)
		value++;
	bool takes_next = row->shape == SEPARATE || (!value && (row->shape == EITHER || row->shape == EQUALS)) ||
					  row->role == ROLE_GENERAL_NEXT || row->role == ROLE_OPENMP_DETAIL_NEXT;
	if (takes_next) {
		second = next_word(reader);
		value = value ? value : second;
	}
	if (second && (strcmp(word, "-Xpreprocessor") == 0 || strcmp(word, "-Xclang") == 0) &&
		read_forwarded(reader, word, second))
		return;
	struct argument *argument = new_argument(reader, row->role, word, second);
	argument->value = value;
	apply(reader, argument, row->spelling);
}

static void read_input(struct reader *reader, const char *path)
{
	struct argument *input = new_argument(reader, ROLE_INPUT, path, NULL);
	input->value = path;
	input->forced = reader->language;
	input->language = reader->language ? language_of_name(reader->language) : language_of_suffix(path);
	reader->options->inputs++;
}

bool options_read(struct options *options, struct arena *arena, int argc, char *const *argv, const char *flags)
{
	struct reader reader = {.options = options, .arena = arena};

	*options = (struct options){.mode = MODE_LINK, .colour = "auto"};
	reader.words = response_expand(arena, argc, argv, flags, &reader.from_flags);
	options->rewritten = reader.from_flags > 0;
	for (const char *word; (word = next_word(&reader));) {
		if (starts_with(word, "--pp-")) {
			options->rewritten = true;
			if (!read_own(&reader, word))
				return false;
		} else if (word[0] == '-' && word[1])
			read_option(&reader, word);
		else
			read_input(&reader, word);
	}
	if (options->openmp_given)
		options->openmp = true;
	return true;
}

void options_help(void)
{
	printf("Usage: ppcc [option]... file...\n"
		   "A C compiler: takes the options of the compiler behind it (PPCC_CC, by default cc), and with -fopenmp\n"
		   "translates OpenMP into C with threads before that compiler sees it.\n\n");
	for (unsigned i = 0; i < OWN_COUNT; i++) {
		char left[64];
		snprintf(left, sizeof left, "%s%s%s", own_rows[i].spelling, own_rows[i].value ? "=" : "",
				 own_rows[i].value ? own_rows[i].value : "");
		printf("  %-20s %s\n", left, own_rows[i].help);
	}
	printf("\nEach of these turns -fopenmp on.  Environment:\n"
		   "  PPCC_CC              the compiler behind ppcc, with words before it such as ccache\n"
		   "  PPCC_TARGET          the target, when --pp-target is not given\n"
		   "  PPCC_FLAGS           options that come before those of every command line\n"
		   "  PPCC_OFFLOAD_FLAGS   flags of that compiler that say for which device, with --pp-target=omp-target\n"
		   "  PPCC_OFF             when 1: run the compiler behind ppcc and do nothing else\n");
}

static unsigned minimum(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Levenshtein distance; both words are shorter than 64. */
static unsigned distance(const char *a, const char *b)
{
	unsigned row[64];
	size_t length = strlen(b);

	for (unsigned j = 0; j <= length; j++)
		row[j] = j;
	for (unsigned i = 1; a[i - 1]; i++) {
		unsigned diagonal = row[0];
		row[0] = i;
		for (unsigned j = 1; j <= length; j++) {
			unsigned above = row[j];
			row[j] = minimum(minimum(row[j - 1], above) + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[length];
}

const char *options_nearest(const char *word, const char *const *candidates)
{
	const char *best = NULL;
	unsigned best_distance = (unsigned)strlen(word) / 3 + 1; /* further away is another word */

	if (strlen(word) >= 64)
		return NULL;
	for (; *candidates; candidates++) {
		unsigned d = strlen(*candidates) < 64 ? distance(word, *candidates) : best_distance;
		if (d < best_distance) {
			best_distance = d;
			best = *candidates;
		}
	}
	return best;
}
