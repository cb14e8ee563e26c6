// Mistakes in the iterator modifier.
int main(void)
{
	int v[8] = {0};
#pragma omp task depend(iterator(i), in : v[i]) // error: expected 'name = begin : end' in 'iterator'
	v[0]++;
#pragma omp task depend(iterator(i = 0), in : v[i]) // error: expected 'name = begin : end' in 'iterator'
	v[0]++;
#pragma omp task depend(iterator(i = : 3), in : v[i]) // error: the iterator 'i' needs 'begin : end' or 'begin : end : step'
	v[0]++;
#pragma omp task depend(iterator(i = 0 : 3 : 0), in : v[i]) // error: the step of the iterator 'i' is 0
	v[0]++;
#pragma omp task depend(iterator(i = 0 : 3, i = 0 : 2), in : v[i]) // error: there are two iterators 'i'
	v[0]++;
#pragma omp task depend(iterator(i = 0 : 3, j = 0 : i), in : v[i + j]) // error: the bounds of the iterator 'j' cannot use an iterator of the same clause
	v[0]++;
#pragma omp task depend(iterator(i = 0 : 3), iterator(j = 0 : 3), in : v[i + j]) // error: 'iterator' may be written once in a clause
	v[0]++;
#pragma omp task depend(iterator(i = 0 : 3) in : v[i]) // error: 'iterator(i = 0 : 3) in' in 'depend' is none of in, out
	v[0]++;
#pragma omp task depend(present, in : v[0]) // error: unknown modifier 'present' in 'depend'; only 'iterator' is one
	v[0]++;
#pragma omp task affinity(close : v[0]) // error: unknown modifier 'close' in 'affinity'; only 'iterator' is one
	v[0]++;
#pragma omp task depend(on : v[0]) // error: 'on' in 'depend' is none of in, out, inout, mutexinoutset, inoutset and depobj
	v[0]++;
#pragma omp task depend(source) // error: expected 'dependence : locators' in 'depend', as in depend(inout : x)
	v[0]++;
#pragma omp task depend(sink : v[0]) // error: 'sink' in 'depend' is none of in, out
	v[0]++;
	return v[0];
}
