// Errors in a pragma of several lines are reported at the line of the clause.
int main(void)
{
	int x = 0;
#pragma omp parallel for /* a comment */ \
	schedule(static) \
	privat(x) /* error: unknown clause 'privat' on 'parallel for'; did you mean 'private'? */ \
	num_threads(2)
	for (int i = 0; i < 4; i++)
		x = i;
	return x;
}
