#ifndef OUTER_H
#define OUTER_H
#include "inner.h"
static inline long outer_sum(int n) { return inner_sum(n, OUTER_SCALE); }
#endif
