// Clauses of atomic and flush that contradict each other.
int main(void)
{
	int x = 0, v;
#pragma omp atomic read write // error: clauses 'read' and 'write' cannot be combined
	v = x;
#pragma omp atomic seq_cst relaxed // error: clauses 'seq_cst' and 'relaxed' cannot be combined
	x++;
#pragma omp atomic read release // error: clauses 'read' and 'release' cannot be combined
	v = x;
#pragma omp atomic write acquire // error: clauses 'write' and 'acquire' cannot be combined
	x = 1;
#pragma omp flush acquire release // error: clauses 'acquire' and 'release' cannot be combined
#pragma omp flush(x) seq_cst // error: 'flush' with a list takes no memory order
	return v;
}
