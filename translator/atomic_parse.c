/* atomic_parse.c - reads the statement of an atomic construct by its tokens. */
#include "atomic.h"

#include "scan.h"

#include <string.h>

static const char *text_at(const struct lowering *lowering, unsigned offset)
{
	return lowering->source->text + offset;
}

static struct span make_span(const struct lowering *lowering, const char *start, const char *end)
{
	scan_trim(&start, &end);
	while (end > start && *start == '(' && scan_closing(start, end) == end - 1) {
		start++;
		end--;
		scan_trim(&start, &end);
	}
	return (struct span){(unsigned)(start - lowering->source->text), (unsigned)(end - lowering->source->text)};
}

static bool is_empty(struct span span)
{
	return span.start >= span.end;
}

/* Whether two spans have the same tokens. */
static bool same(const struct lowering *lowering, struct span a, struct span b)
{
	const char *end_a = text_at(lowering, a.end), *end_b = text_at(lowering, b.end);
	struct lexeme x = scan(text_at(lowering, a.start), end_a), y = scan(text_at(lowering, b.start), end_b);
	while (x.kind != LEX_END && y.kind != LEX_END) {
		if (x.length != y.length || memcmp(x.start, y.start, x.length))
			return false;
		x = scan(x.start + x.length, end_a);
		y = scan(y.start + y.length, end_b);
	}
	return x.kind == y.kind && !is_empty(a);
}

static const char *const operators[] = {"+", "-", "*", "/", "&", "^", "|", "<<", ">>"};
static const char *const assigning[] = {"+=", "-=", "*=", "/=", "&=", "^=", "|=", "<<=", ">>="};
enum { OPERATOR_COUNT = 9 };

static void set_operator(struct atomic_statement *s, const char *operator)
{
	strcpy(s->operator, operator);
}

/* `++x`, `x--` ... */
static bool parse_step(struct lowering *lowering, struct span e, struct atomic_statement *s)
{
	const char *start = text_at(lowering, e.start), *end = text_at(lowering, e.end);
	const char *op = scan_find(start, end, "++");
	if (!op)
		op = scan_find(start, end, "--");
	if (!op)
		return false;
	s->x = op == start ? make_span(lowering, op + 2, end) : make_span(lowering, start, op);
	s->value = (struct span){0, 0};
	set_operator(s, *op == '+' ? "+" : "-");
	s->action = ATOMIC_UPDATE;
	return op == start || op + 2 == end;
}

/* The side of `op` in [start, end) that is x; sets value to the other. */
static bool other_side(struct lowering *lowering, const char *start, const char *op, size_t length, const char *end, struct atomic_statement *s)
{
	struct span left = make_span(lowering, start, op), right = make_span(lowering, op + length, end);
	if (same(lowering, left, s->x)) {
		s->value = right;
		s->reversed = false;
		return !is_empty(right);
	}
	if (same(lowering, right, s->x)) {
		s->value = left;
		s->reversed = true;
		return !is_empty(left);
	}
	return false;
}

/* `x op= e`, `x = x op e`, `x = e op x`. */
static bool parse_update(struct lowering *lowering, struct span e, struct atomic_statement *s)
{
	const char *start = text_at(lowering, e.start), *end = text_at(lowering, e.end);
	if (parse_step(lowering, e, s))
		return true;
	for (int i = 0; i < OPERATOR_COUNT; i++) {
		const char *op = scan_find(start, end, assigning[i]);
		if (!op)
			continue;
		s->x = make_span(lowering, start, op);
		s->value = make_span(lowering, op + strlen(assigning[i]), end);
		set_operator(s, operators[i]);
		s->action = ATOMIC_UPDATE;
		return !is_empty(s->value);
	}
	const char *assign = scan_find(start, end, "=");
	if (!assign)
		return false;
	s->x = make_span(lowering, start, assign);
	struct span right = make_span(lowering, assign + 1, end);
	start = text_at(lowering, right.start);
	end = text_at(lowering, right.end);
	for (int i = 0; i < OPERATOR_COUNT; i++)
		for (const char *op = scan_find(start, end, operators[i]); op; op = scan_find(op + 1, end, operators[i])) {
			if (op == start || !other_side(lowering, start, op, strlen(operators[i]), end, s))
				continue;
			set_operator(s, operators[i]);
			s->action = ATOMIC_UPDATE;
			return true;
		}
	return false;
}

/* `x = cond ? e : x` */
static bool parse_choice(struct lowering *lowering, struct span e, struct atomic_statement *s)
{
	const char *start = text_at(lowering, e.start), *end = text_at(lowering, e.end), *assign = scan_find(start, end, "=");
	const char *question = assign ? scan_find(assign + 1, end, "?") : NULL, *colon = question ? scan_find(question + 1, end, ":") : NULL;
	if (!colon)
		return false;
	s->x = make_span(lowering, start, assign);
	s->condition = make_span(lowering, assign + 1, question);
	s->value = make_span(lowering, question + 1, colon);
	s->action = ATOMIC_COMPARE;
	return same(lowering, make_span(lowering, colon + 1, end), s->x);
}

static bool split_assignment(struct lowering *lowering, struct span e, struct span *left, struct span *right)
{
	const char *start = text_at(lowering, e.start), *end = text_at(lowering, e.end), *assign = scan_find(start, end, "=");
	if (!assign)
		return false;
	*left = make_span(lowering, start, assign);
	*right = make_span(lowering, assign + 1, end);
	return !is_empty(*left) && !is_empty(*right);
}

/* The statements of [start, end): up to four, without ';' and enclosing braces.  An if statement is one, whole. */
static int split_statements(struct lowering *lowering, const char *start, const char *end, struct span *out, int limit)
{
	int count = 0;
	for (;;) {
		struct lexeme word = scan(start, end);
		if (word.kind == LEX_END)
			return count;
		if (lexeme_is(word, ";")) {
			start = word.start + 1;
			continue;
		}
		if (count == limit)
			return limit + 1;
		const char *stop;
		if (lexeme_is(word, "if")) {
			stop = end; /* an if is last, or is followed by `v = x;` after its body */
			const char *open = scan(word.start + 2, end).start, *close = scan_closing(open, end);
			struct lexeme body = close ? scan(close + 1, end) : word;
			const char *body_end = lexeme_is(body, "{") ? scan_closing(body.start, end) : scan_find(body.start, end, ";");
			if (!body_end)
				return limit + 1;
			struct lexeme next = scan(body_end + 1, end);
			if (lexeme_is(next, "else")) {
				struct lexeme other = scan(next.start + 4, end);
				body_end = lexeme_is(other, "{") ? scan_closing(other.start, end) : scan_find(other.start, end, ";");
				if (!body_end)
					return limit + 1;
			}
			stop = body_end + 1;
		} else if (lexeme_is(word, "{")) {
			const char *close = scan_closing(word.start, end);
			if (!close)
				return limit + 1;
			count += split_statements(lowering, word.start + 1, close, out + count, limit - count);
			start = close + 1;
			continue;
		} else {
			stop = scan_find(word.start, end, ";");
			if (!stop)
				stop = end;
		}
		out[count++] = (struct span){(unsigned)(word.start - lowering->source->text), (unsigned)(stop - lowering->source->text)};
		start = stop;
	}
}

/* `if (cond) x = e; [else v = x;]` */
static bool parse_if(struct lowering *lowering, struct span e, struct atomic_statement *s, struct span *condition)
{
	const char *start = text_at(lowering, e.start), *end = text_at(lowering, e.end);
	struct lexeme word = scan(start, end), open = scan(start + 2, end);
	struct span parts[3], ignored;
	if (!lexeme_is(word, "if") || !lexeme_is(open, "("))
		return false;
	const char *close = scan_closing(open.start, end);
	if (!close)
		return false;
	*condition = make_span(lowering, open.start + 1, close);
	struct lexeme body = scan(close + 1, end);
	const char *body_end = lexeme_is(body, "{") ? scan_closing(body.start, end) : scan_find(body.start, end, ";");
	if (!body_end || split_statements(lowering, body.start, body_end + 1, parts, 2) != 1 ||
	    !split_assignment(lowering, parts[0], &s->x, &s->value))
		return false;
	s->action = ATOMIC_COMPARE;
	s->condition = *condition;
	struct lexeme otherwise = scan(body_end + 1, end);
	if (!lexeme_is(otherwise, "else"))
		return otherwise.kind == LEX_END;
	if (split_statements(lowering, otherwise.start + 4, end, parts, 2) != 1 || !split_assignment(lowering, parts[0], &s->v, &ignored))
		return false;
	s->captured = CAPTURE_FAILURE;
	return same(lowering, ignored, s->x);
}

static bool parse_compare(struct lowering *lowering, struct span e, struct atomic_statement *s)
{
	struct span condition;
	return parse_if(lowering, e, s, &condition) || parse_choice(lowering, e, s);
}

/* `v = update` in one expression. */
static bool parse_capture_expression(struct lowering *lowering, struct span e, bool compare, struct atomic_statement *s)
{
	struct span v, right;
	if (compare && parse_if(lowering, e, s, &v))
		return s->captured == CAPTURE_FAILURE;
	if (!split_assignment(lowering, e, &v, &right))
		return false;
	s->v = v;
	if (compare)
		return parse_choice(lowering, right, s) && (s->captured = CAPTURE_NEW, true);
	const char *start = text_at(lowering, right.start), *end = text_at(lowering, right.end);
	if (parse_step(lowering, right, s)) {
		s->captured = start[0] == '+' || start[0] == '-' ? CAPTURE_NEW : CAPTURE_OLD;
		return true;
	}
	s->captured = CAPTURE_NEW;
	(void)end;
	return parse_update(lowering, right, s);
}

static bool parse_operation(struct lowering *lowering, struct span e, bool compare, struct atomic_statement *s)
{
	if (compare)
		return parse_compare(lowering, e, s);
	if (parse_update(lowering, e, s))
		return true;
	s->action = ATOMIC_WRITE;
	return split_assignment(lowering, e, &s->x, &s->value);
}

/* Two statements: the operation, and `v = x` before or after it; or `r = x == e` and the if. */
static bool parse_capture_pair(struct lowering *lowering, const struct span *parts, bool compare, struct atomic_statement *s)
{
	struct span v, x, condition;
	struct atomic_statement first = {0}, second = {0};
	if (compare && split_assignment(lowering, parts[0], &v, &x) && parse_if(lowering, parts[1], &first, &condition) &&
	    same(lowering, condition, v)) {
		*s = first;
		s->result = v;
		s->condition = x;
		return true;
	}
	if (split_assignment(lowering, parts[0], &v, &x) && parse_operation(lowering, parts[1], compare, &second) && same(lowering, second.x, x) &&
	    second.captured == CAPTURE_NONE) {
		*s = second;
		s->v = v;
		s->captured = CAPTURE_OLD;
		return true;
	}
	if (parse_operation(lowering, parts[0], compare, &first) && split_assignment(lowering, parts[1], &v, &x) && same(lowering, first.x, x)) {
		*s = first;
		s->v = v;
		s->captured = CAPTURE_NEW;
		return true;
	}
	return false;
}

bool atomic_parse(struct lowering *lowering, const struct leaf *leaf, struct atomic_statement *s)
{
	const struct statement *statement = leaf->site->statement;
	struct span parts[4];
	bool compare = leaf_clause(leaf, C_COMPARE), capture = leaf_clause(leaf, C_CAPTURE);
	*s = (struct atomic_statement){0};
	int count = split_statements(lowering, text_at(lowering, statement->start), text_at(lowering, statement->end), parts, 3);
	if (count == 2 && capture)
		return parse_capture_pair(lowering, parts, compare, s);
	if (count != 1)
		return false;
	if (capture)
		return parse_capture_expression(lowering, parts[0], compare, s);
	if (compare)
		return parse_compare(lowering, parts[0], s) && s->captured == CAPTURE_NONE;
	if (leaf_clause(leaf, C_READ)) {
		s->action = ATOMIC_READ;
		return split_assignment(lowering, parts[0], &s->v, &s->x);
	}
	if (leaf_clause(leaf, C_WRITE)) {
		s->action = ATOMIC_WRITE;
		return split_assignment(lowering, parts[0], &s->x, &s->value);
	}
	return parse_update(lowering, parts[0], s);
}

/* ---------------------------------------------------------------------------------------------- text */

const char *atomic_address(struct arena *arena, const char *x)
{
	const char *end = x + strlen(x);
	struct lexeme first = scan(x, end), second = scan(first.start + first.length, end);
	bool enclosed = lexeme_is(first, "(") && lexeme_is(second, "*") && scan_closing(x, end) == end - 1;
	if (enclosed)
		return arena_strndup(arena, second.start + 1, (size_t)(end - 1 - (second.start + 1)));
	struct lexeme name = scan(first.start + first.length, end);
	if (lexeme_is(first, "*") && name.kind == LEX_WORD && scan(name.start + name.length, end).kind == LEX_END)
		return arena_strndup(arena, name.start, name.length);
	return arena_printf(arena, "&%s", x);
}

const char *atomic_with_x_as(struct lowering *lowering, const char *text, const char *x, const char *name)
{
	const char *end = text + strlen(text), *x_end = x + strlen(x);
	struct text out = {0};
	const char *at = text;
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		struct lexeme a = word, b = scan(x, x_end);
		while (b.kind != LEX_END && a.kind == b.kind && a.length == b.length && !memcmp(a.start, b.start, a.length)) {
			const char *matched = a.start + a.length;
			b = scan(b.start + b.length, x_end);
			if (b.kind == LEX_END) {
				text_add(&out, at, (size_t)(word.start - at));
				text_adds(&out, name);
				at = matched;
				word.start = matched;
				word.length = 0;
				break;
			}
			a = scan(matched, end);
		}
	}
	text_add(&out, at, (size_t)(end - at));
	const char *result = arena_strndup(lowering->arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

bool atomic_is_step(const struct atomic_statement *statement)
{
	return statement->value.end == 0;
}

bool atomic_is_integer(const struct typed_expression *type)
{
	return type && (type->class == TYPE_SIGNED || type->class == TYPE_UNSIGNED);
}

const char *atomic_word(const char *operator)
{
	static const struct {
		const char *operator, *word;
	} words[] = {{"+", "add"}, {"-", "sub"}, {"&", "and"}, {"|", "or"}, {"^", "xor"}};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (!strcmp(operator, words[i].operator))
			return words[i].word;
	return NULL;
}
