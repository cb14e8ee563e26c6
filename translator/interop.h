/*
 * interop.h - the interop construct (OpenMP 5.2, 14.1) for targets without a foreign runtime: the objects that it initialises or
 * destroys become omp_interop_none, after what it depends on.  It becomes that in the text of the source.
 */
#ifndef PPCC_INTEROP_H
#define PPCC_INTEROP_H

#include "survey.h"

/* Sets *changed when there was one: the text must be parsed again.  False: an error was printed. */
bool interop_resolve(const struct survey *survey, bool *changed);

#endif
