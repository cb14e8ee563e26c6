/* lint_headers.h - what libclang does not see in the headers of the loops after a directive. */
#ifndef PPCC_LINT_HEADERS_H
#define PPCC_LINT_HEADERS_H

#include "lint_findings.h"
#include "survey.h"

void lint_headers(const struct survey *survey, struct findings *findings);

#endif
