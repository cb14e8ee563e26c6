#pragma once
_Pragma("GCC diagnostic push")
static inline int once(int n)
{
	int count = 0;
	_Pragma("omp parallel for reduction(+ : count)")
	for (int i = 0; i < n; i++)
		count++;
	return count;
}
_Pragma("GCC diagnostic pop")
