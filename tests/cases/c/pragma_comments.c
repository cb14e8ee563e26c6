// Comments in pragmas: between words, inside lists, over several lines, at the end, with what looks like clauses.
// flags: -Wno-comment
// expect: 4950 4950 7
#include <stdio.h>

int main(void)
{
	long a = 0, b = 0;
	int c = 0;

#pragma /* one */ omp /* two */ parallel /* private(a) */ for reduction(/* op */ + /* colon */ : a /* , b */) // shared(a)
	for (int i = 0; i < 100; i++)
		a += i;
#pragma omp parallel for reduction(+ : b) /* this comment goes on
	schedule(nonsense) over lines
	*/ schedule(static)
	for (int i = 0; i < 100; i++)
		b += i;
#pragma omp parallel // a comment that \
	goes on over the line's end
	/* between the pragma and its statement */
	// and another
	{
#pragma omp single /*"*/
		/* ' */ c = 7; /* } */
	}
	printf("%ld %ld %d\n", a, b, c);
	return 0;
}
