// begin and end go with another word.
#pragma omp begin asumes no_openmp // error: unknown directive
#pragma omp end // error: unknown directive
int x;
