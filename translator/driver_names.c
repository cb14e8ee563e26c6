#include "driver.h"

#include <string.h>

const char *name_of_base(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	return dot && dot != name ? arena_strndup(arena, name, (size_t)(dot - name)) : name;
}

/* path up to the last dot of its name. */
static const char *without_suffix(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	return dot && dot != name ? arena_strndup(arena, path, (size_t)(dot - path)) : path;
}

const char *name_of_result(const struct unit *unit, const struct driver *driver)
{
	const struct options *options = &driver->options;

	if (options->output)
		return options->output;
	if (options->mode == MODE_ASSEMBLY)
		return arena_printf(driver->arena, "%s.%s", unit->base, options->emit_llvm ? "ll" : "s");
	return arena_printf(driver->arena, "%s.%s", unit->base, options->emit_llvm ? "bc" : "o");
}

/* gcc: the program's name and a dash, or only its folder when it is named like its one source. */
const char *name_of_auxiliary_prefix(const struct unit *unit, struct driver *driver)
{
	const char *output = driver->options.output ? driver->options.output : "a";
	struct arena *arena = driver->arena;

	if (backend_family(&driver->backend, arena) == FAMILY_GNU) {
		const char *slash = strrchr(output, '/'), *name = slash ? slash + 1 : output, *dot = strrchr(name, '.');
		size_t length = strlen(output);
		if (dot && dot != name && (strcmp(dot, ".exe") == 0 || strcmp(name, "a.out") == 0))
			length = (size_t)(dot - output);
		output = arena_strndup(arena, output, length);
		name = output + (slash ? slash + 1 - driver->options.output : 0);
		if (driver->options.inputs == 1 && strcmp(name, unit->base) == 0)
			return arena_strndup(arena, output, (size_t)(name - output));
	}
	return arena_printf(arena, "%s-", output);
}

const char *name_of_auxiliary(const struct unit *unit, struct driver *driver)
{
	return arena_printf(driver->arena, "%s%s", name_of_auxiliary_prefix(unit, driver), unit->base);
}

const char *name_of_saved(const struct unit *unit, struct driver *driver)
{
	const struct options *options = &driver->options;
	const char *output = options->output;

	if (backend_family(&driver->backend, driver->arena) == FAMILY_CLANG) {
		const char *slash = output && options->save_temps_beside ? strrchr(output, '/') : NULL;
		return slash ? arena_printf(driver->arena, "%.*s/%s", (int)(slash - output), output, unit->base) : unit->base;
	}
	if (options->mode == MODE_LINK)
		return name_of_auxiliary(unit, driver);
	return output ? without_suffix(driver->arena, output) : unit->base;
}

const char *name_of_dependency_file(const struct unit *unit, struct driver *driver)
{
	const struct options *options = &driver->options;

	if (options->dependencies.file)
		return options->dependencies.file;
	if (options->output)
		return arena_printf(driver->arena, "%s.d", without_suffix(driver->arena, options->output));
	bool joined = options->mode == MODE_LINK || options->mode == MODE_SYNTAX;
	if (joined && backend_family(&driver->backend, driver->arena) == FAMILY_GNU)
		return arena_printf(driver->arena, "%s.d", name_of_auxiliary(unit, driver));
	return arena_printf(driver->arena, "%s.d", unit->base);
}

const char *name_of_dependency_target(const struct unit *unit, struct driver *driver)
{
	const struct options *options = &driver->options;
	return options->output ? options->output : arena_printf(driver->arena, "%s.o", unit->base);
}
