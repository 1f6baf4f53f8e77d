/* Host functions and host errors: Swift objects in userdata, and the trampolines that raise for Swift. */
#include "state.h"
#include <string.h>

/* [-, +results, e] What every call of Swift ends with: the errors of Lua that were put off, then Swift's. */
static inline int finish(lua_State *L, clb_state *S, int limited, int outcome) {
  S->host_depth--;
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  if (S->used > S->limits.memory || S->overdrawn) clb_settle(L);
  if (outcome >= 0) return outcome;
  S->keep_frames = outcome == clb_reraise;
  return lua_error(L);
}

/* [-, +results, e] */
static int trampoline(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, lua_upvalueindex(1));
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = S->limited;
  S->limited = 0;
  S->host_depth++;
  return finish(L, S, limited, S->host.call(box->object, L));
}

int clb_call_host(lua_State *L, void *object) {
  clb_state *S = state_of(L);
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = S->limited;
  S->limited = 0;
  S->host_depth++;
  return finish(L, S, limited, S->host.call(object, L));
}

/* The box of a typed function begins as that of any other. */
typedef struct typed_box { clb_box box; clb_signature signature; } typed_box;

bool clb_read_other(lua_State *L, int index, int type, uint64_t *slot) {
  switch (type) {
    case clb_slot_number: {
      if (lua_type(L, index) != LUA_TNUMBER) return false;
      double number = lua_tonumber(L, index);
      memcpy(slot, &number, sizeof number);
      return true;
    }
    case clb_slot_boolean:
      *slot = (uint64_t)lua_toboolean(L, index);
      return lua_isboolean(L, index);
    default:
      *slot = clb_packed_at(L, index);
      return lua_islightuserdata(L, index);
  }
}

void clb_push_other(lua_State *L, int type, uint64_t slot) {
  double number;
  switch (type) {
    case clb_slot_number:
      memcpy(&number, &slot, sizeof number);
      lua_pushnumber(L, number);
      return;
    case clb_slot_boolean: lua_pushboolean(L, slot != 0); return;
    default: clb_push_packed(L, slot); return;
  }
}

bool clb_to_packed(lua_State *L, int index, int kind, uint64_t *bits) {
  return clb_packed_of_kind(L, state_of(L), index, kind, bits);
}

static inline bool read_slots(lua_State *L, clb_state *S, const clb_signature *of, uint64_t *slots) {
  int i = 0;
  if (of->self) {
    if (!clb_packed_of_kind(L, S, 1, of->self, slots)) return false;
    i = 1;
  }
  for (; i < of->count; i++)
    if (!clb_read_slot(L, i + 1, of->types[i], &slots[i])) return false;
  return true;
}

/* [-, +1, e] */
static int typed_trampoline(lua_State *L) {
  clb_state *S = state_of(L);
  typed_box *box = lua_touserdata(L, lua_upvalueindex(1));
  uint64_t slots[clb_max_slots];
  if (!read_slots(L, S, &box->signature, slots)) return trampoline(L);
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = S->limited;
  S->limited = 0;
  S->host_depth++;
  finish(L, S, limited, S->host.typed(box->box.object, L, slots));
  clb_push_slot(L, box->signature.result, slots[0]);
  return 1;
}

/* __gc: hands the object back once; a tombstone stays. */
static int release(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, 1);
  void *object = box->object;
  box->object = NULL;
  int limited = S->limited;
  S->limited = 0;
  if (object) S->host.release(object);
  S->limited = limited;
  return 0;
}

/* __gc of errors: the slot's content is Swift's to destroy. */
static int release_error(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, 1);
  int limited = S->limited;
  S->limited = 0;
  if (box->object) S->host.release_error(&box->object);
  box->object = NULL;
  S->limited = limited;
  return 0;
}

static void *push_box(lua_State *L, uint32_t magic, void *object, const char *metatable, size_t size) {
  clb_box *box = lua_newuserdatauv(L, size, 0);
  box->magic = magic;
  box->object = object;
  lua_rawgetp(L, LUA_REGISTRYINDEX, metatable);
  lua_setmetatable(L, -2);
  return box;
}

void clb_push_function(lua_State *L, void *object) {
  push_box(L, clb_magic_function, object, &clb_key_box, sizeof(clb_box));
  lua_pushcclosure(L, trampoline, 1);
}

void clb_push_typed(lua_State *L, void *object, clb_signature signature) {
  typed_box *box = push_box(L, clb_magic_function, object, &clb_key_box, sizeof *box);
  box->signature = signature;
  lua_pushcclosure(L, typed_trampoline, 1);
}

void *clb_push_error(lua_State *L) {
  clb_box *box = push_box(L, clb_magic_error, NULL, &clb_key_error, sizeof *box);
  return &box->object;
}

void *clb_to_error(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  clb_box *box = lua_touserdata(L, index);
  return box->magic == clb_magic_error && box->object ? &box->object : NULL;
}

/* The text is made when somebody asks: most errors are caught by the host, which has the error itself. */
static int error_text(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, 1);
  int limited = S->limited;
  S->limited = 0;
  S->host.describe(box->object ? &box->object : NULL, L);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  return 1;
}

static int error_index(lua_State *L) {
  const char *key = lua_tostring(L, 2);
  if (key && lua_type(L, 2) == LUA_TSTRING && luaL_len(L, 2) == 7) {
    lua_pushliteral(L, "message");
    if (lua_rawequal(L, 2, -1)) return error_text(L);
  }
  lua_pushnil(L);
  return 1;
}

static int concat_text(lua_State *L) {
  clb_tostring(L, 1);
  clb_tostring(L, 2);
  lua_concat(L, 2);
  return 1;
}

void clb_open_host(lua_State *L) {
  static const luaL_Reg box[] = {{"__gc", release}, {NULL, NULL}};
  static const luaL_Reg error[] = {
      {"__gc", release_error}, {"__tostring", error_text}, {"__index", error_index}, {"__concat", concat_text},
      {NULL, NULL}};
  luaL_newlib(L, box);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clb_key_box);
  luaL_newlib(L, error);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "host error");
  lua_setfield(L, -2, "__name");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clb_key_error);
}

void clb_push_positioned(lua_State *L, const char *message, size_t length) {
  luaL_where(L, 1);
  clb_push_string(L, message, length);
  if (lua_isnil(L, -1)) lua_pop(L, 1);
  else lua_concat(L, 2);
}

void clb_push_bad_argument(lua_State *L, int position, const char *function, const char *problem) {
  lua_Debug ar;
  luaL_where(L, 1);
  bool method = lua_getstack(L, 0, &ar) && lua_getinfo(L, "n", &ar) && *ar.namewhat == 'm';
  if (method && --position == 0)
    lua_pushfstring(L, "calling '%s' on bad self (%s)", function, problem);
  else
    lua_pushfstring(L, "bad argument #%d to '%s' (%s)", position, function, problem);
  lua_concat(L, 2);
}

void clb_push_type_name(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNONE: lua_pushliteral(L, "no value"); return;
    case LUA_TLIGHTUSERDATA:
      lua_pushstring(L, clb_kind_name(state_of(L), (int)(clb_packed_at(L, index) >> 56)));
      return;
    default: break;
  }
  if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) return;
  lua_pushstring(L, luaL_typename(L, index));
}
