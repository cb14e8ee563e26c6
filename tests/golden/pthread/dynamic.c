/* A loop whose iterations take different times, handed out in chunks of eight; n is read, worst is written. */
int divisors(int number);

int most_divisors(int n)
{
	int worst = 0;

	#pragma omp parallel
	{
		int mine = 0;

		#pragma omp for schedule(dynamic, 8) nowait
		for (int i = 1; i <= n; i++) {
			int count = divisors(i);
			if (count > mine)
				mine = count;
		}

		#pragma omp critical
		if (mine > worst)
			worst = mine;
	}
	return worst;
}
