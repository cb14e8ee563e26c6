// reduction: the operators on _Bool, whose sum saturates at true.
// expect: or 1 and 0 land 1 lor 1 xor 1 plus 1 times 0
#include <stdbool.h>
#include <omp.h>
#include <stdio.h>

int main(void)
{
	bool or = false, and = true, land = true, lor = false, xor = false, plus = false, times = true;
	#pragma omp parallel for num_threads(3) schedule(static, 1) reduction(|: or) reduction(&: and) reduction(&&: land) reduction(||: lor) \
		reduction(^: xor) reduction(+: plus) reduction(*: times)
	for (int i = 0; i < 9; i++) {
		or |= i == 8;
		and &= i != 3;
		land = land && i >= 0;
		lor = lor || i == 5;
		xor ^= i % 2 == 0;
		plus += i > omp_get_num_threads() - 1;
		times &= i != 6;
	}
	printf("or %d and %d land %d lor %d xor %d plus %d times %d\n", or, and, land, lor, xor, plus, times);
	return 0;
}
