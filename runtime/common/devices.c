/* devices.c - which devices there are, and which of them a construct means (OpenMP 5.2, 13.2 and 21.2.9). */
#include "device.h"

#include "context.h"
#include "error.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static struct ppcc_device *devices[PPCC_MOST_DEVICES];
static int device_count;
static pid_t opened_by; /* the process that started the devices' drivers */
static bool ending;     /* it is at its end, where these undo what they have set up */

void ppcc_device_add(struct ppcc_device *device)
{
	if (device_count == PPCC_MOST_DEVICES)
		ppcc_fatal("there are more than %d devices", PPCC_MOST_DEVICES);
	pthread_mutexattr_t recursive; /* an error ends the program in the middle of an operation, and what it runs then may map */
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&device->mutex, &recursive);
	pthread_mutexattr_destroy(&recursive);
	device->number = device_count;
	devices[device_count++] = device;
}

int ppcc_devices_so_far(void)
{
	return device_count;
}

static void end(void)
{
	ending = true;
}

bool ppcc_devices_are_gone(void)
{
	return ending || (device_count > 0 && opened_by != getpid());
}

static void make_available(const char *list)
{
	struct ppcc_device *chosen[PPCC_MOST_DEVICES];
	int count = ppcc_devices_select(list, devices, device_count, chosen);
	if (count < 0) {
		ppcc_warn("OMP_AVAILABLE_DEVICES='%s' is not a list of devices by number, trait or *; all devices are available", list);
		return;
	}
	memcpy(devices, chosen, (size_t)count * sizeof *chosen);
	device_count = count;
	for (int i = 0; i < count; i++)
		devices[i]->number = i;
}

static void start(void)
{
	const char *available = getenv("OMP_AVAILABLE_DEVICES");
	cpu_set_t before;
	bool bound = sched_getaffinity(0, sizeof before, &before) == 0 && !CPU_EQUAL(&before, &ppcc_global.allowed);
	if (bound) /* threads of a driver have the processors of the one that starts it */
		sched_setaffinity(0, sizeof ppcc_global.allowed, &ppcc_global.allowed);
	ppcc_opencl_devices_add();
	opened_by = getpid();
	atexit(end); /* called before what the drivers have registered */
	if (bound)
		sched_setaffinity(0, sizeof before, &before);
	ppcc_host_devices_add(ppcc_global.host_devices);
	if (available && *available)
		make_available(available);
}

/* Once, when somebody asks: a driver takes time and threads, and a program may get by without. */
static void start_devices(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, start);
}

/* A number names a device, or none: what a construct on it does is OMP_TARGET_OFFLOAD's to say. */
static void choose_default(const char *text)
{
	struct ppcc_device *chosen[PPCC_MOST_DEVICES];
	int *number = &ppcc_global.initial.default_device;
	char *end;
	long value = strtol(text, &end, 10);
	if (end != text && !*end && value >= 0 && value <= INT_MAX)
		*number = (int)value;
	else if (strcasecmp(text, "initial") == 0)
		*number = omp_initial_device;
	else if (strcasecmp(text, "invalid") == 0)
		*number = omp_invalid_device;
	else if (end == text && !strchr(text, ',') && ppcc_devices_select(text, devices, 0, chosen) >= 0) {
		start_devices();
		*number = ppcc_devices_select(text, devices, device_count, chosen) > 0 ? chosen[0]->number : omp_invalid_device;
	} else
		ppcc_warn("OMP_DEFAULT_DEVICE='%s' is not a whole number of at least 0, a trait of a device, initial or invalid; 0 is used", text);
}

void ppcc_devices_choose(void)
{
	const char *text = getenv("OMP_DEFAULT_DEVICE");
	if (text && *text)
		choose_default(text);
}

int ppcc_device_count(void)
{
	ppcc_initialise();
	if (ppcc_global.offload == PPCC_OFFLOAD_DISABLED)
		return 0;
	start_devices();
	return device_count;
}

struct ppcc_device *ppcc_device_find(int number, bool *known)
{
	if (number == PPCC_DEVICE_HOST) {
		*known = true;
		return NULL;
	}
	int count = ppcc_device_count();
	*known = number >= PPCC_DEVICE_HOST && number <= count;
	return number >= 0 && number < count ? devices[number] : NULL;
}

struct ppcc_device *ppcc_device_for(const char *construct, int number)
{
	bool known, by_default = number == PPCC_DEVICE_DEFAULT, mandatory = ppcc_global.offload == PPCC_OFFLOAD_MANDATORY;
	if (by_default)
		number = ppcc_icv()->default_device;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	const char *missing = mandatory && ppcc_device_count() == 0 ? ppcc_opencl_missing() : NULL;
	if (number < PPCC_DEVICE_HOST)
		ppcc_fatal_here("%s: %d is no device number", construct, number);
	if (mandatory && (!known || (by_default && !device && number != PPCC_DEVICE_HOST)))
		ppcc_fatal_here("OMP_TARGET_OFFLOAD=mandatory: a %s construct needs a device, and there is %s%s%s", construct,
			   ppcc_device_count() == 0 ? "none" : "none of that number", missing ? ": " : "", missing ? missing : "");
	if (!device || !device->operations->streams || !ppcc_devices_are_gone())
		return device;
	if (opened_by != getpid() && (mandatory || !device->works_in_place))
		ppcc_fatal_here("a %s construct needs device %d, which a child of fork cannot use: the driver was started before", construct, number);
	return mandatory || !device->works_in_place ? device : NULL;
}
