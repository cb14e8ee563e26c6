// A taskgraph region must be left at its end.
int leave(int n)
{
	for (int i = 0; i < n; i++) {
#pragma omp taskgraph
		{
			if (i == 3)
				break; // error: 'break' leaves the 'taskgraph' region, which must be left at its end
			if (i == 4)
				return 1; // error: 'return' leaves the 'taskgraph' region, which must be left at its end
		}
	}
	return 0;
}
