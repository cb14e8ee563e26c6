// Serial code beside parallel regions: variables that all threads of a team read, that they change, that hold results.
// libs: -lm
// reference: gcc because clang 19 loses lastprivate of the loop variable
// expect: 78969.0
// expect: 157250.0
// expect: 2350.1230 16 404 630 4
// expect: 102 99
// expect: 4321
// expect: 190 20 45
#include <math.h>
#include <stdio.h>
#include <omp.h>

#define ROWS 37
#define SQUARE(x) ((x) * (x))

struct point {
	double x, y;
	int id;
};

static double norm(struct point p)
{
	return sqrt(SQUARE(p.x) + SQUARE(p.y));
}

static double a[ROWS][50], sums[ROWS];
static int rows[ROWS + 1], values[2000];

static void teams(void)
{
	double total = 0;
	#pragma omp target teams distribute map(to: a, rows, values) map(from: sums)
	for (int i = 0; i < ROWS; i++) {
		double sum = 0;
		int begin = rows[i], end = rows[i + 1];
		#pragma omp parallel for reduction(+: sum)
		for (int j = 0; j < 50; j++)
			sum += a[i][j];
		int most = -1;
		#pragma omp parallel for reduction(max: most)
		for (int k = begin; k < end; k++)
			if (values[k] > most)
				most = values[k];
		sums[i] = sum + most;
	}
	for (int i = 0; i < ROWS; i++)
		total += sums[i];
	printf("%.1f\n", total);

	total = 0;
	#pragma omp target teams distribute reduction(+: total) map(to: a)
	for (int i = 0; i < ROWS; i++) {
		double row = 0;
		#pragma omp parallel for reduction(+: row)
		for (int j = 0; j < 50; j++)
			row += a[i][j] * 2;
		total += row;
	}
	printf("%.1f\n", total);
}

static void one_team(void)
{
	double data[64] = {0}, scale = 1;
	int hit = 0, last = -1;
	#pragma omp target map(tofrom: data, scale, hit, last)
	{
		int rounds = 0;
		struct point p = {3, 4, 1};
		data[0] = norm(p);
		#pragma omp parallel for
		for (int i = 1; i < 64; i++)
			data[i] = i + data[0];
		while (scale < 10) {
			double best = 0;
			#pragma omp parallel for reduction(max: best) lastprivate(last)
			for (int i = 0; i < 64; i++) {
				if (data[i] > best)
					best = data[i];
				last = i * 10;
			}
			scale *= 2;
			rounds++;
			if (rounds > 100)
				break;
			#pragma omp parallel
			{
				double mine = best;
				#pragma omp for
				for (int i = 0; i < 64; i++)
					data[i] += mine / 64;
				#pragma omp single
				hit++;
				#pragma omp for schedule(static, 1)
				for (int i = 0; i < 64; i++)
					data[i] -= omp_get_thread_num() >= 0 ? 1 : 0;
				#pragma omp masked
				hit += 100;
			}
		}
		data[1] = rounds;
	}
	double sum = 0;
	for (int i = 0; i < 64; i++)
		sum += data[i];
	printf("%.4f %g %d %d %g\n", sum, scale, hit, last, data[1]);
}

static void sections(void)
{
	int out = 0;
	#pragma omp target map(from: out)
	{
		int t = 0, u[4] = {0, 0, 0, 0};
		#pragma omp parallel num_threads(4) shared(t, u)
		{
			#pragma omp sections
			{
				u[0] = 1;
				#pragma omp section
				u[1] = 20;
				#pragma omp section
				{ u[2] = 300; }
			}
			#pragma omp single
			t = omp_get_num_threads() > 0 && omp_get_num_threads() <= 4;
			#pragma omp masked
			u[3] = 4000;
		}
		out = u[0] + u[1] + u[2] + u[3] * t;
	}
	printf("%d\n", out);
}

/* A value from outside that the region changes, and an array that it makes. */
static void changed(int n)
{
	int sum = 0, count = 0;
	#pragma omp target map(tofrom: sum, count)
	{
		int squares[30];
		int step = omp_get_thread_num() + omp_get_num_threads(); /* one thread: 0 and 1 */
		for (int i = 0; i < n; i++)
			squares[i] = i;
		n *= 2;
		#pragma omp parallel for reduction(+: sum)
		for (int i = 0; i < n; i++)
			if (i < 10)
				sum += squares[i];
			else
				sum += i;
		if (sum > 100)
			#pragma omp parallel for reduction(+: count)
			for (int i = 0; i < n; i += step)
				count++;
		#pragma omp parallel
		#pragma omp single
		sum += 0;
	}
	int once = 0;
	#pragma omp target parallel for firstprivate(n) map(tofrom: once)
	for (int i = 0; i < 10; i++) {
		#pragma omp atomic
		once += i;
	}
	printf("%d %d %d\n", sum, count, once);
}

int main(void)
{
	rows[0] = 0;
	for (int i = 0; i < ROWS; i++)
		rows[i + 1] = rows[i] + i % 7 * 3;
	for (int i = 0; i < 2000; i++)
		values[i] = i * 7 % 13;
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < 50; j++)
			a[i][j] = i + j;
	teams();
	one_team();
	int i, out = 0;
	#pragma omp target teams distribute parallel for lastprivate(i) map(tofrom: out)
	for (i = 0; i < 100; i += 3)
		if (i == 99)
			out = i;
	printf("%d %d\n", i, out);
	sections();
	changed(10);
	return 0;
}
