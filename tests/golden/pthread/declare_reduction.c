/* A reduction of the program's own: the point that lies furthest to the left. */
struct point {
	double x, y;
};

#pragma omp declare reduction(leftmost : struct point : \
	omp_out = omp_in.x < omp_out.x ? omp_in : omp_out) initializer(omp_priv = omp_orig)

struct point find_leftmost(const struct point *points, int n)
{
	struct point best = points[0];

	#pragma omp parallel for reduction(leftmost : best)
	for (int i = 1; i < n; i++)
		if (points[i].x < best.x)
			best = points[i];
	return best;
}
