/*
 * pages.c - blocks of whole pages: pinned, or spread over NUMA nodes (OpenMP 5.2, 6.2: pinned and partition).
 */
#include "memory.h"

#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Of the system call mbind. */
enum { POLICY_PREFERRED = 1 };
enum { WORD_BITS = CHAR_BIT * sizeof(unsigned long) };

bool ppcc_wants_pages(const struct allocator *allocator)
{
	return allocator->pinned || (allocator->partition != omp_atv_environment && ppcc_memspace_nodes(allocator->space, NULL) > 1) ||
	       allocator->partition == omp_atv_partitioner;
}

/* Where the kernel cannot do it the pages stay where it puts them. */
static void bind_pages(char *start, size_t size, const unsigned long *nodes, unsigned long bits)
{
	(void)syscall(SYS_mbind, start, size, POLICY_PREFERRED, nodes, bits, 0);
}

void ppcc_pages_place(char *start, size_t size, int node)
{
	unsigned long mask[PPCC_MAX_NODES / WORD_BITS + 1];
	memset(mask, 0, sizeof mask);
	mask[(size_t)node / WORD_BITS] = 1UL << ((size_t)node % WORD_BITS);
	bind_pages(start, size, mask, PPCC_MAX_NODES + 1);
}

static size_t rounded_up(size_t size, size_t unit)
{
	return (size + unit - 1) / unit * unit;
}

/* Parts of `part` bytes go to the nodes in turn. */
static void deal(const struct allocator *allocator, char *start, size_t size, size_t part)
{
	int nodes[PPCC_MAX_NODES], count = ppcc_memspace_nodes(allocator->space, nodes), next = 0;
	for (size_t at = 0; at < size; at += part, next = (next + 1) % count)
		ppcc_pages_place(start + at, size - at < part ? size - at : part, nodes[next]);
}

static void spread(const struct allocator *allocator, char *start, size_t size)
{
	size_t page = ppcc_page_size(), count = (size_t)ppcc_memspace_nodes(allocator->space, NULL);
	switch (allocator->partition) {
	case omp_atv_nearest: bind_pages(start, size, NULL, 0); break; /* to the node that first touches each */
	case omp_atv_blocked: deal(allocator, start, size, rounded_up((size + count - 1) / count, page)); break;
	case omp_atv_interleaved: deal(allocator, start, size, rounded_up(allocator->part_size ? allocator->part_size : 1, page)); break;
	case omp_atv_partitioner: ppcc_partition_apply(allocator, start, size); break;
	default: break;
	}
}

void *ppcc_pages_map(const struct allocator *allocator, size_t size)
{
	void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (start == MAP_FAILED)
		return NULL;
	spread(allocator, start, size);
	if (allocator->pinned && mlock(start, size) != 0) {
		munmap(start, size);
		return NULL;
	}
	return start;
}

void ppcc_pages_unmap(void *start, size_t size)
{
	munmap(start, size);
}
