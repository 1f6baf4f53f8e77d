/*
** Calls that may wait. The script runs in a coroutine of its own; an async host function begins its work in Swift, and
** when the Swift frame is gone C yields, through every coroutine of the script up to the driver. The driver waits in
** Swift and resumes: the same way down again, and Swift's answer is given where the call was made.
**
** A slice is what runs between two waits, on one thread, with the stop of its run. Between slices the state is free
** for other calls.
*/
#include "concatenation.h"
#include "state.h"
#include <stdlib.h>

struct clb_task {
  clb_state *S;
  clb_task *root;         /* the call around all that this one is nested in, or itself */
  int uses;               /* of a root: its nested calls and itself */
  lua_State *L;           /* the coroutine that is the main one for the script */
  int place;              /* of clb_keep */
  int arguments;          /* for the next resume */
  int status;             /* how the function ended */
  bool waiting;
  int64_t deadline;       /* monotonic nanoseconds, 0: none */
  size_t printed;         /* of a root, with all nested in it */
  int64_t instructions;   /* that are left to it, likewise */
  atomic_int stop;        /* why it is to stop, or 0; set by any thread */
};

/* ---- What runs in the coroutine ---- */

/* [0, 0, -] Answers how many values are the function's, on top. */
static int function_ended(lua_State *L, int status, lua_KContext context) {
  (void)context;
  state_of(L)->task->status = status == LUA_YIELD ? LUA_OK : status;
  return lua_gettop(L) - 1;
}

/* [-(n+1), +results | +1 value, m] The function and its arguments, protected as clb_call does it. */
static int run_function(lua_State *L) {
  clb_settle(L);
  lua_pushcfunction(L, clb_note_error);
  lua_insert(L, 1);
  return function_ended(L, lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 1, 0, function_ended), 0);
}

/* ---- Async host functions ---- */

/* [0, +1, m] The function below that does not let a wait through, as its caller names it. */
static void push_obstacle(lua_State *L) {
  lua_Debug ar;
  for (int level = 1; lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Snf", &ar);
    lua_CFunction function = lua_tocfunction(L, -1);
    lua_pop(L, 1);
    if (*ar.what != 'C' || clb_lets_wait(function)) continue;
    if (ar.name) lua_pushfstring(L, "it is called from within '%s', which does not wait", ar.name);
    else lua_pushliteral(L, "it is called from within a function that does not wait");
    return;
  }
  lua_pushliteral(L, "it is called, through a coroutine, from a function that does not wait");
}

/* [-, -, v] */
static int refuse_to_wait(lua_State *L) {
  lua_Debug ar;
  lua_getstack(L, 0, &ar);
  lua_getinfo(L, "n", &ar);
  const char *name = ar.name ? lua_pushfstring(L, "'%s'", ar.name) : "an async function";
  if (state_of(L)->task == NULL) {
    return luaL_error(L, "%s waits: the host must run this script with callAsync, not with call", name);
  }
  push_obstacle(L);
  return luaL_error(L, "%s waits, and cannot here: %s", name, lua_tostring(L, -1));
}

/* [-, +results, e] */
static int give_answer(lua_State *L, int status, lua_KContext context) {
  clb_state *S = state_of(L);
  (void)status, (void)context;
  if (S->stopping) return clb_raise_stop(L);
  clb_box *box = lua_touserdata(L, lua_upvalueindex(1));
  int limited = clb_enter_host(S);
  return clb_leave_host(L, limited, S->host.answer(box->object, L));
}

/* [-, +results, e] Swift takes the arguments; what it then does happens while the coroutine is suspended. */
static int async_trampoline(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, lua_upvalueindex(1));
  if (!S->may_wait || !lua_isyieldable(L)) return refuse_to_wait(L);
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = clb_enter_host(S);
  clb_leave_host(L, limited, S->host.call(box->object, L));
  S->awaiting = true;
  return lua_yieldk(L, 0, 0, give_answer);
}

void clb_push_async(lua_State *L, void *object) {
  clb_push_function(L, object);
  lua_getupvalue(L, -1, 1);  /* the box, which owns the object */
  lua_remove(L, -2);
  lua_pushcclosure(L, async_trampoline, 1);
}

/* [0, 0, -] */
bool clb_is_waiting(lua_State *co) {
  lua_Debug ar;
  if (lua_status(co) != LUA_YIELD || !lua_getstack(co, 0, &ar)) return false;
  lua_getinfo(co, "f", &ar);
  bool yielded = clb_is_yield(lua_tocfunction(co, -1));
  lua_pop(co, 1);
  return !yielded;  /* every other yield is a wait, or stands above one */
}

/* ---- Tasks ---- */

clb_task *clb_task_begin(clb_state *S, lua_State *L, int arguments, int64_t nanoseconds, clb_task *outer) {
  clb_task *T = calloc(1, sizeof *T);
  if (T == NULL) abort();
  T->S = S;
  T->root = outer ? outer->root : T;
  T->root->uses++;
  T->instructions = S->limits.instructions;
  T->L = lua_newthread(L);
  T->place = clb_keep(L, -1);
  lua_pop(L, 1);
  if (!lua_checkstack(T->L, arguments + clb_stack_room)) {
    lua_pop(L, arguments + 1);
    clb_task_end(T);
    return NULL;
  }
  T->deadline = clb_deadline_in(nanoseconds);
  if (outer && outer->deadline && (T->deadline == 0 || outer->deadline < T->deadline)) T->deadline = outer->deadline;
  lua_pushcfunction(T->L, run_function);
  lua_xmove(L, T->L, arguments + 1);
  T->arguments = arguments + 1;
  return T;
}

lua_State *clb_task_base(clb_state *S) { return S->task->L; }
void clb_push_task_base(lua_State *L) { clb_push_kept(L, state_of(L)->task->place); }

int64_t clb_task_left(clb_task *T) {
  if (T->deadline == 0) return -1;
  int64_t left = T->deadline - clb_now();
  return left < 0 ? 0 : left;
}

void clb_task_end(clb_task *T) {
  if (T->waiting) T->S->waiting--;
  clb_drop(T->S, T->place);
  clb_task *root = T->root;
  if (T != root) free(T);
  if (--root->uses == 0) free(root);
}

void clb_task_stop(clb_task *T, int reason) {
  clb_state *S = T->S;
  int none = 0;
  pthread_mutex_lock(&S->lock);
  atomic_compare_exchange_strong(&T->stop, &none, reason);
  if (S->running && S->task == T) clb_signal_run(S);
  pthread_mutex_unlock(&S->lock);
}

int clb_task_stop_reason(clb_task *T) { return atomic_load(&T->stop); }

/* [0, 0, -] From here on a stop of the task reaches the thread; one that came before is seen at once. */
static void set_task(clb_state *S, clb_task *T) {
  pthread_mutex_lock(&S->lock);
  S->task = T;
  pthread_mutex_unlock(&S->lock);
  if (T && !S->stopping) S->stopping = atomic_load(&T->stop);
}

/* [0, 0, -] */
static void begin_slice(clb_task *T) {
  clb_state *S = T->S;
  if (T->waiting) S->waiting--;
  S->printed = T->root->printed;
  clb_drain(S);
  S->frame_count = 0;
  S->keep_frames = S->frames_pending = S->frames_kept = S->stop_noted = false;
  S->instructions = T->root->instructions;
  set_task(S, T);
  S->limited = 1;
  S->calls++;
  S->may_wait = true;
}

/* [0, 0, -] */
static void end_slice(clb_task *T, bool waiting) {
  clb_state *S = T->S;
  S->calls--;
  S->limited = 0;
  S->overdrawn = S->awaiting = S->may_wait = false;
  set_task(S, NULL);
  T->root->printed = S->printed;
  T->root->instructions = S->instructions;
  T->waiting = waiting;
  T->arguments = 0;
  if (waiting) S->waiting++;
}

int clb_task_run(clb_task *T, lua_State **L, int *results) {
  clb_state *S = T->S;
  if (S->run_depth > 0) return clb_no_room;
  clb_run run = clb_run_begin(S, clb_task_left(T));
  begin_slice(T);
  S->current = *L = T->L;
  /* A stop that came during a wait is raised where the script waited; one that came before the start, nowhere. */
  int status = S->stopping && !T->waiting ? LUA_ERRRUN : lua_resume(T->L, S->main, T->arguments, results);
  S->current = S->main;
  int stop = S->stopping;
  end_slice(T, status == LUA_YIELD);
  if (stop && status == LUA_YIELD) clb_task_stop(T, stop);  /* too late for this slice: the next one raises it */
  clb_run_end(S, run);
  if (status == LUA_YIELD) return clb_waiting;
  if (status == LUA_OK) status = T->status;
  if (status == LUA_OK) return clb_ok;
  if (stop == 0) return clb_outcome(T->L, status);
  lua_pushnil(T->L);  /* the stop's vehicle stays inside */
  return clb_stopped_base + stop;
}
