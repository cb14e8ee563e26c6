. "$LIB"
# What is linked: our library, and nothing where the user wants nothing.
region a.c main '<omp.h>'; region f.c f
quietly "$PPCC" -fopenmp -c a.c; quietly "$PPCC" -fopenmp -c f.c
quietly "$PPCC" -fopenmp a.o -o a; expect ./a = 500500
works ldd ./a; has out libppcc; lacks out gomp; lacks out libomp
works "$PPCC" -fopenmp -v a.o -o a; has err -lppcc; lacks err gomp
quietly "$PPCC" -fopenmp -static a.c -o static 2>&1; expect ./static = 500500
quietly "$PPCC" -fopenmp --pp-static a.c -o runtime_inside; expect ./runtime_inside = 500500
works ldd ./runtime_inside; lacks out libppcc
quietly "$PPCC" -fopenmp -r a.o f.o -o both.o
quietly "$PPCC" -fopenmp both.o -o both; expect ./both = 500500
quietly "$PPCC" -fopenmp -shared -fPIC f.c -o libf.so
echo 'int f(void); int main(void) { return f(); }' >main.c
quietly "$PPCC" main.c -L. -lf -Wl,-rpath,"$PWD" -o shared; expect ./shared = 500500
fails "$PPCC" -fopenmp -nostdlib a.o -o bare
works "$PPCC" '-###' -fopenmp a.c -o dry; [ ! -e dry ] || fail "-### ran something"; has err ppcc
quietly "$PPCC" -fopenmp -flto -O2 a.c -o lto; expect ./lto = 500500
quietly "$PPCC" -fopenmp -pipe -pg a.c -o pg; (cd / && TMPDIR=/ "$OLDPWD/pg" >/dev/null) || true
