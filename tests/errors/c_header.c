// A header that is not there.
#include "no_such_header.h" // error: 'no_such_header.h' file not found

int main(void)
{
	int x = 0;
#pragma omp parallel
	x++;
	return x;
}
