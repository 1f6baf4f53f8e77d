/*
** Ending a run from outside: a real-time signal to the thread that runs the script arms a hook there, as lua.c does
** for Ctrl-C. Nothing is installed until then, so a script pays nothing for its deadline. The stop is a flag of the
** state; the error that carries it up is only a vehicle: whoever catches one asks the flag and raises again.
*/
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "bounded.h"
#include "owned.h"
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { tick = 10 * 1000 * 1000 };  /* ns between reminders: one may hit a moment where the hook is lost */

static const char sentinel = 0;
static int chosen_signal;  /* the process-wide part: chosen and installed once */
static pthread_once_t installed = PTHREAD_ONCE_INIT;
static atomic_bool is_installed;
static __thread clb_state *running;  /* innermost run of this thread */

int64_t clb_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void on_count(lua_State *L, lua_Debug *where) {
  (void)where;
  clb_take_sample(state_of(L), L);
  if (state_of(L)->stopping) clb_raise_stop(L);
  clb_rest(L);  /* armed for a sample, or for a run that is over */
}

static void arm(lua_State *L) { lua_sethook(L, on_count, LUA_MASKCOUNT, 1); }

static void on_signal(int number) {
  (void)number;
  int saved = errno;
  for (clb_state *S = running; S; S = S->outer) {
    if (!S->stopping) {
      if (atomic_load(&S->cancelled)) S->stopping = clb_stop_cancelled;
      else if (S->task && clb_task_stop_reason(S->task)) S->stopping = clb_task_stop_reason(S->task);
      else if (S->deadline && clb_now() >= S->deadline) S->stopping = clb_stop_deadline;
    }
    if (S->deadline && S->limits.instructions < 0) S->sample_due = 1;  /* else it would disturb the counting */
    if (S->stopping || S->sample_due) arm(S->current);
  }
  errno = saved;
}

static void install(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  if (chosen_signal == 0) chosen_signal = SIGRTMIN + 7;
  sigaction(chosen_signal, &action, NULL);
  atomic_store(&is_installed, true);
}

bool clb_use_signal(int number) {
  if (atomic_load(&is_installed)) return number == chosen_signal;
  chosen_signal = number;
  pthread_once(&installed, install);
  return true;
}

int clb_raise_stop(lua_State *L) {
  clb_note_stop(state_of(L), L);
  arm(L);  /* whatever runs while the error goes up, a <close> handler, meets the hook at once */
  if (!lua_checkstack(L, 1)) lua_pop(L, 1);  /* results of a protected call may fill the stack to its end */
  lua_pushlightuserdata(L, (void *)&sentinel);
  return lua_error(L);
}

int clb_stop_now(lua_State *L, int reason) {
  clb_state *S = state_of(L);
  if (!S->stopping) S->stopping = reason;
  return clb_raise_stop(L);
}

void clb_charge(lua_State *L, int steps) {
  clb_state *S = state_of(L);
  if (S->limits.instructions < 0 || (S->instructions -= steps) >= 0) return;
  if (!S->limited) return;  /* a Swift frame is active: the script meets the stop when it has returned */
  clb_stop_now(L, clb_stop_instructions);
}

static void counting_hook(lua_State *L, lua_Debug *where) {
  (void)where;
  if (state_of(L)->stopping) clb_raise_stop(L);
  clb_charge(L, clb_counted);
}

void clb_rest(lua_State *L) {
  if (state_of(L)->limits.instructions < 0) lua_sethook(L, NULL, 0, 0);
  else lua_sethook(L, counting_hook, LUA_MASKCOUNT, clb_counted);
}

/* The timer of the thread that runs now; kept between runs, as making one costs more than setting it. */
static bool prepare_timer(clb_state *S) {
  pid_t thread = (pid_t)syscall(SYS_gettid);
  if (S->has_timer && S->timer_thread == thread) return true;
  clb_stop_release(S);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = chosen_signal};
  event.sigev_notify_thread_id = thread;
  if (timer_create(CLOCK_MONOTONIC, &event, &S->timer) != 0) return false;
  S->has_timer = true;
  S->timer_thread = thread;
  return true;
}

void clb_stop_release(clb_state *S) {
  if (S->has_timer) timer_delete(S->timer);
  S->has_timer = false;
}

static void polling_hook(lua_State *L, lua_Debug *where) {
  clb_state *S = state_of(L);
  (void)where;
  if (!S->stopping && S->deadline && clb_now() >= S->deadline) S->stopping = clb_stop_deadline;
  if (S->stopping) clb_raise_stop(L);
  if (!S->run_depth) clb_rest(L);
}

void clb_poll(lua_State *L) {
  clb_state *S = state_of(L);
  if (!S->limited) return;  /* a Swift frame is active: it meets the stop when it has returned */
  if (!S->stopping && S->run_depth && S->deadline && clb_now() >= S->deadline) S->stopping = clb_stop_deadline;
  clb_take_sample(S, L);
  if (S->stopping) clb_raise_stop(L);
}

void clb_budget_renew(clb_budget *budget) {
  budget->credit = clb_budget_steps;
  clb_poll(budget->L);
  clb_charge(budget->L, clb_budget_steps);
}

/* The first tick: samples are taken in the second half of the time, or all along where somebody watches. Ticks meet the
** deadline. */
static int64_t first_tick(clb_state *S) {
  int64_t left = S->deadline - clb_now();
  if (left <= 0) return S->deadline;
  return S->deadline - (S->watched ? left : left / 2) / tick * tick;
}

static void set_timer(clb_state *S) {
  struct itimerspec when = {0};
  if (S->deadline) {
    if (!prepare_timer(S)) {  /* no timer to be had: look at the clock every so many instructions */
      lua_sethook(S->current, polling_hook, LUA_MASKCOUNT, 1000);
      return;
    }
    int64_t first = first_tick(S);
    when.it_value.tv_sec = first / 1000000000;
    when.it_value.tv_nsec = first % 1000000000;
    when.it_interval.tv_nsec = tick;
  }
  if (S->has_timer) timer_settime(S->timer, TIMER_ABSTIME, &when, NULL);
}

/* Outermost: the thread is known from here on, and takes the signal even if its owner blocks all (libdispatch does). */
static void enter_thread(clb_state *S) {
  pthread_once(&installed, install);
  S->stopping = 0;
  atomic_store(&S->cancelled, false);
  clb_forget_samples(S);
  S->printed = 0;
  S->instructions = S->limits.instructions;
  if (S->instructions >= 0) clb_rest(S->main);  /* counting begins anew, whatever ran before */
  S->outer = running;
  running = S;
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, chosen_signal);
  pthread_sigmask(SIG_UNBLOCK, &ours, &S->old_mask);
  pthread_mutex_lock(&S->lock);
  S->thread = pthread_self();
  S->running = true;
  pthread_mutex_unlock(&S->lock);
}

static void leave_thread(clb_state *S) {
  pthread_mutex_lock(&S->lock);
  S->running = false;
  pthread_mutex_unlock(&S->lock);
  running = S->outer;
  pthread_sigmask(SIG_SETMASK, &S->old_mask, NULL);
  S->stopping = 0;
}

int64_t clb_deadline_in(int64_t nanoseconds) {
  int64_t deadline = nanoseconds < 0 ? 0 : clb_now() + nanoseconds;
  return deadline && nanoseconds > INT64_MAX - deadline ? 0 : deadline;
}

clb_run clb_run_begin(clb_state *S, int64_t nanoseconds) {
  clb_run run = {S->deadline};
  if (S->run_depth++ == 0) enter_thread(S);
  int64_t deadline = clb_deadline_in(nanoseconds);
  if (deadline == 0 || (run.deadline && run.deadline < deadline)) deadline = run.deadline;
  if (deadline != run.deadline) {
    S->deadline = deadline;
    set_timer(S);
  }
  return run;
}

void clb_run_end(clb_state *S, clb_run run) {
  if (S->deadline != run.deadline) {
    S->deadline = run.deadline;
    set_timer(S);
    /* The inner clock ran out, the outer one may not have: the outer run goes on. */
    if (S->stopping == clb_stop_deadline && (!run.deadline || clb_now() < run.deadline)) {
      S->stopping = 0;
      S->stop_noted = false;
    }
  }
  if (S->run_depth == 1 && S->first_dead >= 0) clb_release_dead(S);
  if (--S->run_depth == 0) leave_thread(S);
}

void clb_signal_run(clb_state *S) { pthread_kill(S->thread, chosen_signal); }

void clb_stop(clb_state *S) {
  pthread_mutex_lock(&S->lock);
  if (S->running) {
    atomic_store(&S->cancelled, true);
    clb_signal_run(S);
  }
  pthread_mutex_unlock(&S->lock);
}

clb_state *clb_running_here(void) { return running; }
