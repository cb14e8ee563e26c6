/*
 * variant.h - variants of functions (OpenMP 5.2, 7.5 and 7.6): calls of a base function become calls of the variant that fits
 * the place, in the text of the source.  The pragmas stay there as comments.
 */
#ifndef PPCC_VARIANT_H
#define PPCC_VARIANT_H

#include "survey.h"

/* Before the survey: the functions that are defined between begin declare variant and its end get names of their own; where
   the selector can never fit, the text between goes.  Sets *changed.  False: an error was printed. */
bool variant_rename(struct source *source, bool *changed);

/* What is wrong in the directives that declare variants.  False: an error was printed. */
bool variant_check(const struct survey *survey);

/* When everything else about the directives has been checked: redirects the calls and resolves dispatch constructs.  Sets
   *changed.  False: an error was printed. */
bool variant_redirect(const struct survey *survey, bool *changed);

/* variant_device.c: whether a function of the file may run on a device. */
struct macros;
bool variant_is_on_device(const struct survey *survey, const struct macros *macros, const char *function);

/* The text of a pragma as a comment on as many lines. */
const char *variant_comment(struct source *source, const struct pragma *pragma);

#endif
