/*
 * wait.h - how a thread waits, and how it is woken.
 *
 * Spinning is only of use while every thread that is awake has a processor: ppcc_awake counts the runtime's threads that
 * do not sleep, and when they are more than the processors a waiting thread gives its own up at once.  OMP_WAIT_POLICY
 * passive means no spinning, active that a thread spins for as long as there are processors.
 */
#ifndef PPCC_PTHREAD_WAIT_H
#define PPCC_PTHREAD_WAIT_H

#include "team.h"

extern atomic_int ppcc_awake;

/* How long a thread has spun; zero it before use. */
struct spinner {
	unsigned rounds;
	int64_t deadline; /* nanoseconds; 0: not set yet */
};

/* One turn of a spin loop.  False when the thread should sleep now. */
bool ppcc_spin(struct spinner *spinner);

/* Sets the time to spin; called once, when the environment has been read. */
void ppcc_wait_configure(void);

void ppcc_futex_wait(atomic_uint *word, unsigned value); /* sleeps while *word is value; may return early */
void ppcc_futex_wake(atomic_uint *word, int threads);

/* What a waiting thread waits for.  Called again and again, also after it has returned false; uses sequentially
   consistent loads. */
typedef bool ppcc_condition(struct member *me, void *argument);

/* Returns when the condition holds.  tasks: which tasks may be run meanwhile; why: what the thread sleeps as. */
void ppcc_wait(struct member *me, enum task_choice tasks, enum park why, ppcc_condition *holds, void *argument);

/* Wakes the team's members that sleep as `why`; free when none sleeps. */
void ppcc_notify(struct team *team, enum park why);
void ppcc_notify_one(struct team *team); /* one that could run a task, while there are fewer awake than processors */
void ppcc_unpark(struct member *member); /* this one, however it sleeps */

#endif
