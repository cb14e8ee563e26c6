// Spellings that OpenMP has replaced work, and are said once.
#include <omp.h>

static int table[4];
#pragma omp declare target to(table) // warning: 'to' on 'declare target' is deprecated since OpenMP 5.2; write 'enter'

#pragma omp declare simd linear(val(x) : 2) // warning: a modifier before the list of 'linear' is deprecated since OpenMP 5.2; write linear(x : val)
static int simd(int x)
{
	return x;
}

int main(void)
{
	const omp_alloctrait_t traits[] = {{omp_atk_alignment, 64}};
	omp_allocator_handle_t mine;
	int sum = 0;
	#pragma omp parallel proc_bind(master) // warning: proc_bind(master) is deprecated since OpenMP 5.1; write proc_bind(primary)
	{
		#pragma omp master // warning: 'master' is deprecated since OpenMP 5.1; write 'masked'
		sum++;
		#pragma omp master
		sum--;
	}
	#pragma omp parallel reduction(- : sum) // warning: the reduction operator '-' is deprecated since OpenMP 5.2; write '+', which is the same
	sum++;
	#pragma omp parallel for ordered(1)
	for (int i = 1; i < 4; i++) {
		#pragma omp ordered depend(sink : i - 1) // warning: 'depend' with source or sink is deprecated since OpenMP 5.2; write doacross(source:) and doacross(sink: ...)
		table[i] = table[i - 1] + simd(i);
		#pragma omp ordered depend(source)
	}
	#pragma omp target uses_allocators(mine(traits)) // warning: traits behind an allocator are deprecated since OpenMP 5.2; write uses_allocators(traits(t) : a)
	sum += table[0];
	return sum;
}
