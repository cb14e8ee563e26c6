// Several devices: device(n), the default device, and every routine about the memory of devices, between host and device, within one, and
// from one to another.
// env: PPCC_HOST_DEVICES=2
// env: POCL_DEVICES=pthread basic
// env-also: OMP_DEFAULT_DEVICE=1
// reference: none because the omp.h of gcc 12 and clang 19 has no omp_initial_device
// expect: constructs 0
// expect: default 0
// expect: memory 0
// expect: boxes 0
// expect: associated 0
// expect: asynchronous 0
// expect: between 0
// expect: none such 0
#include <limits.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 64 };
static int wrong;
#define CHECK(condition) ((void)((condition) || (wrong++, fprintf(stderr, "line %d: %s\n", __LINE__, #condition))))

static void report(const char *what)
{
	printf("%s %d\n", what, wrong);
	wrong = 0;
}

static void constructs(int device, int host)
{
	int x[N], seen = -1, initial = -1;
	for (int i = 0; i < N; i++)
		x[i] = i;
#pragma omp target enter data map(to: x) device(device)
	x[3] = 1000;
	CHECK(omp_target_is_present(x, device));
	for (int other = 0; other < host; other++)
		CHECK(other == device || !omp_target_is_present(x, other));
#pragma omp target map(from: seen, initial) map(alloc: x) device(device)
	{
		seen = omp_get_device_num();
		initial = omp_is_initial_device();
		x[0] = 10;
		for (int i = 1; i < N; i++)
			x[i] += x[i - 1];
	}
#pragma omp target exit data map(from: x) device(device)
	CHECK(seen == device && !initial);
	CHECK(x[1] == 11 && (x[3] == 16 || x[3] == 1013));
}

static void by_default(int device)
{
	int seen = -1, before = omp_get_default_device();
	omp_set_default_device(device);
#pragma omp target map(from: seen)
	seen = omp_get_device_num();
	CHECK(seen == device && omp_get_default_device() == device);
#pragma omp target map(from: seen) device(omp_initial_device)
	seen = omp_is_initial_device();
	CHECK(seen == 1);
#pragma omp parallel num_threads(2)
	{
		int mine = -1;
#pragma omp target map(from: mine)
		mine = omp_get_device_num();
#pragma omp critical
		CHECK(mine == device);
	}
	omp_set_default_device(before);
}

static void memory(int device, int host)
{
	int x[N], y[N];
	int *on = omp_target_alloc(sizeof x, device);
	CHECK(on != NULL);
	for (int i = 0; i < N; i++)
		x[i] = i, y[i] = -1;
	CHECK(omp_target_memcpy(on, x, sizeof x, 0, 0, device, host) == 0);
	CHECK(omp_target_memcpy(on, on, 8 * sizeof *on, 0, 8 * sizeof *on, device, device) == 0);
#pragma omp target is_device_ptr(on) device(device)
	for (int i = 0; i < N; i++)
		on[i] *= 2;
	CHECK(omp_target_memcpy(y, on, 16 * sizeof *on, sizeof *on, 4 * sizeof *on, host, device) == 0);
	CHECK(y[0] == -1 && y[1] == 24 && y[4] == 30 && y[5] == 16 && y[16] == 38 && y[17] == -1);
	CHECK(omp_target_memset(on, 0, sizeof x, device) == on);
	CHECK(omp_target_memcpy(y, on, sizeof y, 0, 0, host, device) == 0 && y[0] == 0 && y[N - 1] == 0);
	CHECK(omp_target_alloc(0, device) == NULL);
	omp_target_free(on, device);
	omp_target_free(NULL, device);
	CHECK(omp_target_is_accessible(x, sizeof x, omp_initial_device));
	CHECK(omp_get_mapped_ptr(x, device) == NULL && omp_get_mapped_ptr(x, host) == x && !omp_target_is_present(x, device));
}

/* A box of 2 x 3 x 4 in one of 4 x 5 x 6, into one of 3 x 4 x 5. */
static void boxes(int device, int host)
{
	int from[4][5][6], to[3][4][5];
	size_t volume[] = {2, 3, 4}, to_offsets[] = {1, 0, 1}, from_offsets[] = {2, 1, 2}, to_size[] = {3, 4, 5}, from_size[] = {4, 5, 6};
	int *on = omp_target_alloc(sizeof to, device);
	for (int i = 0; i < 120; i++)
		from[i / 30][i / 6 % 5][i % 6] = i;
	memset(to, -1, sizeof to);
	omp_target_memset(on, -1, sizeof to, device);
	CHECK(omp_target_memcpy_rect(on, from, sizeof(int), 3, volume, to_offsets, from_offsets, to_size, from_size, device, host) == 0);
	CHECK(omp_target_memcpy(to, on, sizeof to, 0, 0, host, device) == 0);
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			for (int k = 0; k < 5; k++) {
				int inside = i >= 1 && j < 3 && k >= 1;
				CHECK(to[i][j][k] == (inside ? from[i + 1][j + 1][k + 1] : -1));
			}
	CHECK(omp_target_memcpy_rect(NULL, NULL, 1, 1, volume, volume, volume, volume, volume, device, host) >= 3);
	omp_target_free(on, device);
}

static void associated(int device, int host)
{
	int x[N];
	int *on = omp_target_alloc(2 * sizeof x, device);
	memset(x, 0, sizeof x);
	omp_target_memset(on, 0, 2 * sizeof x, device);
	CHECK(omp_target_associate_ptr(x, on, sizeof x, sizeof x, device) == 0);
	CHECK(omp_target_associate_ptr(x, on, sizeof x, sizeof x, device) == 0); /* the same again */
	CHECK(omp_target_associate_ptr(x, on, sizeof x, 0, device) != 0);
	CHECK(omp_get_mapped_ptr(&x[3], device) == on + N + 3 && omp_target_is_present(x, device));
#pragma omp target map(tofrom: x) device(device)
	x[5] = 55;
	CHECK(x[5] == 0);
#pragma omp target update from(x[4:4]) device(device)
	CHECK(x[5] == 55 && x[4] == 0);
	CHECK(omp_target_disassociate_ptr(x, device) == 0 && omp_target_disassociate_ptr(x, device) != 0);
	CHECK(!omp_target_is_present(x, device));
	CHECK(omp_target_memcpy(x, on, sizeof x, 0, sizeof x, host, device) == 0 && x[5] == 55);
	omp_target_free(on, device);
}

static void asynchronous(int device, int host)
{
	static int x[N], y[N];
	int *on = omp_target_alloc(sizeof x, device);
	omp_depend_t order;
	size_t volume[] = {N / 2, 1}, at[] = {0, 1}, size[] = {N / 2, 2};
#pragma omp depobj(order) depend(inout: x)
	for (int i = 0; i < N; i++)
		x[i] = i, y[i] = -1;
	omp_target_memset_async(on, 0, sizeof x, device, 1, &order);
	CHECK(omp_target_memcpy_rect_async(on, x, sizeof *x, 2, volume, at, at, size, size, device, host, 1, &order) == 0);
#pragma omp target is_device_ptr(on) device(device) nowait depend(inout: x)
	for (int i = 0; i < N; i++)
		on[i] += 100;
	CHECK(omp_target_memcpy_async(y, on, sizeof y, 0, 0, host, device, 1, &order) == 0);
#pragma omp taskwait
	for (int i = 0; i < N; i++)
		CHECK(y[i] == (i % 2 ? 100 + i : 100));
#pragma omp depobj(order) destroy
	omp_target_free(on, device);
}

static void between(int one, int other, int host)
{
	int x[N], y[N];
	int *a = omp_target_alloc(sizeof x, one), *b = omp_target_alloc(sizeof x, other);
	for (int i = 0; i < N; i++)
		x[i] = i * i, y[i] = 0;
	CHECK(omp_target_memcpy(a, x, sizeof x, 0, 0, one, host) == 0);
	CHECK(omp_target_memcpy(b, a, sizeof x / 2, sizeof x / 2, 0, other, one) == 0);
	CHECK(omp_target_memcpy(y, b, sizeof x / 2, sizeof x / 2, sizeof x / 2, host, other) == 0);
	for (int i = 0; i < N; i++)
		CHECK(y[i] == (i < N / 2 ? 0 : x[i - N / 2]));
	omp_target_free(a, one);
	omp_target_free(b, other);
}

int main(void)
{
	int host = omp_get_initial_device(), x = 0;
	for (int d = 0; d < host; d++)
		constructs(d, host);
	report("constructs");
	for (int d = 0; d < host; d++)
		by_default(d);
	report("default");
	for (int d = 0; d < host; d++)
		memory(d, host);
	report("memory");
	for (int d = 0; d < host; d++)
		boxes(d, host);
	report("boxes");
	for (int d = 0; d < host; d++)
		associated(d, host);
	report("associated");
	for (int d = 0; d < host; d++)
		asynchronous(d, host);
	report("asynchronous");
	for (int d = 0; d < host; d++)
		for (int e = 0; e < host; e++)
			between(d, e, host);
	report("between");
	CHECK(omp_target_memcpy(&x, &x, 1, 0, 0, host + 7, host) != 0);
	CHECK(omp_target_alloc(8, host + 7) == NULL && omp_get_mapped_ptr(&x, host + 7) == NULL && !omp_target_is_present(&x, host + 7));
	report("none such");
	return 0;
}
