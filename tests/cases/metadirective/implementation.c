// metadirective: the vendor is ppcc; what requires asks for is a trait from there on.
// reference: none because other compilers have another vendor, and look at requires in their own way
// expect: 3
// expect: 2
// expect: 4
// expect: 5
#include <omp.h>
#include <stdio.h>

static int before(void)
{
	int n = 1;
	#pragma omp metadirective when(implementation = {dynamic_allocators} : parallel num_threads(7) reduction(max : n)) \
		otherwise(parallel num_threads(3) reduction(max : n))
	n = omp_get_num_threads();
	return n;
}

#pragma omp requires dynamic_allocators atomic_default_mem_order(relaxed)

static int after(void)
{
	int n = 1;
	#pragma omp metadirective when(implementation = {atomic_default_mem_order(seq_cst)} : parallel num_threads(7) reduction(max : n)) \
		when(implementation = {requires(dynamic_allocators, atomic_default_mem_order(relaxed))} : parallel num_threads(4) reduction(max : n))
	n = omp_get_num_threads();
	return n;
}

int main(void)
{
	int n = 1;
	printf("%d\n", before());
	#pragma omp metadirective when(implementation = {vendor(gnu)} : parallel num_threads(5) reduction(max : n)) \
		when(implementation = {vendor(llvm), extension(match_any)} : parallel num_threads(6) reduction(max : n)) \
		when(implementation = {vendor("ppcc")} : parallel num_threads(2) reduction(max : n))
	n = omp_get_num_threads();
	printf("%d\n", n);
	printf("%d\n", after());
	#pragma omp metadirective when(implementation = {vendor(ppcc), dynamic_allocators} : parallel num_threads(5) reduction(max : n))
	n = omp_get_num_threads();
	printf("%d\n", n);
	return 0;
}
