/* Static chunks, a loop that counts down, and the schedule that OMP_SCHEDULE names. */
void schedules(double *v, int n)
{
	#pragma omp parallel for schedule(static, 4)
	for (int i = 0; i < n; i++)
		v[i] += 1;

	#pragma omp parallel for
	for (int i = n - 1; i >= 0; i -= 2)
		v[i] += 2;

	#pragma omp parallel for schedule(runtime)
	for (int i = 0; i < n; i++)
		v[i] += 3;
}
