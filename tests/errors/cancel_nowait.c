// A worksharing construct that is cancelled must end with a barrier, where the threads find out, and have no order to keep.
void work(int n)
{
	#pragma omp parallel
	{
		#pragma omp for nowait
		for (int i = 0; i < n; i++) {
			#pragma omp cancel for // error: a construct with the clause 'nowait' cannot be cancelled
		}
		#pragma omp for ordered
		for (int i = 0; i < n; i++) {
			#pragma omp cancel for // error: a construct with the clause 'ordered' cannot be cancelled
			#pragma omp ordered
			{
			}
		}
	}
	#pragma omp parallel
	#pragma omp sections nowait
	{
		#pragma omp section
		{
			#pragma omp cancel sections // error: a construct with the clause 'nowait' cannot be cancelled
		}
	}
}
