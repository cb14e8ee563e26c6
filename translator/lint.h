/*
 * lint.h - what is wrong with the OpenMP of a program that is correct C, found before anything is translated and said
 * in words that name the variable.
 *
 * Both functions expect that no error was printed so far: unknown directives and clauses are reported by the table of
 * pragmas, errors in the C by source_check_errors.
 */
#ifndef PPCC_LINT_H
#define PPCC_LINT_H

#include "region.h"
#include "survey.h"

/* After survey and before region_build, once.  Parses the text a second time, with libclang's own OpenMP support, and puts
   what it says into words (lint_messages.def); checks jumps.  False: errors were printed. */
bool lint(const struct survey *survey);

/* The part of it that the text must pass before loops are transformed: jumps out of regions, and the headers of loops.
   False: errors were printed. */
bool lint_jumps_and_headers(const struct survey *survey);

/* After dataenv: a loop variable, bound or step that the loop's body changes.  False: errors were printed. */
bool lint_loops(const struct region_tree *tree);

#endif
