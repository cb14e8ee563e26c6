. "$LIB"
# _OPENMP is defined with -fopenmp, in all its spellings, and only then; the last one counts.
macro() { "$PPCC" "$@" -E -dM -x c /dev/null | awk '$2 == "_OPENMP" { print $3 }'; }
for spelling in -fopenmp -fopenmp=libomp -fopenmp=libgomp "-Xpreprocessor -fopenmp" "-fno-openmp -fopenmp"; do
	[ "$(macro $spelling)" = 202111 ] || fail "$spelling: _OPENMP is '$(macro $spelling)'"
done
case $PPCC_CC in *clang*) [ "$(macro -Xclang -fopenmp)" = 202111 ] || fail "-Xclang -fopenmp";; esac
for spelling in "" -fopenmp-simd "-fopenmp -fno-openmp"; do
	[ -z "$(macro $spelling)" ] || fail "'$spelling': _OPENMP is '$(macro $spelling)'"
done
echo 'long version = _OPENMP;' >version.c
quietly "$PPCC" -fopenmp -c version.c
region loop.c; echo 'long version = _OPENMP;' >>loop.c
quietly "$PPCC" -fopenmp -c loop.c
