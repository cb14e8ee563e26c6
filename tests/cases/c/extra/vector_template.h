/* A template: NAME, TYPE and optionally CHUNK are defined by the includer and undefined here. */
#define PASTE_(a, b) a##_##b
#define PASTE(a, b) PASTE_(a, b)

static void PASTE(scale, NAME)(TYPE *v, int n, TYPE by)
{
#ifdef CHUNK
#pragma omp parallel for schedule(dynamic, CHUNK)
#else
#pragma omp parallel for
#endif
	for (int i = 0; i < n; i++)
		v[i] = (TYPE)(v[i] * by);
}

static TYPE PASTE(dot, NAME)(const TYPE *a, const TYPE *b, int n)
{
	TYPE sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += (TYPE)(a[i] * b[i]);
	return sum;
}

#undef PASTE
#undef PASTE_
#undef NAME
#undef TYPE
#undef CHUNK
