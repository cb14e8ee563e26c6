// A misspelt or unknown clause is refused, with the nearest name when there is one.
int main(void)
{
	int x = 0, n = 4;
#pragma omp parallel privat(x) // error: unknown clause 'privat' on 'parallel'; did you mean 'private'?
	x = n;
#pragma omp parallel for shedule(static) // error: unknown clause 'shedule' on 'parallel for'; did you mean 'schedule'?
	for (int i = 0; i < n; i++)
		;
#pragma omp single no_wait // error: unknown clause 'no_wait' on 'single'; did you mean 'nowait'?
	x = n;
#pragma omp parallel quickly_please // error: unknown clause 'quickly_please' on 'parallel'
	x = n;
	return 0;
}
