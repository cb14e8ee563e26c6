// How the clauses of taskgraph are written, and jumps out of its region.
int jumps(int n)
{
	int x = 0;
#pragma omp task firstprivate(kept : x) // error: unknown modifier 'kept' in 'firstprivate'; only 'saved' is one
	x++;
#pragma omp parallel firstprivate(saved : x) // error: 'saved' is for constructs that make tasks, which 'parallel' does not
	x++;
#pragma omp taskgraph graph_id // error: expected '(' after 'graph_id'
	x++;
#pragma omp taskgraph nogroup nogroup // error: clause 'nogroup' may appear only once on a directive
	x++;
#pragma omp taskgraph final(n) // error: clause 'final' is not allowed on 'taskgraph'
	x++;
#pragma omp single replayable // error: clause 'replayable' is not allowed on 'single'
	x++;
	return x;
}
