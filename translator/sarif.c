#include "sarif.h"

#include "diagnostic_located.h"
#include "diagnostic_table.h"
#include "view/model.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* The log while it is written. */
struct log {
	struct text *out;
	struct text related, fixes; /* of the result that is open: members of its arrays */
	bool open;
	unsigned results;
};

static void string(struct text *out, const char *before, const char *text)
{
	text_adds(out, before);
	json_string(out, text, strlen(text));
}

/* The path as a URI reference: other bytes than those of names are written %XX. */
static void location_of_file(struct text *out, const char *path)
{
	text_adds(out, "{\"artifactLocation\":{\"uri\":\"");
	if (path[0] == '/')
		text_adds(out, "file://");
	for (const char *at = path; *at; at++) {
		if (isalnum((unsigned char)*at) || strchr("/._-~", *at))
			text_add(out, at, 1);
		else
			text_printf(out, "%%%02X", (unsigned char)*at);
	}
	text_adds(out, "\"}");
}

/* The column that counts characters, of the one that counts bytes. */
static unsigned characters(const struct place *place)
{
	FILE *file = fopen(place->file, "re");
	unsigned line = 1, column = 1, byte = 1;
	int c = 0;
	while (file && line < place->line && (c = getc(file)) != EOF)
		line += c == '\n';
	while (file && byte < place->column && (c = getc(file)) != EOF && c != '\n') {
		column += (c & 0xC0) != 0x80; /* not inside a character in UTF-8 */
		byte++;
	}
	if (file)
		fclose(file);
	return byte == place->column ? column : place->column;
}

/* A region from start to end; both lie in one file. */
static void region(struct text *out, const char *name, const struct place *start, const struct place *end)
{
	text_printf(out, "\"%s\":{\"startLine\":%u,\"startColumn\":%u", name, start->line, characters(start));
	if (end->line > start->line || (end->line == start->line && end->column >= start->column))
		text_printf(out, ",\"endLine\":%u,\"endColumn\":%u", end->line, characters(end));
	text_adds(out, "}");
}

/* about: what is said of it; null: the result's own message. */
static void location(struct text *out, const struct located_message *message, const char *about)
{
	text_adds(out, "{\"physicalLocation\":");
	location_of_file(out, message->start.file);
	text_adds(out, ",");
	region(out, "region", &message->start, &message->end);
	text_adds(out, "}");
	if (about) {
		string(out, ",\"message\":{\"text\":", about);
		text_adds(out, "}");
	}
	text_adds(out, "}");
}

static void close_result(struct log *log)
{
	if (!log->open)
		return;
	if (log->related.length)
		text_printf(log->out, ",\n     \"relatedLocations\":[%s]", log->related.data);
	if (log->fixes.length)
		text_printf(log->out, ",\n     \"fixes\":[%s]", log->fixes.data);
	text_adds(log->out, "}");
	text_release(&log->related);
	text_release(&log->fixes);
	log->open = false;
}

static void add_fix(struct log *log, const struct located_message *message)
{
	struct text *out = &log->fixes;
	if (!message->with)
		return;
	string(out, out->length ? ",\n      {\"description\":{\"text\":" : "\n      {\"description\":{\"text\":", message->text);
	text_adds(out, "},\"artifactChanges\":[");
	location_of_file(out, message->fix_start.file);
	text_adds(out, ",\"replacements\":[{");
	region(out, "deletedRegion", &message->fix_start, &message->fix_end);
	string(out, ",\"insertedContent\":{\"text\":", message->with);
	text_adds(out, "}}]}]}");
}

static const char *level(enum diagnostic_style style)
{
	return style == STYLE_ERROR ? "error" : style == STYLE_WARNING ? "warning" : "note";
}

static void take(void *receiver, const struct located_message *message)
{
	struct log *log = receiver;
	char id[DIAGNOSTIC_ID];
	if (message->style == STYLE_NOTE) {
		if (!log->open)
			return;
		text_adds(&log->related, log->related.length ? ",\n      " : "\n      ");
		location(&log->related, message, message->text);
	} else {
		close_result(log);
		log->open = true;
		text_printf(log->out, "%s\n    {\"ruleId\":\"%s\",\"ruleIndex\":%d,\"level\":\"%s\"", log->results++ ? "," : "", diagnostic_id(message->row, id),
			    (int)(message->row - diagnostic_table()), level(message->style));
		string(log->out, ",\n     \"message\":{\"text\":", message->text);
		text_adds(log->out, "},\n     \"locations\":[");
		location(log->out, message, NULL);
		text_adds(log->out, "]");
	}
	add_fix(log, message);
}

static void rules(struct text *out)
{
	static const char *const levels[] = {"error", "error", "warning", "warning", "none", "note"};
	char id[DIAGNOSTIC_ID];
	for (const struct diagnostic_row *row = diagnostic_table(); row->number; row++) {
		text_printf(out, "%s\n     {\"id\":\"%s\"", row == diagnostic_table() ? "" : ",", diagnostic_id(row, id));
		if (row->name)
			text_printf(out, ",\"name\":\"%s\"", row->name);
		string(out, ",\"shortDescription\":{\"text\":", row->title);
		text_printf(out, "},\"defaultConfiguration\":{\"level\":\"%s\"}}", levels[row->kind]);
	}
}

bool translate_sarif(const struct translate_request *requests, unsigned count, struct text *output)
{
	struct log log = {.out = output};
	bool good = true;
	text_adds(output, "{\n \"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\n \"version\":\"2.1.0\",\n"
			  " \"runs\":[{\n  \"columnKind\":\"unicodeCodePoints\",\n  \"tool\":{\"driver\":{\"name\":\"ppcc\",\"version\":\"" PPCC_VERSION "\",\n"
			  "    \"rules\":[");
	rules(output);
	text_adds(output, "]}},\n  \"results\":[");
	for (unsigned i = 0; i < count; i++) {
		struct translate_request request = requests[i];
		struct text translated = {0};
		request.for_display = true;
		request.source.message = take;
		request.source.receiver = &log;
		good = translate(&request, &translated) != FAILED && good;
		text_release(&translated);
	}
	close_result(&log);
	text_printf(output, "],\n  \"invocations\":[{\"executionSuccessful\":%s}]\n }]\n}\n", good ? "true" : "false");
	return good;
}
