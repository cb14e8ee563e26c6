void f(void);
#pragma omp declare target link(f) // error: function name is not allowed in 'link' clause
