// begin metadirective and end metadirective come in pairs, and choose what has an end.
int f(int x)
{
#pragma omp end metadirective // error: 'end metadirective' without 'begin metadirective'
	x++;
#pragma omp begin metadirective when(user = {condition(1)} : parallel) // error: 'begin metadirective' without 'end metadirective'
	x++;
	return x;
}
