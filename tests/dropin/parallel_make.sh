. "$LIB"
# Under make -j; file descriptors, such as make's job server, reach the back end.
command -v make >/dev/null || skip "no make"
for i in 1 2 3 4 5 6; do mkdir d$i; region d$i/u.c f$i; done
echo 'int f1(void), f2(void), f3(void), f4(void), f5(void), f6(void); int main(void) { return f1() + f2() + f3() + f4() + f5() + f6(); }' >main.c
cat >Makefile <<'M'
OBJECTS = d1/u.o d2/u.o d3/u.o d4/u.o d5/u.o d6/u.o main.o
CFLAGS = -fopenmp -MMD
program: $(OBJECTS)
	$(CC) $(CFLAGS) $(OBJECTS) -o $@
-include $(OBJECTS:.o=.d)
M
works make -j4 CC="$PPCC"
[ "$(./program | sort | uniq -c | tr -s ' ')" = " 6 500500" ] || fail "program"
has d3/u.d 'd3/u.o: d3/u.c'
works make CC="$PPCC"; has out 'up to date'
printf '#!/bin/sh\necho seen >&9 || exit 1\nexec %s "$@"\n' "$PPCC_CC" >check; chmod +x check
PPCC_CC=./check "$PPCC" -fopenmp -c d1/u.c 9>nine || fail "descriptor 9 is closed"; has nine seen
