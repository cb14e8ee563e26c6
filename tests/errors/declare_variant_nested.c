// Selectors do not add up.
#pragma omp begin declare variant match(user = {condition(1)})
#pragma omp begin declare variant match(construct = {parallel}) // error: not supported: 'begin declare variant' inside another
int f(int x);
#pragma omp end declare variant
#pragma omp end declare variant
