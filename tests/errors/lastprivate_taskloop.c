// What lastprivate(conditional:) and firstprivate arrays of variable length cannot do on taskloop.
void loops(int n)
{
	int x = 0;
	struct { int a; } s = {0};
	double v[n];
	v[0] = 0;
#pragma omp taskloop lastprivate(conditional : x) nogroup // error: not supported: 'lastprivate(conditional:)' on 'taskloop nogroup' on target pthread
	for (int i = 0; i < n; i++)
		x = i;
#pragma omp taskloop simd lastprivate(conditional : x) // error: not supported: 'lastprivate(conditional:)' on 'taskloop simd' on target pthread
	for (int i = 0; i < n; i++)
		x = i;
#pragma omp taskloop lastprivate(conditional : s) // error: 's' is not a number or pointer: lastprivate(conditional: ...) takes scalar variables
	for (int i = 0; i < n; i++)
		s.a = i;
#pragma omp taskloop firstprivate(v) nogroup // error: not supported: 'v', an array of variable length, firstprivate in 'taskloop nogroup'
	for (int i = 0; i < n; i++)
		x += (int)v[0];
}
