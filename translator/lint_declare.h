/* lint_declare.h - what libclang does not see in `declare reduction`. */
#ifndef PPCC_LINT_DECLARE_H
#define PPCC_LINT_DECLARE_H

#include "lint_findings.h"
#include "survey.h"

void lint_declare_reduction(const struct survey *survey, struct findings *findings);

#endif
