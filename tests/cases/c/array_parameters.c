// Parameters declared as arrays are pointers: their elements are written, and they can move in a copy.
// expect: 2 11 7 9
// expect: 99 5 4 8 8 60
#include <stdio.h>

struct point {
	int x, y[2];
};

static double use(const double *a)
{
	return a[0];
}

static double work(int n, int a[], int m[][3], int v[n][n], struct point p[], double e[static restrict 1], int c[const])
{
	double result = 0;
	#pragma omp parallel num_threads(2) shared(a, m, v, p, e, c)
	{
		#pragma omp single
		{
			a[0] = 1;
			*a += 1;
			*(a + 1) = 9;
			m[1][2] = 5;
			(*(m + 1))[0] = 6;
			v[1][1] = 7;
			p[0].x = 3;
			p->y[1] = 4;
			(*p).y[0] = 8;
			e[0] = 60;
			c[1] = 2;
			++*a;
			a++;
			*a += 2;
			a--;
			m++;
			m[0][1] = 99;
			m--;
		}
		#pragma omp single
		result = use(e);
		#pragma omp single
		{
			#pragma omp task firstprivate(a)
			{
				a++;
				*a = 11;
			}
			#pragma omp taskwait
			a[0]--;
		}
	}
	#pragma omp parallel for lastprivate(a)
	for (int i = 0; i < 2; i++)
		a = i == 1 ? &m[1][1] : 0;
	#pragma omp parallel for
	for (int i = 0; i < 1; i++)
		a[0] += i;
	return result;
}

int main(void)
{
	int a[2] = {0}, m[2][3] = {{0}}, v[4] = {0}, c[2] = {0};
	double e[1] = {0};
	struct point p[1] = {{0, {0, 0}}};
	double result = work(2, a, m, (int (*)[2])v, p, e, c);
	printf("%d %d %d %d\n", a[0], a[1], v[3], m[1][2] + p[0].y[1]);
	printf("%d %d %d %d %d %g\n", m[1][1], m[1][0] - 1, p[0].y[1], p[0].y[0], p[0].x + m[1][2], result);
	return 0;
}
