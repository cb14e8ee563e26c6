// defaultmap: behaviors by category; what no clause names is mapped by its kind.
// reference: none because gcc 12 does not know all behaviors, and on the host nobody else keeps firstprivate aggregates apart
// expect: scalar 5 5 aggregate 1 2 pointer 0 1 all 9
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>

struct pair {
	int a, b;
};

int main(void)
{
	int x = 1, y = 1, array[2] = {1, 1}, *p = array, all = 0;
	struct pair pair = {1, 1};
	#pragma omp target defaultmap(tofrom : scalar)
	x = 5;
	#pragma omp target defaultmap(tofrom)
	y = 5;
	#pragma omp target defaultmap(firstprivate : aggregate)
	{
		array[0] = 7;
		pair.a = 7;
		if (array[1] + pair.b == 2)
			array[1] = 3;
	}
	#pragma omp target defaultmap(default : aggregate) defaultmap(to : scalar)
	array[1] = 2 + 0 * x;
	printf("scalar %d %d aggregate %d %d", x, y, array[0] * pair.a, array[1]);
	int zero = 1, *before = p;
	#pragma omp target defaultmap(firstprivate : pointer) defaultmap(tofrom : scalar)
	{
		zero = p == 0;
		p = 0;
	}
	printf(" pointer %d %d", zero, p == before);
	#pragma omp target defaultmap(none) map(tofrom : all) firstprivate(x) map(to : array)
	all = x + array[1] * 2;
	printf(" all %d\n", all);
	return 0;
}
