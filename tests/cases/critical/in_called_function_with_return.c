// critical: a function with a critical region that is called from parallel code and returns a value made inside it.
// expect: 1275 50
#include <stdio.h>

static int next_id(void)
{
	static int last;
	int id;
	#pragma omp critical(ids)
	{
		last++;
		id = last;
	}
	return id;
}

int main(void)
{
	int sum = 0, seen[51] = {0}, once = 0;
	#pragma omp parallel for num_threads(4) reduction(+: sum)
	for (int i = 0; i < 50; i++) {
		int id = next_id();
		sum += id;
		seen[id]++;
	}
	for (int i = 1; i <= 50; i++)
		once += seen[i] == 1;
	printf("%d %d\n", sum, once);
	return 0;
}
