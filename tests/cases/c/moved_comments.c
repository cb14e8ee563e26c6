// Local types and static variables that move to file scope keep the comments in them.
// expect: 3 5 http://x 7
#include <stdio.h>

int main(void)
{
	struct point {
		int x; // across
		int y; /* down // not a comment of its own
			*/
		const char *name; // "quoted" /* still this line
	} point = {1, 2, "http://x"}, copy;
	static int counter = // begins at
		4; // four
	int sum = 0;
	#pragma omp parallel reduction(+ : sum) num_threads(1)
	{
		struct point mine = point;
		sum += mine.x + mine.y;
		#pragma omp single
		{
			copy = mine;
			counter++;
		}
	}
	printf("%d %d %s %d\n", sum, counter, copy.name, copy.x + 6);
	return 0;
}
