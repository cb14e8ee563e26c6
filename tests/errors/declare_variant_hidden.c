// A call that means a variant stands where the variant's name is a variable's.
static int fast(int x)
{
	return x + 1;
}

#pragma omp declare variant(fast) match(construct = {parallel})
static int slow(int x)
{
	return x;
}

static int other(int x)
{
	return x + 2;
}

int main(void)
{
	int sum = 0;
#pragma omp parallel reduction(+ : sum)
	{
		int (*fast)(int) = other;
		sum += slow(fast(1)); // error: a variable hides 'fast', which this call of 'slow' means
	}
	int (*fast)(int) = other;
	return sum + slow(1) + fast(1);
}
