#include "lint.h"

#include "clang_arguments.h"
#include "lint_bounds.h"
#include "lint_declare.h"
#include "lint_findings.h"
#include "lint_headers.h"
#include "lint_hide.h"
#include "lint_jumps.h"
#include "lint_messages.h"
#include "lint_utility.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What parse A said: sorted, so that it is found again. */
struct said {
	unsigned offset;
	const char *text;
};

struct lint {
	const struct survey *survey;
	struct source *source;
	CXTranslationUnit unit; /* parse B: with -fopenmp */
	CXFile file;            /* of unit */
	struct said *plain;     /* owned */
	unsigned plain_count;
	const struct pragma *broken; /* libclang could not parse it: what it says further on about it follows from that */
	const char *header;          /* the variable of the for header where the last error was found */
	struct findings findings;
};

static int compare_said(const void *left, const void *right)
{
	const struct said *a = left, *b = right;

	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return strcmp(a->text, b->text);
}

/* The offset in the text; NO_OFFSET when the location is in another file. */
static unsigned offset_of(CXSourceLocation location, CXFile file)
{
	CXFile found;
	unsigned offset;

	clang_getFileLocation(location, &found, NULL, NULL, &offset);
	return found && clang_File_isEqual(found, file) ? offset : NO_OFFSET;
}

static void collect_plain(struct lint *lint)
{
	CXTranslationUnit unit = lint->source->unit;
	unsigned count = clang_getNumDiagnostics(unit);

	lint->plain = arena_alloc(lint->source->arena, (count + 1) * sizeof *lint->plain);
	for (unsigned i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
		struct said *said = &lint->plain[lint->plain_count++];
		said->offset = offset_of(clang_getDiagnosticLocation(diagnostic), lint->source->file);
		said->text = source_string(lint->source, clang_getDiagnosticSpelling(diagnostic));
		clang_disposeDiagnostic(diagnostic);
	}
	qsort(lint->plain, lint->plain_count, sizeof *lint->plain, compare_said);
}

/* Whether parse A said the same: then it is no matter of OpenMP, and the back end says it. */
static bool is_plain(const struct lint *lint, unsigned offset, const char *text)
{
	struct said said = {offset, text};
	return bsearch(&said, lint->plain, lint->plain_count, sizeof said, compare_said) != NULL;
}

/* libclang survives a crash of its OpenMP support, but reports it on stderr; the lint pass is then left out.
   Returns what restore_errors needs; -1 when stderr stays as it is. */
static int silence_errors(void)
{
	fflush(stderr);
	int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (kept >= 0 && null >= 0)
		dup2(null, STDERR_FILENO);
	if (null >= 0)
		close(null);
	return kept;
}

static void restore_errors(int kept)
{
	if (kept < 0)
		return;
	dup2(kept, STDERR_FILENO);
	close(kept);
}

static bool parse(struct lint *lint)
{
	static const char *const extra[] = {"-fopenmp",
										"-fopenmp-version=52",
										"-Wextra-tokens",
										"-Wignored-pragmas",
										"-Wopenmp-clauses",
										"-Wopenmp-loop-form",
										NULL};
	struct source *source = lint->source;
	struct clang_arguments arguments;
	struct CXUnsavedFile files[] = {
		{.Filename = source->name, .Contents = lint_hide(lint->survey), .Length = source->size},
		{.Filename = clang_prelude_name, .Contents = clang_prelude, .Length = strlen(clang_prelude)},
	};

	clang_arguments_make(&arguments, source, extra);
	int error_stream = silence_errors();
	enum CXErrorCode code = clang_parseTranslationUnit2(source->index, source->name, arguments.words, arguments.count,
														files, 2, CXTranslationUnit_KeepGoing, &lint->unit);
	restore_errors(error_stream);
	lint->file = code == CXError_Success ? clang_getFile(lint->unit, source->name) : NULL;
	return lint->file != NULL;
}

/* The token where a location is spelled, in whatever file; in the arena. */
static const char *token_at(const struct lint *lint, CXSourceLocation location)
{
	CXFile file;
	unsigned offset;
	size_t size = 0;

	clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
	const char *content = file ? clang_getFileContents(lint->unit, file, &size) : NULL;
	if (!content || offset >= size)
		return "";
	struct lexeme token = scan(content + offset, content + size);
	return arena_strndup(lint->source->arena, token.start, token.length);
}

/* The type of the innermost expression that begins at an offset of the text. */
static const char *type_at(const struct lint *lint, unsigned offset)
{
	struct source *source = lint->source;
	CXSourceLocation location = clang_getLocationForOffset(source->unit, source->file, offset);
	return source_string(source, clang_getTypeSpelling(clang_getCursorType(clang_getCursor(source->unit, location))));
}

static void read_first_note(const struct lint *lint, CXDiagnostic diagnostic, struct clang_message *message)
{
	CXDiagnosticSet notes = clang_getChildDiagnostics(diagnostic);

	for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes); i++) {
		CXDiagnostic note = clang_getDiagnosticInSet(notes, i);
		CXSourceLocation location = clang_getDiagnosticLocation(note);
		unsigned offset = offset_of(location, lint->file);
		if (offset == NO_OFFSET)
			continue;
		message->note_text = source_string(lint->source, clang_getDiagnosticSpelling(note));
		message->note_token = token_at(lint, location);
		message->note_type = type_at(lint, offset);
		message->note_offset = offset;
		return;
	}
}

static void add_notes(struct lint *lint, CXDiagnostic diagnostic)
{
	CXDiagnosticSet notes = clang_getChildDiagnostics(diagnostic);

	for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes); i++) {
		CXDiagnostic note = clang_getDiagnosticInSet(notes, i);
		unsigned offset = offset_of(clang_getDiagnosticLocation(note), lint->file);
		const char *text = source_string(lint->source, clang_getDiagnosticSpelling(note));
		const char *words = offset == NO_OFFSET ? NULL : lint_note_words(lint->survey, text);
		if (words)
			findings_note(&lint->findings, offset, "%s", words);
	}
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), end_length = strlen(end);
	return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* The kind of a diagnostic that the table does not have.  No part of a pragma is ever ignored. */
static enum finding_kind kind_by_severity(CXDiagnostic diagnostic, const char *text)
{
	if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error)
		return FINDING_ERROR;
	if (strstr(text, "ignored") || ends_with(text, "ignoring"))
		return FINDING_ERROR;
	return FINDING_WARNING;
}

static bool is_parse_issue(CXDiagnostic diagnostic)
{
	CXString category = clang_getDiagnosticCategoryText(diagnostic);
	const char *text = clang_getCString(category);
	bool result = text && strcmp(text, "Parse Issue") == 0;

	clang_disposeString(category);
	return result;
}

/* Whether libclang knows only the first words of the directive: `target` of `target loop`. */
static bool knows_first_words(const struct pragma *pragma, const char *text)
{
	static const char extra[] = "extra tokens at the end of '#pragma omp ";
	if (!pragma || strncmp(text, extra, sizeof extra - 1) != 0)
		return false;
	const char *known = text + sizeof extra - 1, *spelling = pragma->directive.spelling;
	size_t length = strcspn(known, "'");
	return strlen(spelling) > length && strncmp(spelling, known, length) == 0;
}

static bool reads_selector(const struct pragma *pragma)
{
	return pragma->directive.leaves[0] == D_DECLARE_VARIANT || pragma->directive.leaves[0] == D_BEGIN_DECLARE_VARIANT;
}

/* libclang knows fewer directives and clauses than the table of pragmas, which has accepted the pragma. */
static bool is_known(const struct pragma *pragma, const char *text)
{
	if (!pragma)
		return false;
	if (strcmp(text, "expected an OpenMP directive") == 0)
		return true;
	return strncmp(text, "unexpected OpenMP clause '", 26) == 0;
}

/* Whether the place is in the header of a for loop in which an error was found already; several variables without a
   sharing are several errors. */
static bool follows_from_header(struct lint *lint, unsigned offset, const char *text)
{
	if (place_pragma(lint->survey, offset) || strncmp(text, "variable '", 10) == 0)
		return false;
	const char *header = place_loop_variable(lint->survey, offset).start;
	bool follows = header && header == lint->header;
	lint->header = header;
	return follows;
}

static void translate(struct lint *lint, CXDiagnostic diagnostic)
{
	CXSourceLocation location = clang_getDiagnosticLocation(diagnostic);
	unsigned offset = offset_of(location, lint->file);

	if (offset == NO_OFFSET || clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Warning)
		return;
	const struct pragma *pragma = place_pragma(lint->survey, offset);
	const char *text = source_string(lint->source, clang_getDiagnosticSpelling(diagnostic));
	if (pragma && (pragma == lint->broken || pragma->newer || !pragma_is_lowered(pragma)))
		return;
	if (pragma && pragma->directive.leaves[0] == D_ERROR && offset == pragma->start)
		return; /* what the directive says is said when it is lowered */
	if (is_plain(lint, offset, text) || knows_first_words(pragma, text))
		return;
	if (pragma && reads_selector(pragma) && is_parse_issue(diagnostic))
		return; /* selector.c reads more of OpenMP than libclang does */
	if (pragma && is_parse_issue(diagnostic))
		lint->broken = pragma;
	struct clang_message message = {text, offset, token_at(lint, location), "", "", "", NO_OFFSET};
	read_first_note(lint, diagnostic, &message);
	struct lint_words words;
	bool found = lint_message_words(lint->survey, &message, &words);
	if (!found && is_known(pragma, text))
		return;
	if (!found)
		words = (struct lint_words){kind_by_severity(diagnostic, text), offset, text};
	if (words.kind == FINDING_NOTHING || follows_from_header(lint, offset, text))
		return;
	findings_add(&lint->findings, words.kind, words.offset, "%s", words.text);
	add_notes(lint, diagnostic);
}

/* libclang does not see two regions `critical` without a name. */
static void check_critical(struct lint *lint)
{
	const struct pragma_table *pragmas = lint->survey->pragmas;

	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *inner = &pragmas->items[i];
		if (inner->directive.leaves[0] != D_CRITICAL || inner->argument)
			continue;
		for (unsigned o = 0; o < i; o++) {
			const struct pragma *outer = &pragmas->items[o];
			const struct statement *statement = &lint->survey->statements[o];
			if (outer->directive.leaves[0] != D_CRITICAL || outer->argument || !statement->found ||
				inner->start < statement->start || inner->start >= statement->end)
				continue;
			findings_add(&lint->findings, FINDING_ERROR, inner->start,
						 "'critical' may not be nested in itself: the thread would wait for itself for ever");
			findings_note(&lint->findings, outer->start, "the outer region starts here");
			break;
		}
	}
}

bool lint_jumps_and_headers(const struct survey *survey)
{
	struct findings findings;

	findings_init(&findings, survey->source);
	lint_jumps(survey, &findings);
	lint_bounds(survey, &findings);
	lint_headers(survey, &findings);
	bool good = findings_print(&findings);
	findings_release(&findings);
	return good;
}

bool lint(const struct survey *survey)
{
	struct lint lint = {.survey = survey, .source = survey->source};

	findings_init(&lint.findings, lint.source);
	lint_jumps(survey, &lint.findings);
	lint_bounds(survey, &lint.findings);
	lint_headers(survey, &lint.findings);
	lint_declare_reduction(survey, &lint.findings);
	lint_utility(survey, &lint.findings);
	check_critical(&lint);
	if (parse(&lint)) {
		collect_plain(&lint);
		unsigned count = clang_getNumDiagnostics(lint.unit);
		for (unsigned i = 0; i < count; i++) {
			CXDiagnostic diagnostic = clang_getDiagnostic(lint.unit, i);
			translate(&lint, diagnostic);
			clang_disposeDiagnostic(diagnostic);
		}
	}
	bool good = findings_print(&lint.findings);
	if (lint.unit)
		clang_disposeTranslationUnit(lint.unit);
	findings_release(&lint.findings);
	return good;
}
