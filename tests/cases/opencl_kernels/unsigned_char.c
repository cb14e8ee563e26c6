// Plain char without a sign on the host has none in a kernel.
// flags: -funsigned-char
// expect: 0 4 254 200
#include <stdio.h>

struct pair {
	char plain;
	signed char with;
};

static int below(char c)
{
	int value = c;
	return value < 0;
}

int main(void)
{
	char c[4];
	struct pair pair = {0, 0};
	int negative = 0, kept = 0;
	for (int i = 0; i < 4; i++)
		c[i] = (char)(i * 70);
	#pragma omp target teams distribute parallel for map(to: c) map(tofrom: pair) reduction(+ : negative, kept)
	for (int i = 0; i < 4; i++) {
		negative += below(c[i]);
		kept += (unsigned char)c[i] == c[i];
		if (i == 0) {
			pair.plain = (char)-2;
			pair.with = -2;
		}
	}
	printf("%d %d %d %d\n", negative, kept, pair.plain, pair.with + 202);
	return 0;
}
