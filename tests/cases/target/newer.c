// 6.0: directives spelled with _, a directive's name before an argument, nowait with a condition, map types left out, self, p[:].
// reference: none because gcc 12 and clang 19 know only 5.x
// expect: 1 2 30 5 6 7 8 9 10
// expect: nowait 100 100
// no-copies because map(self) asks for the storage of the host
#include <omp.h>
#include <stdio.h>

int device_local, entered;
#pragma omp declare target local(device_local)
#pragma omp begin declare_target
static int add(int a, int b)
{
	return a + b + entered;
}
#pragma omp end declare_target
#pragma omp declare_target enter(entered)
#pragma omp requires self_maps
struct thing {
	int *p;
};
#pragma omp declare_mapper(struct thing t) map(t.p[0:2])
#pragma omp declare_reduction(sum : int : omp_out += omp_in) initializer(omp_priv = 0)

int main(void)
{
	int a = 0, b[2] = {0, 0}, shared_value = 30, *p = b, c = 5, n = 100, hits[100] = {0}, order = 1;
	struct thing thing = {b};
	#pragma omp target_data map(tofrom : a, b)
	{
		#pragma omp target map(a)
		a = add(a, 1);
	}
	#pragma omp target_enter_data map(to : b)
	#pragma omp target map(p[:]) map(present : b)
	p[1] = 2;
	#pragma omp target_update from(b)
	#pragma omp target_exit_data map(from : b)
	#pragma omp target teams firstprivate(target : shared_value) num_teams(2) map(self : c)
	shared_value += omp_get_team_num();
	printf("%d %d %d %d", a, b[1], shared_value, c);
	int sum = 0;
	#pragma omp target parallel for reduction(parallel : + : sum) firstprivate(parallel : n) num_threads(parallel : 2)
	for (int i = 0; i < 4; i++)
		sum += i;
	printf(" %d", sum);
	#pragma omp target map(always, close, tofrom : thing)
	thing.p[0] = 7;
	#pragma omp target map(ref_ptr, tofrom : p)
	p[1] = 8;
	printf(" %d %d", b[0], b[1]);
	device_local = 9;
	#pragma omp target
	device_local++;
	printf(" 9 %d\n", device_local == (omp_get_num_devices() ? 9 : 10) ? 10 : 0); /* a device has one of its own */
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for nowait(n > 100) schedule(dynamic)
		for (int i = 0; i < n; i++)
			hits[i]++;
		int all = 0;
		for (int i = 0; i < n; i++)
			all += hits[i];
		#pragma omp critical
		order &= all == n;
		#pragma omp barrier
		#pragma omp for nowait(n == 100)
		for (int i = 0; i < n; i++)
			hits[i]++;
		#pragma omp single nowait(0)
		order += 99;
		#pragma omp critical
		order = order == 100 ? order : 0;
	}
	int twice = 0;
	for (int i = 0; i < n; i++)
		twice += hits[i] == 2;
	printf("nowait %d %d\n", twice, order);
	return 0;
}
