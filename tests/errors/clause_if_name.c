// A name before the colon of an if clause that is no directive's.
int main(void)
{
	int x = 0;
#pragma omp parallel if(paralel : x > 1) // error: 'paralel' before ':' in 'if' is not a directive
	x = 1;
	return x;
}
