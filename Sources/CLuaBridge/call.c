/* Calls of scripts by the host, protected, and what is remembered of an error. */
#include "source.h"
#include <string.h>

static void fill_frame(clb_frame *frame, lua_Debug *ar) {
  const char *source = *ar->source == '@' || *ar->source == '=' ? ar->source + 1 : ar->short_src;
  strncpy(frame->source, source, sizeof frame->source - 1);
  frame->source[sizeof frame->source - 1] = 0;
  frame->name[0] = 0;
  if (ar->name) strncpy(frame->name, ar->name, sizeof frame->name - 1);
  frame->name[sizeof frame->name - 1] = 0;
  frame->line = ar->currentline;
}

/*
** True while Lua moves the stack of L, which the allocator may be asked in the middle of: releases after 5.4.4 hold
** offsets in place of pointers then, and nothing of the stack can be looked at. A call record begins with the place of
** its function; no block lies as low as the largest offset.
*/
static bool is_moving(lua_State *L) {
  lua_Debug ar;
  return lua_getstack(L, 0, &ar) && *(const uintptr_t *)(const void *)ar.i_ci < 32u << 20;
}

/* Appends the script functions active in L; no allocation, no error. */
void clb_capture(clb_state *S, lua_State *L) {
  lua_Debug ar;
  if (is_moving(L)) return;
  for (int level = 0; S->frame_count < clb_max_frames && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sln", &ar);
    if (ar.currentline > 0) fill_frame(&S->frames[S->frame_count++], &ar);
  }
}

/* Where a stop met the script: noted once, as it goes up Lua may lack the memory to call a handler. */
void clb_note_stop(clb_state *S, lua_State *L) {
  if (S->stop_noted) return;
  S->frame_count = 0;
  clb_capture(S, L);
  S->stop_noted = S->frame_count > 0;  /* a coroutine that has not begun has none: its caller will have */
}

/* Keeps the value as it is, notes where. */
int clb_note_error(lua_State *L) {
  clb_state *S = state_of(L);
  if (S->stop_noted) return 1;
  S->frames_kept = S->keep_frames;
  if (!S->keep_frames) {
    if (!S->frames_pending) S->frame_count = 0;
    clb_capture(S, L);
  }
  S->keep_frames = S->frames_pending = false;
  return 1;
}

/* [0, +1|0, -] Where the message handler stands. Where no call is in progress the main stack is at its base, and there
** it stands for good. */
static inline int handler(clb_state *S, lua_State *L) {
  if (S->calls == 0) return clb_base_handler;
  lua_pushcfunction(L, clb_note_error);
  return lua_gettop(L);
}

typedef struct entered { int limited; bool outermost; clb_run run; } entered;

static inline void begin(clb_state *S) {
  S->frame_count = 0;
  S->keep_frames = S->frames_pending = S->frames_kept = S->stop_noted = false;
  S->limited = 1;
  S->calls++;
}

static inline entered enter(clb_state *S) {
  entered e;
  e.limited = S->limited;
  e.outermost = S->run_depth == 0;
  e.run.deadline = 0;
  if (e.outermost) e.run = clb_run_begin(S, S->limits.deadline);
  if (atomic_load_explicit(&S->has_released, memory_order_relaxed)) clb_drain(S);
  begin(S);
  return e;
}

/* The buffers of lauxlib report a refused allocation as a string. */
static bool is_memory_text(lua_State *L) {
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  return text && strcmp(text, "not enough memory") == 0;
}

int clb_outcome(lua_State *L, int status) {
  if (status == LUA_ERRMEM || is_memory_text(L)) return clb_memory;
  return status == LUA_ERRSYNTAX ? clb_syntax : clb_runtime;
}

static inline int leave(clb_state *S, lua_State *L, entered e, int status) {
  int stop = S->stopping;
  S->calls--;
  S->limited = e.limited;
  S->overdrawn = false;
  if (e.outermost) clb_run_end(S, e.run);
  if (status == LUA_OK) return clb_ok;
  return stop ? clb_stopped_base + stop : clb_outcome(L, status);
}

/* [-(n+1), +results | +1, -] The function and n arguments on top, called under the handler at an index. A stop's
** vehicle stays inside. */
static inline int call(clb_state *S, lua_State *L, int arguments, int results, int handler) {
  entered e = enter(S);
  int function = lua_gettop(L) - arguments;
  int status = S->stopping ? LUA_ERRRUN : lua_pcall(L, arguments, results, handler);
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, function - 1);
    lua_pushnil(L);
  }
  return leave(S, L, e, status);
}

/* [0, 0, m] Ends a call whose arguments did not fit. */
static int refuse(lua_State *L) {
  clb_settle(L);
  return 0;
}

int clb_call(clb_state *S, lua_State *L, int arguments, int results) {
  int function = lua_gettop(L) - arguments;
  if (S->overdrawn) {
    lua_settop(L, function - 1);
    lua_pushcfunction(L, refuse);
    arguments = 0;
  }
  int index = handler(S, L);
  if (index == clb_base_handler) return call(S, L, arguments, results, index);
  lua_insert(L, function);
  int outcome = call(S, L, arguments, results, function);
  lua_remove(L, function);
  return outcome;
}

int clb_call_packed(clb_state *S, lua_State *L, int reference, uint64_t bits, int *base, int *first) {
  *base = lua_gettop(L);
  int index = handler(S, L);
  *first = *base + (index == clb_base_handler ? 1 : 2);
  clb_push_ref(L, reference);
  clb_push_packed(L, bits);
  return call(S, L, 1, LUA_MULTRET, index);
}

/* [-(top - base), 0 | +1, -] What is left of a typed call that did not end well, its value on top. */
static __attribute__((noinline, cold)) int give_up(clb_state *S, lua_State *L, entered e, int base, int status) {
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, base);  /* the stop's vehicle stays inside */
    lua_pushnil(L);
  }
  int outcome = leave(S, L, e, status);
  lua_insert(L, base + 1);
  lua_settop(L, base + 1);
  return outcome == clb_ok ? clb_mismatch : outcome;
}

clb_typed_result clb_call_typed(clb_state *S, int reference, clb_signature of, uint64_t a, uint64_t b) {
  lua_State *L = S->current;
  uint64_t slots[] = {a, b};
  int base = lua_gettop(L);
  if (base > LUA_MINSTACK - 8 && !clb_has_room(L, 8)) return (clb_typed_result){clb_no_room, 0};
  int index = handler(S, L);
  clb_push_ref(L, reference);
  for (int i = 0; i < of.count; i++) clb_push_slot(L, of.types[i], slots[i]);
  entered e = enter(S);
  int status = S->stopping ? LUA_ERRRUN : lua_pcall(L, of.count, 1, index);
  if (status != LUA_OK || !clb_read_slot(L, -1, of.result, slots))
    return (clb_typed_result){give_up(S, L, e, base, status), 0};
  leave(S, L, e, LUA_OK);
  lua_settop(L, base);
  return (clb_typed_result){clb_ok, slots[0]};
}

/* ---- Integers alone, in a run and outside of every other call: nothing is done that is known to be idle. ---- */

static __attribute__((noinline, cold)) clb_typed_result call_integers(clb_state *S, int reference, int count, uint64_t a,
                                                                     uint64_t b) {
  return clb_call_typed(S, reference, (clb_signature){.count = (uint8_t)count}, a, b);
}

static __attribute__((noinline, cold)) clb_typed_result give_up_plain(clb_state *S, lua_State *L, int base, int status) {
  entered plain = {0};
  return (clb_typed_result){give_up(S, L, plain, base, status), 0};
}

static inline __attribute__((always_inline)) clb_typed_result call_plain(clb_state *S, int reference, int count,
                                                                        uint64_t a, uint64_t b) {
  lua_State *L = S->main;  /* which is what runs where no call is in progress */
  if (S->calls > 0 || S->run_depth == 0 || S->stopping) return call_integers(S, reference, count, a, b);
  int base = lua_gettop(L);
  if (base > LUA_MINSTACK - 4) return call_integers(S, reference, count, a, b);
  clb_push_ref(L, reference);
  lua_pushinteger(L, (lua_Integer)a);
  if (count > 1) lua_pushinteger(L, (lua_Integer)b);
  begin(S);
  int status = lua_pcall(L, count, 1, clb_base_handler);
  if (status != LUA_OK || !lua_isinteger(L, -1)) return give_up_plain(S, L, base, status);
  lua_Integer value = lua_tointeger(L, -1);
  S->calls = S->limited = 0;
  S->overdrawn = false;
  lua_pop(L, 1);
  return (clb_typed_result){clb_ok, (uint64_t)value};
}

clb_typed_result clb_call_integer(clb_state *S, int reference, uint64_t a) {
  return call_plain(S, reference, 1, a, 0);
}

clb_typed_result clb_call_integers(clb_state *S, int reference, uint64_t a, uint64_t b) {
  return call_plain(S, reference, 2, a, b);
}

static const char *next_piece(lua_State *L, void *source, size_t *size) { return clb_source_next(L, source, size); }

int clb_load(clb_state *S, lua_State *L, const char *text, size_t length, const char *name, int environment) {
  clb_source s = {.text = text, .left = length};
  int base = lua_gettop(L);
  entered e = enter(S);
  int status = S->stopping ? LUA_ERRRUN : lua_load(L, next_piece, &s, name, "t");
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, base);
    lua_pushnil(L);
  }
  int outcome = leave(S, L, e, status);
  if (outcome == clb_ok && environment) {
    clb_push_ref(L, environment);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  }
  return outcome;
}

int clb_frame_count(clb_state *S) { return S->frame_count; }
const clb_frame *clb_frame_at(clb_state *S, int index) { return &S->frames[index]; }
bool clb_frames_kept(clb_state *S) { return S->frames_kept; }

bool clb_where(lua_State *L, clb_frame *frame) {
  lua_Debug ar;
  for (int level = 0; lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sln", &ar);
    if (ar.currentline <= 0) continue;
    fill_frame(frame, &ar);
    return true;
  }
  return false;
}

bool clb_where_author(lua_State *L, clb_frame *frame) {
  lua_Debug ar;
  if (!clb_author(L, &ar)) return false;
  lua_getinfo(L, "n", &ar);
  fill_frame(frame, &ar);
  return true;
}

bool clb_defined_at(lua_State *L, clb_frame *frame) {
  lua_Debug ar;
  lua_getinfo(L, ">S", &ar);
  ar.name = NULL;
  ar.currentline = ar.linedefined;
  if (*ar.what == 'C') return false;
  fill_frame(frame, &ar);
  return true;
}
