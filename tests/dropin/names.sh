. "$LIB"
# An object names the user's file, nothing temporary, and is the same each time.
mkdir src t1 t2; region src/loop.c; region loop.c
for options in -O0 "-g -O2" -g3 "-g -c -fPIC"; do
	for source in loop.c src/loop.c; do
		TMPDIR=$PWD/t1 quietly "$PPCC" -fopenmp $options -c $source -o x.o; mv x.o 1.o
		TMPDIR=$PWD/t2 quietly "$PPCC" -fopenmp $options -c $source -o x.o
		cmp 1.o x.o || fail "$options $source: two compilations differ"
		! strings -a x.o | grep -E "$PWD/t2|ppcc-[A-Za-z0-9]{6}|<stdin>" || fail "$options $source: a temporary name is in the object"
	done
done
[ "$(readelf -sW x.o | awk '$4 == "FILE" { print $8 }')" = loop.c ] || fail "the FILE symbol is not loop.c"
works readelf --debug-dump=info x.o; has out src/loop.c
quietly "$PPCC" -fopenmp -g src/loop.c -o program
works readelf --debug-dump=info program; grep -qE 'DW_AT_name.*[: ]src/loop.c$' out || fail "DWARF has no src/loop.c"
[ -z "$(ls t1 t2 | grep -v :)" ] || fail "left: $(ls t1 t2)"
[ "$(ls src)" = loop.c ] || fail "beside the source: $(ls src)"
