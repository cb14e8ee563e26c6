// One default memory order for a file, and one of those that are.
#pragma omp requires atomic_default_mem_order(relaxed)
#pragma omp requires atomic_default_mem_order(seq_cst) // error: the default memory order of this file is 'relaxed' already
int main(void)
{
	int x = 0;
#pragma omp atomic seq_cst
	x++;
	return x;
}
