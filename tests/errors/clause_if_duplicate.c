// Two if clauses for the same directive, and one for a directive that is not there.
int main(void)
{
	int x = 0;
#pragma omp parallel if(x > 1) if(x > 2) // error: clause 'if' may appear only once
	x = 1;
#pragma omp parallel if(parallel : x > 1) if(parallel : x > 2) // error: clause 'if' may appear only once
	x = 1;
#pragma omp parallel if(task : x > 1) // error: 'task' in 'if' is not part of 'parallel'
	x = 1;
	return x;
}
