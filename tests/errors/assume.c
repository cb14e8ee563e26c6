// What is wrong in assumptions.
#pragma omp assumes // error: 'assumes' needs a clause that says what is assumed
#pragma omp assumes absent(paralel) // error: 'paralel' in 'absent' is not a directive
#pragma omp assumes absent(parallel, target) contains(for, target) // error: 'target' is in 'absent' of the same 'assumes' already
#pragma omp end assumes // error: 'end assumes' without 'begin assumes'
#pragma omp begin assumes no_openmp // error: 'begin assumes' without 'end assumes'
int main(void)
{
	int x = 0;
#pragma omp assume // error: 'assume' needs a clause that says what is assumed
	x++;
#pragma omp assume contains(nothing) // error: 'nothing' in 'contains' is not a directive that does something when it is met
	x++;
	return x;
}
