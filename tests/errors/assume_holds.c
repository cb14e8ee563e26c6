// holds takes a condition.
void work(int x)
{
#pragma omp assume holds() // error: expected an expression in 'holds'
	x = 1;
#pragma omp assume holds(x > 0, x < 3) no_openmp(0) no_parallelism(1)
	x = 1;
}
