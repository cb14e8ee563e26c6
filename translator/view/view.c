#include "view/view.h"

#include "lower.h"
#include "target.h"
#include "view/model.h"

#include <string.h>

static const struct {
	enum lowering_step step;
	const char *id, *label, *note;
} steps[] = {
	{STEP_SPLIT, "split", "combined constructs split",
	 "Each directive is written as its leaves, the outermost first, with the clauses that apply to each. Loop transformations and "
	 "metadirectives have been carried out. The leaves of a composite construct, such as distribute parallel for, share the "
	 "iterations of one loop between them."},
	{STEP_DATA, "data", "data environment written out",
	 "Each leaf has a clause for every variable that a rule decided about."},
	{STEP_OUTLINED, "outlined", "outlined",
	 "What other threads, later tasks or devices run is a function of its own, with what it gets in a struct. The other directives are "
	 "still to be replaced, but for loops that teams and then their threads share."},
	{STEP_LOOPS, "loops", "loops divided",
	 "A loop that a team shares runs over the iterations of one thread: it has computed them from its number, or asks the runtime for some at "
	 "a time."},
};

/* One translation, of which the collector is told. */
static bool run(struct translate_request request, const char *target, enum lowering_step step, struct view_collector *collector)
{
	struct text output = {0};
	request.target = target;
	request.step = step;
	request.for_display = true;
	request.dump = DUMP_NONE;
	request.observe = view_collect;
	request.observer = collector;
	request.source.quiet = !collector->regions; /* what there is to say was said the first time; another target may refuse what the first takes */
	bool good = translate(&request, &output) != FAILED;
	text_release(&output);
	return good;
}

static bool view_one(struct view_model *model, const struct translate_request *request)
{
	struct view_file *file = ARENA_NEW(&model->arena, struct view_file), **tail = &model->files;
	while (*tail)
		tail = &(*tail)->next;
	*tail = file;
	file->name = strcmp(request->source.path, "-") ? arena_strdup(&model->arena, request->source.path) : "<stdin>";
	file->text = arena_strndup(&model->arena, request->text, request->size);
	file->size = request->size;
	view_add_serial(model, file);
	struct view_collector collector = {.model = model, .file = file, .regions = true};
	for (int i = 0; targets[i]; i++) {
		collector.id = collector.label = targets[i]->name;
		collector.note = targets[i]->summary;
		if (!run(*request, targets[i]->name, STEP_FINAL, &collector) && i == 0)
			return false;
		collector.regions = false;
		if (!file->has_directives)
			return true;
	}
	collector.step = true;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		collector.id = steps[i].id;
		collector.label = steps[i].label;
		collector.note = steps[i].note;
		if (!run(*request, targets[0]->name, steps[i].step, &collector))
			return false;
	}
	return true;
}

bool translate_view(const struct translate_request *requests, unsigned count, enum view_form form, struct text *output)
{
	struct view_model model = {0};
	bool good = true;
	arena_init(&model.arena);
	model.target = requests[0].target;
	for (unsigned i = 0; i < count; i++)
		good = view_one(&model, &requests[i]) && good;
	view_find_calls(&model);
	if (good && form == VIEW_PAGE)
		view_write_page(&model, output);
	else if (good && form == VIEW_JSON)
		view_write_json(&model, false, output);
	else if (good)
		view_write_terminal(&model, form == VIEW_COLOURED_TEXT, output);
	arena_release(&model.arena);
	return good;
}
