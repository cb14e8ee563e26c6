/* advice_writes.c - shared variables, and elements of arrays, that every thread or every iteration writes. */
#include "advice.h"

#include "diagnostic_located.h"
#include "scan.h"

#include <string.h>

/* The first access to the variable in the piece, in the order in which it runs. */
static const struct memory_access *first_access(const struct advice *advice, const struct variable *variable)
{
	const struct memory_access *access = advice->accesses.items;
	while (access && access->variable != variable)
		access = access->next;
	return access;
}

/* Whether the read is the x on the right of x = x + e, which comes before the write on the left. */
static bool is_part_of_update(const struct advice *advice, const struct memory_access *read)
{
	const struct memory_access *write = read->next;
	struct span operand;
	while (write && (write->variable != read->variable || !write->write))
		write = write->next;
	return write && write->write && advice_update(advice->source, write, &operand) && write->offset < read->offset && read->offset < operand.start;
}

/* The operator of which all accesses to the variable are steps; null: there is none. */
static const char *operator_of_all(const struct advice *advice, const struct variable *variable)
{
	const char *operator = NULL;
	struct span operand;
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next) {
		if (access->variable != variable || (!access->write && is_part_of_update(advice, access)))
			continue;
		const char *own = access->write ? advice_update(advice->source, access, &operand) : NULL;
		if (!own || (operator && strcmp(own, operator)))
			return NULL;
		operator = own;
	}
	return operator;
}

/* Whether the value is looked at after the region. */
static bool is_used_after(const struct advice *advice, const struct variable *variable)
{
	const struct survey *survey = advice->tree->survey;
	unsigned end = advice->team->site->statement->end;
	for (unsigned i = survey_reference_at(survey, end); i < survey->reference_count; i++)
		if (survey->references[i].variable == variable && survey->references[i].access & (ACCESS_READ | ACCESS_ADDRESS | ACCESS_WHOLE))
			return true;
	return false;
}

static void note_declaration(const struct advice *advice, const struct variable *variable)
{
	if (variable->declared)
		findings_note(advice->findings, variable->declared, "'%s' is declared here, outside of the region", variable->name);
}

/* Proposes a clause for the directive.  A variable that a clause names already gets no second one. */
static void propose(const struct advice *advice, const struct variable *variable, const char *why, const char *clause)
{
	const struct leaf *leaf = advice->loop ? advice->loop : advice->team;
	const struct share *share = leaf_share(advice->team, variable);
	const struct pragma *pragma = leaf->site->pragma;
	struct fixit fixit = {0};
	bool blank = strstr(clause, "[:length]"); /* to be filled in by the reader */
	if (!(share && share->clause) && !pragma->expanded && !blank)
		fixit = advice_add_clause(advice->source, pragma, clause);
	findings_fix(advice->findings, pragma->start, fixit, "%s: %s", why, clause);
}

/* Whether the code around the construct uses no element of the array, and its declaration gives it no value. */
static bool is_used_inside_only(const struct advice *advice, const struct variable *variable)
{
	const struct survey *survey = advice->tree->survey;
	const struct statement *statement = advice->team->site->statement;
	for (unsigned i = 0; i < survey->reference_count; i++) {
		unsigned offset = survey->references[i].offset;
		if (survey->references[i].variable == variable && offset != variable->declared && (offset < statement->start || offset >= statement->end))
			return false;
	}
	unsigned token = source_token_at(survey->source, variable->declared);
	while (token < survey->source->token_count && !source_token_is(survey->source, token, ";") && !source_token_is(survey->source, token, ",") &&
	       !source_token_is(survey->source, token, "="))
		token++;
	return !source_token_is(survey->source, token, "=");
}

/* Whether code that runs after the construct may stand before it: in a loop around it, or at a label. */
static bool may_come_back(const struct advice *advice)
{
	const struct source *source = advice->source;
	const struct statement *statement = advice->team->site->statement;
	const struct function *function = advice->team->site->function;
	struct accesses accesses;
	for (unsigned i = source_token_at(source, function->start); i < source->token_count && source->tokens[i].start < function->end; i++)
		if (source_token_is(source, i, "goto"))
			return true;
	return !accesses_of_statement(advice->tree->survey, statement->start, statement->end, &accesses) || accesses.in_loop;
}

/* Whether every iteration sets the variable. */
static bool is_always_set(const struct advice *advice, const struct variable *variable)
{
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next)
		if (access->variable == variable && access->write && !access->conditional && !access->loop)
			return true;
	for (const struct access_loop *loop = advice->accesses.loops; loop; loop = loop->next)
		if (loop->variable == variable && !loop->conditional && !loop->outer)
			return true;
	return false;
}

/* Proposes a private copy where it certainly changes nothing else that the function does. */
static void propose_copy(const struct advice *advice, const struct variable *variable)
{
	bool after = is_used_after(advice, variable), local = variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER;
	if (!local || (after && (!advice->loop || !is_always_set(advice, variable))) || may_come_back(advice) ||
	    advice_address_taken(advice->tree->survey, variable, 0, advice->source->size) ||
	    (variable->type->class > TYPE_POINTER && !is_used_inside_only(advice, variable)))
		return;
	if (after)
		propose(advice, variable, "give each thread its own, and keep that of the last iteration",
			arena_printf(advice->source->arena, "lastprivate(%s)", variable->name));
	else
		propose(advice, variable, "give each thread its own", arena_printf(advice->source->arena, "private(%s)", variable->name));
}

static void warn_of_write(const struct advice *advice, unsigned offset, const char *what, const struct variable *variable)
{
	if (advice->loop)
		findings_add(advice->findings, FINDING_WARNING, offset, "'%s' is shared by all threads but written in every iteration", what);
	else
		findings_add(advice->findings, FINDING_WARNING, offset, "'%s' is shared by all threads, and each of them writes it", what);
	note_declaration(advice, variable);
}

static bool is_number(const struct variable *variable)
{
	return variable->type->class <= TYPE_COMPLEX;
}

/* Whether the variable's value is looked at before anything sets it: by the first access itself, or through a pointer. */
static bool needs_value(const struct memory_access *first)
{
	return first->read || (first->rank > 0 && first->variable->type->class == TYPE_POINTER);
}

/* The variable's accesses, those of its update left out: reads before it, behind it, and other writes. */
struct other_uses {
	bool before, behind, writes;
};

static struct other_uses uses_beside(const struct advice *advice, const struct memory_access *update)
{
	struct other_uses uses = {0};
	bool passed = false;
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next) {
		if (access == update)
			passed = true;
		else if (access->variable == update->variable && !is_part_of_update(advice, access)) {
			uses.writes |= access->write;
			uses.before |= !passed;
			uses.behind |= passed;
		}
	}
	return uses;
}

static bool is_word(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == strlen(text);
}

/* Whether the word, a variable or a literal, is of the type class of x: a product with it is no integer that overflows unlike x. */
static bool is_of_kind(const struct advice *advice, const char *word, const struct variable *x, unsigned offset)
{
	const struct variable *variable = survey_lookup(advice->tree->survey, word, strlen(word), offset);
	enum ctype_class class = x->type->class;
	if (variable)
		return variable->type->class == class;
	if (strspn(word, "0123456789") == strlen(word))
		return class == TYPE_SIGNED || class == TYPE_UNSIGNED;
	return class == TYPE_FLOAT && strspn(word, "0123456789.") == strlen(word);
}

/* x as a formula in i, of a step x += e in for (i = LOWER; ...; i++), e being the same in every iteration; null: none is certain. */
static const char *formula(const struct advice *advice, const struct memory_access *update, struct span step, const struct other_uses *uses)
{
	struct arena *arena = advice->source->arena;
	const char *text = advice->source->text, *x = update->variable->name;
	const struct loop *loop = &advice->loop->site->loops[0];
	const char *i = loop->variable->name, *lower = arena_strndup(arena, text + loop->lower.start, loop->lower.end - loop->lower.start);
	const char *e = arena_strndup(arena, text + step.start, step.end - step.start);
	struct lexeme operator = scan(text + diagnostic_end_of_place(advice->source, update->offset), text + advice->source->size);
	bool minus = lexeme_is(operator, "-=");
	if ((!minus && !lexeme_is(operator, "+=")) || !loop->unit || loop->down || !is_word(lower) || !is_word(e) ||
	    !is_of_kind(advice, e, update->variable, update->offset) || (uses->before && is_used_after(advice, update->variable)))
		return NULL;
	bool zero = !strcmp(lower, "0"), one = !strcmp(lower, "1");
	const char *times = uses->behind ? one ? i : arena_printf(arena, zero ? "(%s + 1)" : "(%s - %s + 1)", i, lower)
			    : zero ? i : arena_printf(arena, "(%s - %s)", i, lower);
	return arena_printf(arena, "%s0 %c %s * %s", x, minus ? '-' : '+', times, e);
}

/* Whether the piece has a loop of which nobody knows how often it does the step. */
static bool has_while(const struct advice *advice)
{
	const struct source *source = advice->source;
	for (unsigned i = source_token_at(source, advice->start); i < source->token_count && source->tokens[i].start < advice->end; i++)
		if (source_token_is(source, i, "while"))
			return true;
	return false;
}

/* What to do instead of a step of x, x += e, of which another iteration uses the outcome, or this one at once. */
static void note_instead(const struct advice *advice, const struct memory_access *update, const char *operator, struct span operand, bool used)
{
	const struct loop *loop = &advice->loop->site->loops[0];
	const char *x = update->variable->name;
	struct other_uses uses = uses_beside(advice, update);
	uses.behind |= used;
	while (operand.start < operand.end && strchr(" \t", advice->source->text[operand.start]))
		operand.start++;
	if (*operator != '+' || !is_number(update->variable) || uses.writes || uses.before == uses.behind || update->loop ||
	    advice->loop->site->shared_loops > 1 || !loop->variable || has_while(advice))
		return;
	if (!advice_text_is_same(advice, update, operand)) {
		findings_note(advice->findings, update->offset, "for the sum so far there are reduction(inscan, + : %s) and the directive 'scan'", x);
		return;
	}
	const char *value = !used && operand.start < operand.end ? formula(advice, update, operand, &uses) : NULL;
	if (value)
		findings_note(advice->findings, update->offset, "compute '%s' from '%s': %s, where %s0 is '%s' before the loop", x, loop->variable->name,
			      value, x, x);
	else
		findings_note(advice->findings, update->offset, "compute '%s' from '%s' and its value before the loop%s", x, loop->variable->name,
			      used ? "; where any order will do, 'atomic capture' takes it too" : "");
}

/* x is read in an iteration before it is written there. */
static void warn_of_recurrence(const struct advice *advice, const struct memory_access *first, const struct memory_access *write)
{
	const struct variable *variable = first->variable;
	struct span operand;
	const char *operator = advice_update(advice->source, write, &operand), *used = advice_used_update(advice->source, write, &operand);
	findings_add(advice->findings, FINDING_WARNING, first->offset, "an iteration of '%s' uses what the one before it leaves in '%s'",
		     advice->loop->site->pragma->directive.spelling, variable->name);
	if (write->offset != first->offset)
		findings_note(advice->findings, write->offset, "'%s' is changed here", variable->name);
	note_declaration(advice, variable);
	if (operator || used)
		note_instead(advice, write, operator ? operator : used, operand, used);
}

/* Whether the access is x++ or x += e of which the value is used, e being the same for all threads. */
static bool counts_up(const struct advice *advice, const struct memory_access *access)
{
	struct span operand;
	const char *operator = advice_used_update(advice->source, access, &operand);
	return operator && *operator == '+' && is_number(access->variable) && advice_text_is_same(advice, access, operand);
}

static void about_variable(const struct advice *advice, const struct memory_access *write)
{
	const struct variable *variable = write->variable;
	const struct memory_access *first = first_access(advice, variable);
	const char *operator = operator_of_all(advice, variable);
	if (operator && is_number(variable)) {
		warn_of_write(advice, write->offset, variable->name, variable);
		propose(advice, variable, "combine the values of all threads",
			arena_printf(advice->source->arena, "reduction(%s : %s)", operator, variable->name));
	} else if (advice->loop && needs_value(first) && !first->conditional) {
		warn_of_recurrence(advice, first, write);
	} else {
		warn_of_write(advice, write->offset, variable->name, variable);
		if (!needs_value(first) && !first->conditional)
			propose_copy(advice, variable);
		else if (!advice->loop && counts_up(advice, write))
			findings_note(advice->findings, write->offset, "'atomic capture' gives each thread a value of its own");
		else if (!advice->loop && variable->type->class == TYPE_POINTER)
			findings_note(advice->findings, write->offset, "let one thread set '%s', in a 'single' behind a barrier%s", variable->name,
				      variable->storage == STORAGE_GLOBAL || is_used_after(advice, variable)
					      ? "" : ", or give each thread its own by 'firstprivate'");
	}
}

/* Whether every thread (iteration) writes the same elements of the array. */
static bool is_same_element(const struct advice *advice, const struct memory_access *access)
{
	for (int i = 0; i < access->rank; i++)
		if (!access->known[i] || !advice_same_for_all(advice, access->subscripts[i], access->loop))
			return false;
	return access->variable->type->class == TYPE_ARRAY ||
	       !advice_is_written(advice->tree->survey, access->variable, advice->start, advice->end);
}

static void about_element(const struct advice *advice, const struct memory_access *write)
{
	const struct variable *variable = write->variable;
	const struct memory_access *first = first_access(advice, variable);
	const char *operator = operator_of_all(advice, variable);
	bool array = variable->type->class == TYPE_ARRAY;
	warn_of_write(advice, write->offset, advice_written(advice->source, write), variable);
	if (operator)
		propose(advice, variable, "combine the values of all threads",
			arena_printf(advice->source->arena, array ? "reduction(%s : %s)" : "reduction(%s : %s[:length])", operator, variable->name));
	else if (array && first == write && !first->read)
		propose_copy(advice, variable);
}

/* The variable of a loop in the piece, which every thread counts up. */
static void about_counter(const struct advice *advice, const struct access_loop *loop)
{
	const struct survey *survey = advice->tree->survey;
	const struct variable *variable = loop->variable;
	unsigned i = survey_reference_at(survey, loop->start);
	while (i < survey->reference_count && survey->references[i].variable != variable)
		i++;
	if (i == survey->reference_count)
		return;
	warn_of_write(advice, survey->references[i].offset, variable->name, variable);
	unsigned first = survey_reference_at(survey, advice->start);
	while (survey->references[first].variable != variable)
		first++;
	if (first == i) /* nothing before the loop reads it */
		propose_copy(advice, variable);
}

/* Whether the variable had its warning for another access. */
static bool was_before(const struct variable **seen, unsigned count, const struct variable *variable)
{
	for (unsigned i = 0; i < count; i++)
		if (seen[i] == variable)
			return true;
	return false;
}

/* The read in `if (e > x) x = e;`, when these are the only accesses to x and every thread (iteration) comes by; null: it is not so. */
static const struct memory_access *only_guard(const struct advice *advice, const struct memory_access *write, struct span whole)
{
	const struct memory_access *guard = NULL;
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next) {
		if (access->variable != write->variable || access == write)
			continue;
		if (guard || access->write || access->offset < whole.start || access->offset >= whole.end || !advice_is_everybodys(advice, access))
			return NULL;
		guard = access;
	}
	return guard;
}

/* A variable in which every thread (iteration) keeps its value if it is the greatest, or the least. */
static bool about_extreme(const struct advice *advice, const struct memory_access *write)
{
	struct span value, whole;
	if (write->rank || write->part || !is_number(write->variable) || !advice_assigned_value(advice->source, write, &value))
		return false;
	const char *operator = advice_guarded_extreme(advice->source, write, value, &whole);
	if (!operator || !only_guard(advice, write, whole))
		return false;
	findings_add(advice->findings, FINDING_WARNING, write->offset,
		     "'%s' is shared by all threads, and each of them may write it", write->variable->name);
	note_declaration(advice, write->variable);
	propose(advice, write->variable, "combine the values of all threads",
		arena_printf(advice->source->arena, "reduction(%s : %s)", operator, write->variable->name));
	return true;
}

/* Whether the condition compares an element that is another one in each iteration; not with ==, which may be meant to hold once
   only. */
static bool asks_elements(const struct advice *advice, struct span condition)
{
	const char *text = advice->source->text, *end = text + condition.end;
	for (struct lexeme l = scan(text + condition.start, end); l.kind != LEX_END; l = scan(l.start + l.length, end))
		if (lexeme_is(l, "==") || lexeme_is(l, "&&"))
			return false;
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next) {
		if (access->offset < condition.start || access->offset >= condition.end || !access->rank || access->write)
			continue;
		bool same = true;
		for (int i = 0; i < access->rank; i++)
			same &= access->known[i] && advice_same_for_all(advice, access->subscripts[i], access->loop);
		if (!same && !access->conditional && !access->part && !access->called && advice_runs_alike(advice, access->loop) &&
		    advice_is_exposed(advice, access->offset) && !advice_is_written(advice->tree->survey, access->variable, advice->start, advice->end))
			return true;
	}
	return false;
}

/* A count of the elements for which a condition holds: steps, all in one `if`, are the only accesses to the variable. */
static bool about_count(const struct advice *advice, const struct memory_access *write)
{
	struct span operand, condition;
	const char *operator = advice->loop && !write->rank && !write->part && !write->called && is_number(write->variable)
				       ? operator_of_all(advice, write->variable) : NULL;
	unsigned start = write->offset;
	if (!operator || !advice_update(advice->source, write, &operand) || !advice_is_exposed(advice, write->offset) ||
	    !advice_is_shared(advice, region_leaf_at(advice->tree, write->offset), write->variable) ||
	    advice_address_taken(advice->tree->survey, write->variable, advice->start, advice->end))
		return false;
	if (start >= 2 && (!strncmp(advice->source->text + start - 2, "++", 2) || !strncmp(advice->source->text + start - 2, "--", 2)))
		start -= 2;
	if (!advice_guard(advice->source, start, &condition) || !asks_elements(advice, condition))
		return false;
	findings_add(advice->findings, FINDING_WARNING, write->offset, "'%s' is shared by all threads, and each of them may write it", write->variable->name);
	note_declaration(advice, write->variable);
	propose(advice, write->variable, "combine the values of all threads",
		arena_printf(advice->source->arena, "reduction(%s : %s)", operator, write->variable->name));
	return true;
}

void advice_about_writes(struct advice *advice)
{
	enum { MOST = 64 };
	const struct variable *seen[MOST];
	unsigned count = 0;
	for (const struct access_loop *loop = advice->accesses.loops; loop && count < MOST; loop = loop->next) {
		if (!loop->counted || !loop->variable || loop->conditional || !advice_runs_alike(advice, loop->outer) || was_before(seen, count, loop->variable) ||
		    !advice_is_exposed(advice, loop->start) ||
		    !advice_is_shared(advice, region_leaf_at(advice->tree, loop->start), loop->variable))
			continue;
		seen[count++] = loop->variable;
		about_counter(advice, loop);
	}
	for (const struct memory_access *access = advice->accesses.items; access && count < MOST; access = access->next) {
		if (access->write && access->conditional && !was_before(seen, count, access->variable) && (about_extreme(advice, access) || about_count(advice, access)))
			seen[count++] = access->variable;
		if (!access->write || was_before(seen, count, access->variable) || !advice_is_everybodys(advice, access) ||
		    (access->rank ? !is_same_element(advice, access) : access->variable->type->class == TYPE_RECORD) ||
		    advice_writes_same(advice, access))
			continue;
		seen[count++] = access->variable;
		if (access->rank)
			about_element(advice, access);
		else
			about_variable(advice, access);
	}
}
