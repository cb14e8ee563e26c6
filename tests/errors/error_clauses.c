// Keywords of the error directive.
int main(void)
{
#pragma omp error at(link) // error: unknown keyword 'link' in 'at'
#pragma omp error severity(mild) // error: unknown keyword 'mild' in 'severity'
	return 0;
}
