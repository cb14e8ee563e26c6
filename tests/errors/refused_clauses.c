// Clauses of OpenMP that no target handles yet are refused by name.
int main(void)
{
	int x = 0;
#pragma omp parallel
#pragma omp single
	{
#pragma omp task depend(inout : x) // error: not supported: clause 'depend' on 'task' on target pthread
		x++;
#pragma omp task affinity(x) // error: not supported: clause 'affinity' on 'task' on target pthread
		x++;
#pragma omp taskgroup task_reduction(+ : x) // error: not supported: clause 'task_reduction' on 'taskgroup' on target pthread
		x++;
#pragma omp task in_reduction(+ : x) // error: not supported: clause 'in_reduction' on 'task' on target pthread
		x++;
#pragma omp taskwait depend(in : x) // error: not supported: clause 'depend' on 'taskwait' on target pthread
	}
	return x;
}
