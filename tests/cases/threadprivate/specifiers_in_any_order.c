// threadprivate variables whose storage class is not the first word of the declaration.
// flags: -Wno-old-style-declaration -Wno-unknown-warning-option
// expect: 8 x 3
#include <stdio.h>

int static volatile a = 1;
const char static *name = "x";
volatile static int b;
long unsigned static c;
const static int constant = 3;
#pragma omp threadprivate(a, name, b, c)

int main(void)
{
	int sum = 0;
	#pragma omp parallel num_threads(1) reduction(+: sum)
	{
		a++;
		b++;
		c += 2;
		sum += a + b + (int)c + constant;
	}
	printf("%d %s %d\n", sum, name, constant);
	return 0;
}
