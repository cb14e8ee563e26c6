// Pragmas spelt with %:, with blanks and tabs anywhere, in odd columns, and with digraph brackets in their lists.
// expect: 4950 4950 4950 3
#include <stdio.h>

int main(void)
<%
	long a = 0, b = 0, c = 0;
	int v<:3:> = {0, 0, 0};

%:pragma omp parallel for reduction(+ : a)
	for (int i = 0; i < 100; i++)
		a += i;
		  #  	pragma  	omp  	parallel	for	reduction	(	+:b	)
	for (int i = 0; i < 100; i++)
		b += i;
	%: pragma omp parallel for reduction(+:c),schedule(static)
	for (int i = 0; i < 100; i++) c += i;
	/* comment first */ # /* then */ pragma omp parallel for reduction(+:v<:0:3:>)
	for (int i = 0; i < 9; i++)
		v<:i % 3:>++;
	printf("%ld %ld %ld %d\n", a, b, c, v[0] * v[1] * v[2] / 9);
	return 0;
%>
