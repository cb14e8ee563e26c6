. "$LIB"
# -x, standard input, assembler, .i and C++.
region loop.txt; cp loop.txt loop.c
quietly "$PPCC" -fopenmp -x c loop.txt -o a; expect ./a = 500500
quietly "$PPCC" -fopenmp -xc loop.txt -x none -lm -o a; expect ./a = 500500
"$PPCC" -fopenmp -x c - -o b <loop.txt || fail "standard input"; expect ./b = 500500
"$PPCC" -fopenmp -x c -c - -o b.o <loop.txt || fail "standard input"; quietly "$PPCC" -fopenmp b.o -o b; expect ./b = 500500
echo 'int main(void) { return 0; }' | "$PPCC" -fopenmp -x c - -o plain || fail "standard input without directives"
./plain || fail "plain"
"$PPCC" -fopenmp -x c <(cat loop.txt) -o c || fail "a pipe"; expect ./c = 500500
"$PPCC" -fopenmp -x c <(echo 'int main(void) { return 0; }') -o c || fail "a pipe without directives"
"$PPCC" -fopenmp -S -o - loop.c | grep -q main || fail "-S -o -"
printf '\t.globl seven\nseven:\n' >one.s; printf '#ifdef _OPENMP\n\t.globl eight\neight:\n#endif\n' >two.S
sed 's/^int main/extern char seven[], eight[]; &/; s/return 0/return seven == eight/' loop.c >asm.c
"$PPCC" -fopenmp -no-pie asm.c one.s two.S -o asm 2>err || { cat err; fail "assembler"; }
quietly "$PPCC" -fopenmp -c -o /dev/null loop.c; [ -c /dev/null ] || fail "/dev/null is gone"
works "$PPCC" -fopenmp -E loop.c -o loop.i; has loop.i 'pragma omp parallel'
quietly "$PPCC" -fopenmp loop.i -o i; expect ./i = 500500
quietly "$PPCC" -fopenmp -x cpp-output loop.i -x none -o i; expect ./i = 500500
"${PPCC_CC/gcc/g++}" --version >/dev/null 2>&1 || exit 0
echo 'class x { public: int f(); }; int x::f() { return 1; }' >plain.cpp
works "$PPCC" -fopenmp -c plain.cpp
printf 'void f() {\n#pragma omp parallel\n{ }\n}\n' >region.cpp
fails "$PPCC" -fopenmp -c region.cpp; has err 'only C'; [ ! -e region.o ] || fail "an object is left"
