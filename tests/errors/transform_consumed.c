// What a transformation leaves is not what the directive above needs.
int main(void)
{
	int v[10], n = 10;
	#pragma omp parallel for
	#pragma omp split counts(2, omp_fill) // error: 'split' leaves no single loop for 'parallel for'
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp parallel for
	#pragma omp fuse looprange(1, 2) // error: 'fuse' leaves no single loop for 'parallel for'
	{
		for (int i = 0; i < n; i++)
			v[i] = i;
		for (int i = 0; i < n; i++)
			v[i] += i;
		for (int i = 0; i < n; i++)
			v[i] *= i;
	}
	return v[0];
}
