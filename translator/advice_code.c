#include "advice.h"
#include "diagnostic_located.h"
#include "scan.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------------- variables */

bool advice_is_shared(const struct advice *advice, const struct leaf *leaf, const struct variable *variable)
{
	if (accesses_has_own_rules(variable))
		return false;
	for (; leaf; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if ((share && share->sharing != SHARING_SHARED) || leaf_declares(leaf, variable))
			return false;
		if (leaf == advice->team)
			return share || variable->storage == STORAGE_GLOBAL;
	}
	return false;
}

bool advice_is_exposed(const struct advice *advice, unsigned offset)
{
	const struct leaf *leaf = region_leaf_at(advice->tree, offset);
	for (; leaf && leaf != advice->team; leaf = leaf->outer)
		if (leaf->kind != D_SIMD && leaf->kind != D_SCOPE && leaf != advice->loop)
			return false;
	return leaf != NULL;
}

bool advice_is_everybodys(const struct advice *advice, const struct memory_access *access)
{
	if (access->conditional || access->part || access->called || access->variable->of || !advice_is_exposed(advice, access->offset))
		return false;
	if (!advice_is_shared(advice, region_leaf_at(advice->tree, access->offset), access->variable))
		return false;
	return advice_runs_alike(advice, access->loop) && !advice_address_taken(advice->tree->survey, access->variable, advice->start, advice->end);
}

bool advice_address_taken(const struct survey *survey, const struct variable *variable, unsigned start, unsigned end)
{
	for (unsigned i = survey_reference_at(survey, start); i < survey->reference_count && survey->references[i].offset < end; i++)
		if (survey->references[i].variable == variable && survey->references[i].access & ACCESS_ADDRESS)
			return true;
	return false;
}

bool advice_is_written(const struct survey *survey, const struct variable *variable, unsigned start, unsigned end)
{
	for (unsigned i = survey_reference_at(survey, start); i < survey->reference_count && survey->references[i].offset < end; i++)
		if (survey->references[i].variable == variable && survey->references[i].access & (ACCESS_WRITE | ACCESS_ADDRESS))
			return true;
	return false;
}

const struct access_loop *advice_loop_of(const struct access_loop *inside, const struct variable *variable)
{
	while (inside && inside->variable != variable)
		inside = inside->outer;
	return inside;
}

/* Whether the variable has one value for all threads while the piece runs. */
static bool keeps_value(const struct advice *advice, const struct variable *variable)
{
	const struct leaf *leaf = advice->loop ? advice->loop : advice->team;
	for (int i = 0; advice->loop && i < advice->loop->site->loop_count; i++)
		if (advice->loop->site->loops[i].variable == variable)
			return false;
	const struct share *share = leaf_share(advice->team, variable);
	if (share && share->sharing == SHARING_FIRSTPRIVATE && (!leaf_share(leaf, variable) || leaf == advice->team))
		return !advice_is_written(advice->tree->survey, variable, advice->team->site->statement->start, advice->team->site->statement->end);
	bool inside = variable->declared >= advice->start && variable->declared < advice->end && variable->storage != STORAGE_GLOBAL;
	return !inside && advice_is_shared(advice, leaf, variable) && !advice_is_written(advice->tree->survey, variable, advice->start, advice->end);
}

static bool bounds_are_same(const struct advice *advice, const struct access_loop *loop)
{
	return loop->counted && advice_same_for_all(advice, loop->lower, loop->outer) && advice_same_for_all(advice, loop->upper, loop->outer);
}

bool advice_runs_alike(const struct advice *advice, const struct access_loop *loop)
{
	for (; loop; loop = loop->outer) {
		bool other_form = !loop->counted && !loop->lower && !loop->upper; /* the accesses of its body are conditional */
		if (!other_form && !bounds_are_same(advice, loop))
			return false;
	}
	return true;
}

bool advice_same_for_all(const struct advice *advice, const struct polynomial *value, const struct access_loop *inside)
{
	for (; value; value = value->next)
		for (int i = 0; i < value->degree; i++) {
			const struct access_loop *loop = advice_loop_of(inside, value->variables[i]);
			if (loop ? !bounds_are_same(advice, loop) : !keeps_value(advice, value->variables[i]))
				return false;
		}
	return true;
}

/* The value of a variable that is declared with a number and never changes.  False: it is none. */
static bool is_named_number(const struct survey *survey, struct span name, long long *value)
{
	const struct source *source = survey->source;
	const struct variable *variable = survey_lookup(survey, source->text + name.start, name.end - name.start, name.start);
	unsigned token = variable && variable->declared ? source_token_at(source, variable->declared) : 0;
	if (token == 0 || !source_token_is(source, token + 1, "=") || !(source_token_is(source, token + 3, ";") || source_token_is(source, token + 3, ",")))
		return false;
	for (unsigned i = 0; i < survey->reference_count; i++)
		if (survey->references[i].variable == variable && survey->references[i].offset != variable->declared &&
		    survey->references[i].access & (ACCESS_WRITE | ACCESS_ADDRESS))
			return false;
	const char *number = source->text + source->tokens[token + 2].start;
	char *end;
	*value = strtoll(number, &end, 0);
	return end == source->text + source->tokens[token + 2].end;
}

static bool is_number_known(const struct survey *survey, struct span span, const struct survey_constant *constant, long long *value)
{
	if (constant)
		*value = constant->value;
	return constant || is_named_number(survey, span, value);
}

/* The number of iterations of a loop between constants; negative: not known. */
static long long iterations_of(const struct survey *survey, const struct loop *loop)
{
	enum { MOST = 1 << 20 };
	long long step = 1, from, to;
	if (!is_number_known(survey, loop->lower, loop->lower_value, &from) || !is_number_known(survey, loop->bound, loop->bound_value, &to) ||
	    (!loop->unit && !is_number_known(survey, loop->step, loop->step_value, &step)) || step == 0)
		return -1;
	long long number = (loop->down ? from - to : to - from) + (loop->relation == REL_LESS_EQUAL || loop->relation == REL_GREATER_EQUAL);
	step = llabs(step);
	return number <= 0 ? 0 : number > MOST ? MOST : (number + step - 1) / step;
}

/* The same of a loop whose bounds differ by a constant, at most. */
static long long iterations_between(const struct advice *advice, const struct loop *loop)
{
	struct polynomials p = {advice->source->arena, true};
	struct accesses accesses;
	long long number;
	if (!accesses_of_loop(advice->tree->survey, loop->start, loop->body.end, &accesses))
		return -1;
	for (const struct access_loop *inside = accesses.loops; inside; inside = inside->next)
		if (inside->start == loop->start && inside->counted && polynomial_is_constant(polynomial_add(&p, inside->upper, inside->lower, -1), &number) && p.good)
			return inside->every ? number + 1 : 1;
	return -1;
}

long long advice_iterations(const struct advice *advice)
{
	const struct site *site = advice->loop->site;
	long long all = 1;
	for (int i = 0; i < (site->shared_loops > 0 ? site->shared_loops : 1); i++) {
		long long number = iterations_of(advice->tree->survey, &site->loops[i]);
		number = number < 0 ? iterations_between(advice, &site->loops[i]) : number;
		if (number < 0 || all > LLONG_MAX / (number + 1))
			return -1;
		all *= number;
	}
	return all;
}

/* ---------------------------------------------------------------------------------------------- text */

/* Whether the text says the variable's name at the access: no macro does. */
static bool is_plain(const struct source *source, const struct memory_access *access)
{
	const char *at = source->text + access->offset;
	struct lexeme word = scan(at, source->text + source->size);
	return word.start == at && lexeme_is(word, access->variable->name);
}

const char *advice_written(const struct source *source, const struct memory_access *access)
{
	if (!is_plain(source, access))
		return access->variable->name;
	unsigned end = diagnostic_end_of_place(source, access->offset);
	return arena_strndup(source->arena, source->text + access->offset, end - access->offset);
}

/* Where the expression that begins at `at` ends: before ; , or a bracket that it did not open. */
static const char *expression_end(const char *at, const char *end)
{
	struct lexeme lexeme;
	for (int depth = 0; (lexeme = scan(at, end)).kind != LEX_END; at = lexeme.start + lexeme.length) {
		char first = *lexeme.start;
		if (lexeme.kind != LEX_PUNCTUATOR || lexeme.length > 1)
			continue;
		if (depth == 0 && strchr(";,)]}", first))
			break;
		depth += first == '(' || first == '[' || first == '{';
		depth -= first == ')' || first == ']' || first == '}';
	}
	return lexeme.kind == LEX_END ? end : lexeme.start;
}

bool advice_assigned_value(const struct source *source, const struct memory_access *access, struct span *value)
{
	const char *end = source->text + source->size;
	if (!is_plain(source, access))
		return false;
	struct lexeme operator = scan(source->text + diagnostic_end_of_place(source, access->offset), end);
	if (!lexeme_is(operator, "="))
		return false;
	const char *start = operator.start + 1;
	*value = (struct span){(unsigned)(start - source->text), (unsigned)(expression_end(start, end) - source->text)};
	return true;
}

/* Functions that say the same to all threads of a team. */
static bool says_same(struct lexeme word)
{
	static const char *const functions[] = {"omp_get_num_threads", "omp_get_max_threads", "omp_get_num_procs", "omp_in_parallel", "omp_get_num_teams"};
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (lexeme_is(word, functions[i]))
			return true;
	return false;
}

bool advice_text_is_same(const struct advice *advice, const struct memory_access *access, struct span value)
{
	const struct source *source = advice->source;
	const struct survey *survey = advice->tree->survey;
	struct lexeme lexeme;
	for (const char *at = source->text + value.start; (lexeme = scan(at, source->text + value.end)).kind != LEX_END; at = lexeme.start + lexeme.length) {
		unsigned offset = (unsigned)(lexeme.start - source->text);
		if (lexeme.kind != LEX_WORD)
			continue;
		const struct variable *variable = survey_lookup(survey, lexeme.start, lexeme.length, offset);
		const struct access_loop *loop = variable ? advice_loop_of(access->loop, variable) : NULL;
		struct polynomials p = {source->arena, true};
		bool called = lexeme_is(scan(lexeme.start + lexeme.length, source->text + value.end), "(");
		if (!variable ? called && !says_same(lexeme) && !survey_invocation(survey, offset)
			      : !advice_same_for_all(advice, polynomial_variable(&p, variable), loop ? access->loop : NULL))
			return false;
	}
	return true;
}

bool advice_writes_same(const struct advice *advice, const struct memory_access *access)
{
	struct span value;
	return advice_assigned_value(advice->source, access, &value) && advice_text_is_same(advice, access, value);
}

/* The reduction's operator of one that stands in an expression or before '='; null: there is none. */
static const char *reduction_operator(struct lexeme lexeme)
{
	static const char *const rows[][3] = {{"+=", "+", "+"}, {"-=", "-", "+"}, {"*=", "*", "*"}, {"&=", "&", "&"},
					      {"|=", "|", "|"}, {"^=", "^", "^"}, {"", "&&", "&&"}, {"", "||", "||"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (lexeme_is(lexeme, rows[i][0]) || lexeme_is(lexeme, rows[i][1]))
			return rows[i][2];
	return NULL;
}

/* Whether the lexeme is an operator that binds less than && or ||: an assignment, a conditional, || beside &&. */
static bool binds_less(struct lexeme lexeme, const char *operator)
{
	static const char *const comparisons[] = {"==", "!=", "<=", ">="};
	for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
		if (lexeme_is(lexeme, comparisons[i]))
			return false;
	return strchr("?:", *lexeme.start) || lexeme.start[lexeme.length - 1] == '=' || (*operator == '&' && lexeme_is(lexeme, "||"));
}

/* Whether x = x OPERATOR text is a step of the reduction whatever the text is made of: nothing in it binds less than that. */
static bool continues(const char *at, const char *end, const char *operator)
{
	struct lexeme lexeme;
	for (int depth = 0; (lexeme = scan(at, end)).kind != LEX_END; at = lexeme.start + lexeme.length) {
		depth += lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[");
		depth -= lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]");
		if (depth || lexeme.kind != LEX_PUNCTUATOR || strchr("()[].", *lexeme.start) || lexeme_is(lexeme, "->"))
			continue;
		bool product = lexeme_is(lexeme, "*") || lexeme_is(lexeme, "/") || lexeme_is(lexeme, "%");
		const char *other = reduction_operator(lexeme);
		if (operator[1] == operator[0] && !binds_less(lexeme, operator)) /* && and ||: nearly everything binds more */
			continue;
		if (!(*operator == '+' ? product || (other && *other == '+') : other && !strcmp(other, operator)))
			return false;
	}
	return true;
}

/* As advice_update, whether the value is used or not; *step: all of it, ++ included. */
static const char *update_at(const struct source *source, const struct memory_access *access, struct span *operand, struct span *step)
{
	const char *start = source->text + access->offset, *end = source->text + source->size;
	*operand = (struct span){access->offset, access->offset};
	if (!is_plain(source, access))
		return NULL;
	size_t length = diagnostic_end_of_place(source, access->offset) - access->offset;
	struct lexeme operator = scan(start + length, end);
	bool before = access->offset >= 2 && (!strncmp(start - 2, "++", 2) || !strncmp(start - 2, "--", 2));
	*step = (struct span){access->offset - (before ? 2 : 0), access->offset + (unsigned)length};
	if (before)
		return "+";
	step->end = (unsigned)(operator.start + operator.length - source->text);
	if (lexeme_is(operator, "++") || lexeme_is(operator, "--"))
		return "+";
	const char *at = operator.start + operator.length, *found = reduction_operator(operator);
	if (lexeme_is(operator, "=")) {
		at += strspn(at, " \t");
		const char *value_end = expression_end(at, end), *extreme = advice_extreme(at, value_end, start, start + length);
		if (extreme) { /* all reads of x before the end are part of it */
			*operand = (struct span){(unsigned)(value_end - source->text), (unsigned)(value_end - source->text)};
			step->end = operand->end;
			return extreme;
		}
		if (strncmp(at, start, length) != 0)
			return NULL;
		operator = scan(at + length, end);
		at = operator.start + operator.length;
		found = reduction_operator(operator);
		if (!found || operator.length > 2 || operator.start[operator.length - 1] == '=' || !continues(at, expression_end(at, end), found))
			return NULL;
	} else if (!found || operator.start[operator.length - 1] != '=') {
		return NULL;
	}
	*operand = (struct span){(unsigned)(at - source->text), (unsigned)(expression_end(at, end) - source->text)};
	step->end = operand->end;
	return found;
}

const char *advice_update(const struct source *source, const struct memory_access *access, struct span *operand)
{
	struct span step;
	const char *operator = update_at(source, access, operand, &step);
	return operator && !advice_value_is_used(source, step.start, step.end) ? operator : NULL;
}

const char *advice_used_update(const struct source *source, const struct memory_access *access, struct span *operand)
{
	struct span step;
	const char *operator = access->write ? update_at(source, access, operand, &step) : NULL;
	return operator && advice_value_is_used(source, step.start, step.end) ? operator : NULL;
}

struct fixit advice_add_clause(const struct source *source, const struct pragma *pragma, const char *clause)
{
	unsigned at = 0;
	if (pragma->expanded)
		return (struct fixit){0};
	for (unsigned i = source_token_at(source, pragma->start); i < source->token_count && source->tokens[i].start < pragma->end; i++)
		if (source->tokens[i].kind != CXToken_Comment)
			at = source->tokens[i].end;
	return (struct fixit){at, at, at ? arena_printf(source->arena, " %s", clause) : NULL};
}
