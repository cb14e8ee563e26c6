/* firstprivate and lastprivate, also of an array. */
int last_of(int n)
{
	int last = -1, base = 7, pair[2] = {0, 0};

	#pragma omp parallel for firstprivate(base) lastprivate(last, pair)
	for (int i = 0; i < n; i++) {
		last = i + base;
		pair[0] = i;
		pair[1] = -i;
	}
	return last + pair[0] + pair[1];
}
