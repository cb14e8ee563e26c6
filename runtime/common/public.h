/*
 * public.h - the two public headers of the runtime, for the files that define what they declare.
 *
 * The library is compiled with hidden visibility; what these headers declare is the whole of what it exports.  Internal
 * functions that more than one file uses begin with ppcc_ all the same, because the static library has one name space
 * with the program.
 */
#ifndef PPCC_COMMON_PUBLIC_H
#define PPCC_COMMON_PUBLIC_H

#pragma GCC visibility push(default)
#include <omp.h>
#include <ppcc/pthread.h>
#pragma GCC visibility pop

#endif
