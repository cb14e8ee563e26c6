struct vector {
	int n;
	double *p;
};
#pragma omp declare mapper(two : struct vector v) // error: 'declare mapper' needs a clause
#pragma omp declare mapper(three : struct vector v) map(v.q) // error: no member named 'q' in 'struct vector'
#pragma omp declare mapper(four : struct vector v) map(v.p[0:]) // error: the section of 'v' needs a length
void f(void)
{
}
