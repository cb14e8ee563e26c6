. "$LIB"
# The bytes that move are those which the map clauses demand: the trace of each part of a program is compared with what is written above it.
. "$(dirname "$LIB")/opencl.sh"
cat >bytes.c <<'C'
#include <stdlib.h>
enum { N = 1000, ROWS = 8, COLUMNS = 10 };
struct list { long before; double *data; int n; long after; };
static int x[N], y[N], z[N], a[ROWS][COLUMNS];
static double values[100];
static void none(void) { }
// bytes: kinds to x 4000, to y 4000, from y 4000, from z 4000
static void kinds(void)
{
	int w[N];
#pragma omp target map(to: x) map(tofrom: y) map(from: z) map(alloc: w)
	for (int i = 0; i < N; i++)
		w[i] = x[i], y[i] += w[i], z[i] = y[i];
}
// bytes: sections to x[10:20] 80, from y[:5] 20, to z[N-1:] 4
static void sections(void)
{
#pragma omp target map(to: x[10:20]) map(from: y[:5]) map(to: z[N-1:])
	y[0] = x[10] + z[N - 1];
}
// bytes: implicit to x 4000, from x 4000
static void implicit(void)
{
	int k = 7;
#pragma omp target
	x[0] = k;
}
// bytes: counted to x 4000, from x 4000
static void counted(void)
{
#pragma omp target data map(tofrom: x)
	for (int i = 0; i < 3; i++) {
#pragma omp target map(tofrom: x)
		x[i]++;
#pragma omp target map(to: x[0:10])
		x[0]++;
	}
}
// bytes: always to x 12000, from x 8000
static void always(void)
{
#pragma omp target data map(to: x)
	for (int i = 0; i < 2; i++) {
#pragma omp target map(always, tofrom: x)
		x[i]++;
	}
}
// bytes: deleted to x 4000
static void deleted(void)
{
#pragma omp target enter data map(to: x)
#pragma omp target enter data map(to: x)
#pragma omp target exit data map(delete: x)
}
// bytes: released to x 4000, from x 4000
static void released(void)
{
#pragma omp target enter data map(to: x)
#pragma omp target enter data map(alloc: x)
#pragma omp target exit data map(release: x)
#pragma omp target map(present, tofrom: x)
	x[0]++;
#pragma omp target exit data map(from: x)
}
// bytes: updated to x[0:100] 400, from x[5:3] 12
static void updated(void)
{
#pragma omp target data map(alloc: x)
	{
#pragma omp target update to(x[0:100])
#pragma omp target update from(x[5:3])
	}
}
// bytes: strided to a[0:4:2][1:5] 80, from a[:][0] 32, from a[2:3][0:4:3] 48
static void strided(void)
{
#pragma omp target data map(alloc: a)
	{
#pragma omp target update to(a[0:4:2][1:5])
#pragma omp target update from(a[:][0])
#pragma omp target update from(a[2:3][0:4:3])
	}
}
// bytes: attached to l.n 4, point l.data[0:l.n] 8, to l.data[0:l.n] 800, from l.data[0:l.n] 800
static void attached(void)
{
	struct list l = {1, values, 100, 2};
#pragma omp target map(to: l.n) map(tofrom: l.data[0:l.n])
	for (int i = 0; i < l.n; i++)
		l.data[i] += i;
}
// bytes: absent to x 4000
static void absent(void)
{
	if (!getenv("HOME"))
		abort();
#pragma omp target map(to: x) map(from: y[0:0])
	none();
}
// bytes: reduced to sum 8, from sum 8
static void reduced(void)
{
	long sum = 0;
#pragma omp target teams distribute parallel for reduction(+: sum)
	for (int i = 0; i < N; i++)
		sum += i;
}
// bytes: meanwhile to x 4000, from x 4000, to y 4000
static void meanwhile(void)
{
#pragma omp target enter data map(to: x, y) nowait depend(out: x)
#pragma omp target nowait depend(inout: x)
	x[0] = y[0];
#pragma omp target exit data map(from: x) map(release: y) nowait depend(inout: x)
#pragma omp taskwait
}
static const struct { const char *name; void (*part)(void); } parts[] = {{"kinds", kinds}, {"sections", sections}, {"implicit", implicit},
	{"counted", counted}, {"always", always}, {"deleted", deleted}, {"released", released}, {"updated", updated}, {"strided", strided},
	{"attached", attached}, {"absent", absent}, {"reduced", reduced}, {"meanwhile", meanwhile}};
int main(int argc, char **argv)
{
	parts[argc > 1 ? atoi(argv[1]) : 0].part();
	return 0;
}
C
quietly "$PPCC" --pp-target=opencl -fopenmp bytes.c -o bytes
export PPCC_CACHE=$PWD/kept PPCC_TRACE=1
part=0
while read -r name demanded; do
	PPCC_OPENCL_COPY=1 works ./bytes $part
	# sums for each direction and name, in the order of the names
	moved=$(awk '/^ppcc trace +[0-9]/ && $4 != "kernel" && $4 != "load" && $4 != "build" { if ($NF !~ /\./) exit 1; sum[$4 " " $5] += $(NF - 1) }
		END { for (key in sum) print key, sum[key] }' err | sort | tr '\n' ',')
	[ "$moved" = "$(tr ',' '\n' <<<"$demanded" | sed 's/^ *//' | sort | tr '\n' ',')" ] || { cat err; fail "$name moves $moved and not $demanded"; }
	works ./bytes $part
	[ "$(grep -cE " (to|from|point|copy) " err)" = 0 ] || { cat err; fail "$name moves something in place"; }
	part=$((part + 1))
done < <(sed -n 's,^// bytes: ,,p' bytes.c)
[ $part = 13 ] || fail "$part parts"
