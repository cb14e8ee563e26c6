// The section of a reduction is contiguous.
void sums(int (*rows)[8], int n)
{
	static int table[4][5][6];
	#pragma omp parallel for reduction(+: rows[0:4][1:2]) // error: the section of 'rows' in 'reduction' must be contiguous
	for (int i = 0; i < n; i++)
		rows[i % 4][1] += i;
	#pragma omp parallel for reduction(+: table[1][:][0:3]) // error: the section of 'table' in 'reduction' must be contiguous
	for (int i = 0; i < n; i++)
		table[1][i % 5][1] += i;
}
