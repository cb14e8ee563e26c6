// Structs with bit-fields: shared with member writes, private, firstprivate and copied whole.
// expect: 5 1 -2 300 12
#include <stdio.h>

struct flags {
	unsigned kind : 3;
	_Bool ready : 1;
	signed offset : 4;
	unsigned : 0;
	unsigned count : 12;
};

int main(void)
{
	struct flags shared_flags = {0, 0, 0, 0}, mine = {4, 1, 3, 100}, copy = {0, 0, 0, 0};
	int total = 0;

#pragma omp parallel firstprivate(mine) shared(shared_flags, copy)
	{
		mine.kind++;
		mine.offset -= 5;
		mine.count *= 3;
#pragma omp single
		{
			shared_flags.kind = mine.kind;
			shared_flags.ready = 1;
			copy = mine;
		}
	}
#pragma omp parallel for private(mine) reduction(+ : total)
	for (int i = 0; i < 12; i++) {
		mine.kind = i & 1;
		mine.ready = i & 2;
		total += mine.kind == (i & 1u) && mine.ready == !!(i & 2);
	}
	printf("%u %d %d %u %d\n", shared_flags.kind, shared_flags.ready, copy.offset, copy.count, total);
	return 0;
}
