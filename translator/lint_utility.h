/* lint_utility.h - requires, error and assumptions: what is wrong with them, or too late (OpenMP 5.2, 8). */
#ifndef PPCC_LINT_UTILITY_H
#define PPCC_LINT_UTILITY_H

#include "lint_findings.h"
#include "survey.h"

void lint_utility(const struct survey *survey, struct findings *findings);

#endif
