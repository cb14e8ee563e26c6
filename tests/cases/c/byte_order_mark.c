// A source that begins with the byte order mark of UTF-8 is translated like any other.
// needs: extra/byte_order_mark.c
// expect: 4950
#include <stdio.h>

long sum_to(int n);

int main(void)
{
	printf("%ld\n", sum_to(100));
	return 0;
}
