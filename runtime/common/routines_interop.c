/*
 * routines_interop.c - omp_* routines about interop objects (OpenMP 5.2, 18.12).  No device has a foreign runtime that a program
 * could be given, so that every object is omp_interop_none, which has no properties.
 */
#include "public.h"

enum { PROPERTIES = -omp_ipr_first };

static const struct {
	const char *name, *type;
} properties[PROPERTIES] = {
	{"fr_id", "omp_interop_fr_t"}, {"fr_name", "const char *"}, {"vendor", "int"}, {"vendor_name", "const char *"},
	{"device_num", "int"}, {"platform", "void *"}, {"device", "void *"}, {"device_context", "void *"}, {"targetsync", "void *"},
};

static int is_standard(omp_interop_property_t property)
{
	return (int)property < 0 && (int)property >= omp_ipr_first;
}

/* What every query of a value answers. */
static void answer(omp_interop_property_t property, int *code)
{
	if (code)
		*code = is_standard(property) ? omp_irc_empty : omp_irc_out_of_range;
}

int omp_get_num_interop_properties(const omp_interop_t interop)
{
	(void)interop;
	return 0;
}

omp_intptr_t omp_get_interop_int(const omp_interop_t interop, omp_interop_property_t property, int *code)
{
	(void)interop;
	answer(property, code);
	return 0;
}

void *omp_get_interop_ptr(const omp_interop_t interop, omp_interop_property_t property, int *code)
{
	(void)interop;
	answer(property, code);
	return NULL;
}

const char *omp_get_interop_str(const omp_interop_t interop, omp_interop_property_t property, int *code)
{
	(void)interop;
	answer(property, code);
	return NULL;
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
