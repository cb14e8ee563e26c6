// What is wrong in the clauses of a metadirective.
int n;

static void clauses(void)
{
#pragma omp metadirective when(device = {kind(gpu)} : barrier) otherwise(barrier) otherwise(barrier) // error: clause 'otherwise' may appear only once on a directive
#pragma omp metadirective num_threads(2) // error: clause 'num_threads' is not allowed on 'metadirective'
#pragma omp metadirective when // error: expected '(' after 'when'
	n++;
}
