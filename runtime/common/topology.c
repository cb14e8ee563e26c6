#include "topology.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#define PROCESSORS "/sys/devices/system/cpu"
#define NODES "/sys/devices/system/node"

bool ppcc_topology_list(const char *path, cpu_set_t *set)
{
	FILE *file = fopen(path, "re");
	int first, last, count = 0, between = ',';
	while (file && between == ',' && fscanf(file, "%d", &first) == 1) {
		last = first;
		between = fgetc(file);
		if (between == '-') {
			if (fscanf(file, "%d", &last) != 1)
				break;
			between = fgetc(file);
		}
		for (int number = first; number <= last && number < CPU_SETSIZE; number++, count++)
			CPU_SET(number, set);
	}
	if (file)
		fclose(file);
	return count > 0;
}

static bool of_processor(int processor, const char *name, cpu_set_t *set)
{
	char path[128];
	snprintf(path, sizeof path, PROCESSORS "/cpu%d/%s", processor, name);
	return ppcc_topology_list(path, set);
}

/* The list of the cache with the greatest level. */
static bool last_cache(int processor, cpu_set_t *set)
{
	int best = -1, best_level = 0;
	char path[128], name[64];
	for (int index = 0;; index++) {
		int level = 0;
		snprintf(path, sizeof path, PROCESSORS "/cpu%d/cache/index%d/level", processor, index);
		FILE *file = fopen(path, "re");
		if (!file)
			break;
		if (fscanf(file, "%d", &level) == 1 && level > best_level) {
			best_level = level;
			best = index;
		}
		fclose(file);
	}
	snprintf(name, sizeof name, "cache/index%d/shared_cpu_list", best);
	return best >= 0 && of_processor(processor, name, set);
}

/* The processor's directory has an entry "nodeN". */
static bool numa_domain(int processor, cpu_set_t *set)
{
	char path[128];
	int node = -1;
	snprintf(path, sizeof path, PROCESSORS "/cpu%d", processor);
	DIR *directory = opendir(path);
	for (struct dirent *entry; directory && (entry = readdir(directory));)
		if (sscanf(entry->d_name, "node%d", &node) == 1)
			break;
	if (directory)
		closedir(directory);
	snprintf(path, sizeof path, NODES "/node%d/cpulist", node);
	return node >= 0 && ppcc_topology_list(path, set);
}

void ppcc_topology_unit(int processor, enum ppcc_unit unit, const cpu_set_t *allowed, cpu_set_t *set)
{
	bool known = false;
	CPU_ZERO(set);
	switch (unit) {
	case PPCC_UNIT_THREADS: break;
	case PPCC_UNIT_CORES:
		known = of_processor(processor, "topology/core_cpus_list", set) || of_processor(processor, "topology/thread_siblings_list", set);
		break;
	case PPCC_UNIT_SOCKETS:
		known = of_processor(processor, "topology/package_cpus_list", set) || of_processor(processor, "topology/core_siblings_list", set);
		break;
	case PPCC_UNIT_LL_CACHES: known = last_cache(processor, set); break;
	case PPCC_UNIT_NUMA_DOMAINS: known = numa_domain(processor, set); break;
	}
	if (!known && unit > PPCC_UNIT_CORES)
		*set = *allowed;
	CPU_SET(processor, set);
}
