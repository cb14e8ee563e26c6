/*
 * conditional.c - lastprivate(conditional:) (OpenMP 5.2, 5.4.5): the value assigned by the sequentially last iteration that
 * assigned any.  Every assignment also notes its iteration; the thread with the highest note gives its value.
 */
#include "pthread_target.h"

#include "diagnostic.h"

bool has_conditional(const struct leaf *leaf)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->conditional)
			return true;
	return false;
}

void conditional_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies)
{
	struct text addresses = {0}, choose = {0};
	struct arena *arena = lowering->arena;
	const char *thread = survey_free_name(lowering->survey, "t"), *best = survey_free_name(lowering->survey, "best");
	int count = 0;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		if (!share->conditional)
			continue;
		const char *name = share->variable->name, *when = lower_conditional_note(lowering, share->variable);
		add_line(&copies->declare, "ppcc_count %s = 0; /* the last iteration that set %s, counted from 1 */", when, name);
		text_printf(&addresses, "%s&%s, &%s", count ? ", " : "", when, name);
		const char *type = ctype_declare_spelling(arena, share->variable->type->spelling, "*");
		add_line(&choose, "%s = 0;", best);
		add_line(&choose, "%s", lower_for_header(lowering, "int", thread, "0", arena_printf(arena, "%s < %s->team_size; %s++", thread, lowering->me, thread)));
		add_line(&choose, "\tif (*(ppcc_count *)ppcc_reduce_partial(%s, %s, %d) > %s) {", lowering->me, thread, count, best);
		add_line(&choose, "\t\t%s = *(ppcc_count *)ppcc_reduce_partial(%s, %s, %d);", best, lowering->me, thread, count);
		add_line(&choose, "\t\t*%s = *(%s)ppcc_reduce_partial(%s, %s, %d);", copy_origin(lowering, leaf, share), type, lowering->me, thread, count + 1);
		add_line(&choose, "\t}");
		count += 2;
	}
	if (count > 0) {
		const char *notes = survey_free_name(lowering->survey, "notes");
		add_line(&copies->combine, "void *const %s[] = {%s};", notes, addresses.data);
		add_line(&copies->combine, "if (ppcc_reduce_begin(%s, %s)) { /* in one thread, when all have come */", lowering->me, notes);
		add_line(&copies->combine, "\tppcc_count %s;", best);
		add_line(&copies->combine, "\t%s", indent_lines(arena, choose.data, "\t"));
		add_line(&copies->combine, "\tppcc_reduce_end(%s);", lowering->me);
		add_line(&copies->combine, "}");
	}
	text_release(&addresses);
	text_release(&choose);
}

void conditional_make_tasks(struct lowering *lowering, struct leaf *leaf, struct data *data, struct copies *copies, struct text *declare)
{
	struct arena *arena = lowering->arena;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		if (!share->conditional)
			continue;
		const char *name = share->variable->name, *when = lower_conditional_note(lowering, share->variable);
		if (share->variable->type->class > TYPE_FLOAT && share->variable->type->class != TYPE_POINTER)
			error_at(lowering->source, share->item->offset,
				 "'%s' is not a number or pointer: lastprivate(conditional: ...) takes scalar variables", name);
		const char *latest = survey_free_name(lowering->survey, arena_printf(arena, "%s_latest", name));
		const char *there = arena_printf(arena, "%s->%s", lowering->data, latest);
		add_line(declare, "struct ppcc_latest %s = {{0}, 0};", latest);
		add_member(data, arena_printf(arena, "struct ppcc_latest *%s", latest), latest, arena_printf(arena, "&%s", latest));
		add_line(&copies->declare, "ppcc_count %s = 0; /* the last iteration that set %s, counted from 1 */", when, name);
		add_line(&copies->combine, "if (%s > 0) {", when);
		add_line(&copies->combine, "\tppcc_critical_enter(&%s->lock);", there);
		add_line(&copies->combine, "\tif (%s > %s->when) {", when, there);
		add_line(&copies->combine, "\t\t%s->when = %s;", there, when);
		add_line(&copies->combine, "\t\t*%s = %s;", copy_origin(lowering, leaf, share), name);
		add_line(&copies->combine, "\t}");
		add_line(&copies->combine, "\tppcc_critical_leave(&%s->lock);", there);
		add_line(&copies->combine, "}");
	}
}
