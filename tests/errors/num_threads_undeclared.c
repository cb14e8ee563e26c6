// Undeclared names in a list of numbers of threads.
void use(void);

void work(int n)
{
#pragma omp parallel num_threads(2, more) // error: 'more' is not declared here
	use();
#pragma omp teams num_teams(least : 2) // error: 'least' is not declared here
	use();
}
