// A clause in a form of 5.2 or 6.0 that libclang does not know takes nothing from what is said of the others on the line.
int main(void)
{
	int x = 0, y = 1;
#pragma omp parallel num_threads(2, 3) if(x y) // error: expected ')' before 'y'
	x = 1;
#pragma omp parallel
	{
#pragma omp for nowait(y) private(x) firstprivate(x) // error: 'x' appears in both 'private' and 'firstprivate'
		for (int i = 0; i < 4; i++)
			y++;
#pragma omp for firstprivate(for : y) lastprivate(missing) // error: 'missing' is not declared
		for (int i = 0; i < 4; i++)
			y++;
	}
#pragma omp teams num_teams(1 : 2) reduction(+ : nowhere) // error: 'nowhere' is not declared
	x = 1;
	return x;
}
