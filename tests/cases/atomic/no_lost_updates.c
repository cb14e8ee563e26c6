// atomic: under contention no update of any width is lost, nor any capture given out twice.
// expect: 60000 60000 60000 60000 95 24 60000
// expect: tickets 1
#include <stdio.h>

int main(void)
{
	enum { EACH = 15000 };
	static unsigned char given[4 * EACH];
	volatile int i32 = 0;
	volatile long long i64 = 0;
	double f64 = 0;
	float f32 = 0;
	volatile unsigned char u8 = 0;
	struct {
		volatile unsigned char before, count, after;
	} neighbours = {0, 0, 0};
	volatile unsigned short u16 = 0;
	volatile int next = 0;
	int once = 1;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp barrier
		for (int i = 0; i < EACH; i++) {
			int mine;
			#pragma omp atomic
			i32++;
			#pragma omp atomic
			i64 += 1;
			#pragma omp atomic
			f64 = f64 + 1;
			#pragma omp atomic
			f32 += 1;
			#pragma omp atomic
			u8++;
			#pragma omp atomic
			neighbours.count++;
			#pragma omp atomic
			u16++;
			#pragma omp atomic capture
			mine = next++;
			given[mine]++;
		}
	}
	for (int i = 0; i < 4 * EACH; i++)
		once &= given[i] == 1;
	printf("%d %lld %g %g %d %d %d\n", i32, i64, f64, f32, u8 - 1, neighbours.count - 72, u16);
	printf("tickets %d\n", once && !neighbours.before && !neighbours.after);
	return 0;
}
