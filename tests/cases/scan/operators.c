// scan: all operators, inclusive and exclusive, with an original value that takes part, on several types.
// reference: none because clang 19 leaves the original value out and gcc 12 wants one statement on each side
// expect: ok
#include <stdio.h>

enum { N = 203 };

static int faults;

#define CHECK(name, i, got, want)                                        \
	do {                                                                 \
		if ((got) != (want) && faults++ < 5)                             \
			printf("%s, iteration %d\n", name, i);                       \
	} while (0)

#define PRAGMA(...) _Pragma(#__VA_ARGS__)

#define TEST(type, operator, name, start, value, combine)                \
	do {                                                                 \
		static type in[N], out[N];                                       \
		type x = start, y = start;                                       \
		for (int i = 0; i < N; i++)                                      \
			in[i] = (type)(value);                                       \
		PRAGMA(omp parallel for reduction(inscan, operator : x))         \
		for (int i = 0; i < N; i++) {                                    \
			type b = in[i], a = x;                                       \
			x = combine;                                                 \
			PRAGMA(omp scan inclusive(x))                                \
			out[i] = x;                                                  \
		}                                                                \
		for (int i = 0; i < N; i++) {                                    \
			type b = in[i], a = y;                                       \
			y = combine;                                                 \
			CHECK(name, i, out[i], y);                                   \
		}                                                                \
		CHECK(name " after", N, x, y);                                   \
		x = y = start;                                                   \
		PRAGMA(omp parallel for simd reduction(inscan, operator : x))    \
		for (int i = N - 1; i >= 0; i--) {                               \
			out[i] = x;                                                  \
			PRAGMA(omp scan exclusive(x))                                \
			{                                                            \
				type b = in[i], a = x;                                   \
				x = combine;                                             \
			}                                                            \
		}                                                                \
		for (int i = N - 1; i >= 0; i--) {                               \
			type b = in[i], a = y;                                       \
			CHECK(name " exclusive", i, out[i], y);                      \
			y = combine;                                                 \
		}                                                                \
		CHECK(name " exclusive, after", N, x, y);                        \
	} while (0)

int main(void)
{
	TEST(int, +, "+", 7, i * 3 - 50, a + b);
	TEST(unsigned char, +, "+ of char", 200, i, (unsigned char)(a + b));
	TEST(long long, -, "-", -3, i, a + b);
	TEST(unsigned, *, "*", 3, 2 * i + 1, a *b);
	TEST(unsigned long, &, "&", ~0ul, ~(1ul << i % 60), a &b);
	TEST(short, |, "|", 1, i % 7 << i % 5, (short)(a | b));
	TEST(int, ^, "^", 99, i * 77, a ^ b);
	TEST(int, &&, "&&", 1, i != 150, a &&b);
	TEST(_Bool, ||, "||", 0, i == 20 || i == 180, a || b);
	TEST(int, min, "min", 40, 100 - i * i % 97, a < b ? a : b);
	TEST(double, max, "max", -1.0, i * i % 89, a > b ? a : b);
	TEST(double, +, "+ of double", 0.5, i * 0.25, a + b);
	puts(faults ? "wrong" : "ok");
	return 0;
}
