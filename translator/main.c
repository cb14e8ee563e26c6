/* ppcc: a C compiler that translates OpenMP; driver.h says which file does what. */
#include "driver.h"
#include "temporary.h"

int main(int argc, char **argv)
{
	struct arena arena;
	struct driver driver = {.arena = &arena, .argc = argc > 0 ? argc - 1 : 0, .argv = argv + (argc > 0)};

	temporary_guard();
	arena_init(&arena);
	int status = driver_run(&driver);
	temporary_release();
	arena_release(&arena);
	return status;
}
