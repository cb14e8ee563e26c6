. "$LIB"
# With nowait the device works meanwhile: a kernel waits for what the host does after the construct, and a second kernel for the first's
# successor.  A run under ThreadSanitizer has no report.
. "$(dirname "$LIB")/opencl.sh"
cat >meanwhile.c <<'C'
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
/* On a device that works in place.  Turns enough for minutes: a test that fails ends. */
static int flag, seen, after, done;
static void wait_for_flag(void)
{
#pragma omp target nowait map(tofrom: flag, seen) depend(out: seen)
	{
		int now = 0;
		for (long turns = 0; !now && turns < 20000000000; turns++) {
#pragma omp atomic read
			now = flag;
		}
		seen = now;
	}
#pragma omp target nowait map(tofrom: seen, after) depend(in: seen) depend(out: after)
	after = seen + 1;
#pragma omp task depend(in: after) shared(done)
	done = after;
}
int main(int argc, char **argv)
{
	int own = 0;
	omp_set_num_threads(argc > 1 ? atoi(argv[1]) : 1);
#pragma omp parallel
#pragma omp single
	{
		wait_for_flag();
#pragma omp task shared(own)
		own = 1;
#pragma omp atomic write
		flag = 1;
	}
	printf("%d %d %d %d\n", seen, after, done, own);
	flag = seen = after = done = 0;
	wait_for_flag(); /* outside of any region the thread goes on, too */
#pragma omp atomic write
	flag = 1;
#pragma omp taskwait
	printf("%d %d %d\n", seen, after, done);
	return 0;
}
C
quietly "$PPCC" --pp-target=opencl -fopenmp meanwhile.c -o meanwhile
for threads in 1 2 7; do expect timeout 100 ./meanwhile $threads = "1 2 2 1
1 2 2"; done

cases=$(dirname "$LIB")/../cases/target
run=(); setarch -R true 2>/dev/null && run=(setarch -R)
echo 'int main(void) { return 0; }' >none.c
"$PPCC_CC" -fsanitize=thread none.c -o none 2>err && "${run[@]}" ./none >out 2>err || skip "no ThreadSanitizer here"
for name in nowait_chains several_devices; do
	quietly "$PPCC" --pp-target=opencl -fopenmp -g -w -Wno-ppcc-host-loop -fsanitize=thread "$cases/$name.c" -o "$name"
	for copy in 0 1; do
		works env PPCC_OPENCL_COPY=$copy OMP_NUM_THREADS=4 "${run[@]}" "./$name"
		lacks err "data race"
		[ "$(sed -n 's,^// expect: ,,p' "$cases/$name.c")" = "$(cat out)" ] || { cat out; fail "$name under ThreadSanitizer"; }
	done
done
