// Sections that are cancelled must end with a barrier, where the threads find out.
void work(void)
{
	#pragma omp parallel
	#pragma omp sections nowait
	{
		#pragma omp section
		{
			#pragma omp cancel sections // error: a construct with the clause 'nowait' cannot be cancelled
		}
	}
}
