. "$LIB"
# Built kernels are kept: one file each, used again, never when it is broken or another device's, and several processes may write it.
. "$(dirname "$LIB")/opencl.sh"
export PPCC_TRACE=1
# runs WHAT: the program is right, and its kernel was built, or loaded from the cache
runs() { works ./kernel; has out "500500 device"; grep -qE "^ppcc trace +0 +$1 +main_target_6 " err || { cat err; fail "$2: no $1"; }; }

export PPCC_CACHE=none; runs build "PPCC_CACHE=none"; runs build "PPCC_CACHE=none again"
export PPCC_CACHE=$PWD/deep/kept
runs build "an empty cache"; runs load "the second run"
set -- deep/kept/*; [ $# = 1 ] || fail "files in the cache: $*"
kept=$1; cp "$kept" good

head -c 1000 good >"$kept"; runs build "a file cut short"; runs load "after that"
: >"$kept"; runs build "an empty file"
cp good "$kept"; printf X | dd of="$kept" bs=1 seek=$(($(stat -c %s good) - 100)) conv=notrunc 2>/dev/null; runs build "a changed binary"
cp good "$kept"; printf Y | dd of="$kept" bs=1 seek=40 conv=notrunc 2>/dev/null; runs build "another device's key"
runs load "after all of these"
PPCC_OPENCL_OPTIONS=-cl-mad-enable runs build "other options"; runs load "the first options"
[ "$(ls deep/kept | wc -l)" = 2 ] || fail "files in the cache: $(ls deep/kept)"

export PPCC_CACHE=$PWD/together PPCC_TRACE=0
for i in 1 2 3 4; do ./kernel >together.$i 2>&1 & done; wait
for i in 1 2 3 4; do [ "$(cat together.$i)" = "500500 device" ] || fail "one of four processes: $(cat together.$i)"; done
[ "$(ls together | wc -l)" = 1 ] || fail "files in the cache: $(ls together)"
PPCC_TRACE=1 runs load "after four processes"

PPCC_CACHE=$PWD/kernel.c/nowhere expect ./kernel = "500500 device"
