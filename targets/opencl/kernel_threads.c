/* kernel_threads.c - how many threads the parallel regions in a kernel have, and what the routines say of that (OpenMP 5.2, 10.1.1). */
#include "opencl_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

/* Whether an expression has the same value there as where the host launches the kernel. */
static bool stays(const struct kernel *kernel, const struct leaf *leaf, const char *expression)
{
	const char *end = expression + strlen(expression);
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (word.kind != LEX_WORD)
			continue;
		const struct variable *variable = survey_lookup(kernel->lowering->survey, word.start, word.length, lower_offset(leaf));
		const struct share *share = variable ? leaf_share(kernel->target, variable) : NULL;
		if (!share || share->sharing != SHARING_FIRSTPRIVATE || share->passing != PASS_VALUE || (share->access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			return false;
	}
	return true;
}

/* A work-group has one size.  Regions that ask for several get the least of them where nobody can tell: they only share iterations. */
void kernel_read_threads(struct kernel *kernel, const struct leaf *leaf)
{
	struct lowering *lowering = kernel->lowering;
	const struct clause *clause = leaf_clause(leaf, C_NUM_THREADS);
	const bool shares = leaf->inner != NULL;
	kernel->counted |= clause && !shares;
	if (!clause)
		return;
	const char *threads = lower_clause_expression(lowering, kernel->target->outer, leaf->site, clause->expression);
	if (!stays(kernel, leaf, clause->expression))
		unsupported_at(lowering->source, lower_offset(leaf), "a number of threads that is not known before");
	if (!kernel->threads || !strcmp(kernel->threads, threads)) {
		kernel->threads = threads;
		return;
	}
	if (kernel->counted || kernel_asks_anywhere(kernel))
		unsupported_at(lowering->source, lower_offset(leaf), "different numbers of threads in one region");
	const char *one = parenthesised(lowering->arena, kernel->threads), *other = parenthesised(lowering->arena, threads);
	kernel->threads = arena_printf(lowering->arena, "%s < %s ? %s : %s", one, other, one, other);
}

static bool has_macros(const struct survey *survey, const char *text)
{
	const char *end = text + strlen(text);
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD && survey_macro_kind(survey, word.start, word.length) != MACRO_NONE)
			return true;
	return false;
}

/* The preprocessor answers for the routines, since macros may call them. */
const char *kernel_of_one_thread(const struct kernel *kernel, const struct leaf *leaf, const char *body)
{
	struct lowering *lowering = kernel->lowering;
	const struct statement *statement = leaf->site->statement;
	int level = 1;
	const char *around = "", *text = arena_strndup(lowering->arena, lowering->source->text + statement->start, statement->end - statement->start);
	if (!kernel_asks(text, strlen(text)) && !has_macros(lowering->survey, text))
		return body;
	for (leaf = leaf->outer; leaf; leaf = leaf->outer)
		level += leaf->kind == D_PARALLEL;
	around = kernel->in_function ? "(the_level_of_its_callers)" : arena_printf(lowering->arena, "%d", level);
	return arena_printf(lowering->arena, "#define omp_get_thread_num() 0\n#define omp_get_num_threads() 1\n#define omp_get_max_threads() 1\n#define omp_get_level() %s\n%s\n"
			    "#undef omp_get_thread_num\n#undef omp_get_num_threads\n#undef omp_get_max_threads\n#undef omp_get_level", around, body);
}
