/* devices.c - which devices there are, and which of them a construct means (OpenMP 5.2, 13.2 and 21.2.9). */
#include "device.h"

#include "context.h"
#include "error.h"

enum { MOST_DEVICES = 64 };

static struct ppcc_device *devices[MOST_DEVICES];
static int device_count;

void ppcc_device_add(struct ppcc_device *device)
{
	if (device_count == MOST_DEVICES)
		ppcc_fatal("there are more than %d devices", MOST_DEVICES);
	pthread_mutex_init(&device->mutex, NULL);
	device->number = device_count;
	devices[device_count++] = device;
}

int ppcc_device_count(void)
{
	ppcc_initialise();
	return ppcc_global.offload == PPCC_OFFLOAD_DISABLED ? 0 : device_count;
}

struct ppcc_device *ppcc_device_find(int number, bool *known)
{
	int count = ppcc_device_count();
	*known = number >= PPCC_DEVICE_HOST && number <= count;
	return number >= 0 && number < count ? devices[number] : NULL;
}

struct ppcc_device *ppcc_device_for(const char *construct, int number)
{
	bool known, by_default = number == PPCC_DEVICE_DEFAULT;
	bool mandatory = ppcc_global.offload == PPCC_OFFLOAD_MANDATORY;
	if (by_default)
		number = ppcc_icv()->default_device;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if (number < PPCC_DEVICE_HOST)
		ppcc_fatal("%s: %d is no device number", construct, number);
	if (mandatory && (!known || (by_default && !device && number != PPCC_DEVICE_HOST)))
		ppcc_fatal("OMP_TARGET_OFFLOAD=mandatory: a %s construct needs a device, and there is %s", construct,
			   ppcc_device_count() == 0 ? "none" : "none of that number");
	return device;
}
