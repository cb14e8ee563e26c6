// interop: without a foreign runtime every object is omp_interop_none; depend waits; the routines answer.
// reference: none because gcc 12 does not know interop, and clang 19 has other names and needs a device
// expect: none 3
// expect: none 4
// expect: 0 properties, -1 -2 empty: the object is omp_interop_none
// expect: fr_id targetsync vendor_name nothing
// expect: use
#include <omp.h>
#include <stdio.h>

int main(void)
{
	static int marker;
	omp_interop_t one = &marker, two = &marker;
	int value = 0, device = omp_get_initial_device(), code = 7, other = 7;
	#pragma omp parallel num_threads(2) shared(one)
	#pragma omp single
	{
		#pragma omp task depend(out : value)
		value = 3;
		#pragma omp interop init(prefer_type(omp_ifr_opencl, "cuda"), targetsync : one) \
			device(device) depend(inout : value) nowait
		printf("%s %d\n", one == omp_interop_none ? "none" : "some", value);
	}
	one = &marker;
	#pragma omp interop init(target : one) init(target, targetsync : two) device(device++ * 0)
	device = 4;
	printf("%s %d\n", one == omp_interop_none && two == omp_interop_none ? "none" : "some", device);
	long value_int = omp_get_interop_int(one, omp_ipr_device_num, &code);
	void *pointer = omp_get_interop_ptr(one, (omp_interop_property_t)1, &other);
	printf("%d properties, %d %d %s\n", omp_get_num_interop_properties(one) + (int)value_int + (pointer != NULL), code, other,
	       omp_get_interop_rc_desc(one, (omp_interop_rc_t)code));
	const char *nothing = omp_get_interop_name(one, (omp_interop_property_t)-10);
	printf("%s %s %s %s\n", omp_get_interop_name(one, omp_ipr_fr_id), omp_get_interop_name(two, omp_ipr_targetsync),
	       omp_get_interop_name(one, omp_ipr_vendor_name), nothing || omp_get_interop_str(one, omp_ipr_vendor_name, NULL) ? "something" : "nothing");
	#pragma omp interop use(one)
	#pragma omp interop destroy(one) destroy(two) nowait
	puts(omp_get_interop_type_desc(one, omp_ipr_first) ? "use" : "");
	return 0;
}
