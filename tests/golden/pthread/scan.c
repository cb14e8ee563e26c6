/* A running sum: each thread keeps the sums of its own iterations, and learns what comes before them. */
double running(int n, const double *in, double *out)
{
	double sum = 0.0;
	#pragma omp parallel for reduction(inscan, + : sum)
	for (int i = 0; i < n; i++) {
		sum += in[i];
		#pragma omp scan inclusive(sum)
		out[i] = sum;
	}
	return sum;
}

void tallies(int n, const unsigned char *text, int (*before)[26])
{
	int count[26] = {0};
	#pragma omp parallel for reduction(inscan, + : count)
	for (int i = 0; i < n; i++) {
		for (int c = 0; c < 26; c++)
			before[i][c] = count[c];
		#pragma omp scan exclusive(count)
		count[text[i] - 'a']++;
	}
}
