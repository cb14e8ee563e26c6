// Loops inside one another that a team shares, and small loops in what a thread does.
//
// env-also: PPCC_OPENCL_TEAM=48
// expect: tiles 1
// expect: bounds 4950 0
// expect: three 24 276
// expect: sizes 1
// expect: rows 45 120
// expect: down 60
// expect: last 5 7 35
// expect: window 1
// expect: small 64 10 3
#include <omp.h>
#include <stdio.h>

enum { ORDER = 48, TILE = 16 };
static double a[ORDER][ORDER], b[ORDER][ORDER], c[ORDER][ORDER];

static int tiles(void)
{
	int good = 1;
	for (int i = 0; i < ORDER; i++)
		for (int j = 0; j < ORDER; j++)
			a[i][j] = (i * 7 + j) % 5, b[i][j] = (i + j * 3) % 7, c[i][j] = -1;
	#pragma omp target teams distribute collapse(2) map(to : a, b) map(from : c)
	for (int row = 0; row < ORDER; row += TILE)
		for (int column = 0; column < ORDER; column += TILE) {
			double left[TILE][TILE], right[TILE][TILE], sums[TILE][TILE];
			#pragma omp parallel for collapse(2)
			for (int i = 0; i < TILE; i++)
				for (int j = 0; j < TILE; j++)
					sums[i][j] = 0;
			for (int tile = 0; tile < ORDER; tile += TILE) {
				#pragma omp parallel for collapse(2)
				for (int i = 0; i < TILE; i++)
					for (int j = 0; j < TILE; j++) {
						left[i][j] = a[row + i][tile + j];
						right[i][j] = b[tile + i][column + j];
					}
				#pragma omp parallel for collapse(2)
				for (int i = 0; i < TILE; i++)
					for (int j = 0; j < TILE; j++) {
						double sum = sums[i][j];
						for (int k = 0; k < TILE; k++)
							sum += left[i][k] * right[k][j];
						sums[i][j] = sum;
					}
			}
			#pragma omp parallel for collapse(2)
			for (int i = 0; i < TILE; i++)
				for (int j = 0; j < TILE; j++)
					c[row + i][column + j] = sums[i][j];
		}
	for (int i = 0; i < ORDER; i++)
		for (int j = 0; j < ORDER; j++) {
			double sum = 0;
			for (int k = 0; k < ORDER; k++)
				sum += a[i][k] * b[k][j];
			good &= c[i][j] == sum;
		}
	return good;
}

/* Lower bounds, limits that belong to the loop, and no iterations at all. */
static void bounds(int n)
{
	int x[10][10] = {{0}}, sum = 0, none = 0;
	#pragma omp target teams num_teams(1) map(tofrom : x, none)
	{
		#pragma omp parallel for collapse(2)
		for (int i = 2; i <= 9; i++)
			for (int j = 1; j < 10; j++)
				x[i][j] += i * 10 + j;
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < n; i++)
			for (unsigned j = 1; j < 10; j++)
				none = 1;
		#pragma omp parallel for collapse(2)
		for (unsigned char i = 0; i < 2; i++)
			for (long j = 0; j < 10; j++)
				x[i][j] += i * 10 + (int)j;
		#pragma omp parallel for collapse(2)
		for (int i = 2; i < 10; i++)
			for (int j = 0; j < 1; j++)
				x[i][j] = i * 10;
	}
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 10; j++)
			sum += x[i][j];
	printf("bounds %d %d\n", sum, none);
}

static void three(int n)
{
	int x[2][3][4], times = 0, sum = 0;
	#pragma omp target teams num_teams(1) map(from : x) map(tofrom : times)
	{
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < n; i++)
			for (int j = 0; j < 3; j++)
				for (int k = 0; k < 4; k++)
					x[i][j][k] = 0;
		#pragma omp parallel for collapse(3)
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 3; j++)
				for (int k = 0; k < 4; k++) {
					x[i][j][k] += i * 12 + j * 4 + k;
					#pragma omp atomic
					times++;
				}
	}
	for (int i = 0; i < 24; i++)
		sum += x[i / 12][i / 4 % 3][i % 4];
	printf("three %d %d\n", times, sum);
}

/* Who runs what shows: each iteration belongs to a thread of the team, and none is run twice. */
static void sizes(void)
{
	int seen = 0, of[6][6] = {{0}}, good = 1;
	#pragma omp target teams num_teams(1) thread_limit(7) map(tofrom : seen, of, good)
	{
		#pragma omp parallel num_threads(5)
		{
			#pragma omp single
			seen = omp_get_num_threads();
			#pragma omp for collapse(2)
			for (int i = 0; i < 6; i++)
				for (int j = 0; j < 6; j++)
					of[i][j] += 1 + omp_get_thread_num();
		}
		for (int i = 0; i < 36; i++)
			good &= of[i / 6][i % 6] >= 1 && of[i / 6][i % 6] <= 5;
	}
	printf("sizes %d\n", good && seen >= 1 && seen <= 5);
}

/* A nest beside a single loop: the threads have one number. */
static void rows(void)
{
	int x[6][4], y[10], sums[2] = {0, 0};
	#pragma omp target teams num_teams(1) map(from : x, y) map(tofrom : sums)
	{
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < 6; i++)
			for (int j = 0; j < 4; j++)
				x[i][j] = i * 2;
		#pragma omp parallel for
		for (int i = 0; i < 10; i++)
			y[i] = i;
		#pragma omp parallel for reduction(+ : sums[0])
		for (int i = 0; i < 10; i++)
			sums[0] += y[i];
		#pragma omp parallel for collapse(2) reduction(+ : sums[1])
		for (int i = 0; i < 6; i++)
			for (int j = 0; j < 4; j++)
				sums[1] += x[i][j];
	}
	printf("rows %d %d\n", sums[0], sums[1]);
}

static void down(void)
{
	int x[5][4] = {{0}}, sum = 0;
	#pragma omp target teams num_teams(1) map(tofrom : x)
	{
		#pragma omp parallel for collapse(2)
		for (int i = 4; i >= 0; i--)
			for (int j = 0; j < 4; j += 2)
				x[i][j] += i + j + 3;
	}
	for (int i = 0; i < 20; i++)
		sum += x[i / 4][i % 4];
	printf("down %d\n", sum);
}

static void last(void)
{
	int i, j, product = 0;
	#pragma omp target teams num_teams(1) map(from : i, j) map(tofrom : product)
	{
		#pragma omp parallel for collapse(2) lastprivate(i, j, product)
		for (i = 0; i < 5; i++)
			for (j = 0; j < 7; j++)
				product = (i + 1) * (j + 1);
	}
	printf("last %d %d %d\n", i, j, product);
}

/* A small array that moves with the loop around. */
static int window(void)
{
	enum { N = 200 };
	static double x[8][N], y[8][N];
	int good = 1;
	for (int i = 0; i < 8 * N; i++)
		x[i / N][i % N] = i % 17;
	#pragma omp target teams loop map(to : x) map(from : y)
	for (int i = 0; i < 8; i++) {
		double held[5] = {0};
		for (int j = 0; j < N; j++) {
			double sum = 0;
			for (int k = 4; k > 0; k--)
				held[k] = held[k - 1];
			held[0] = x[i][j];
			for (int k = 0; k < 5; k++)
				sum += held[k];
			y[i][j] = sum;
		}
	}
	for (int i = 0; i < 8; i++)
		for (int j = 0; j < N; j++) {
			double sum = 0;
			for (int k = 0; k < 5 && k <= j; k++)
				sum += x[i][j - k];
			good &= sum == y[i][j];
		}
	return good;
}

/* Small loops with jumps, others in them, and every kind of step. */
static void small(void)
{
	int sums[3] = {0, 0, 0};
	#pragma omp target teams loop map(tofrom : sums)
	for (int i = 0; i < 3; i++) {
		int sum = 0;
		if (i == 0)
			for (int k = -2; k <= 2; k++)
				for (int l = 5; l > 0; l -= 2) {
					if (l == k)
						continue;
					sum += k * l + l;
				}
		else if (i == 1)
			for (int k = 0; k != 12; k += 3) {
				if (k > 6)
					break;
				sum += k + 1;
				sum -= k == 6 ? 2 : 0;
			}
		else {
			int k = 0;
			for (k = 10; k >= 3; k--)
				sum = k;
		}
		sums[i] = i == 0 ? sum + 21 : sum;
	}
	printf("small %d %d %d\n", sums[0], sums[1], sums[2]);
}

int main(void)
{
	printf("tiles %d\n", tiles());
	bounds(0);
	three(2);
	sizes();
	rows();
	down();
	last();
	printf("window %d\n", window());
	small();
	return 0;
}
