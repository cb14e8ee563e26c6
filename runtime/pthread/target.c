/* target.c - what target and error constructs do at run time on a host that is the only device (OpenMP 5.2, 8.5 and 13.8). */
#include "../common/error.h"
#include "events.h"

void ppcc_target(_Bool offload, int device)
{
	ppcc_initialise();
	if (device < PPCC_DEVICE_DEFAULT)
		ppcc_fatal("target: %d is no device number", device);
	if (offload && device != PPCC_DEVICE_HOST && ppcc_global.offload == PPCC_OFFLOAD_MANDATORY)
		ppcc_fatal("OMP_TARGET_OFFLOAD=mandatory: a target construct needs a device, and there is none");
}

void ppcc_error(_Bool fatal, const char *message)
{
	if (ppcc_watched())
		ppcc_event_error(fatal, message, CALLER);
	if (fatal)
		ppcc_fatal("error directive: %s", message);
	ppcc_warn("error directive: %s", message);
}
