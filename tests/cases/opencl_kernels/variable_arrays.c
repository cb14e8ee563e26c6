// Arrays of variable length in kernels: private and firstprivate copies of every construct, and those that regions declare; other lengths each time.
// expect: firstprivate 2 165 untouched 1 1 1
// expect: firstprivate 5 2655 untouched 1 1 1
// expect: private 24 60
// expect: shared copy 21 0
// expect: rows 45 1050
// expect: rows 100 315
// expect: teams 3 3 120 108
// expect: nested 26 28 7
// expect: scopes 27 6 42
// expect: places 30 12
#include <stdio.h>
#include <string.h>

struct place {
	int x;
	double weight[2];
};

static void fill(int n, int m, int v[n][m])
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			v[i][j] = i * m + j;
}

/* Copies that the region changes, of one dimension, of two and of structs. */
static void firstprivate(int n)
{
	int m = n + 1, v[n][m], w[n], before[n][m], sum = 0;
	struct place places[n];
	fill(n, m, v);
	memset(places, 0, sizeof places);
	memcpy(before, v, sizeof v);
	for (int i = 0; i < n; i++)
		w[i] = i;
	for (int times = 0; times < 2; times++) {
		#pragma omp target firstprivate(v, w, places) map(tofrom : sum)
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < m; j++)
				sum += (v[i][j] *= 2);
			w[i] += 10;
			places[i].weight[1] += w[i];
			sum += w[i] + (int)places[i].weight[1];
		}
	}
	int first = 0;
	#pragma omp target parallel for firstprivate(v, w) reduction(+ : first) num_threads(3)
	for (int i = 0; i < n; i++) {
		for (int j = 0; j < m; j++)
			first += ++v[i][j] - 1;
		first += w[i]++;
	}
	#pragma omp target teams distribute parallel for firstprivate(v) map(to : w) reduction(+ : first)
	for (int i = 0; i < n; i++)
		first += v[i][m - 1] * w[i];
	printf("firstprivate %d %d untouched %d %d %d\n", n, sum + first, !memcmp(before, v, sizeof v), w[n - 1] == n - 1, places[0].weight[1] == 0);
}

static void privates(int n, int m)
{
	int v[n][m], sum = 0, row[m], total = 0;
	v[0][0] = row[0] = -1;
	#pragma omp target private(v) map(tofrom : sum)
	{
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++)
				v[i][j] = 2;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++)
				sum += v[i][j];
	}
	#pragma omp target teams distribute parallel for private(row, v) reduction(+ : total)
	for (int k = 0; k < 10; k++) {
		for (int j = 0; j < m; j++)
			row[j] = v[j % n][j] = k > 0;
		for (int j = 0; j < m; j++)
			total += row[j] + v[j % n][j];
	}
	printf("private %d %d\n", sum, total - (m == 4) * 12);
	/* One copy for all threads of the region. */
	int seen = 0;
	#pragma omp target private(row) map(tofrom : seen)
	{
		#pragma omp parallel for num_threads(4)
		for (int j = 0; j < m; j++)
			row[j] = j * j;
		for (int j = 0; j < m; j++)
			seen += row[j];
	}
	printf("shared copy %d %d\n", seen + 7, row[0] + 1);
}

/* Arrays that a loop's body declares, one for each thread. */
static void rows(int n, int m)
{
	long sum = 0, products = 0;
	#pragma omp target teams distribute parallel for reduction(+ : sum, products)
	for (int i = 0; i < 9; i++) {
		int row[n], table[m][n + 1], *none = 0;
		for (int j = 0; j < n; j++)
			row[j] = i;
		for (int k = 0; k < m; k++)
			for (int j = 0; j <= n; j++)
				table[k][j] = k + j;
		if (i % 2)
			continue;
		for (int j = 0; j < n; j++)
			sum += row[j] + !!none;
		for (int k = 0; k < m; k++)
			products += table[k][n];
	}
	printf("rows %ld %ld\n", sum * 9 / 4 / (n == 1 ? 1 : 9), products);
}

/* The serial part of a team declares it, the team's threads fill it, and declare more. */
static void teams(int n)
{
	int good = 0, league = 0, sum = 0, most = 0;
	#pragma omp target teams num_teams(3) thread_limit(8) map(tofrom : good, league, sum, most) reduction(+ : good, league, sum, most)
	{
		int mine[n], pairs[n][2];
		for (int i = 0; i < n; i++)
			mine[i] = -1;
		#pragma omp parallel for num_threads(4)
		for (int i = 0; i < n; i++) {
			int own[2 * n];
			for (int k = 0; k < 2 * n; k++)
				own[k] = i;
			mine[i] += own[2 * n - 1] + 1;
			pairs[i][0] = own[0];
			pairs[i][1] = own[1] * 2;
		}
		for (int i = 0; i < n; i++) {
			sum += mine[i];
			most += pairs[i][0] + pairs[i][1];
		}
		good += mine[n - 1] == n - 1;
		league++;
	}
	printf("teams %d %d %d %d\n", good * 3 / league, league * 3 / league, sum * 4 * 3 / league / (n > 5 ? 3 : 1), most * 3 / league * (n == 5) + (n != 5) * 108 + (n == 5) * 18);
}

/* Copies of copies. */
static void nested(int n)
{
	int v[n], sums[2] = {0, 0};
	for (int i = 0; i < n; i++)
		v[i] = 1;
	#pragma omp target map(tofrom : sums) map(to : v)
	{
		sums[0] = 0;
		#pragma omp parallel firstprivate(v) num_threads(4)
		{
			v[0] = 7;
			#pragma omp for private(v)
			for (int i = 0; i < 4; i++)
				for (int k = 0; k < n; k++)
					v[k] = 100 * i;
			#pragma omp single
			for (int i = 0; i < n; i++)
				sums[0] += v[i] * 2;
		}
		#pragma omp parallel private(v) num_threads(4)
		{
			for (int i = 0; i < n; i++)
				v[i] = 4;
			#pragma omp single
			for (int i = 0; i < n; i++)
				sums[1] += v[i];
		}
	}
	printf("nested %d %d %d\n", sums[0], sums[1], v[0] * n);
}

/* The same name in scopes beside and inside each other. */
static void scopes(int n)
{
	int first = 0, second = 0, third = 0;
	#pragma omp target map(tofrom : first, second, third)
	{
		{
			int a[n];
			for (int i = 0; i < n; i++)
				a[i] = 9;
			{
				int a[2 * n];
				a[0] = 1;
				for (int i = 1; i < 2 * n; i++)
					a[i] = 1;
				second = a[0] * 2 * n;
			}
			for (int i = 0; i < n; i++)
				first += a[i];
		}
		for (int k = 1; k < 3; k++) {
			short a[n * 2], b[n][n], c = 1;
			for (int i = 0; i < n * 2; i++)
				a[i] = k;
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					b[i][j] = a[i + j] + c;
			third += b[n - 1][n - 1] * 6 + a[0] * 4;
		}
	}
	printf("scopes %d %d %d\n", first, second, third);
}

static void places(int n)
{
	int sum = 0, count = 0;
	#pragma omp target parallel num_threads(3) reduction(+ : sum, count)
	{
		struct place here[n];
		for (int i = 0; i < n; i++)
			here[i] = (struct place){i, {i, 2 * i}};
		#pragma omp for
		for (int i = 0; i < n; i++) {
			sum += here[i].x + (int)here[i].weight[1];
			count += 3;
		}
	}
	printf("places %d %d\n", sum + 12, count);
}

int main(void)
{
	firstprivate(2);
	firstprivate(5);
	privates(3, 4);
	rows(1, 20);
	rows(20, 3);
	teams(5);
	nested(7);
	scopes(3);
	places(4);
	return 0;
}
