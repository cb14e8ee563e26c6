#include "normalise.h"

#include "clang_arguments.h"
#include "diagnostic.h"
#include "expansion.h"
#include "headers.h"
#include "preprocess.h"
#include "scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 200 }; /* headers nest less deeply than this */

/* The pieces of the source to expand because they may yield an OpenMP pragma: invocations, and _Pragma that is written. */
static struct expansion *find_pragma_pieces(struct source *source, const struct macros *macros, unsigned *count)
{
	size_t room = (size_t)macros->invocation_count + source->token_count + 1;
	struct expansion *pieces = malloc(room * sizeof *pieces);
	unsigned next = 0;

	if (!pieces)
		die("out of memory");
	*count = 0;
	for (unsigned i = 0; i < source->token_count; i++) {
		const struct token *token = &source->tokens[i];
		while (next < macros->invocation_count && macros->invocations[next].end <= token->start)
			next++;
		if (token->directive || token->skipped || token->kind == CXToken_Comment)
			continue;
		const struct invocation *outer = NULL;
		if (next < macros->invocation_count && macros->invocations[next].start <= token->start)
			outer = &macros->invocations[next];
		unsigned end = pragma_operator_end(source, i);
		struct expansion piece = {.start = token->start, .end = end ? source->tokens[end - 1].end : 0};
		if (outer)
			piece = (struct expansion){.start = outer->start, .end = outer->end};
		if (!end && !(outer && outer->yields_pragma))
			continue;
		if (*count == 0 || pieces[*count - 1].end <= piece.start)
			pieces[(*count)++] = piece;
	}
	return pieces;
}

/* Keeps the pieces that have an OpenMP pragma; returns their number. */
static unsigned keep_pragmas(struct expansion *pieces, unsigned count)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < count; i++)
		if (pieces[i].has_omp_pragma)
			pieces[kept++] = pieces[i];
	return kept;
}

/* Replaces what yields OpenMP pragmas by its expansion.  Sets *changed.  False: an error was printed. */
static bool expand_pragmas(struct source *source, const struct macros *macros, bool *changed)
{
	struct text output = {0};
	unsigned count;
	struct expansion *pieces = find_pragma_pieces(source, macros, &count);
	bool good = count == 0 || expand_pieces(source, macros, pieces, &count, &output);

	count = good ? keep_pragmas(pieces, count) : 0;
	if (count && headers_mention(source, "__COUNTER__"))
		good = count_counters(source, pieces, count);
	if (count && good)
		put_expansions(source, pieces, count);
	*changed = good && count > 0;
	text_release(&output);
	free(pieces);
	return good;
}

/* A text of the source that was replaced by another. */
struct former {
	const char *text;
	unsigned size;
	const struct text *output;       /* what the preprocessor made of it */
	const struct expansion *pieces;  /* whose markers are in output; null when there are none */
};

static bool any_error(struct source *source, unsigned offset, void *unused)
{
	(void)source, (void)offset, (void)unused;
	return true;
}

/* Checks that the source's text means what the former one meant. */
static bool is_same_program(struct source *source, const struct former *former)
{
	struct text output = {0};
	int piece;
	const char *difference = NULL;
	bool good = preprocess(source, source->text, source->size, &output);

	if (good)
		difference = find_difference(source->arena, former->output, &output, &piece);
	text_release(&output);
	if (!difference)
		return good;
	source_set_text(source, former->text, former->size);
	if (piece >= 0) {
		error_at(source, former->pieces[piece].start,
		         "ppcc must expand this macro in place and cannot: the expansion would be read in another way (at '%s')",
		         difference);
	} else if (source_parse(source) && source_check_errors(source, any_error, NULL)) { /* else the program's own errors are why */
		error_plain("%s: ppcc cannot put the headers and macros that hold OpenMP pragmas into the file: it would be read in "
		            "another way (at '%s')",
		            source->name, difference);
		source->errors++;
	}
	return false;
}

/* One step of normalise_pragmas on a parsed source. */
static bool pragma_step(struct source *source, struct once_list *once, bool *changed)
{
	struct macros macros = {0};
	bool operators = headers_mention(source, "_Pragma");
	bool good = true;

	for (const char *const *words = source->options->cpp; words && *words; words++)
		operators |= strstr(*words, "_Pragma") != NULL;
	if (operators)
		macros_find(&macros, source);
	*changed = headers_splice(source, operators ? &macros : NULL, once);
	if (!*changed && operators)
		good = expand_pragmas(source, &macros, changed);
	macros_release(&macros);
	return good;
}

/* Asks the back end for its version as a gcc. False: it is none, or it is clang, or a message was printed and *good unset. */
static bool find_gcc_version(struct source *source, unsigned *major, unsigned *minor, bool *good)
{
	static const char question[] = "\n__ppcc_version __GNUC__ __GNUC_MINOR__ __clang__\n";
	struct text answer = {0};
	bool is_gcc = false;

	*good = preprocess(source, question, strlen(question), &answer);
	const char *line = *good ? strstr(answer.data, "__ppcc_version ") : NULL;
	if (line)
		is_gcc = sscanf(line, "__ppcc_version %u %u", major, minor) == 2 && strstr(line, " __clang__");
	text_release(&answer);
	return is_gcc;
}

/* Where the program asks which compiler reads it, libclang must answer as the back end does: else it would see other
   branches of #if.  Parses the source again when that makes a difference.  False: an error was printed. */
static bool follow_back_end(struct source *source)
{
	unsigned major, minor;
	bool good = true;

	if (source->dialect || source->options->preprocessed)
		return true;
	if (!headers_mention(source, "__clang__") && !headers_mention(source, "__GNUC"))
		return true;
	if (!find_gcc_version(source, &major, &minor, &good))
		return good;
	source->dialect = clang_arguments_for_gcc(source->arena, major, minor);
	return source_parse(source);
}

bool normalise_pragmas(struct source *source, bool *changed)
{
	const char *text = source->text;
	unsigned size = source->size;
	struct once_list once = {0};
	struct text before = {0};
	bool step = true, good = follow_back_end(source);

	*changed = false;
	for (int round = 0; good && round < ROUNDS; round++) {
		good = pragma_step(source, &once, &step);
		if (!good || !step)
			break;
		*changed = true;
		good = source_parse(source);
	}
	if (good && *changed)
		good = preprocess(source, text, size, &before) && is_same_program(source, &(struct former){text, size, &before, NULL});
	text_release(&before);
	return good;
}

static int compare_pieces(const void *left, const void *right)
{
	const struct expansion *a = left, *b = right;
	return a->start < b->start ? -1 : a->start > b->start;
}

/* The outermost invocations that cover the offsets, each once.  Null: an error was printed. */
static struct expansion *find_invocations(struct source *source, const struct macros *macros, const unsigned *offsets,
                                          unsigned *count)
{
	struct expansion *pieces = arena_alloc(source->arena, (*count + 1) * sizeof *pieces);
	unsigned kept = 0;

	for (unsigned i = 0; i < *count; i++) {
		const struct invocation *invocation = invocation_at(macros, offsets[i]);
		if (!invocation) {
			error_at(source, offsets[i], "ppcc must expand a macro here and finds none");
			return NULL;
		}
		pieces[i] = (struct expansion){.start = invocation->start, .end = invocation->end};
	}
	qsort(pieces, *count, sizeof *pieces, compare_pieces);
	for (unsigned i = 0; i < *count; i++)
		if (kept == 0 || pieces[kept - 1].start != pieces[i].start)
			pieces[kept++] = pieces[i];
	*count = kept;
	return pieces;
}

/* Whether each piece expands to something else than its text. */
static bool all_change(struct source *source, const struct expansion *pieces, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		const struct expansion *one = &pieces[i];
		size_t length = one->end - one->start;
		if (strlen(one->result) == length && memcmp(one->result, source->text + one->start, length) == 0) {
			error_at(source, one->start, "ppcc must expand the macro '%s' in place, but it expands to itself", one->result);
			return false;
		}
	}
	return true;
}

bool normalise_invocations(struct source *source, const unsigned *offsets, unsigned count)
{
	struct macros macros;
	struct text before = {0};
	struct former former = {.text = source->text, .size = source->size, .output = &before};

	macros_find(&macros, source);
	struct expansion *pieces = find_invocations(source, &macros, offsets, &count);
	bool good = pieces && expand_pieces(source, &macros, pieces, &count, &before) && all_change(source, pieces, count);
	if (good && headers_mention(source, "__COUNTER__"))
		good = count_counters(source, pieces, count);
	macros_release(&macros);
	if (good) {
		put_expansions(source, pieces, count);
		former.pieces = pieces;
		good = is_same_program(source, &former);
	}
	text_release(&before);
	return good;
}

/* Whether a piece of text has the name of a macro in it. */
static bool has_macro(const struct macros *macros, const char *piece)
{
	const char *end = piece + strlen(piece);

	for (struct lexeme word = scan(piece, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD && macro_exists(macros, word.start, word.length))
			return true;
	return false;
}

/* The order of pieces that need not come by offset. */
struct request {
	struct expansion piece;
	unsigned index;
};

static int compare_requests(const void *left, const void *right)
{
	const struct request *a = left, *b = right;
	int order = compare_pieces(&a->piece, &b->piece);
	return order ? order : (a->index < b->index ? -1 : a->index > b->index);
}

bool normalise_expand(struct source *source, const unsigned *offsets, const char *const *pieces, unsigned count,
                      const char **expanded)
{
	struct macros macros;
	struct text output = {0};
	struct request *requests = arena_alloc(source->arena, (count + 1) * sizeof *requests);
	struct expansion *list = arena_alloc(source->arena, (count + 1) * sizeof *list);
	unsigned needed = 0;

	macros_find(&macros, source);
	for (unsigned i = 0; i < count; i++) {
		expanded[i] = NULL;
		if (has_macro(&macros, pieces[i]))
			requests[needed++] = (struct request){{.start = offsets[i], .end = offsets[i], .piece = pieces[i]}, i};
	}
	qsort(requests, needed, sizeof *requests, compare_requests);
	for (unsigned i = 0; i < needed; i++)
		list[i] = requests[i].piece;
	bool good = needed == 0 || expand_pieces(source, &macros, list, &needed, &output);
	for (unsigned i = 0; good && i < needed; i++)
		expanded[requests[i].index] = list[i].result;
	text_release(&output);
	macros_release(&macros);
	return good;
}
