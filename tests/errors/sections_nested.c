// section not directly inside the block of its sections.
int main(void)
{
	int x = 0;
#pragma omp sections
	{
#pragma omp section
		{
#pragma omp section // error: 'section' must be directly inside 'sections'
			x = 1;
		}
	}
	return x;
}
