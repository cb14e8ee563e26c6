// atomic compare capture: old and new values, and the result of the comparison, in every block form.
// reference: gcc because clang-19 captures the old value in the form that asks for the new one, and -1 for true
// expect: old 5 x 9 again 9 x 9
// expect: new 4 9
// expect: result 1 0 fail 1 value 4
// expect: winners 1 1 tickets 1
#include <stdio.h>

int main(void)
{
	int x = 5, e = 5, v, w, r, s, fail_value = 0, winners = 0, once = 0, owner = -1, list = 0, tickets[101] = {0}, fine = 1, team = 0;

	#pragma omp atomic compare capture
	{
		v = x;
		if (x == e) { x = 9; }
	}
	printf("old %d x %d", v, x);
	#pragma omp atomic capture compare
	{
		v = x;
		if (x == e) { x = 1; }
	}
	printf(" again %d x %d\n", v, x);
	x = 4;
	#pragma omp atomic compare capture
	{
		if (x == e) { x = 9; }
		v = x;
	}
	x = 5;
	#pragma omp atomic compare capture
	{
		if (x == e) { x = 9; }
		w = x;
	}
	printf("new %d %d\n", v, w);
	x = 5;
	#pragma omp atomic compare capture
	{
		r = x == e;
		if (r) { x = 4; }
	}
	#pragma omp atomic compare capture
	{
		s = x == e;
		if (s) { x = 100; }
	}
	#pragma omp atomic compare capture
	if (x == e) { x = 50; } else { fail_value = x; }
	printf("result %d %d fail %d value %d\n", r, s, fail_value == 4, x);

	#pragma omp parallel num_threads(4) private(v) reduction(+: winners, team)
	{
		int got;
		team++;
		#pragma omp atomic compare capture
		{
			got = owner == -1;
			if (got) { owner = 1; }
		}
		winners += got;
		#pragma omp atomic
		once += got;
		for (int i = 0; i < 25; i++) {
			int old, next;
			do {
				#pragma omp atomic read
				old = list;
				next = old + 1;
				#pragma omp atomic compare capture
				{
					v = list;
					if (list == old) { list = next; }
				}
			} while (v != old);
			#pragma omp atomic
			tickets[next]++;
		}
	}
	for (int i = 1; i <= 100; i++)
		fine &= tickets[i] == 1;
	printf("winners %d %d tickets %d\n", winners, once, fine * (team == 4));
	return 0;
}
