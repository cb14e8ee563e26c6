// Conditional directives with blanks before the '#' around the braces of a region, as the first and last thing inside it.
// flags: -DTHREADS
// expect: 30 8 4
#include <stdio.h>

static int doubled(int n)
{
	int sum = 0;
	#ifdef THREADS
	#pragma omp parallel default(none) \
	reduction(+ : sum) shared(n)
	{
	#endif
		int two = 2;

		#pragma omp for
		for (int i = 0; i < n; i++)
			sum += two;
	
	#ifdef THREADS
	}
	#endif
	return sum;
}

int main(void)
{
	int a = 0, b = 0;

	#pragma omp parallel num_threads(2)
	{
		#ifdef THREADS
			/* deeper than the brace */
			#pragma omp atomic
			a += 4;
		#else
			a++;
		#endif
	}

	  #ifdef THREADS
	  #pragma omp parallel num_threads(4)
	  {
	  #ifndef SERIAL
	  #endif
	  #endif
	    #pragma omp atomic
	    b++;
	  #ifdef THREADS
	  }
	  #endif
	int serial = 0;
	#pragma omp parallel num_threads(1)
	serial = b;
	printf("%d %d %d\n", doubled(15), a, serial);
	return 0;
}
