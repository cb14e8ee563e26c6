. "$LIB"
# Sources with and without regions, objects and libraries in one command.
region a.c sum_a; region b.c sum_b; echo 'int plain(void) { return 7; }' >plain.c
cat >main.c <<'C'
#include <math.h>
#include <stdio.h>
int sum_a(void), sum_b(void), plain(void), object(void);
int main(int argc, char **argv)
{
	(void)argv;
	sum_a();
	sum_b();
	printf("%d %d %.0f\n", plain(), object(), cos(argc - 1.0));
	return 0;
}
C
echo 'int object(void) { return 8; }' >object.c; quietly "$PPCC_CC" -c object.c -o x.o
quietly "$PPCC" -fopenmp main.c a.c plain.c b.c x.o -lm -o program
expect ./program = $'500500\n500500\n7 8 1'
quietly "$PPCC" -fopenmp -c a.c b.c plain.c main.c
quietly "$PPCC" -fopenmp main.o a.o b.o plain.o x.o -lm -o program2
expect ./program2 = $'500500\n500500\n7 8 1'
rm ./*.o
# One fails: the others are still compiled, as with the back end.
echo 'int broken(void) { return }' >>b.c
fails "$PPCC" -fopenmp -c a.c b.c plain.c
[ -e a.o ] && [ -e plain.o ] && [ ! -e b.o ] || fail "left: $(files)"
fails "$PPCC" -fopenmp -c a.c plain.c -o both.o; [ ! -e both.o ] || fail "-o with two inputs"
mkdir d1 d2; region d1/same.c one; region d2/same.c two
echo 'int one(void), two(void); int main(void) { one(); return two(); }' >main2.c
quietly "$PPCC" -fopenmp d1/same.c d2/same.c main2.c -o same; expect ./same = $'500500\n500500'
