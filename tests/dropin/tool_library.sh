. "$LIB"
# A first-party tool in a library of its own: OMP_TOOL_LIBRARIES finds it, OMP_TOOL and OMP_TOOL_VERBOSE_INIT are honoured.
cat >tool.c <<'C'
#include <omp-tools.h>
#include <stdio.h>
static int regions;
static void begin(ompt_data_t *task, const ompt_frame_t *frame, ompt_data_t *region, unsigned size, int flags, const void *where)
{
	(void)task, (void)frame, (void)region, (void)size, (void)flags, (void)where;
	regions++;
}
static int initialise(ompt_function_lookup_t lookup, int device, ompt_data_t *data)
{
	(void)device, (void)data;
	((ompt_set_callback_t)lookup("ompt_set_callback"))(ompt_callback_parallel_begin, (ompt_callback_t)begin);
	return lookup("no_such_entry") == NULL;
}
static void finalise(ompt_data_t *data)
{
	printf("tool: %d regions, %d\n", regions, (int)data->value);
}
ompt_start_tool_result_t *ompt_start_tool(unsigned version, const char *runtime)
{
	static ompt_start_tool_result_t result = {initialise, finalise, {42}};
	(void)version, (void)runtime;
	return &result;
}
C
cat >none.c <<'C'
int nothing(void) { return 0; }
C
region sum.c
quietly "$PPCC" -fopenmp -shared -fPIC tool.c -o libtool.so
quietly "$PPCC" -fopenmp -shared -fPIC none.c -o libnone.so
quietly "$PPCC" -fopenmp sum.c -o sum
expect ./sum = "500500"
expect env OMP_TOOL_LIBRARIES="$PWD/libnone.so:$PWD/missing.so:$PWD/libtool.so" ./sum = "500500
tool: 1 regions, 42"
expect env OMP_TOOL=disabled OMP_TOOL_LIBRARIES="$PWD/libtool.so" ./sum = "500500"
works env OMP_TOOL_VERBOSE_INIT=stderr OMP_TOOL_LIBRARIES="$PWD/libnone.so:$PWD/libtool.so" ./sum
has err "libnone.so' has no function ompt_start_tool"
has err "libtool.so' is the tool"
works env OMP_TOOL=sometimes OMP_TOOL_LIBRARIES="$PWD/libtool.so" ./sum
has err "OMP_TOOL='sometimes' is not enabled or disabled"
works env OMP_TOOL_VERBOSE_INIT="$PWD/report" OMP_TOOL_LIBRARIES=/missing.so ./sum
has report "no tool was found"
