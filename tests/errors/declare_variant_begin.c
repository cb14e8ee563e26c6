// begin declare variant and its end.
#pragma omp begin declare variant match(user = {condition(1)}) // error: 'begin declare variant' without 'end declare variant'
int f(int x)
{
	return x;
}
