// What is wrong in declare variant.
int quick(int x);
double other(double x);
int three(int x, int y, int z);
static int flag;
int number;

#pragma omp declare variant(quick) // error: 'declare variant' needs a 'match' clause
int base_1(int x);
#pragma omp declare variant(quick + 1) match(construct = {parallel}) // error: 'quick + 1' in 'declare variant' is not the name of a function
int base_4(int x);
#pragma omp declare variant(number) match(construct = {parallel}) // error: 'number' in 'declare variant' is a variable, not a function
int base_5(int x);

int main(void)
{
	return flag;
}
