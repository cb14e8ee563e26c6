. "$LIB"
# #include "..." looks beside the source first, whatever the current folder holds.
mkdir -p src/sub quote
echo '#define VALUE 1' >src/value.h; echo '#define VALUE 2' >value.h; echo '#define VALUE 3' >quote/value.h
sed 's/printf.*/printf("%d %s\\n", VALUE, where());/' <(region /dev/stdout main '"value.h"') >src/a.c
echo 'static const char *where(void) { return __FILE__; }' >>src/value.h; echo 'static const char *where(void) { return __FILE__; }' >>value.h
quietly "$PPCC" -fopenmp -iquote quote src/a.c -o a; quietly "$PPCC_CC" -iquote quote src/a.c -o direct
expect ./a = "$(./direct)"
cp src/a.c a.c
quietly "$PPCC" -fopenmp -iquote quote a.c -o a; quietly "$PPCC_CC" -iquote quote a.c -o direct
expect ./a = "$(./direct)"
quietly "$PPCC" -fopenmp "$PWD/src/a.c" -o a; quietly "$PPCC_CC" "$PWD/src/a.c" -o direct
expect ./a = "$(./direct)"
