. "$LIB"
# Dependency files are those of a direct compilation of the user's file.
mkdir src; echo '#define UNUSED 1' >src/h.h; region src/a.c main '"h.h"'; region b.c
compare() { # OPTIONS...
	rm -rf mine direct; mkdir mine direct
	for where in mine direct; do
		local cc=("$PPCC" -fopenmp); [ $where = mine ] || cc=("$PPCC_CC")
		(cd $where && mkdir out && cp -r ../src ../b.c . && "${cc[@]}" "$@" >/dev/null 2>&1; rm -f out/*.o *.o *.s a.out out/program)
	done
	diff -r mine direct || fail "differs: $*"
}
compare -MD -c src/a.c
compare -MD -c src/a.c -o out/a.o
compare -MMD -MP -c src/a.c -o out/a.o
compare -MMD -MF deps -MT 'one $(two)' -MT three -c src/a.c
compare -MD -MQ 'x$y' -MF deps -S src/a.c -o a.s
compare -Wp,-MD,deps.d -c src/a.c -o out/a.o
case $PPCC_CC in *gcc*) compare -Wp,-MMD,deps.d,-MT,target -c src/a.c -o out/a.o;; esac
compare -MMD b.c
compare -MMD b.c -o out/program
compare -MD -MF - -c b.c
works "$PPCC" -fopenmp -M b.c; has out 'b.o: b.c'
works "$PPCC" -fopenmp -MM -MT x b.c; expect cat out = 'x: b.c'
# No dependency file and no object when the compilation fails.
echo 'int f(void) { return }' >>b.c
fails "$PPCC" -fopenmp -MD -c b.c; [ ! -e b.o ] || fail "an object is left"
# DEPENDENCIES_OUTPUT is gcc's: one rule, for the user's file.
case $PPCC_CC in *gcc*)
	region c.c
	DEPENDENCIES_OUTPUT="$PWD/variable" quietly "$PPCC" -fopenmp -c c.c; DEPENDENCIES_OUTPUT="$PWD/expected" quietly "$PPCC_CC" -c c.c
	cmp variable expected || fail "DEPENDENCIES_OUTPUT";;
esac
