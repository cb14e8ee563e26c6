#ifndef INNER_H
#define INNER_H
#define OUTER_SCALE 2
static long inner_sum(int n, int scale)
{
	long sum = 0;
	PARALLEL_SUM(sum)
	for (int i = 0; i < n; i++)
		sum += i * scale;
	return sum;
}
#endif
