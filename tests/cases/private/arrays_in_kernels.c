// Copies of arrays of variable length, and such arrays of more dimensions, in kernels: on the device, where there is one.
// expect: copies 5050 4950 15 0
// expect: ranks 6249 643 1260 11
// expect: 1
#include <stdio.h>
#include <omp.h>

static int host;

static double total(int m, int k, double rows[m][k])
{
	double sum = 0;
	for (int i = 0; i < m; i++)
		for (int j = 0; j < k; j++)
			sum += rows[i][j];
	return sum;
}

static double first_of(int k, const double *row)
{
	return row[0] + k;
}

static void copies(int n)
{
	double work[n], start[n], s = 0;
	int all = 0, ran = 0;
	for (int i = 0; i < n; i++)
		work[i] = 0, start[i] = i;
	#pragma omp target teams distribute parallel for private(work) reduction(+: s) map(tofrom: ran)
	for (int i = 1; i <= 100; i++) {
		for (int j = 0; j < n; j++)
			work[j] = i;
		for (int j = 1; j < n; j++)
			work[0] += work[j];
		s += work[0] / n;
		if (i == 1)
			ran |= omp_is_initial_device();
	}
	#pragma omp target map(tofrom: start, all)
	#pragma omp parallel for firstprivate(start) reduction(+: all)
	for (int i = 0; i < 100; i++) {
		start[i % n] += i;
		all += start[i % n] >= i ? i : -1000;
	}
	host |= ran;
	double sum = 0, zero = 0;
	for (int i = 0; i < n; i++)
		sum += start[i], zero += work[i];
	printf("copies %g %d %g %g\n", s, all, sum, zero);
}

static void ranks(int n, int m, int k)
{
	double a[n][m][k], sum = 0, rows = 0, firsts = 0;
	int b[2][n][m][3], count = 0;
	#pragma omp target teams distribute parallel for collapse(2) map(from: a)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			for (int l = 0; l < k; l++)
				a[i][j][l] = i * 100 + j * 10 + l;
	#pragma omp target parallel for map(to: a) map(from: b) reduction(+: sum, rows, firsts)
	for (int i = 0; i < n; i++) {
		sum += a[i][m - 1][(i + 1) % k] + a[(i + 1) % n][0][0];
		rows += total(m, k, a[i]);
		firsts += first_of(k, a[i][1]);
		for (int j = 0; j < 2; j++)
			for (int l = 0; l < m; l++)
				b[j][i][l][2] = b[j][i][l][0] = b[j][i][l][1] = j + i;
	}
	for (int j = 0; j < 2; j++)
		for (int i = 0; i < n; i++)
			for (int l = 0; l < m; l++)
				for (int e = 0; e < 3; e++)
					count += b[j][i][l][e] == i + j;
	double expected = 0;
	for (int i = 0; i < n; i++)
		expected += total(m, k, a[i]);
	printf("ranks %g %g %d %g\n", firsts + (rows == expected ? 4051 : 0), a[n - 1][m - 1][3], count * 6, sum - 4481);
}

int main(void)
{
	copies(6);
	ranks(7, 5, 4);
	printf("%d\n", host == 0 || omp_get_num_devices() == 0);
	return 0;
}
