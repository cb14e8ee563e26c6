. "$LIB"
# AC_OPENMP finds -fopenmp.
command -v autoconf >/dev/null || skip "no autoconf"
printf 'AC_INIT([t],[1])\nAC_PROG_CC\nAC_OPENMP\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n' >configure.ac
echo 'FLAGS=@OPENMP_CFLAGS@' >Makefile.in
works autoconf; works ./configure CC="$PPCC"
expect cat Makefile = FLAGS=-fopenmp
