. "$LIB"
# A back end that is killed, and a ppcc that is: a message, the signal passed on, nothing left.
region a.c
printf '#!/bin/bash\nfor word; do case $word in -c) : >a.o; kill -KILL $$;; esac; done\nexec %s "$@"\n' "$PPCC_CC" >suicide
printf '#!/bin/bash\nfor word; do case $word in -c) : >a.o; echo >ready; exec sleep 60;; esac; done\nexec %s "$@"\n' "$PPCC_CC" >sleeper
chmod +x suicide sleeper
PPCC_CC=./suicide "$PPCC" -fopenmp -c a.c 2>err; status=$?
[ $status = 137 ] || fail "status $status"
has err 'killed by signal 9'; [ ! -e a.o ] || fail "an object is left"
for name in TERM HUP INT; do
	rm -f ready
	# A shell's background jobs ignore SIGINT; env gives it back.
	PPCC_CC=./sleeper env --default-signal=INT "$PPCC" -fopenmp -c a.c 2>err & job=$!
	for i in $(seq 100); do [ -e ready ] && break; sleep 0.05; done
	kill -$name $job; wait $job; status=$?
	[ $status = $((128 + $(kill -l $name))) ] || fail "$name: status $status"
	[ ! -e a.o ] || fail "$name: an object is left"
	[ -z "$(ls "$TMPDIR")" ] || fail "$name: left $(ls "$TMPDIR")"
done
