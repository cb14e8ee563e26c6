// Private copies of file-scope variables whose struct, union or enum has no name.
// expect: 37 1 2 | 4 8 4
#include <stdio.h>

static struct { int a; int b[2]; } pair = {1, {2, 3}};
static enum { OFF, ON } state = ON;
static union { int whole; float real; } word = {7};
static struct { int count; } *pointer;
static struct { int item; } items[2] = {{1}, {2}};
typedef struct { int q; } named;
static named other = {4};

int main(void)
{
	int sum = 0;
	#pragma omp parallel num_threads(1) firstprivate(pair, state, word, other, pointer, items) reduction(+: sum)
	{
		pair.a++;
		pair.b[1]++;
		items[1].item += 15;
		sum += pair.a + pair.b[1] + (int)state + other.q + word.whole + (pointer ? 1 : 0) + items[0].item + items[1].item + 1;
	}
	printf("%d %d %d", sum, pair.a, items[1].item);
	#pragma omp parallel for num_threads(2) lastprivate(pair, other)
	for (int i = 0; i < 5; i++) {
		pair.a = i;
		pair.b[0] = pair.b[1] = 2 * i;
		other.q = i;
	}
	printf(" | %d %d %d\n", pair.a, pair.b[0], other.q);
	return 0;
}
