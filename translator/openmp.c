#include "openmp.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

const struct directive_row directive_rows[DIRECTIVE_COUNT] = {
#define DIRECTIVE(id, spelling, before, argument, clauses) {spelling, BEFORE_##before, ARG_##argument, clauses},
#include "openmp.def"
};

const struct clause_row clause_rows[CLAUSE_COUNT] = {
#define CLAUSE(id, spelling, shape, leaves, times) {spelling, SHAPE_##shape, TO_##leaves, TIMES_##times},
#include "openmp.def"
};

#define COUNT_LEAVES(...) (int)(sizeof((enum directive[]){__VA_ARGS__}) / sizeof(enum directive))
static const struct compound_row compounds[] = {
#define COMPOUND(spelling, ...) {spelling, {__VA_ARGS__}, COUNT_LEAVES(__VA_ARGS__)},
#include "openmp.def"
};
enum { COMPOUND_COUNT = sizeof compounds / sizeof compounds[0] };

const struct compound_row *openmp_compound(int index)
{
	return index < COMPOUND_COUNT ? &compounds[index] : NULL;
}

static bool word_character(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Bytes of text that spell the words of `spelling` with any blanks between them; 0 when they do not.  joined: `_` may stand for
   a blank, as 6.0 spells directives of several words, though not after begin and end. */
static size_t match_words(const char *text, const char *spelling, bool joined)
{
	const char *at = text;
	if (joined && (!strncmp(spelling, "begin ", 6) || !strncmp(spelling, "end ", 4))) {
		const char *rest = strchr(spelling, ' ') + 1;
		size_t first = (size_t)(rest - spelling) - 1, blanks;
		if (strncmp(text, spelling, first) || (blanks = strspn(text + first, " \t")) == 0)
			return 0;
		size_t length = match_words(text + first + blanks, rest, true);
		return length ? first + blanks + length : 0;
	}
	while (*spelling) {
		if (joined && *spelling == ' ' && *at == '_') {
			at++;
			spelling++;
		} else if (*spelling == ' ') {
			if (!isspace((unsigned char)*at))
				return 0;
			while (isspace((unsigned char)*at))
				at++;
			spelling++;
		} else if (*at++ != *spelling++) {
			return 0;
		}
	}
	return word_character(*at) ? 0 : (size_t)(at - text);
}

bool openmp_find_directive(const char *words, struct compound_row *found, size_t *length)
{
	*length = 0;
	for (int i = 0; i < COMPOUND_COUNT; i++) {
		size_t match = match_words(words, compounds[i].spelling, false);
		if (match > *length) {
			*length = match;
			*found = compounds[i];
		}
	}
	for (int d = 0; d < DIRECTIVE_COUNT; d++) {
		size_t match = match_words(words, directive_rows[d].spelling, true);
		if (match > *length) {
			*length = match;
			*found = (struct compound_row){directive_rows[d].spelling, {(enum directive)d}, 1};
		}
	}
	return *length > 0;
}

enum clause_kind openmp_find_clause(const char *word, size_t length)
{
	for (int c = 0; c < CLAUSE_COUNT; c++)
		if (strlen(clause_rows[c].spelling) == length && !memcmp(clause_rows[c].spelling, word, length))
			return (enum clause_kind)c;
	return CLAUSE_COUNT;
}

bool openmp_lists(const char *list, const char *word)
{
	size_t length = strlen(word);
	while (list && *list) {
		size_t next = strcspn(list, " ");
		if (next == length && !memcmp(list, word, length))
			return true;
		list += next;
		list += strspn(list, " ");
	}
	return false;
}

bool openmp_accepts(enum directive directive, enum clause_kind clause)
{
	return openmp_lists(directive_rows[directive].clauses, clause_rows[clause].spelling);
}

/* Edits (insert, delete, replace, swap of neighbours) that turn a into b. */
static int distance(const char *a, size_t a_length, const char *b)
{
	enum { LONGEST = 40 };
	size_t b_length = strlen(b);
	int rows[3][LONGEST + 1];
	if (a_length > LONGEST || b_length > LONGEST)
		return INT_MAX;
	for (size_t j = 0; j <= b_length; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a_length; i++) {
		int *now = rows[i % 3], *before = rows[(i + 2) % 3], *older = rows[(i + 1) % 3];
		now[0] = (int)i;
		for (size_t j = 1; j <= b_length; j++) {
			int best = before[j - 1] + (a[i - 1] != b[j - 1]);
			if (before[j] + 1 < best)
				best = before[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && older[j - 2] + 1 < best)
				best = older[j - 2] + 1;
			now[j] = best;
		}
	}
	return rows[a_length % 3][b_length];
}

/* Keeps `candidate` as the best when it is nearer than what is kept. */
static void consider(const char *word, size_t length, const char *candidate, const char **best, int *best_distance)
{
	int d = distance(word, length, candidate);
	if (d < *best_distance) {
		*best_distance = d;
		*best = candidate;
	}
}

static int tolerance(size_t length)
{
	return length < 4 ? 2 : length < 8 ? 3 : 4;
}

const char *openmp_nearest_directive(const char *word, size_t length)
{
	const char *best = NULL;
	int best_distance = tolerance(length);
	for (int d = 0; d < DIRECTIVE_COUNT; d++)
		consider(word, length, directive_rows[d].spelling, &best, &best_distance);
	return best;
}

const char *openmp_nearest_clause(const char *word, size_t length)
{
	const char *best = NULL;
	int best_distance = tolerance(length);
	for (int c = 0; c < CLAUSE_COUNT; c++)
		consider(word, length, clause_rows[c].spelling, &best, &best_distance);
	return best;
}
