#define _GNU_SOURCE
/* The device data environment, with the initial device and with two devices of their own memory. */
#include "check.h"

#include <string.h>

enum { N = 20 };

struct data {
	int *a, *b;
	int n, device, threads, level;
};

static void add(struct ppcc_thread *me, void *argument)
{
	struct data *data = argument;
	data->device = omp_get_device_num();
	data->threads = me->team_size;
	data->level = omp_get_level();
	for (int i = 0; i < data->n; i++)
		data->a[i] += data->b[i];
}

/* target map(tofrom: a[0:N]) map(to: b[0:N]) in every thread of a parallel region, each on its own array */
static void in_parallel(struct ppcc_thread *me, void *argument)
{
	int a[N], b[N], device = *(int *)argument;
	for (int i = 0; i < N; i++) {
		a[i] = me->number;
		b[i] = i;
	}
	struct data data = {a, b, N, 0, 0, 0};
	struct ppcc_map maps[] = {
		{.name = "a[0:N]", .kind = PPCC_MAP_TOFROM, .host = a, .size = sizeof a, .argument = &data.a},
		{.name = "b[0:N]", .kind = PPCC_MAP_TO, .host = b, .size = sizeof b, .argument = &data.b},
	};
	ppcc_target(add, &data, sizeof data, maps, 2, device, 0);
	CHECK_EQUAL(data.device, device);
	CHECK_EQUAL(data.threads, 1);
	CHECK_EQUAL(data.level, 0);
	for (int i = 0; i < N; i++)
		CHECK_EQUAL(a[i], me->number + i);
	CHECK_EQUAL(omp_is_initial_device(), 1);
}

/* Reference counts: only the exit that makes them 0 copies back; delete; present afterwards. */
static void counts(int device)
{
	int a[N], *base = a;
	memset(a, 0, sizeof a);
	struct ppcc_map maps[] = {{.name = "a[5:10]", .kind = PPCC_MAP_TOFROM, .host = a + 5, .size = 10 * sizeof *a}};
	ppcc_target_enter_data(maps, 1, device, 0);
	ppcc_target_enter_data(maps, 1, device, 0);
	int *on = omp_get_mapped_ptr(&a[7], device);
	CHECK(on && on != &a[7]);
	CHECK(!omp_target_is_present(&a[4], device) && omp_target_is_present(&a[14], device) && !omp_target_is_present(&a[15], device));
	*on = 7;
	CHECK_EQUAL(ppcc_device_address(&a[7], device) == (void *)on, 1);
	ppcc_target_exit_data(maps, 1, device, 0);
	CHECK_EQUAL(a[7], 0);
	maps[0].kind = PPCC_MAP_FROM | PPCC_MAP_ALWAYS;
	ppcc_target_enter_data(maps, 1, device, 0);
	ppcc_target_exit_data(maps, 1, device, 0);
	CHECK_EQUAL(a[7], 7);
	*on = 8;
	maps[0].kind = PPCC_MAP_DELETE;
	ppcc_target_exit_data(maps, 1, device, 0);
	CHECK(!omp_target_is_present(&a[7], device));
	CHECK_EQUAL(a[7], 7);
	ppcc_target_exit_data(maps, 1, device, 0); /* nothing there: nothing happens */
	CHECK_EQUAL(base[7], 7);
}

/* Strided and two-dimensional updates. */
static void update(int device)
{
	int a[4][6];
	memset(a, 0, sizeof a);
	struct ppcc_map whole = {.name = "a", .kind = PPCC_MAP_TO, .host = a, .size = sizeof a};
	struct ppcc_map_list *list = ppcc_target_data_begin(&whole, 1, device);
	int(*on)[6] = omp_get_mapped_ptr(a, device);
	for (int i = 0; i < 24; i++)
		on[i / 6][i % 6] = i;
	struct ppcc_dimension dimensions[] = {{2, sizeof a[0]}, {3, 2 * sizeof a[0][0]}};
	struct ppcc_map section = {.name = "a[1:2][0:3:2]", .kind = PPCC_MAP_FROM, .host = &a[1][0], .size = sizeof a[0][0], .dimensions = dimensions, .rank = 2};
	ppcc_target_update(&section, 1, device, &(struct ppcc_device_options){.nowait = 1});
	ppcc_taskwait(ppcc_self());
	for (int i = 0; i < 24; i++)
		CHECK_EQUAL(a[i / 6][i % 6], i / 6 >= 1 && i / 6 <= 2 && i % 2 == 0 ? i : 0);
	ppcc_target_data_end(list);
	CHECK_EQUAL(a[0][1], 0);
}

struct vector {
	long before;
	int *data, n;
	long after;
};

struct struct_data {
	struct vector *v;
};

static void twice(struct ppcc_thread *me, void *argument)
{
	struct vector *v = ((struct struct_data *)argument)->v;
	(void)me;
	for (int i = 0; i < v->n; i++)
		v->data[i] *= 2;
	v->n = -1;
}

/* map(to: v.n) map(tofrom: v.data[0:v.n]): one piece for v, from v.data to v.n, with the pointer attached. */
static void members(int device)
{
	int values[N];
	struct vector v = {1, values, N, 2}, *pv = &v;
	for (int i = 0; i < N; i++)
		values[i] = i;
	struct struct_data data = {pv};
	struct ppcc_map maps[] = {
		{.name = "v.data[0:v.n]", .kind = PPCC_MAP_TOFROM, .host = values, .size = sizeof values, .pointer = &v.data},
		{.name = "v.n", .kind = PPCC_MAP_TO, .host = &v.n, .size = sizeof v.n},
		{.name = "v", .kind = PPCC_MAP_STRUCT, .host = &v, .size = sizeof v, .argument = &data.v},
	};
	maps[2].argument = NULL; /* of target data: there is no region to hand an address to */
	struct ppcc_map_list *list = ppcc_target_data_begin(maps, 3, device);
	maps[2].argument = &data.v;
	CHECK(!omp_target_is_present(&v.before, device) && omp_target_is_present(&v.data, device) && !omp_target_is_present(&v.after, device));
	ppcc_target(twice, &data, sizeof data, maps, 3, device, 0);
	CHECK_EQUAL(values[3], 3);
	struct ppcc_map from = {.name = "v", .kind = PPCC_MAP_FROM, .host = &v.data, .size = sizeof v.data + sizeof v.n};
	ppcc_target_update(&from, 1, device, 0);
	CHECK(v.data == values);
	CHECK_EQUAL(v.n, -1);
	ppcc_target_data_end(list);
	CHECK_EQUAL(values[3], 6);
	CHECK(!omp_target_is_present(&v.data, device));
}

static void map_vector(struct ppcc_map_list *list, void *element)
{
	struct vector *v = element;
	struct ppcc_map maps[] = {
		{.name = "v.n", .kind = PPCC_MAP_TOFROM, .host = &v->n, .size = sizeof v->n},
		{.name = "v.data[0:v.n]", .kind = PPCC_MAP_TOFROM, .host = v->data, .size = (unsigned long)v->n * sizeof *v->data, .pointer = &v->data},
	};
	ppcc_map_add(list, maps, 2);
}

/* declare mapper on an array of structs; the map of the construct is what it is given for. */
static void mapper(int device, int kind)
{
	int values[2][N];
	struct vector v[2] = {{0, values[0], 3, 0}, {0, values[1], N, 0}};
	for (int i = 0; i < 2 * N; i++)
		values[i / N][i % N] = i;
	struct struct_data data = {&v[1]};
	struct ppcc_map map = {.name = "v", .kind = kind, .host = v, .size = sizeof v, .argument = &data.v, .mapper = map_vector, .element = sizeof v[0]};
	ppcc_target(twice, &data, sizeof data, &map, 1, device, 0);
	CHECK_EQUAL(values[0][2], 2);
	CHECK_EQUAL(values[1][5], kind & PPCC_MAP_FROM ? 2 * (N + 5) : N + 5);
	CHECK_EQUAL(v[1].n, kind & PPCC_MAP_FROM ? -1 : N);
	CHECK(v[1].data == values[1]);
	CHECK(!omp_target_is_present(v, device));
}

static int global[3] = {1, 2, 3}, *leads_to;

static void declared(int device)
{
	int values[4] = {0, 0, 0, 0};
	ppcc_declare_target("global", global, sizeof global, 0);
	ppcc_declare_target("leads_to", &leads_to, sizeof leads_to, 0);
	CHECK(omp_target_is_present(&global[2], device));
	leads_to = values;
	struct ppcc_map map = {.name = "leads_to[0:4]", .kind = PPCC_MAP_TOFROM, .host = values, .size = sizeof values, .pointer = &leads_to};
	struct ppcc_map_list *list = ppcc_target_data_begin(&map, 1, device);
	CHECK(leads_to == values);
	CHECK(omp_get_mapped_ptr(values, device) == values);
	ppcc_target_data_end(list);
}

static void routines(int device)
{
	int host[8] = {1, 2, 3, 4, 5, 6, 7, 8}, back[8];
	int *memory = omp_target_alloc(sizeof host, device);
	CHECK(memory != NULL);
	CHECK_EQUAL(omp_target_memcpy(memory, host, sizeof host, 0, 0, device, omp_initial_device), 0);
	CHECK_EQUAL(omp_target_memcpy(back, memory, 4 * sizeof *host, 0, 4 * sizeof *host, omp_get_initial_device(), device), 0);
	CHECK_EQUAL(back[0], 5);
	CHECK_EQUAL(omp_target_associate_ptr(host, memory, sizeof host, 0, device), 0);
	CHECK(omp_target_associate_ptr(host + 1, memory, sizeof host, 0, device) != 0);
	CHECK(omp_get_mapped_ptr(&host[3], device) == &memory[3]);
	struct ppcc_map map = {.name = "host", .kind = PPCC_MAP_DELETE, .host = host, .size = sizeof host};
	ppcc_target_exit_data(&map, 1, device, 0);
	CHECK(omp_target_is_present(host, device));
	CHECK_EQUAL(omp_target_disassociate_ptr(host, device), 0);
	CHECK(!omp_target_is_present(host, device));
	CHECK(omp_target_memset(memory, 0, sizeof host, device) == memory);
	CHECK_EQUAL(memory[7], 0);
	omp_target_free(memory, device);
	CHECK_EQUAL(omp_get_device_from_uid(omp_get_uid_from_device(device)), device);
	CHECK_EQUAL(omp_get_device_from_uid("none"), omp_invalid_device);
}

/* nowait with depend: the chain is obeyed, and the data is the task's. */
static void *chained(int device)
{
	int *a = calloc(N, sizeof *a), *b = calloc(N, sizeof *b);
	struct ppcc_depend depend = {a, PPCC_DEPEND_OUT};
	struct ppcc_device_options options = {.depends = &depend, .depend_count = 1, .nowait = 1};
	for (int i = 0; i < N; i++)
		b[i] = 1;
	for (int round = 0; round < 50; round++) {
		struct data data = {a, b, N, 0, 0, 0};
		struct ppcc_map maps[] = {
			{.name = "a[0:N]", .kind = PPCC_MAP_TOFROM, .host = a, .size = N * sizeof *a, .argument = &data.a},
			{.name = "b[0:N]", .kind = PPCC_MAP_TO, .host = b, .size = N * sizeof *b, .argument = &data.b},
		};
		ppcc_target(add, &data, sizeof data, maps, 2, device, &options);
		memset(&data, 0, sizeof data);
		memset(maps, 0, sizeof maps);
	}
	ppcc_taskwait(ppcc_self());
	CHECK_EQUAL(a[0] + a[N - 1], 100);
	free(b);
	free(a);
	return NULL;
}

static void chain_in_parallel(struct ppcc_thread *me, void *argument)
{
	if (ppcc_single(me))
		chained(*(int *)argument);
	ppcc_barrier(me);
}

int main(void)
{
	if (!getenv("PPCC_HOST_DEVICES")) {
		int host = omp_get_initial_device();
		CHECK_EQUAL(omp_get_num_devices(), 0);
		ppcc_parallel(in_parallel, &host, 0, PPCC_BIND_DEFAULT);
		if (check_result())
			return 1;
		setenv("PPCC_HOST_DEVICES", "2", 1);
		extern char **environ;
		extern int execve(const char *, char *const[], char *const[]);
		char *arguments[] = {"device", NULL};
		return execve("/proc/self/exe", arguments, environ);
	}
	CHECK_EQUAL(omp_get_num_devices(), 2);
	for (int device = 0; device < 2; device++) {
		for (int round = 0; round < 20; round++)
			ppcc_parallel(in_parallel, &device, 0, PPCC_BIND_DEFAULT);
		counts(device);
		update(device);
		members(device);
		mapper(device, PPCC_MAP_TOFROM);
		mapper(device, PPCC_MAP_TO);
		declared(device);
		routines(device);
		ppcc_parallel(chain_in_parallel, &device, 0, PPCC_BIND_DEFAULT);
	}
	return check_result();
}
