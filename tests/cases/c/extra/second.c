/* The second translation unit of two_units.c: functions, statics and region of the same names as the first. */
static int counter;

static int step(int i)
{
	return i * 2;
}

extern int shared_total;

int second(int n)
{
	int sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		sum += step(i);
#pragma omp atomic
		counter++;
#pragma omp critical(two_units)
		shared_total++;
	}
	return sum + counter;
}
