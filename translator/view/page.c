/* page.c - the model as one HTML file: the page with its style, its script and the model as JSON in it. */
#include "template.h"
#include "view/model.h"

#include <string.h>

extern const struct template_file view_files[];

static const char *view_file(const char *name)
{
	for (const struct template_file *file = view_files; file->name; file++)
		if (!strcmp(file->target, "view") && !strcmp(file->name, name))
			return file->text;
	return "";
}

static void add_title(const struct view_model *model, struct text *out)
{
	for (const struct view_file *file = model->files; file; file = file->next) {
		const char *name = strrchr(file->name, '/');
		for (const char *c = name ? name + 1 : file->name; *c; c++) {
			if ((unsigned char)*c >= 0x20 && (unsigned char)*c < 0x7F && !strchr("<>&\"'", *c))
				text_add(out, c, 1);
			else
				text_adds(out, "_");
		}
		text_adds(out, file->next ? ", " : "");
	}
}

void view_write_page(const struct view_model *model, struct text *out)
{
	const char *page = view_file("page");
	for (const char *at; (at = strchr(page, '@')); page = at) {
		text_add(out, page, (size_t)(at - page));
		if (!strncmp(at, "@title@", 7)) {
			add_title(model, out);
			at += 7;
		} else if (!strncmp(at, "@style@", 7)) {
			text_adds(out, view_file("style"));
			at += 7;
		} else if (!strncmp(at, "@script@", 8)) {
			text_adds(out, view_file("script"));
			at += 8;
		} else if (!strncmp(at, "@model@", 7)) {
			view_write_json(model, true, out);
			at += 7;
		} else {
			text_add(out, at++, 1);
		}
	}
	text_adds(out, page);
}
