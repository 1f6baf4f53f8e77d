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

/* Appends the script functions active in L; no allocation, no error. */
void clb_capture(clb_state *S, lua_State *L) {
  lua_Debug ar;
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

/* [-1, +1, -] The message handler of every host call: keeps the value as it is, notes where. */
static int note_error(lua_State *L) {
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

typedef struct entered { int limited; bool outermost; clb_run run; } entered;

static inline entered enter(clb_state *S) {
  entered e;
  e.limited = S->limited;
  e.outermost = S->run_depth == 0;
  e.run.deadline = 0;
  if (e.outermost) e.run = clb_run_begin(S, S->limits.deadline);
  if (atomic_load_explicit(&S->has_released, memory_order_relaxed)) clb_drain(S);
  S->frame_count = 0;
  S->keep_frames = S->frames_pending = S->frames_kept = S->stop_noted = false;
  S->limited = 1;
  return e;
}

/* The buffers of lauxlib report a refused allocation as a string. */
static bool is_memory_text(lua_State *L) {
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  return text && strcmp(text, "not enough memory") == 0;
}

static inline int leave(clb_state *S, lua_State *L, entered e, int status) {
  int stop = S->stopping;
  S->limited = e.limited;
  S->overdrawn = false;
  if (e.outermost) clb_run_end(S, e.run);
  if (status == LUA_OK) return clb_ok;
  if (stop) return clb_stopped_base + stop;
  if (status == LUA_ERRMEM || is_memory_text(L)) return clb_memory;
  return status == LUA_ERRSYNTAX ? clb_syntax : clb_runtime;
}

/* [0, 0, m] Ends a call whose arguments did not fit. */
static int refuse(lua_State *L) {
  clb_settle(L);
  return 0;
}

int clb_call(clb_state *S, lua_State *L, int arguments, int results) {
  int base = lua_gettop(L) - arguments;
  if (S->overdrawn) {
    lua_settop(L, base - 1);
    lua_pushcfunction(L, refuse);
    arguments = 0;
  }
  lua_pushcfunction(L, note_error);
  lua_insert(L, base);
  entered e = enter(S);
  int status = S->stopping ? LUA_ERRRUN : lua_pcall(L, arguments, results, base);
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, base);  /* the stop's vehicle stays inside */
    lua_pushnil(L);
  }
  int outcome = leave(S, L, e, status);
  lua_remove(L, base);
  return outcome;
}

int clb_call_packed(clb_state *S, lua_State *L, int reference, uint64_t bits, int *first) {
  lua_pushcfunction(L, note_error);
  int base = lua_gettop(L);
  clb_push_ref(S, L, reference);
  clb_push_packed(L, bits);
  entered e = enter(S);
  int status = S->stopping ? LUA_ERRRUN : lua_pcall(L, 1, LUA_MULTRET, base);
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, base);
    lua_pushnil(L);
  }
  *first = base + 1;
  return leave(S, L, e, status);
}

/* [-(base..), 0 | +1, -] What is left of a typed call that did not end well. */
static int give_up(clb_state *S, lua_State *L, entered e, int base, int status) {
  if (S->stopping && status != LUA_OK) {
    lua_settop(L, base);  /* the stop's vehicle stays inside */
    lua_pushnil(L);
  }
  int outcome = leave(S, L, e, status);
  lua_remove(L, base);
  return outcome == clb_ok ? clb_mismatch : outcome;
}

int clb_call_typed(clb_state *S, int reference, clb_signature signature, uint64_t *slots) {
  lua_State *L = S->current;
  int base = lua_gettop(L) + 1;
  if (base > LUA_MINSTACK - 8 && !lua_checkstack(L, 8)) return clb_no_room;
  lua_pushcfunction(L, note_error);
  clb_push_ref(S, L, reference);
  for (int i = 0; i < signature.count; i++) clb_push_slot(L, signature.types[i], slots[i]);
  entered e = enter(S);
  int status = S->stopping ? LUA_ERRRUN : lua_pcall(L, signature.count, 1, base);
  if (status != LUA_OK || !clb_read_slot(L, base + 1, signature.result, slots)) return give_up(S, L, e, base, status);
  S->limited = e.limited;
  S->overdrawn = false;
  if (e.outermost) clb_run_end(S, e.run);
  lua_settop(L, base - 1);
  return clb_ok;
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
    clb_push_ref(S, L, environment);
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
