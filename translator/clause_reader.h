/* clause_reader.h - what the readers of clause arguments share.  A reader fills its clause; false: an error was printed. */
#ifndef PPCC_CLAUSE_READER_H
#define PPCC_CLAUSE_READER_H

#include "pragma.h"
#include "scan.h"

struct reader {
	struct source *source;
	struct pragma *pragma;
	struct clause *clause;
	const char *start, *end; /* the argument's text within pragma->words */
};

static inline unsigned place(const struct reader *reader, const char *at)
{
	return pragma_offset(reader->source, reader->pragma, at);
}

static inline const char *name_of(const struct reader *reader)
{
	return clause_rows[reader->clause->kind].spelling;
}

static inline const char *copy(const struct reader *reader, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return arena_strndup(reader->source->arena, start, (size_t)(end - start));
}

/* clause.c: the rest of the argument, from `start`, as the clause's expression. */
bool read_expression(struct reader *reader, const char *start);

/* clause_data.c */
/* Adds the list at [start, end): variables and, where sections are allowed, array sections. */
bool read_list(struct reader *reader, const char *start, const char *end, bool sections);
bool read_modified_list(struct reader *reader);
bool read_linear(struct reader *reader);
bool read_reduction(struct reader *reader);
bool read_allocate(struct reader *reader);
bool read_uses_allocators(struct reader *reader);

/* clause_depend.c */
bool read_depend(struct reader *reader);
bool read_affinity(struct reader *reader);
bool read_depobj(struct reader *reader, const char *start, const char *end); /* the object that destroy names */
bool read_update(struct reader *reader);
bool read_init(struct reader *reader);

#endif
