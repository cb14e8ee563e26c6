// metadirective: target_device; every device of this program is the host.  Without omp.h in the file.
// reference: none because gcc 12 does not know metadirective and clang 19 has no devices
// expect: default device
// expect: device 0
// expect: no device -7
// expect: no gpu
#include <stdio.h>

static void say(int device)
{
	const char *what = "no device";
	#pragma omp metadirective when(target_device = {device_num(device)} : target map(tofrom : what))
	what = what[0] == 'n' ? what : "";
	#pragma omp metadirective when(target_device = {kind(any), device_num(device + 0)} : nothing) otherwise(error at(execution) severity(warning))
	printf("%s %d\n", device < 0 ? what : "device", device);
}

int main(void)
{
	#pragma omp metadirective when(target_device = {kind(host)} : nothing) otherwise(error)
	puts("default device");
	say(0);
	say(-7);
	#pragma omp metadirective when(target_device = {kind(gpu), device_num(0)} : error) when(target_device = {uid("x")} : error)
	puts("no gpu");
	return 0;
}
