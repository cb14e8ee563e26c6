// A header with #pragma once, a region and _Pragma operators, included twice.
// expect: 100
#include <stdio.h>
#include "extra/once.h"
#include "extra/once.h"

int main(void)
{
	printf("%d\n", once(100));
	return 0;
}
