/* lint_bounds.h - the types of loop bounds: libclang and some compilers cut a floating point bound to an integer. */
#ifndef PPCC_LINT_BOUNDS_H
#define PPCC_LINT_BOUNDS_H

#include "lint_findings.h"
#include "survey.h"

void lint_bounds(const struct survey *survey, struct findings *findings);

#endif
