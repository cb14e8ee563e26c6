// expect: 14 7 40 15 2305843009213693951 3298534883332 6
// expect: in the kernel: -5000000000 % 18446744073709551615 9
// expect: 180 6 11
// expect: 34
// reference: gcc because clang maps the member of the compound literal and finds no address
// OpenCL C gives `long long` 128 bits: in kernels it is `long`, also in structs, typedefs, constants, formats and reductions.
#include <stdio.h>

struct record {
	char c;
	long long v;
	char d;
};
struct tally {
	unsigned n;
	unsigned long long sum;
};
union word {
	unsigned u;
	unsigned char b[4];
};
typedef long long big;
#pragma omp declare reduction(join : struct tally : omp_out.n += omp_in.n, omp_out.sum ^= omp_in.sum) initializer(omp_priv = {0, 0})

static long long twice(long long x)
{
	return 2 * x;
}

int main(void)
{
	struct record a[3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
	long long b[4] = {1, 2, 3, 4}, one = 1;
	unsigned long long int m = ~0ull;
	int size = 0;
	#pragma omp target map(tofrom : a, b, m, size)
	{
		a[1].v += (long long)sizeof(long long) + one;
		size = (int)(sizeof(struct record) + sizeof(big) + sizeof 1ll);
		b[2] = twice(b[3]) + 7LL;
		m >>= 3;
		long long int q = 3;
		int long unsigned const long z = 4;
		b[0] = q << 40 | (long long)z;
		big y = 6;
		b[1] = y;
	}
	printf("%lld %d %d %lld %llu %lld %lld\n", a[1].v, a[2].c, size, b[2], m, b[0], b[1]);
	fflush(stdout);
	#pragma omp target
	printf("in the kernel: %lld %% %" "llu %d\n", -5000000000LL, ~0uLL, 9);
	fflush(stdout);

	struct tally t = {0, 2};
	long long most = -1;
	unsigned long long all[3] = {0};
	#pragma omp target teams loop collapse(2) reduction(join : t) reduction(max : most) reduction(+ : all)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 12; j++) {
			t.n += (unsigned)(i * 5 + j % 2) / 2;
			t.sum ^= (unsigned long long)(i & j);
			all[i % 3]++;
			if (most < j)
				most = j;
		}
	printf("%u %llu %lld\n", t.n + (unsigned)(all[0] + all[1] + all[2] - 48), t.sum + 4, most);

	unsigned x = 0x12345678;
	int byte = 0;
	#pragma omp target map(tofrom : byte)
	byte = ((union word){.u = x}).b[2];
	printf("%x\n", byte);
	return 0;
}
