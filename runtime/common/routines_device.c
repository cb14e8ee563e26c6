/*
 * routines_device.c - omp_* routines about devices, resources, time and tools (OpenMP 5.2, 18.6, 18.7, 18.10, 18.14).
 */
#include "context.h"
#include "device.h"

#include "tool.h"

#include <string.h>
#include <time.h>

double omp_get_wtime(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double omp_get_wtick(void)
{
	struct timespec tick;
	clock_getres(CLOCK_MONOTONIC, &tick);
	return (double)tick.tv_sec + (double)tick.tv_nsec * 1e-9;
}

int omp_get_num_procs(void)
{
	cpu_set_t set;
	ppcc_initialise();
	/* With a place list threads are bound: what the caller may run on says nothing of the program. */
	return ppcc_global.places.count > 0 ? ppcc_global.processors : ppcc_processors(&set);
}

void omp_set_default_device(int device)
{
	if (device >= omp_initial_device || device == omp_invalid_device)
		ppcc_icv_for_update()->default_device = device;
}

int omp_get_default_device(void)
{
	return ppcc_icv()->default_device;
}

int omp_get_num_devices(void)
{
	return ppcc_device_count();
}

int omp_get_initial_device(void)
{
	return ppcc_device_count();
}

int omp_get_device_num(void)
{
	int device = ppcc_icv()->device;
	return device == PPCC_DEVICE_HOST ? ppcc_device_count() : device;
}

int omp_is_initial_device(void)
{
	return ppcc_icv()->device == PPCC_DEVICE_HOST;
}

static const char host_uid[] = "ppcc-host";

int omp_get_device_from_uid(const char *uid)
{
	bool known;
	for (int i = 0; uid && i < ppcc_device_count(); i++)
		if (strcmp(ppcc_device_find(i, &known)->uid, uid) == 0)
			return i;
	return uid && strcmp(uid, host_uid) == 0 ? ppcc_device_count() : omp_invalid_device;
}

const char *omp_get_uid_from_device(int number)
{
	bool known;
	const struct ppcc_device *device = ppcc_device_find(number, &known);
	return device ? device->uid : known ? host_uid : NULL;
}

/* All that constructs and routines have mapped; declare target variables stay. */
static void end_mappings(struct ppcc_device *device)
{
	pthread_mutex_lock(&device->mutex);
	for (size_t i = device->present_count; i-- > 0;)
		if (device->present[i]->count != PPCC_FOREVER || device->present[i]->associated)
			ppcc_present_remove(device, device->present[i]);
	pthread_mutex_unlock(&device->mutex);
}

int omp_pause_resource(omp_pause_resource_t kind, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if ((kind != omp_pause_soft && kind != omp_pause_hard) || !known || ppcc_level() > 0)
		return -1;
	if (!device)
		return ppcc_release_threads() ? 0 : -1;
	if (kind == omp_pause_hard)
		end_mappings(device);
	return 0;
}

int omp_pause_resource_all(omp_pause_resource_t kind)
{
	int failed = 0;
	for (int device = omp_initial_device; device < ppcc_device_count(); device++)
		failed |= omp_pause_resource(kind, device);
	return failed;
}

int omp_control_tool(int command, int modifier, void *argument)
{
	if (!ppcc_tool.active)
		return omp_control_tool_notool;
	if (!ppcc_tool.on.control_tool)
		return omp_control_tool_nocallback;
	return ppcc_tool.on.control_tool((uint64_t)command, (uint64_t)modifier, argument, __builtin_return_address(0));
}
