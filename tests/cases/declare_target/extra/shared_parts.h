#ifndef SHARED_PARTS_H
#define SHARED_PARTS_H
#pragma omp declare target
struct span {
	double *first;
	int count;
};
extern double factor;
extern int squares[];
double total(const double *values, int count);
double total_of(struct span span);
double *element(double *values, int i);
void exchange(double *a, double *b);
int next_number(void);
int collatz(int n, int *steps);
double via_others(double *values, int count);
void rows_add(int rows, int columns, double (*matrix)[columns], double what);
int weekday(int day);
double dot(const float *a, const float *b, int n);
#pragma omp end declare target
extern int linked[8];
#pragma omp declare target link(linked)

#pragma omp declare target
int linked_sum(void);
#pragma omp end declare target
#endif
