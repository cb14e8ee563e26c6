// interop: the objects of an OpenCL device have its handles; those of the host have none.
// reference: none because gcc 12 does not know interop, and clang 19 has other names and needs a device
// expect: host none
// expect: device as it should be, a queue with targetsync alone
// expect: sum 4950 destroyed
#include <omp.h>
#include <stdio.h>
#include <string.h>

/* Whether an object is as good as those of its device can be: one of OpenCL's, or none. */
static int is_right(omp_interop_t object, int device, int synchronises)
{
	int code[6] = {9, 9, 9, 9, 9, 9}, good = 1;
	if (object == omp_interop_none) {
		omp_get_interop_ptr(object, omp_ipr_device, code);
		return code[0] == omp_irc_empty;
	}
	const char *name = omp_get_interop_str(object, omp_ipr_fr_name, &code[0]), *vendor = omp_get_interop_str(object, omp_ipr_vendor_name, &code[1]);
	good &= name && !strcmp(name, "opencl") && vendor && *vendor;
	good &= omp_get_interop_int(object, omp_ipr_fr_id, &code[2]) == omp_ifr_opencl && omp_get_interop_int(object, omp_ipr_device_num, &code[3]) == device;
	good &= omp_get_interop_ptr(object, omp_ipr_platform, &code[4]) && omp_get_interop_ptr(object, omp_ipr_device, NULL) && omp_get_interop_ptr(object, omp_ipr_device_context, &code[5]);
	for (int i = 0; i < 6; i++)
		good &= code[i] == omp_irc_success;
	good &= !omp_get_interop_int(object, omp_ipr_platform, &code[0]) && code[0] == omp_irc_type_ptr;
	good &= !omp_get_interop_ptr(object, omp_ipr_vendor, &code[0]) && code[0] == omp_irc_type_int;
	good &= !omp_get_interop_ptr(object, omp_ipr_fr_name, &code[0]) && code[0] == omp_irc_type_str;
	good &= !omp_get_interop_int(object, (omp_interop_property_t)5, &code[0]) && code[0] == omp_irc_out_of_range;
	good &= (omp_get_interop_ptr(object, omp_ipr_targetsync, &code[0]) != NULL) == synchronises && code[0] == (synchronises ? omp_irc_success : omp_irc_no_value);
	return good;
}

int main(void)
{
	int number = 7, sum = 0, device = omp_get_default_device();
	omp_interop_t host, one = omp_interop_none, both = omp_interop_none;
	#pragma omp interop init(targetsync : host) device(omp_get_initial_device())
	printf("host %s\n", host == omp_interop_none ? "none" : "some");
	#pragma omp interop init(prefer_type("opencl", omp_ifr_cuda), target : one)
	#pragma omp interop init(target, targetsync : both) device(device) depend(inout : number) nowait
	printf("device %s, a queue %s\n", is_right(one, device, 0) ? "as it should be" : "wrong", is_right(both, device, 1) ? "with targetsync alone" : "missing");
	#pragma omp target map(tofrom : sum)
	for (int i = 0; i < 100; i++)
		sum += i;
	#pragma omp interop use(both)
	#pragma omp interop use(one) destroy(both)
	#pragma omp interop destroy(one) destroy(host)
	printf("sum %d %s\n", sum, one == both && host == omp_interop_none && one == omp_interop_none ? "destroyed" : "left");
	return 0;
}
