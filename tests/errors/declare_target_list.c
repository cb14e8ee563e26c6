#pragma omp declare target (nowhere) // error: 'nowhere' is not declared
int a;
