// Expressions of the wrong type, and texts that are none, in clauses that libclang does not read.
struct pair {
	int a, b;
};
#pragma omp begin assumes no_openmp_routines(1)
int twice(int);
#pragma omp end assumes

void work(int x, struct pair pair, double real, const char *words, unsigned char bytes[4])
{
#pragma omp error at(execution) severity(warning) message(x) // error: 'message' needs a string, not a value of type 'int'
#pragma omp error at(execution) severity(warning) message(&real) // error: 'message' needs a string, not a value of type 'double *'
#pragma omp error at(execution) severity(warning) message(words + 1)
#pragma omp error at(execution) severity(warning) message((char *)bytes)
#pragma omp parallel num_threads(strict: 2) message(pair) severity(warning) // error: 'message' needs a string, not a value of type 'struct pair'
	x = 1;
#pragma omp assume holds(pair) // error: 'holds' needs a condition, not a value of type 'struct pair'
	x = 1;
#pragma omp assume holds(x >) // error: the expression in 'holds' cannot be read: expected expression
	x = 1;
#pragma omp assume holds(nosuch > 3) // error: 'nosuch' is not declared here
	x = 1;
#pragma omp assume holds(x > 0; x) // error: the expression in 'holds' cannot be read
	x = 1;
#pragma omp assume holds(x > 0 && words && real) no_openmp(x) // error: 'no_openmp' takes no argument but a condition that is known when the program is compiled
	x = 1;
#pragma omp assume no_parallelism(pair) // error: 'no_parallelism' needs a condition, not a value of type 'struct pair'
	x = 1;
#pragma omp single nowait(pair) // error: 'nowait' needs a condition, not a value of type 'struct pair'
	x = 1;
#pragma omp task transparent(real) // error: 'transparent' needs an integer, not a value of type 'double'
	x = 1;
#pragma omp task untied(x) // error: 'untied' takes no argument but a condition that is known when the program is compiled
	x = 1;
#pragma omp taskgraph graph_id(words) // error: 'graph_id' needs an integer, not a value of type 'const char *'
	{
	}
#pragma omp parallel num_threads(2, real) // error: 'num_threads' needs an integer, not a value of type 'double'
	x = 1;
#pragma omp teams num_teams(real : 4) // error: 'num_teams' needs an integer, not a value of type 'double'
	x = 1;
#pragma omp masked filter(real) // error: 'filter' needs an integer, not a value of type 'double'
	x = 1;
#pragma omp tile sizes(real) // error: 'sizes' needs an integer, not a value of type 'double'
	for (int i = 0; i < 4; i++)
		x = i;
#pragma omp tile sizes((x > 1 ? 2 : 3), x +) // error: the expression in 'sizes' cannot be read: expected expression
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 4; j++)
			x = i;
}
