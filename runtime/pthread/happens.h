/*
 * happens.h - tells ThreadSanitizer which parts of a program happen before which others.
 *
 * The installed runtime is not compiled with ThreadSanitizer, so its atomic operations and futexes are invisible in a
 * program that is.  Every edge that OpenMP gives the program (a fork, a join, a barrier, a lock, a task's creation and
 * completion ...) is therefore told to it: happens_before(object) by the thread that goes first, before the operation
 * that lets the other go on, and happens_after(object) by the other, after the operation that saw it.  The object is any
 * address of the runtime's; the edges go from all the befores to each later after.  What only the runtime needs (the lists
 * of tasks, the counters of loops) is not told: it would hide races of the program.
 *
 * Without ThreadSanitizer in the program a call costs a test of an address.  A runtime that is itself compiled with it
 * says nothing here: there the atomic operations have to be enough.
 */
#ifndef PPCC_PTHREAD_HAPPENS_H
#define PPCC_PTHREAD_HAPPENS_H

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define PPCC_INSTRUMENTED 1
#endif
#endif
#ifdef __SANITIZE_THREAD__
#define PPCC_INSTRUMENTED 1
#endif

#ifdef PPCC_INSTRUMENTED

static inline void happens_before(const volatile void *object)
{
	(void)object;
}

static inline void happens_after(const volatile void *object)
{
	(void)object;
}

#else

/* ThreadSanitizer's own interface; null when it is not in the program. */
void __tsan_release(void *object) __attribute__((weak, visibility("default")));
void __tsan_acquire(void *object) __attribute__((weak, visibility("default")));

static inline void happens_before(const volatile void *object)
{
	if (__builtin_expect(__tsan_release != 0, 0))
		__tsan_release((void *)object);
}

static inline void happens_after(const volatile void *object)
{
	if (__builtin_expect(__tsan_acquire != 0, 0))
		__tsan_acquire((void *)object);
}

#endif
#endif
