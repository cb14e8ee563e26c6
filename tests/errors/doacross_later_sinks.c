// A sink is an iteration that comes earlier.
void use(int);

void sinks(int n)
{
	#pragma omp parallel for ordered(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			#pragma omp ordered depend(sink: i + 1, j) // error: a sink must be an earlier iteration than the one that waits
			#pragma omp ordered depend(sink: i, j) // error: a sink must be an earlier iteration than the one that waits
			use(i + j);
			#pragma omp ordered depend(source)
		}
}
