// metadirective: the construct set names the constructs around it, outermost first, others may stand between them.
// reference: none because gcc 12 does not know metadirective and clang 19 looks at the innermost construct alone
// expect: 20 10
// expect: 8
// expect: 11
// expect: parallel in single
#include <omp.h>
#include <stdio.h>

static int count(void)
{
	int n = 0;
	/* the caller's region is not around this in the text */
	#pragma omp metadirective when(construct = {parallel} : atomic) otherwise(parallel num_threads(8) reduction(+ : n))
	n++;
	return n;
}

int main(void)
{
	int a = 0, b = 0, result = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for
		for (int i = 0; i < 10; i++) {
			#pragma omp metadirective when(construct = {parallel, for} : atomic) otherwise(error)
			a += 2;
			#pragma omp metadirective when(construct = {for, parallel} : error) when(construct = {parallel for} : atomic)
			b++;
		}
	}
	printf("%d %d\n", a, b);

	#pragma omp parallel num_threads(2)
	#pragma omp single
	result = count();
	printf("%d\n", result);

	int v[4] = {1, 2, 3, 5};
	result = 0;
	/* a combined directive is one construct for each of its parts */
	#pragma omp parallel for simd simdlen(4) reduction(+ : result)
	for (int i = 0; i < 4; i++) {
		#pragma omp metadirective when(construct = {simd(simdlen(8))} : error) when(construct = {for, simd(simdlen(4))} : nothing) otherwise(error)
		result += v[i];
	}
	printf("%d\n", result);

	const char *where = "none";
	#pragma omp target map(tofrom : where)
	{
		/* a target construct hides what is around it; what is farther inside scores more */
		#pragma omp metadirective when(construct = {target} : parallel num_threads(2) if(0)) otherwise(single)
		{
			#pragma omp single
			{
				#pragma omp metadirective when(construct = {target} : error) when(construct = {parallel, single} : nothing) \
					when(construct = {parallel} : error)
				where = "parallel in single";
			}
		}
	}
	puts(where);
	return 0;
}
