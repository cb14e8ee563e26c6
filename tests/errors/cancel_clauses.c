// Clauses of cancel and cancellation point, and those of a construct that is cancelled.
void clauses(int n)
{
	#pragma omp parallel
	{
		#pragma omp cancel parallel nowait // error: clause 'nowait' is not allowed on 'cancel'
		#pragma omp cancel parallel parallel // error: clause 'parallel' may appear only once on a directive
		#pragma omp cancel parallel(n) // error: 'parallel' takes no argument
		#pragma omp cancel target // error: unknown clause 'target' on 'cancel'
		#pragma omp cancellation point parallel if (n) // error: clause 'if' is not allowed on 'cancellation point'
	}
}
