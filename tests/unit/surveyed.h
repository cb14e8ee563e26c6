/* surveyed.h - for tests of what is found in a text: an arena, a source and a survey for each test.  Include it after cmocka.h. */
#ifndef PPCC_SURVEYED_H
#define PPCC_SURVEYED_H

#include "translator/survey.h"

static struct arena arena;
static struct source source;
static struct pragma_table pragmas;
static struct survey found;
static const char *const no_flags[] = {NULL};
static const char *const cc[] = {"cc", NULL};
static struct source_options options = {.path = "test.c", .cpp = no_flags, .cc = cc};

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	source = (struct source){0};
	found = (struct survey){0};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	survey_release(&found);
	source_release(&source);
	arena_release(&arena);
	return 0;
}

#endif
