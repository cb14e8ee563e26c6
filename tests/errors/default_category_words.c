// Words that are no attribute, no category, or a modifier of a clause that has none.
int main(void)
{
	int x = 0;
#pragma omp parallel default(shraed : scalar) // error: 'shraed' before ':' in 'default' is none of shared, private, firstprivate and none
	x = 1;
#pragma omp parallel default(firstprivate : scalars) // error: 'scalars' in 'default' is none of the categories scalar, aggregate, pointer and all
	x = 1;
#pragma omp parallel proc_bind(always : close) // error: 'proc_bind' takes no modifier
	x = 1;
	return x;
}
