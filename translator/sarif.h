/* sarif.h - the messages about files as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0. */
#ifndef PPCC_SARIF_H
#define PPCC_SARIF_H

#include "text.h"
#include "translate.h"

/* Translates the files and writes what is said about them; the translations are thrown away.  False: errors are among it. */
bool translate_sarif(const struct translate_request *requests, unsigned count, struct text *output);

#endif
