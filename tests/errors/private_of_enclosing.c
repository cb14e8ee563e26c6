// A worksharing construct reduces or copies out a variable that is private in the region around it.
int main(void)
{
	int sum = 0, last = 0;
#pragma omp parallel private(sum, last)
	{
#pragma omp for reduction(+ : sum) // error: 'sum' is private in the enclosing 'parallel'
		for (int i = 0; i < 4; i++)
			sum += i;
#pragma omp for lastprivate(last) // error: 'last' is private in the enclosing 'parallel'
		for (int i = 0; i < 4; i++)
			last = i;
	}
#pragma omp parallel
	{
		int mine = 0;
#pragma omp for reduction(+ : mine) // error: 'mine' is private in the enclosing 'parallel'
		for (int i = 0; i < 4; i++)
			mine += i;
	}
	return sum + last;
}
