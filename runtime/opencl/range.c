/*
 * range.c - how many work-items run a kernel, and in which groups (OpenCL 1.2, 3.2).
 *
 * A kernel of shape PPCC_RANGE has no condition that leaves out work-items, so a row of iterations is cut into launches whose
 * groups fit.  A compiler may build a kernel anew for each size of its groups, as PoCL does in 50 ms; sizes made to fit are few.
 */
#include "opencl.h"

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many groups a processor should have at least: then its cores end at about the same time. */
static size_t enough_groups(const struct opencl_device *device)
{
	return 4 * device->units;
}

/* Whether groups may have this size, made to fit one loop: when it is known, or one of the first. */
static bool may_fit(struct opencl_kernel *kernel, size_t size)
{
	for (int i = 0; i < OPENCL_FITTED; i++) {
		if (kernel->fitted[i] == 0)
			kernel->fitted[i] = size;
		if (kernel->fitted[i] == size)
			return true;
	}
	return false;
}

/* The size of groups for the iterations from `at` to `end` of a row, of which a processor has `rows`. */
static size_t cpu_group(const struct opencl_device *device, struct opencl_kernel *kernel, size_t rest, size_t rows, size_t most)
{
	static const size_t sizes[] = {256, 128, 64, 8, 1};
	if (rows >= enough_groups(device) && rest <= smaller(most, 1024) && may_fit(kernel, rest))
		return rest;
	size_t i = 0;
	while (sizes[i] > 1 && (sizes[i] > smaller(rest, most) || rest / sizes[i] * rows < enough_groups(device) || (most >= 256 && (sizes[i] == 128 || (rows == 1 && sizes[i] == 64)))))
		i++;
	return sizes[i];
}

/* Groups of a row shorter than they could be have several rows. */
static size_t rows_of_group(size_t row, size_t rows, size_t most)
{
	size_t count = smaller(rows, most / row);
	while (rows % count != 0)
		count--;
	return count;
}

/* As many work-items as iterations. */
static int range_of_iterations(const struct opencl_device *device, const struct ppcc_launch *launch, struct opencl_kernel *kernel, size_t most,
			       struct opencl_range *ranges)
{
	int dimensions = launch->kernel->dimensions > 1 ? launch->kernel->dimensions : 1, count = 0;
	size_t row = (size_t)launch->iterations[0], rows = 1;
	for (int d = 1; d < dimensions; d++)
		rows *= (size_t)launch->iterations[d];
	for (size_t at = 0; rows > 0 && at < row; count++) {
		struct opencl_range *range = &ranges[count];
		size_t rest = row - at, group = device->cpu ? cpu_group(device, kernel, rest, rows, most) : smaller(rest, smaller(most, device->group));
		*range = (struct opencl_range){dimensions, {(size_t)launch->first[0] + at, (size_t)launch->first[1], (size_t)launch->first[2]}, {rest - rest % group, 1, 1}, {group, 1, 1}};
		for (int d = 1; d < dimensions; d++)
			range->global[d] = (size_t)launch->iterations[d];
		if (!device->cpu && dimensions > 1)
			range->local[1] = rows_of_group(group, range->global[1], smaller(most, device->group));
		at += range->global[0];
	}
	return count;
}

/* Groups whose work-items take turns at rows of a nest of loops, and at the iterations of a row. */
static struct opencl_range range_of_rows(const struct opencl_device *device, const struct ppcc_launch *launch, size_t local, size_t groups)
{
	int dimensions = launch->kernel->dimensions;
	struct opencl_range range = {dimensions, {0, 0, 0}, {local, 1, 1}, {local, 1, 1}};
	size_t row = (size_t)launch->iterations[0];
	for (int d = dimensions - 1; d > 0; d--) {
		size_t rows = launch->iterations[d] ? smaller((size_t)launch->iterations[d], groups) : groups;
		range.global[d] = rows;
		groups = (groups + rows - 1) / rows;
	}
	if (row > local && groups > 1 && (!device->cpu || groups * device->units > 32))
		range.global[0] = local * smaller(groups, (row + local - 1) / local);
	return range;
}

/* Groups of `local` work-items; where loops inside one another are dealt to a team, in rows of at most 16. */
static void set_groups(struct opencl_range *range, const struct ppcc_launch *launch, size_t groups, size_t local)
{
	enum { ROW = 16 };
	bool rows = launch->kernel->team_dimensions > 1 && launch->threads == 0 && local > ROW && local % ROW == 0;
	range->local[0] = rows ? ROW : local;
	range->global[0] = groups * range->local[0];
	if (rows) {
		range->dimensions = 2;
		range->local[1] = range->global[1] = local / ROW;
	}
}

int ppcc_cl_ranges(const struct opencl_device *device, const struct ppcc_launch *launch, struct opencl_kernel *kernel, struct opencl_range *ranges)
{
	int shape = launch->kernel->shape;
	bool team = shape == PPCC_LEAGUE || shape == PPCC_TEAMS || (shape == PPCC_TEAM && !launch->kernel->asks); /* a team of one would look odd */
	size_t most = kernel->most, local = smaller(team ? device->team : device->group, most), iterations = 1;
	struct opencl_icv icv = ppcc_cl_icv(device);
	size_t groups = launch->teams > 0 ? (size_t)launch->teams : 32 * device->units;
	for (int d = 0; d < 3 && (d == 0 || d < launch->kernel->dimensions); d++)
		iterations *= (size_t)launch->iterations[d];
	int limits[] = {launch->thread_limit, icv.thread_limit, launch->thread_limit == 0 && shape != PPCC_TEAM ? icv.team_threads : 0};
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		most = limits[i] > 0 ? smaller(most, (size_t)limits[i]) : most;
	local = smaller(local, most);
	if ((launch->threads > 0 || icv.threads > 0) && !(launch->kernel->deals && device->cpu))
		local = smaller((size_t)(launch->threads > 0 ? launch->threads : icv.threads), most);
	bool few = launch->teams == 0 && iterations > 0;
	ranges[0] = (struct opencl_range){1, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}};
	switch (shape) {
	case PPCC_SERIAL: return 1;
	case PPCC_TEAM: set_groups(&ranges[0], launch, 1, local); return 1;
	case PPCC_GROUPS:
		ranges[0].global[0] = few ? smaller(iterations, 16 * device->units) : groups;
		if (launch->teams == 0 && icv.teams > 0)
			ranges[0].global[0] = smaller(ranges[0].global[0], (size_t)icv.teams);
		return 1;
	case PPCC_RANGE: return range_of_iterations(device, launch, kernel, most, ranges);
	case PPCC_TEAMS: groups = few ? smaller(iterations, 16 * device->units) : groups; break;
	default:
		if (launch->kernel->dimensions > 1) {
			ranges[0] = range_of_rows(device, launch, local, groups);
			return 1;
		}
		groups = few ? smaller(groups, (iterations + local - 1) / local) : groups;
	}
	if (launch->teams == 0 && icv.teams > 0)
		groups = smaller(groups, (size_t)icv.teams);
	set_groups(&ranges[0], launch, groups, local);
	return 1;
}
