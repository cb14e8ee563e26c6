// An end without a beginning, and a beginning without a selector.
#pragma omp end declare variant // error: 'end declare variant' without 'begin declare variant'
int f(int x);
