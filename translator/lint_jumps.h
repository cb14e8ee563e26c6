/* lint_jumps.h - jumps over the border of a region: break, continue, return, goto, case, computed goto, longjmp. */
#ifndef PPCC_LINT_JUMPS_H
#define PPCC_LINT_JUMPS_H

#include "lint_findings.h"
#include "survey.h"

void lint_jumps(const struct survey *survey, struct findings *findings);

#endif
