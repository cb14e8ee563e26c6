// Bounds are integers, and != goes with steps of 1 and -1.
enum { ROWS = 3 };

#define UP_TO(limit) for (int i = 0; i < (limit); i++)

void loops(int n, double x, int step)
{
	#pragma omp parallel for
	for (int i = 0; i < x; i++) // error: the bound of the loop must be an integer, not a floating point number
		;
	#pragma omp parallel for collapse(ROWS - 1)
	for (int i = 0; i < n; i++)
		for (int j = n; 0.5 * n <= j; j--) // error: the bound of the loop must be an integer, not a floating point number
			;
	#pragma omp parallel for
	UP_TO(n * 1.5f) // error: the bound of the loop must be an integer, not a floating point number
		;
	#pragma omp parallel for
	for (int i = x; i < (int)x; i++) {
		double y = i < x;
		(void)y;
	}
	(void)step;
}
