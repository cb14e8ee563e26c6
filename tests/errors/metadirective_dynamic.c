// Choices at execution time that cannot be made, and begin without end.
int n;

#pragma omp metadirective when(user = {condition(n)} : declare target) // error: this metadirective chooses at execution time, so it must be inside a function
int f(int x)
{
#pragma omp metadirective when(user = {condition(x)} : parallel)
	{
		static int calls; // error: not supported: the static variable 'calls' in the statement of a metadirective that chooses at execution time
		calls++;
	}
#pragma omp metadirective when(user = {condition(x)} : parallel)
	{
	inside:
		x++;
	}
	if (x < 3)
		goto inside; // error: 'inside' is a label in the statement of a metadirective, which must be entered at its top
#pragma omp metadirective when(user = {condition(x)} : parallel) // error: expected a statement after '#pragma omp metadirective'
}
