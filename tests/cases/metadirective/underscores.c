// metadirective, declare variant and assumes as 6.0 spells their names.
// reference: none because other compilers do not know these names
// expect: 3 parallel
#include <omp.h>
#include <stdio.h>

#pragma omp begin assumes no_openmp_routines
const char *in_parallel(void) { return "parallel"; }
#pragma omp declare_variant(in_parallel) match(construct = {parallel})
const char *base(void) { return "base"; }
#pragma omp end assumes
#pragma omp begin declare_variant match(device = {kind(gpu)})
const char *base(void) { return "gpu"; }
#pragma omp end declare_variant

int main(void)
{
	int n = 0;
	const char *name = "";
	#pragma omp begin metadirective when(device = {kind(host)} : parallel num_threads(3) reduction(+ : n))
	n++;
	#pragma omp single
	name = base();
	#pragma omp end metadirective
	printf("%d %s\n", n, name);
	return 0;
}
