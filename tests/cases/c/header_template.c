// A header included three times as a template with different macros, a region in each copy.
// expect: 1313400 1313400 2450.0
#include <stdio.h>

#define NAME int
#define TYPE int
#include "extra/vector_template.h"
#define NAME long
#define TYPE long
#define CHUNK 4
#include "extra/vector_template.h"
#define NAME double
#define TYPE double
#define CHUNK 9
#include "extra/vector_template.h"

int main(void)
{
	int a[100];
	long b[100];
	double c[50], ones[50];

	for (int i = 0; i < 100; i++)
		b[i] = a[i] = i;
	for (int i = 0; i < 50; i++) {
		c[i] = i;
		ones[i] = 1;
	}
	scale_int(a, 100, 2);
	scale_long(b, 100, 2);
	scale_double(c, 50, 2);
	printf("%d %ld %.1f\n", dot_int(a, a, 100), dot_long(b, b, 100), dot_double(c, ones, 50));
	return 0;
}
