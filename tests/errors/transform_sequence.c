// Restrictions of fuse and split.
#define COUNTED(x) static int calls; (x) = calls++

int main(void)
{
	int v[10], n = 10;
	#pragma omp fuse
	for (int i = 0; i < n; i++) // error: expected loops in braces after '#pragma omp fuse'
		v[i] = i;
	#pragma omp fuse
	{ // error: there are no loops to fuse
	}
	#pragma omp fuse
	{
		for (int i = 0; i < n; i++)
			v[i] = i;
		v[0] = 1; // error: only loops can stand in the braces after '#pragma omp fuse'
		for (int i = 0; i < n; i++)
			v[i] = i;
	}
	#pragma omp fuse looprange(2, 2) // error: 'looprange(2, 2)' is not in the sequence of 2 loops
	{
		for (int i = 0; i < n; i++)
			v[i] = i;
		for (int i = 0; i < n; i++)
			v[i] = i;
	}
	#pragma omp fuse looprange(1) // error: 'looprange' takes two numbers: the first loop and how many
	{
		for (int i = 0; i < n; i++)
			v[i] = i;
	}
	#pragma omp split // error: 'split' needs a 'counts' clause
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp split counts(2, 3) // error: 'counts' needs exactly one 'omp_fill'
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp split counts(omp_fill, 3, omp_fill) // error: 'counts' needs exactly one 'omp_fill'
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp split counts(-1, omp_fill) // error: '-1' in 'counts' is negative
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp split counts(1, omp_fill)
	for (int i = 0; i < n; i++) { // error: not supported: 'split' of a loop with a label, a static variable or an asm statement in its body
		static int calls;
		v[i] = calls++;
	}
	#pragma omp split counts(1, omp_fill)
	for (int i = 0; i < n; i++) { // error: not supported: 'split' of a loop with a label, a static variable or an asm statement in its body
		COUNTED(v[i]);
	}
	return v[0];
}
