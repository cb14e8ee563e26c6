// What the body of a scan loop may hold.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		static int calls;
		x += calls++;
		#pragma omp scan inclusive(x) // error: not supported: 'scan' between the declaration of 'calls' and a use, which is static
		use(x + calls);
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		int values[2] = {i, i}, *one = &values[1];
		x += *one;
		#pragma omp scan inclusive(x) // error: not supported: 'scan' between the declaration of 'one' and a use, which may hold a pointer to another variable of the iteration
		use(x + *one);
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		int twice = 2 * i;
		use(x);
		#pragma omp scan exclusive(x) // error: not supported: 'scan exclusive' between the declaration of 'twice' and a use
		x += twice;
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		int many[i + 1];
		many[i] = i;
		x += many[i];
		#pragma omp scan inclusive(x) // error: not supported: 'scan' between the declaration of 'many' and a use, which is static, volatile, atomic, of variable length
		use(x + many[i]);
	}
	#pragma omp parallel for reduction(inscan, +: x) ordered // error: a loop with an inscan reduction takes neither 'schedule' nor 'ordered'
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x) schedule(dynamic) // error: a loop with an inscan reduction takes neither 'schedule' nor 'ordered'
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
}
