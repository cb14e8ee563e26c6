struct vector {
	int n;
	double *p;
};
typedef int number;
#pragma omp declare mapper(struct vector v) map(v, v.p[0:v.n])
#pragma omp declare mapper(default : struct vector w) map(w) // error: the mapper 'default' for 'struct vector' is declared twice
#pragma omp declare mapper(number v) map(v) // error: 'number' in 'declare mapper' is neither a struct nor a union
#pragma omp declare mapper(one : number) map(v) // error: expected '[name :] type variable' in 'declare mapper'
void f(struct vector *v)
{
	#pragma omp target map(mapper(five), to : v[0:2]) // error: no mapper 'five' is declared for 'v[0:2]', which has type 'struct vector'
	v->n = 0;
}
