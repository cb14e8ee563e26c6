/*
 * device_choice.c - OMP_AVAILABLE_DEVICES and OMP_DEFAULT_DEVICE, which name devices by number or by their traits (OpenMP 6.0,
 * 4.3.7 and 4.3.8).
 *
 *     specification: number | * | trait { && trait } | trait { || trait }      trait: [!] name(value)
 *     name: kind | arch | vendor | uid
 */
#include "device.h"

#include "error.h"
#include "icv.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/utsname.h>

/* A piece of text. */
struct piece {
	const char *start, *end;
};

static struct piece trimmed(const char *start, const char *end)
{
	while (start < end && isspace((unsigned char)*start))
		start++;
	while (end > start && isspace((unsigned char)end[-1]))
		end--;
	return (struct piece){start, end};
}

static bool is(struct piece piece, const char *word)
{
	size_t length = (size_t)(piece.end - piece.start);
	return strlen(word) == length && strncasecmp(word, piece.start, length) == 0;
}

static bool has_trait(const struct ppcc_device *device, struct piece name, struct piece value, bool *valid)
{
	struct utsname system;
	if (is(name, "kind"))
		return is(value, device->kind) || is(value, "any") || is(value, "nohost");
	if (is(name, "uid"))
		return is(value, device->uid);
	if (is(name, "vendor"))
		return is(value, device->vendor);
	if (is(name, "arch"))
		return device->reaches_host && uname(&system) == 0 && is(value, system.machine);
	*valid = false;
	return false;
}

/* One trait with its negations; *valid becomes false when it is none. */
static bool trait_holds(const struct ppcc_device *device, struct piece text, bool *valid)
{
	bool negated = false;
	while (text.start < text.end && *text.start == '!') {
		negated = !negated;
		text = trimmed(text.start + 1, text.end);
	}
	const char *open = memchr(text.start, '(', (size_t)(text.end - text.start));
	if (!open || text.end[-1] != ')') {
		*valid = false;
		return false;
	}
	return has_trait(device, trimmed(text.start, open), trimmed(open + 1, text.end - 1), valid) != negated;
}

static const char *find(struct piece text, const char *operator)
{
	const char *found = strstr(text.start, operator);
	return found && found < text.end ? found : NULL;
}

static bool matches(const struct ppcc_device *device, struct piece text, bool *valid)
{
	char *end;
	long number = strtol(text.start, &end, 10);
	if (is(text, "*"))
		return true;
	if (end == text.end && isdigit((unsigned char)*text.start))
		return number == device->number;
	bool all = find(text, "&&") != NULL, holds = all;
	for (const char *at = text.start, *operator; at; at = operator ? operator + 2 : NULL) {
		operator = find((struct piece){at, text.end}, all ? "&&" : "||");
		bool one = trait_holds(device, trimmed(at, operator ? operator : text.end), valid);
		holds = all ? holds && one : holds || one;
	}
	return holds;
}

int ppcc_devices_select(const char *list, struct ppcc_device *const *devices, int count, struct ppcc_device **chosen)
{
	int found = 0;
	bool valid = true, taken[PPCC_MOST_DEVICES] = {false};
	for (const char *at = list, *comma; at && valid; at = comma ? comma + 1 : NULL) {
		comma = strchr(at, ',');
		struct piece text = trimmed(at, comma ? comma : at + strlen(at));
		valid = text.start < text.end;
		if (count == 0 && valid) /* is it a specification? */
			matches(&(struct ppcc_device){.kind = "", .vendor = "", .number = -1}, text, &valid);
		for (int i = 0; i < count && valid; i++) {
			if (taken[i] || !matches(devices[i], text, &valid))
				continue;
			taken[i] = true;
			chosen[found++] = devices[i];
		}
	}
	return valid ? found : -1;
}
