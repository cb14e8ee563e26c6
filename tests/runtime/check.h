/*
 * check.h - for the hand-lowered tests of the runtime: each prints nothing and returns 0, or says what failed and
 * returns 1.  The number of threads comes from OMP_NUM_THREADS, which the build's tests set to 1, 2 and 7.
 */
#ifndef CHECK_H
#define CHECK_H

#include <omp.h>
#include <ppcc/pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_int check_failures;

#define CHECK(condition)                                                                                               \
	do {                                                                                                           \
		if (!(condition) && atomic_fetch_add(&check_failures, 1) < 10)                                         \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                         \
	} while (0)

#define CHECK_EQUAL(is, should)                                                                                        \
	do {                                                                                                           \
		long long check_is = (long long)(is), check_should = (long long)(should);                              \
		if (check_is != check_should && atomic_fetch_add(&check_failures, 1) < 10)                             \
			fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", __FILE__, __LINE__, #is, check_is, check_should);  \
	} while (0)

static inline int check_result(void)
{
	return atomic_load(&check_failures) != 0;
}

#endif
