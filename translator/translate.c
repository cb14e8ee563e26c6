#include "translate.h"

#include "advice.h"
#include "clause_values.h"
#include "dataenv.h"
#include "deprecated.h"
#include "diagnostic.h"
#include "edits.h"
#include "interop.h"
#include "kept_text.h"
#include "lint.h"
#include "lower.h"
#include "metadirective.h"
#include "normalise.h"
#include "offload.h"
#include "pragma.h"
#include "preprocess.h"
#include "region.h"
#include "survey.h"
#include "target.h"
#include "threadprivate.h"
#include "transform.h"
#include "variant.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_ROUNDS = 12 }; /* of expanding macros and starting again */

enum outcome { OUTCOME_DONE, OUTCOME_AGAIN, OUTCOME_TRANSFORMED, OUTCOME_NOTHING, OUTCOME_FAILED };

struct translation {
	const struct translate_request *request;
	const struct target *target;
	struct source source;
	struct arena arena;
	struct text *output;
	bool linted;             /* the second parse was made in an earlier round */
	bool advised;            /* the advice was given in an earlier round */
	bool transformed;        /* loops were transformed in an earlier round */
	struct offloading offloading;
	bool chosen;             /* what the text says was changed in an earlier round, not only how it is written */
};

static const struct target *find_target(const char *name)
{
	const struct target *target = target_named(name);
	if (!target)
		die("unknown target '%s'", name);
	return target;
}

struct judge {
	struct translation *translation;
	const struct survey *survey;
};

static bool has_pragma(const struct survey *survey, const struct function *function)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (survey->owners[i] == function)
			return true;
	return false;
}

/* Whether an error that libclang found is in a function that is translated.  Where another function has one, what that does is not
   all known, and loops stay. */
static bool error_matters(struct source *source, unsigned offset, void *context)
{
	const struct judge *judge = context;
	(void)source;
	for (const struct function *f = judge->survey->functions; f; f = f->next)
		if (f->start <= offset && offset <= f->end) {
			judge->translation->offloading.off = true;
			return judge->translation->target->rewrite || has_pragma(judge->survey, f);
		}
	return false;
}

/* Whether parallel loops outside of target regions are to be code for a device. */
static bool offloads(const struct translation *t)
{
	return t->request->offload_loops && t->target->make_device_code && !t->offloading.off;
}

/* References that must read differently but are written in a macro. */
static void expand_references(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->survey->reference_count; i++) {
		const struct reference *reference = &tree->survey->references[i];
		if (reference->editable)
			continue;
		const struct leaf *leaf = region_leaf_at(tree, reference->offset);
		bool conditional = false;
		for (const struct leaf *l = leaf; l && !conditional; l = l->outer) {
			const struct share *share = leaf_share(l, reference->variable);
			conditional = share && share->conditional && (reference->access & ACCESS_WRITE);
		}
		if (conditional || dataenv_by_address(leaf, reference->variable))
			region_expand(tree, reference->invocation);
	}
}

static void dump(struct translation *t, const struct region_tree *tree, const struct pragma_table *pragmas, const struct lowering *lowering)
{
	switch (t->request->dump) {
	case DUMP_NONE: break;
	case DUMP_PRAGMAS: pragma_dump(&t->source, pragmas, t->output); break;
	case DUMP_REGIONS: region_dump(tree, t->output); break;
	case DUMP_DATAENV: dataenv_dump(tree, t->output); break;
	case DUMP_EDITS:
		for (const struct edit *edit = lowering->edits; edit; edit = edit->next) {
			struct place place = source_place(&t->source, edit->start);
			text_printf(t->output, "%s:%u:%u: %.*s -> %s\n", place.file, place.line, place.column, (int)(edit->end - edit->start),
				    t->source.text + edit->start, edit->with);
		}
		break;
	}
}

static enum outcome lower_tree(struct translation *t, struct survey *survey, struct region_tree *tree, const struct pragma_table *pragmas)
{
	struct lowering lowering = {.arena = &t->arena, .source = &t->source, .survey = survey, .tree = tree, .target = t->target, .step = t->request->step};
	struct text marked = {0};
	lowering.me = survey_fresh_name(survey, "me");
	lowering.data = survey_fresh_name(survey, "data");
	lowering.argument = survey_fresh_name(survey, "argument");
	lowering.loop = survey_fresh_name(survey, "loop");
	lowering.offloading = offloads(t) && !t->target->rewrite ? &t->offloading : NULL;
	bool rewrites = t->target->rewrite != NULL;
	bool edited = t->request->step != STEP_SPLIT && t->request->step != STEP_DATA;
	bool good = rewrites ? t->target->rewrite(&lowering) : (!edited || edits_make(&lowering)) && lower_file(&lowering, &marked);
	if (tree->expand_count == 0 && good && lowering.refused) {
		text_release(&marked);
		offload_take_back(&t->source, &t->offloading, lowering.refused);
		return OUTCOME_TRANSFORMED;
	}
	if (tree->expand_count == 0 && good) {
		if (t->request->observe)
			t->request->observe(t->request->observer, &lowering, &marked);
		if (t->request->dump != DUMP_NONE)
			dump(t, tree, pragmas, &lowering);
		else if (rewrites)
			kept_text(&lowering, t->request->for_display, t->output);
		else if (t->request->for_display)
			lines_for_display(&t->source, marked.data, marked.length, t->output, NULL);
		else
			lines_finish(&t->source, marked.data, marked.length, false, t->output);
	}
	text_release(&marked);
	return t->source.errors ? OUTCOME_FAILED : tree->expand_count ? OUTCOME_AGAIN : OUTCOME_DONE;
}

/* Loops outside of target regions become such. */
static enum outcome move_loops(struct translation *t, struct survey *survey, struct region_tree *tree)
{
	struct lowering lowering = {.arena = &t->arena, .source = &t->source, .survey = survey, .tree = tree, .target = t->target, .offloading = &t->offloading};
	bool changed = false;
	offload_loops(&lowering, &changed);
	return changed ? OUTCOME_TRANSFORMED : OUTCOME_DONE;
}

/* Replaces the innermost loop transformations. */
static enum outcome transform_pragmas(struct translation *t, struct survey *names)
{
	struct region_tree tree = {.source = &t->source, .survey = names};
	bool changed = false, good = t->transformed || lint_jumps_and_headers(names);
	t->transformed = true;
	good &= transform_loops(&tree, &changed);
	if (good && !changed)
		good = normalise_invocations(&t->source, tree.expand, tree.expand_count);
	return !good ? OUTCOME_FAILED : changed ? OUTCOME_TRANSFORMED : OUTCOME_AGAIN;
}

/* The passes over a file in which every directive is one that a target knows. */
static enum outcome translate_regions(struct translation *t, struct survey *names, const struct pragma_table *pragmas)
{
	struct region_tree tree;
	enum outcome outcome = OUTCOME_FAILED;
	bool good = region_build(&t->source, names, &tree);
	if (good && tree.expand_count == 0)
		good = dataenv_build(&tree) && lint_loops(&tree) && (tree.expand_count > 0 || t->transformed || t->advised || advice_give(&tree));
	t->advised |= good && tree.expand_count == 0;
	if (good && tree.expand_count == 0 && offloads(t) && !t->offloading.done && move_loops(t, names, &tree) == OUTCOME_TRANSFORMED)
		return OUTCOME_TRANSFORMED;
	if (good && tree.expand_count == 0 && !t->target->rewrite) {
		expand_references(&tree);
		directives_expand(&tree);
	}
	if (good && tree.expand_count == 0)
		outcome = lower_tree(t, names, &tree, pragmas);
	else if (good)
		outcome = OUTCOME_AGAIN;
	if (outcome == OUTCOME_AGAIN && !normalise_invocations(&t->source, tree.expand, tree.expand_count))
		outcome = OUTCOME_FAILED;
	return outcome;
}

/* The passes over a file whose pragmas are all plain lines.  Directives that choose others, and calls that mean a variant of
   the function, are replaced by what they stand for. */
static enum outcome translate_pragmas(struct translation *t)
{
	struct pragma_table pragmas;
	struct survey names;
	if (!pragma_find(&t->source, &pragmas))
		return OUTCOME_FAILED;
	bool values = clause_values_find(&t->source, &pragmas);
	deprecated_find(&t->source, &pragmas);
	enum outcome outcome = OUTCOME_FAILED;
	bool changed = false;
	if (survey(&t->source, &pragmas, &names) && source_check_errors(&t->source, error_matters, &(struct judge){t, &names})) {
		bool good = metadirective_resolve(&names, &changed);
		if (good && !changed)
			threadprivate_separate(&names, &changed);
		bool transforms = good && !changed && transform_wanted(&names);
		good &= values || !(changed || transforms);
		if (good && !changed && !transforms) {
			good = (t->linted || (variant_check(&names) && lint(&names))) && values;
			t->linted = true;
		}
		if (good && !changed && !transforms)
			good = variant_redirect(&names, &changed) && (changed || interop_resolve(&names, &changed));
		if (good && transforms)
			outcome = transform_pragmas(t, &names);
		else if (good)
			outcome = changed ? OUTCOME_AGAIN : translate_regions(t, &names, &pragmas);
	}
	survey_release(&names);
	t->chosen |= changed;
	return outcome;
}

/* The options but for -include and its file.  *lines gets what these do, as directives. */
static const char *const *without_forced_includes(struct arena *arena, const char *const *cpp, struct text *lines)
{
	unsigned count = 0, kept = 0;
	while (cpp[count])
		count++;
	const char **rest = arena_alloc(arena, (count + 1) * sizeof *rest);
	for (unsigned i = 0; i < count; i++) {
		if (strcmp(cpp[i], "-include") || i + 1 == count) {
			rest[kept++] = cpp[i];
			continue;
		}
		/* the name is looked for in the working directory first, not beside the source */
		const char *name = cpp[++i];
		char *path = access(name, R_OK) == 0 ? realpath(name, NULL) : NULL;
		text_printf(lines, "#include \"%s\"\n", path ? path : name);
		free(path);
	}
	return rest;
}

/* -include NAME: what the preprocessor is to include first.  Such headers may hold directives, so they become #include lines
   at the head of the text.  The options without them, and the text with the lines. */
static void take_forced_includes(struct translation *t, struct source_options *options, struct text *text)
{
	options->cpp = without_forced_includes(&t->arena, options->cpp, text);
	if (text->length > 0)
		text_printf(text, "#line 1 \"%s\"\n", strcmp(options->path, "-") ? quoted(&t->arena, options->path) : "<stdin>");
}

static enum outcome one_round(struct translation *t)
{
	bool changed = false;
	if (!source_parse(&t->source) || !normalise_pragmas(&t->source, &changed))
		return OUTCOME_FAILED;
	if (changed)
		return OUTCOME_AGAIN;
	if (!pragma_any(&t->source) && !t->chosen && !t->transformed)
		return OUTCOME_NOTHING;
	if (!variant_rename(&t->source, &changed))
		return OUTCOME_FAILED;
	if (changed)
		return OUTCOME_AGAIN;
	if (memchr(t->source.text, MARK, t->source.size)) {
		error_plain("%s: the file holds the control character 1", t->source.name);
		return OUTCOME_FAILED;
	}
	return translate_pragmas(t);
}

enum translate_result translate(const struct translate_request *request, struct text *output)
{
	struct translation t = {.request = request, .target = find_target(request->target), .output = output};
	arena_init(&t.arena);
	enum outcome outcome = OUTCOME_FAILED;
	struct source_options options = request->source;
	struct text text = {0};
	options.empty_sections = offloads(&t); /* a loop that runs no iteration on the host must do that on the device */
	take_forced_includes(&t, &options, &text);
	text_add(&text, request->text, request->size);
	bool read = source_read(&t.source, &t.arena, &options, text.data, text.length);
	t.source.every_function = t.target->rewrite || offloads(&t); /* calls are followed */
	text_release(&text);
	if (read) {
		outcome = OUTCOME_AGAIN;
		for (int round = 0; outcome == OUTCOME_AGAIN || outcome == OUTCOME_TRANSFORMED; round += outcome == OUTCOME_AGAIN) {
			if (round == MAX_ROUNDS) {
				error_plain("%s: macros around OpenMP directives did not come to rest after %d expansions", t.source.name, MAX_ROUNDS);
				outcome = OUTCOME_FAILED;
				break;
			}
			outcome = one_round(&t);
		}
	}
	source_release(&t.source);
	arena_release(&t.arena);
	return outcome == OUTCOME_DONE ? TRANSLATED : outcome == OUTCOME_NOTHING ? NOTHING_TO_DO : FAILED;
}

bool translate_keeps_directives(const char *target)
{
	return find_target(target)->rewrite != NULL;
}

const char *const *translate_targets(void)
{
	enum { MOST = 16 };
	static const char *names[MOST];
	for (int i = 0; targets[i] && i < MOST - 1; i++)
		names[i] = targets[i]->name;
	return names;
}
