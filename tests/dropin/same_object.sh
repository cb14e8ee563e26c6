. "$LIB"
# Without directives, or without -fopenmp, the object is the back end's to the byte.
printf '#include <stdio.h>\nint f(int x) { puts(__FILE__ __DATE__); return x * 2; }\n' >plain.c; region loop.c
for options in "-O2" "-g -O1" "-fPIC -Wall"; do
	quietly "$PPCC_CC" $options -D_OPENMP=202111 -D_REENTRANT -c plain.c -o x.o; mv x.o direct.o
	quietly "$PPCC" $options -fopenmp -c plain.c -o x.o; cmp x.o direct.o || fail "$options plain.c"
	quietly "$PPCC_CC" $options -Wno-unknown-pragmas -c loop.c -o x.o; mv x.o direct.o
	quietly "$PPCC" $options -Wno-unknown-pragmas -c loop.c -o x.o; cmp x.o direct.o || fail "$options loop.c without -fopenmp"
done
