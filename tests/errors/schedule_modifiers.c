// Schedule modifiers that contradict each other or the ordered clause.
int main(void)
{
#pragma omp for schedule(monotonic, nonmonotonic : dynamic) // error: 'monotonic' and 'nonmonotonic' cannot be combined
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(nonmonotonic : dynamic) ordered // error: 'nonmonotonic' and 'ordered' cannot be combined
	for (int i = 0; i < 4; i++)
		;
	return 0;
}
