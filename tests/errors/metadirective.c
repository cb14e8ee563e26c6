// What is wrong in a metadirective or its context selectors.
int n;

static void directives(void)
{
#pragma omp metadirective when(device = {kind(gpu)} : paralel) // error: unknown directive 'paralel' in 'metadirective'; did you mean 'parallel'?
	n++;
#pragma omp metadirective when(device = {kind(gpu)} : metadirective) // error: a metadirective cannot be the variant of a metadirective
	n++;
#pragma omp metadirective when(device = {kind(gpu)}) // error: expected 'selector : directive' in 'when'
	n++;
#pragma omp metadirective otherwise(barrier) when(device = {kind(gpu)} : barrier) // error: 'otherwise' must be the last clause of a metadirective
	n++;
}
