#include "driver.h"

#include "diagnostic.h"
#include "sarif.h"

#ifdef PPCC_TRANSLATOR_MODULE /* its path, relative to the folder of the program */

#include <dlfcn.h>
#include <string.h>

const struct translator *driver_translator(struct driver *driver)
{
	static struct translator translator;

	if (translator.translate)
		return &translator;
	const char *program = driver->installation.program;
	const char *path =
		arena_printf(driver->arena, "%.*s/%s", (int)(strrchr(program, '/') - program), program, PPCC_TRANSLATOR_MODULE);
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!module)
		die("cannot load the translator: %s", dlerror());
	*(void **)&translator.support = dlsym(module, "translate_support");
	*(void **)&translator.targets = dlsym(module, "translate_targets");
	*(void **)&translator.view = dlsym(module, "translate_view");
	*(void **)&translator.sarif = dlsym(module, "translate_sarif");
	*(void **)&translator.translate = dlsym(module, "translate");
	*(void **)&translator.keeps_directives = dlsym(module, "translate_keeps_directives");
	if (!translator.translate || !translator.targets || !translator.support || !translator.view || !translator.sarif ||
	    !translator.keeps_directives)
		die("'%s' is not a translator of ppcc %s", path, PPCC_VERSION);
	return &translator;
}

#else

const struct translator *driver_translator(struct driver *driver)
{
	static const struct translator translator = {translate, translate_support, translate_targets, translate_view, translate_sarif, translate_keeps_directives};
	(void)driver;
	return &translator;
}

#endif
