/*
 * routines_interop.c - interop objects and the routines about them (OpenMP 5.2, 14.1 and 18.12).  A device with a runtime below this one
 * has objects that give the program its handles; the object of any other device, the host among them, is omp_interop_none.
 */
#include "error.h"
#include "interop.h"

#include <stdlib.h>

struct interop {
	struct ppcc_device *device;
	void *queue; /* null: the object is not for targetsync */
};

enum { PROPERTIES = -omp_ipr_first };

static const struct {
	const char *name, *type;
	omp_interop_rc_t other; /* what the routines of other types say */
} properties[PROPERTIES] = {
	{"fr_id", "omp_interop_fr_t", omp_irc_type_int}, {"fr_name", "const char *", omp_irc_type_str}, {"vendor", "int", omp_irc_type_int},
	{"vendor_name", "const char *", omp_irc_type_str}, {"device_num", "int", omp_irc_type_int}, {"platform", "void *", omp_irc_type_ptr},
	{"device", "void *", omp_irc_type_ptr}, {"device_context", "void *", omp_irc_type_ptr}, {"targetsync", "void *", omp_irc_type_ptr},
};

/* ------------------------------------------------------------------------------------------- the construct */

void ppcc_interop_init(omp_interop_t *object, int synchronises, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	*object = omp_interop_none;
	if (!device || !device->operations->foreign)
		return;
	struct interop *interop = ppcc_allocate(sizeof *interop);
	*interop = (struct interop){device, synchronises ? device->operations->foreign->begin(device) : NULL};
	*object = interop;
}

void ppcc_interop_use(omp_interop_t object)
{
	const struct interop *interop = object;
	if (interop && interop->queue)
		interop->device->operations->foreign->finish(interop->device, interop->queue);
}

void ppcc_interop_destroy(omp_interop_t *object)
{
	struct interop *interop = *object;
	*object = omp_interop_none;
	if (interop && interop->queue)
		interop->device->operations->foreign->end(interop->device, interop->queue);
	free(interop);
}

/* ------------------------------------------------------------------------------------------- routines */

static int is_standard(omp_interop_property_t property)
{
	return (int)property < 0 && (int)property >= omp_ipr_first;
}

/* What a query for a value of a type answers: success when there may be one. */
static omp_interop_rc_t answer(const struct interop *interop, omp_interop_property_t property, omp_interop_rc_t type)
{
	if (!is_standard(property))
		return omp_irc_out_of_range;
	if (!interop)
		return omp_irc_empty;
	omp_interop_rc_t own = properties[-(int)property - 1].other;
	return own != type ? own : property == omp_ipr_targetsync && !interop->queue ? omp_irc_no_value : omp_irc_success;
}

static bool has_value(const struct interop *interop, omp_interop_property_t property, omp_interop_rc_t type, int *code)
{
	omp_interop_rc_t said = answer(interop, property, type);
	if (code)
		*code = said;
	return said == omp_irc_success;
}

int omp_get_num_interop_properties(const omp_interop_t interop)
{
	(void)interop; /* of the implementation's own */
	return 0;
}

omp_intptr_t omp_get_interop_int(const omp_interop_t object, omp_interop_property_t property, int *code)
{
	const struct interop *interop = object;
	if (!has_value(interop, property, omp_irc_type_int, code))
		return 0;
	const struct ppcc_foreign_operations *foreign = interop->device->operations->foreign;
	return property == omp_ipr_fr_id ? (int)foreign->id : property == omp_ipr_vendor ? foreign->vendor(interop->device) : interop->device->number;
}

void *omp_get_interop_ptr(const omp_interop_t object, omp_interop_property_t property, int *code)
{
	const struct interop *interop = object;
	if (!has_value(interop, property, omp_irc_type_ptr, code))
		return NULL;
	const struct ppcc_foreign_operations *foreign = interop->device->operations->foreign;
	switch (property) {
	case omp_ipr_platform: return foreign->platform(interop->device);
	case omp_ipr_device: return foreign->handle(interop->device);
	case omp_ipr_device_context: return foreign->context(interop->device);
	default: return interop->queue;
	}
}

const char *omp_get_interop_str(const omp_interop_t object, omp_interop_property_t property, int *code)
{
	const struct interop *interop = object;
	if (!has_value(interop, property, omp_irc_type_str, code))
		return NULL;
	return property == omp_ipr_fr_name ? interop->device->operations->foreign->name : interop->device->vendor;
}

const char *omp_get_interop_name(const omp_interop_t interop, omp_interop_property_t property)
{
	(void)interop;
	return is_standard(property) ? properties[-(int)property - 1].name : NULL;
}

const char *omp_get_interop_type_desc(const omp_interop_t interop, omp_interop_property_t property)
{
	(void)interop;
	return is_standard(property) ? properties[-(int)property - 1].type : NULL;
}

const char *omp_get_interop_rc_desc(const omp_interop_t interop, omp_interop_rc_t code)
{
	(void)interop;
	switch (code) {
	case omp_irc_no_value: return "no value: the property has no meaning here";
	case omp_irc_success: return "success";
	case omp_irc_empty: return "empty: the object is omp_interop_none";
	case omp_irc_out_of_range: return "out of range: no such property";
	case omp_irc_type_int: return "the property is an integer: ask omp_get_interop_int";
	case omp_irc_type_ptr: return "the property is a pointer: ask omp_get_interop_ptr";
	case omp_irc_type_str: return "the property is a string: ask omp_get_interop_str";
	case omp_irc_other: break;
	}
	return "an error of another kind";
}
