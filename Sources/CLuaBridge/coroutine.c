/*
** coroutine.*, as lcorolib does it, and three things more: the state knows which coroutine runs (the stop's hook goes
** there), a stop goes through every resume, and coroutine.close does not nest past what 5.4.4 survives.
*/
#include "concatenation.h"

enum { max_close_depth = 60 };

/* [0, 0, v] The coroutine in slot 1. In a call that may wait, the main one stands for that of the call. */
static lua_State *coroutine_at(lua_State *L) {
  clb_state *S = state_of(L);
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co, 1, "coroutine");
  if (co != S->main || S->task == NULL) return co;
  clb_push_task_base(L);
  lua_replace(L, 1);
  return clb_task_base(S);
}

/*
** A coroutine that was stopped keeps its hooks off for ever: nothing of it may run again. It is taken from the stack of
** its caller, as its own may be full.
*/
static void poison(lua_State *L, int coroutine) {
  clb_state *S = state_of(L);
  int limited = S->limited;
  S->limited = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_poisoned);
  lua_pushvalue(L, coroutine);
  lua_pushboolean(L, 1);
  lua_rawset(L, -3);
  lua_pop(L, 1);
  S->limited = limited;
}

static bool is_poisoned(lua_State *L, int coroutine) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_poisoned);
  lua_pushvalue(L, coroutine);
  bool poisoned = lua_rawget(L, -2) != LUA_TNIL;
  lua_pop(L, 2);
  return poisoned;
}

/* [-n, +results | +1 value, v] The coroutine is at an index below the arguments, or an upvalue. Answers the number of
** results, or -1. When the coroutine waits for the host, so does the one that resumes it: this yields, and `again` is to
** resume it with nothing. */
static int resume(lua_State *L, int coroutine, int arguments, lua_KFunction again) {
  clb_state *S = state_of(L);
  lua_State *co = lua_tothread(L, coroutine);
  int results;
  if (!lua_checkstack(co, arguments + 2)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  clb_charge(L, clb_counted);  /* a coroutine counts from 0: many short ones would never be counted */
  lua_xmove(L, co, arguments);
  bool may_wait = S->may_wait;
  S->may_wait = may_wait && lua_isyieldable(L);
  clb_resumer resumer = {L, S->resumer};
  S->resumer = &resumer;
  S->current = co;
  int status = lua_resume(co, L, arguments, &results);
  S->current = L;
  S->resumer = resumer.outer;
  S->may_wait = may_wait;
  if (S->stopping) {
    poison(L, coroutine);
    return clb_raise_stop(L);
  }
  if (S->awaiting) return lua_yieldk(L, 0, 0, again);
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_xmove(co, L, 1);
    return -1;
  }
  if (!lua_checkstack(L, results + 1)) {
    lua_pop(co, results);
    lua_pushliteral(L, "too many results to resume");
    return -1;
  }
  lua_xmove(co, L, results);
  return results;
}

/* [-n, 0 | +1, -] False: a call that waits for the host has the coroutine, and an error message is on top. */
static bool is_free(lua_State *L, lua_State *co) {
  if (state_of(L)->waiting == 0 || !clb_is_waiting(co)) return true;
  lua_pushliteral(L, "cannot resume a coroutine that waits for the host");
  return false;
}

/* [-results, +1+results | -1, +2, -] */
static int finish_resume(lua_State *L, int results) {
  if (results < 0) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushboolean(L, 1);
  lua_insert(L, -(results + 1));
  return results + 1;
}

/* [0, +results, v] The caller of a coroutine that waited goes on with it. */
static int resume_again(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  return finish_resume(L, resume(L, 1, 0, resume_again));
}

static int co_resume(lua_State *L) {
  lua_State *co = coroutine_at(L);
  return finish_resume(L, is_free(L, co) ? resume(L, 1, lua_gettop(L) - 1, resume_again) : -1);
}

/* lua_resetthread on a coroutine of its own C stack frame: handlers run there, errors and stops come back. */
static int close_thread(lua_State *L, int coroutine) {
  clb_state *S = state_of(L);
  lua_State *co = lua_tothread(L, coroutine);
  if (S->close_depth >= max_close_depth) luaL_error(L, "coroutines are closed by too many coroutines in a row");
  if (is_poisoned(L, coroutine)) luaL_error(L, "cannot close a coroutine that was stopped by the host");
  clb_resumer resumer = {L, S->resumer};
  S->resumer = &resumer;
  S->close_depth++;
  S->current = co;
  int status = lua_resetthread(co);
  S->current = L;
  S->resumer = resumer.outer;
  S->close_depth--;
  if (S->stopping) {
    poison(L, coroutine);
    clb_raise_stop(L);
  }
  return status;
}

/* [-, +results, e] */
static int finish_wrapped(lua_State *L, lua_State *co, int results) {
  clb_state *S = state_of(L);
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) {  /* an error in the coroutine, not of the resume */
    if (!S->frames_pending) S->frame_count = 0;
    clb_capture(S, co);
    S->frames_pending = true;
    status = close_thread(L, lua_upvalueindex(1));
    lua_xmove(co, L, 1);  /* closing may have changed the error */
  }
  return lua_error(L);  /* as it is: the frames say where the coroutine was called, no second position in front */
}

static int wrapped_again(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  return finish_wrapped(L, co, resume(L, lua_upvalueindex(1), 0, wrapped_again));
}

static int wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  if (!is_free(L, co)) return lua_error(L);
  return finish_wrapped(L, co, resume(L, lua_upvalueindex(1), lua_gettop(L), wrapped_again));
}

static int co_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  if (!lua_checkstack(co, clb_stack_room)) {
    lua_pushliteral(L, "not enough memory");
    return lua_error(L);
  }
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int co_wrap(lua_State *L) {
  co_create(L);
  lua_pushcclosure(L, wrapped, 1);
  return 1;
}

/* A call that may wait runs in a coroutine, which its script does not see. */
static bool is_base(lua_State *L) { return state_of(L)->task && L == clb_task_base(state_of(L)); }

static int co_yield(lua_State *L) {
  if (is_base(L)) return luaL_error(L, "attempt to yield from outside a coroutine");
  return lua_yield(L, lua_gettop(L));
}

bool clb_is_yield(lua_CFunction function) { return function == co_yield; }

static const char *status_of(lua_State *L, lua_State *co) {
  if (L == co) return "running";
  switch (lua_status(co)) {
    case LUA_YIELD: return state_of(L)->waiting && clb_is_waiting(co) ? "normal" : "suspended";
    case LUA_OK: {
      lua_Debug ar;
      if (lua_getstack(co, 0, &ar)) return "normal";
      return lua_gettop(co) == 0 ? "dead" : "suspended";
    }
    default: return "dead";
  }
}

static int co_status(lua_State *L) {
  lua_pushstring(L, status_of(L, coroutine_at(L)));
  return 1;
}

static int co_isyieldable(lua_State *L) {
  lua_State *co = lua_isnone(L, 1) ? L : coroutine_at(L);
  lua_pushboolean(L, lua_isyieldable(co) && !is_base(co));
  return 1;
}

static int co_running(lua_State *L) {
  if (!is_base(L)) {
    lua_pushboolean(L, lua_pushthread(L));
    return 2;
  }
  lua_pushthread(state_of(L)->main);
  lua_xmove(state_of(L)->main, L, 1);
  lua_pushboolean(L, 1);
  return 2;
}

static int co_close(lua_State *L) {
  lua_State *co = coroutine_at(L);
  const char *status = status_of(L, co);
  if (*status != 's' && *status != 'd') return luaL_error(L, "cannot close a %s coroutine", status);
  if (close_thread(L, 1) == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushboolean(L, 0);
  lua_xmove(co, L, 1);
  return 2;
}

void clb_open_coroutine(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"create", co_create}, {"resume", co_resume}, {"wrap", co_wrap}, {"yield", co_yield}, {"status", co_status},
      {"isyieldable", co_isyieldable}, {"running", co_running}, {"close", co_close}, {NULL, NULL}};
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_poisoned);
  luaL_newlib(L, functions);
  clb_push_read_only(state_of(L), L, "coroutine", 0);
  lua_setglobal(L, "coroutine");
}
