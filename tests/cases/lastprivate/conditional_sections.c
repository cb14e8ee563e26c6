// lastprivate(conditional:) on sections: the value of the last section, in the text, that assigned one.
// reference: gcc because clang 19 loses assignments and leaves variables without a value
// expect: 20 1 30 7
#include <stdio.h>
#include <unistd.h>

static void set(int chosen, int *value, int *other)
{
	int x = 1, y = 7;
	#pragma omp parallel sections lastprivate(conditional: x, y)
	{
		#pragma omp section
		{
			usleep(2000); /* the first may finish last */
			x = 10;
		}
		#pragma omp section
		{
			if (chosen > 1) {
				x = 15;
				x += 5;
			}
		}
		#pragma omp section
		{
			if (chosen > 2)
				x = 30;
			if (chosen == 2)
				y = x == 30 ? 2 : 1;
		}
		#pragma omp section
		(void)chosen;
	}
	*value = x;
	*other = y;
}

int main(void)
{
	int x, y;
	set(2, &x, &y);
	printf("%d %d ", x, y);
	set(3, &x, &y);
	printf("%d %d\n", x, y);
	return 0;
}
