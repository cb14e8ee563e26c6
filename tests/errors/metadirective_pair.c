// A begin metadirective at file scope chooses directives that have an end.
int n;
#pragma omp begin metadirective when(user = {condition(1)} : barrier) // error: 'barrier' has no end directive, so 'begin metadirective' cannot choose it here
int m;
#pragma omp end metadirective
