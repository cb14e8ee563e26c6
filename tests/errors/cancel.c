// Where cancel and cancellation point may stand, and what a construct that is cancelled may not have.

static void place(int n)
{
	#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task)
	#pragma omp cancellation point parallel // error: 'cancellation point' must stand directly in the construct that it names (taskgroup: in a task)
	#pragma omp parallel
	{
		#pragma omp cancel // error: 'cancel' must name one construct: parallel, for, sections or taskgroup
		#pragma omp cancel parallel for // error: 'cancel' must name one construct: parallel, for, sections or taskgroup
		#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'parallel'
		#pragma omp cancel sections // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'parallel'
		#pragma omp cancel taskgroup // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'parallel'
		#pragma omp cancel parallel if (task: n) // error: 'task' in 'if' is not part of 'cancel'
		#pragma omp cancellation point // error: 'cancellation point' must name one construct: parallel, for, sections or taskgroup
		if (n)
			#pragma omp cancel parallel // error: 'cancel' needs braces around it: it cannot be the whole body of an if, else, loop, label or region
		#pragma omp critical
		{
			#pragma omp cancel parallel // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'critical'
		}
		#pragma omp masked
		{
			#pragma omp cancellation point parallel // error: 'cancellation point' must stand directly in the construct that it names (taskgroup: in a task), and not in 'masked'
		}
		#pragma omp for
		for (int i = 0; i < n; i++) {
			#pragma omp cancel parallel // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'for'
			#pragma omp critical
			{
				#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'critical'
			}
		}
		#pragma omp taskgroup
		{
			#pragma omp cancel taskgroup // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'taskgroup'
		}
		#pragma omp task
		{
			#pragma omp cancel parallel // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'task'
		}
	}
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		#pragma omp cancel parallel // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'parallel for'
	}
	#pragma omp parallel for simd
	for (int i = 0; i < n; i++) {
		#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names, and not in 'simd'
	}
	#pragma omp taskloop
	for (int i = 0; i < n; i++) {
		#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'taskloop'
	}
	#pragma omp taskloop nogroup
	for (int i = 0; i < n; i++) {
		#pragma omp cancel taskgroup
	}
}

static void clauses(int n)
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
	{
		#pragma omp cancel parallel
		#pragma omp for nowait
		for (int i = 0; i < n; i++)
			;
		#pragma omp for ordered
		for (int i = 0; i < n; i++)
			;
	}
	#pragma omp distribute
	for (int i = 0; i < n; i++) {
		#pragma omp cancel for // error: 'cancel' must stand directly in the construct that it names (taskgroup: in a task), and not in 'distribute'
	}
}
