// A type that a region uses moves out of its function with its comments.
// expect: 3 http://x 4
#include <stdio.h>
#include <string.h>

int main(void)
{
	struct { // a comment of the line // and one in it
		int a; /* of the other kind, // with slashes
		          over two lines */
		char url['/' == '/' ? 16 : 0]; // "unbalanced
		double b; /* a */ // b /* c
	} s = {1, "http://x", 2};
	#pragma omp parallel num_threads(2) shared(s)
	#pragma omp single
	{
		s.a += 2;
		s.b *= 2;
	}
	printf("%d %s %.0f\n", s.a, s.url, s.b);
	return 0;
}
