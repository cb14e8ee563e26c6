// reduction: every operator on unsigned long, with starting values that take part and results at the ends of the type.
// expect: plus 100 minus 10 times 96
// expect: and 8 or 127 xor 5
// expect: land 1 0 lor 1 0
// expect: min 0 max 18446744073709551615
#include <omp.h>
#include <stdio.h>

int main(void)
{
	unsigned long plus = 10, minus = 100, times = 3, and = 0x7c, or = 0x40, xor = 0x01;
	unsigned long land = 1, no = 1, lor = 0, nor = 0, min = 50, max = 2;
	const unsigned long lowest = 0UL, highest = 18446744073709551615UL;

	#pragma omp parallel num_threads(3)
	{
		#pragma omp for reduction(+: plus) reduction(-: minus) reduction(*: times)
		for (int i = 0; i < 10; i++) {
			plus += (unsigned long)(6 + omp_get_num_threads());
			minus -= 9;
			times = (unsigned long)(times * (i % 2 ? 2 : 1));
		}
		#pragma omp for reduction(&: and) reduction(|: or) reduction(^: xor)
		for (int i = 0; i < 6; i++) {
			and &= (unsigned long)(0x0b | 0x70 >> i);
			or |= (unsigned long)(1 << i);
			xor ^= (unsigned long)(i == 2 ? 4 : i == 4 ? 0x20 : i == 5 ? 0x20 : 0);
		}
		#pragma omp for reduction(&&: land, no) reduction(||: lor, nor)
		for (int i = 0; i < 9; i++) {
			land = land && i + 1;
			no = no && i != 8;
			lor = lor || i == 4;
			nor = nor || i == 9;
		}
		#pragma omp for reduction(min: min) reduction(max: max) schedule(static, 1)
		for (int i = 0; i < 9; i++) {
			unsigned long v = i == 7 ? lowest : i == 2 ? highest : (unsigned long)(20 + i);
			if (v < min)
				min = v;
			max = max < v ? v : max;
		}
	}
	printf("plus %lu minus %lu times %lu\n", plus, minus, times);
	printf("and %lu or %lu xor %lu\n", and, or, xor);
	printf("land %lu %lu lor %lu %lu\n", land, no, lor, nor);
	printf("min %lu max %lu\n", min, max);
	return 0;
}
