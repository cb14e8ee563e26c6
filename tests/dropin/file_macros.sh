. "$LIB"
# __FILE__, __BASE_FILE__, __LINE__ and __INCLUDE_LEVEL__ are the user's.
mkdir src; region src/a.c main '"h.h"'; echo 'static const char *header(void) { return __FILE__ "<" __BASE_FILE__; }' >src/h.h
sed -i 's/printf.*/printf("%s %s %d %d %s\\n", __FILE__, __BASE_FILE__, __LINE__, __INCLUDE_LEVEL__, header());/' src/a.c
cp src/a.c src/h.h .
for source in a.c src/a.c "$PWD/src/a.c"; do
	quietly "$PPCC" -fopenmp "$source" -o a; quietly "$PPCC_CC" "$source" -o direct
	expect ./a = "$(./direct)"
done
