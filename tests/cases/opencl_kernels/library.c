// Functions of the file and of the library, types, and conversions mean in a region what they mean outside.
// libs: -lm
// expect: 93395.119356 8828 25 25 25 25
// expect: 15 3fc00000 1 0 7
// expect: on a device, or there is none
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <omp.h>

typedef double *vector;
struct mat {
	int rows, cols;
	double *v;
};
enum kind { RED, GREEN = 5, BLUE };
union bits {
	float f;
	unsigned u;
};

/* names that OpenCL C has built in, with other meanings */
static int max(int a, int b)
{
	return a > b ? a : b;
}

static double step(double x)
{
	return x < 0 ? -1 : 1;
}

double later(double x);

static inline int sign_of(int x)
{
	return abs(x) - 5 < 0;
}

static void axpy(int n, double a, vector x, vector y)
{
	#pragma omp target teams distribute parallel for map(to: x[0:n]) map(tofrom: y[0:n])
	for (int i = 0; i < n; i++)
		y[i] += a * x[i];
}

static double at(struct mat m, int i, int j)
{
	return m.v[i * m.cols + j];
}

int main(void)
{
	enum { LOCAL = 7 };
	struct here {
		int a;
		double b;
	};
	typedef struct here here_t;
	double x[100], y[100];
	for (int i = 0; i < 100; i++)
		x[i] = i - 50, y[i] = 2;
	axpy(100, 3, x, y);
	double s = 0;
	int n = 0, h[4] = {0};
	bool flag = true;
	size_t size = 12;
	#pragma omp target teams distribute parallel for reduction(+: s, n) map(tofrom: h)
	for (int i = 0; i < 100; i++) {
		here_t t = {i, 2.5};
		s += sqrt(i) + pow(x[i], 2) + sinf(y[i]) + fmax(i, LOCAL) + later(x[i]) + step(x[i]) + max(x[i], size * 0.25 + 0.7) + t.b;
		n += sign_of(i - 5) + (abs((int)x[i]) - 10 < 0) + (int)labs((long)x[i] * 3) + flag + (int)size;
		if (isnan(x[i]) || isinf(y[i]) || x[i] == INFINITY || !isfinite(s))
			n += 100000;
		switch (i % 4) {
		case 0: s += RED; break;
		case 1: s += GREEN; goto out;
		case 2: s += BLUE; goto out;
		default: s += 100;
		}
		s += 1;
	out:
		#pragma omp atomic
		h[i % 4]++;
	}
	printf("%.6f %d %d %d %d %d\n", s, n, h[0], h[1], h[2], h[3]);
	struct mat m = {3, 4, malloc(12 * sizeof(double))};
	for (int i = 0; i < 12; i++)
		m.v[i] = i;
	double trace = 0;
	#pragma omp target map(to: m, m.v[0:12]) map(tofrom: trace)
	for (int i = 0; i < 3; i++)
		trace += at(m, i, i);
	union bits b = {1.5f};
	unsigned raw = 0;
	_Bool any = 0, every = 1;
	#pragma omp target parallel for map(tofrom: raw, b) reduction(||: any) reduction(&&: every)
	for (int i = 0; i < 10; i++) {
		if (i == 3)
			raw = b.u;
		any = any || i == 7;
		every = every && i < 9;
	}
	int first[3] = {1, 2, 4}, sum = 0;
	#pragma omp target firstprivate(first) map(tofrom: sum)
	for (int i = 0; i < 3; i++)
		sum += first[i], first[i] = 0;
	printf("%g %x %d %d %d\n", trace, raw, any, every, sum + 0 * first[0]);
	int host = 1;
	#pragma omp target map(from: host)
	host = omp_is_initial_device();
	puts(!host || omp_get_num_devices() == 0 ? "on a device, or there is none" : "on the host");
	free(m.v);
	return 0;
}

double later(double x)
{
	return floor(x / 2);
}
