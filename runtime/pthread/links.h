/*
 * links.h - what ties tasks to others: dependences between siblings, and across levels for transparent tasks; the mutual
 * exclusion of mutexinoutset; the event that a detached task waits for.  Most tasks have nothing of it.
 */
#ifndef PPCC_PTHREAD_LINKS_H
#define PPCC_PTHREAD_LINKS_H

#include "team.h"

struct node;

struct node_list {
	struct node **items;
	int count, capacity;
};

/* Who has the address of a mutexinoutset dependence, and who is next. */
struct exclusion {
	atomic_int refs;
	int lock;
	bool held;
	struct node_list queue; /* they have all else that they wait for */
};

/* One task with dependences.  It stays when the task has gone, as long as someone may ask about it. */
struct node {
	atomic_int refs;
	atomic_int waiting; /* unfinished predecessors, and 1 while they are being counted */
	atomic_bool ready;  /* with in_place: the task may run */
	int lock;
	bool finished;      /* with `after`: under the lock */
	bool in_place;      /* the creator waits for it, and then runs the task */
	struct task *task;  /* valid until it has finished */
	struct node_list after;
	struct exclusion **exclusions; /* by address, so that no two tasks wait for each other */
	int exclusion_count, held;     /* of them the first `held` are the task's */
};

enum set_kind { SET_NONE, SET_CONCURRENT, SET_EXCLUSIVE };

/* What has been done to one address so far. */
struct entry {
	struct entry *next;
	const void *address;
	struct node_list writers; /* the last task that wrote, or the last set of inoutset or mutexinoutset tasks */
	struct node_list before;  /* what each of that set waits for */
	struct node_list readers; /* since then */
	enum set_kind set;
	struct exclusion *exclusion; /* null before the first mutexinoutset */
};

struct export;

/* The children of one task, as far as they have dependences. */
struct table {
	struct entry **buckets;
	unsigned size, count;    /* size: a power of two */
	struct node *all;        /* the last task that depends on all memory */
	struct export **exports; /* exporting tasks, whose children count too */
	int export_count;
};

/* A table that no longer changes, and those that it was imported over. */
struct view {
	atomic_int refs;
	struct table table;
	struct view *outer; /* null: none */
};

struct event {
	atomic_int left; /* 2, less 1 for the end of the task's body and 1 for omp_fulfill_event; below 0: the task was discarded */
	struct task *task;
};

/* Begins what a task stands for.  It ends when ppcc_task_end_elsewhere is called. */
typedef void ppcc_start(struct task *task, void *data);

struct task_links {
	struct node *node;     /* of the task itself */
	struct table table;    /* of its children */
	struct event *event;   /* a detached task's */
	ppcc_start *start;     /* of a task that no thread runs: what is called when it is ready; null: it is like others */
	struct view *imported; /* an importing task's: what was before it */
	struct export *export; /* an exporting task's */
};

/* depend.c */
void *ppcc_links_grow(void *memory, size_t size);
struct task_links *ppcc_links_of(struct task *task); /* made when there are none */
void ppcc_node_drop(struct node *node);
bool ppcc_node_is_finished(struct node *node);
void ppcc_node_append(struct node_list *list, struct node *node);
void ppcc_node_wait_for(struct node *node, struct node *earlier);
void ppcc_node_wait_for_all(struct node *node, const struct node_list *list);
/* One predecessor of the node fewer; me: null in a thread of no team. */
void ppcc_node_count_down(struct member *me, struct node *node);
struct entry *ppcc_table_find(const struct table *table, const void *address); /* null: no task had it */
void ppcc_table_empty(struct table *table);

/* exclusion.c */
struct exclusion *ppcc_exclusion_new(void);
void ppcc_exclusion_drop(struct exclusion *exclusion);
void ppcc_exclusion_add(struct node *node, struct exclusion *exclusion);
bool ppcc_exclusion_take(struct node *node); /* false: the node is in a queue, and ppcc_node_ready comes later */
void ppcc_exclusion_leave(struct member *me, struct node *node);
void ppcc_node_ready(struct member *me, struct node *node); /* depend.c: it has all that it waits for */

/* transparent.c: a new task among its siblings, before and after it is entered itself; a new sibling; the end of an exporting
   task's body. */
void ppcc_transparent_import(struct task *task, const struct table *siblings);
void ppcc_transparent_export(struct task *task, struct table *siblings);
void ppcc_transparent_match(struct node *node, const struct task *parent, const struct ppcc_depend *depends, int count);
void ppcc_transparent_end(struct member *me, struct task *task);
void ppcc_export_drop(struct export *export);
void ppcc_view_drop(struct view *view);

/* depend.c: a deferred task that no thread runs. */
void ppcc_task_elsewhere(struct ppcc_thread *self, ppcc_start *start, const void *data, size_t size, const struct ppcc_depend *depends, int count);

/* detach.c: ends a counted task, in any thread. */
void ppcc_task_end_elsewhere(struct task *task);

/* detach.c: the body of a detached task has ended (ran: false: is not to begin); true: the task is complete. */
bool ppcc_detach_body_done(struct task *task, bool ran);

#endif
