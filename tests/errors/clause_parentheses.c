// Missing parentheses of clauses and directives, and parentheses where there is no argument.
int main(void)
{
	int x = 0;
#pragma omp parallel private(x // error: missing ')' in 'private'
	x = 1;
#pragma omp parallel private x // error: expected '(' after 'private'
	x = 1;
#pragma omp critical (name // error: missing ')'
	x = 1;
#pragma omp parallel num_threads // error: expected '(' after 'num_threads'
	x = 1;
	return x;
}
