// A misspelt or unknown directive is refused, with the nearest name when there is one.
int main(void)
{
	int sum = 0;
#pragma omp paralel // error: unknown directive 'paralel'; did you mean 'parallel'?
	sum++;
#pragma omp fro // error: unknown directive 'fro'; did you mean 'for'?
	for (int i = 0; i < 10; i++)
		sum += i;
#pragma omp bariier // error: unknown directive 'bariier'; did you mean 'barrier'?
#pragma omp frobnicate // error: unknown directive 'frobnicate'
	return sum;
}
