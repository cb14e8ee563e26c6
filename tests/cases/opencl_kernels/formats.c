// Types, literals and formats that OpenCL C reads differently: `long long` has 128 bits there, and printf does not know z, t, j and ll.
// expect: 16 a5b 9 -7 12 18446744073709551615 1.500 c % 9223372036854775808    -5|ab  |
// expect: 30786325577729 7696581394432 1649267441664 4398046511101 8 1
#include <stddef.h>
#include <inttypes.h>
#include <stdio.h>

typedef long long wide;

struct row {
	char c;
	long long value;
	unsigned long long int count;
	long unsigned long other;
};

static wide twice(wide x)
{
	return x * 2LL;
}

int main(void)
{
	long long a[8] = {0}, product = 1, big = 1LL << 40;
	struct row rows[4] = {{0}};
	wide sum = 0;
	unsigned long long most = 0;
	size_t size = 9;
	#pragma omp target firstprivate(size)
	{
		ptrdiff_t difference = -7;
		intmax_t number = 12;
		printf("%zu a%lldb %zu %td %jd %llu %.3lf %c %% %" PRIu64 " %5" PRId32 "|%-4" PRIx8 "|\n", sizeof(long long) + sizeof(wide), 5LL, size, difference, number, ~0ull, 1.5, 'c', (uint64_t)1 << 63, (int32_t)-5, (uint8_t)0xab);
	}
	#pragma omp target teams distribute parallel for map(tofrom: a, rows) reduction(+ : sum) reduction(max : most) reduction(* : product)
	for (int i = 0; i < 8; i++) {
		long long k = big * i;
		a[i] = twice(k) + (i % 2 ? -3 : 0LL);
		if (i % 2) {
			rows[i / 2].value = k;
			rows[i / 2].other = (unsigned long long)k >> 1;
		}
		sum += k;
		product *= i == 3 ? big / 1024 : 1;
		if (most < (unsigned long long)k)
			most = k;
	}
	printf("%lld %llu %lu %lld %d %d\n", sum + product / (1LL << 30), most, (unsigned long)rows[1].other, a[1] + a[0] + 2199023255552, (int)sizeof rows[0].value,
	       rows[3].value == 7 * big);
	return 0;
}
