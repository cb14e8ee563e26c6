// Mistakes of first programs: what to write instead is in the message.
int main(void)
{
	int s = 0, i;
#pragma omp parallel { // error: the block begins on the line after the directive
	s++;
#pragma omp parallel for schedule(dynamic 4) // error: expected a comma between the schedule's kind and its chunk: schedule(dynamic, 4)
	for (i = 0; i < 3; i++)
		s++;
#pragma omp parallel do // error: 'do' is Fortran's: in C the loop directive is 'for'
	for (i = 0; i < 3; i++)
		s++;
#pragma omp end parallel // error: a construct ends with the statement or block after it
#pragma omp parallel for reduction(s) // error: such as reduction(+: sum)
	for (i = 0; i < 3; i++)
		s++;
	return s;
}
