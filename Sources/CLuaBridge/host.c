/* Host functions: Swift objects in boxes, and the trampolines that raise for Swift. */
#include "owned.h"
#include <string.h>

/* What every call of Swift begins with: the limits are off, errors of Lua are put off. Answers what they were. */
static inline int enter_host(clb_state *S) {
  int limited = S->limited;
  S->limited = 0;
  S->host_depth++;
  return limited;
}

/* [-, -, e] What a call of Swift ends with when it does not end well: the errors that were put off, then Swift's. */
static __attribute__((noinline, cold)) int fail(lua_State *L, clb_state *S, int outcome) {
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  if (outcome >= 0) return outcome;
  S->keep_frames = outcome == clb_reraise;
  return lua_error(L);
}

int clb_enter_host(clb_state *S) { return enter_host(S); }

/* [-, +results, e] What every call of Swift ends with. */
static inline int leave_host(lua_State *L, clb_state *S, int limited, int outcome) {
  S->host_depth--;
  S->limited = limited;
  if (outcome < 0 || S->stopping || S->overdrawn || S->used > S->limits.memory) return fail(L, S, outcome);
  return outcome;
}

int clb_leave_host(lua_State *L, int limited, int outcome) { return leave_host(L, state_of(L), limited, outcome); }

/* [-, +results, e] */
static int trampoline(lua_State *L) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, lua_upvalueindex(1));
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = enter_host(S);
  return leave_host(L, S, limited, S->host.call(box->object, L));
}

int clb_call_host(lua_State *L, void *object) {
  clb_state *S = state_of(L);
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = enter_host(S);
  return leave_host(L, S, limited, S->host.call(object, L));
}

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

/* Typed calls of the commonest shapes have trampolines of their own, in which the compiler knows all but the values. */
typedef enum shape { integers_1, integers_2, method_0, method_1, any_shape } shape;

static inline __attribute__((always_inline)) bool read_slots(lua_State *L, clb_state *S, const clb_box *box,
                                                             uint64_t *slots, shape known) {
  bool any = known == any_shape, self = any ? box->signature.self != 0 : known == method_0 || known == method_1;
  int count = any ? box->signature.count : known == integers_1 || known == method_0 ? 1 : 2;
  if (self && !clb_packed_of_kind(L, S, 1, box->signature.self, slots)) return false;
  for (int i = self; i < count; i++)
    if (!clb_read_slot(L, i + 1, any ? box->signature.types[i] : clb_slot_integer, &slots[i])) return false;
  return true;
}

/* [-, +1, e] */
static inline __attribute__((always_inline)) int typed(lua_State *L, shape known) {
  clb_state *S = state_of(L);
  clb_box *box = lua_touserdata(L, lua_upvalueindex(1));
  uint64_t slots[clb_max_slots];
  if (!read_slots(L, S, box, slots, known)) return trampoline(L);
  if (S->host_depth >= S->limits.depth) return clb_stop_now(L, clb_stop_depth);
  int limited = enter_host(S);
  leave_host(L, S, limited, S->host.typed(box->object, L, slots));
  clb_push_slot(L, known == any_shape ? box->signature.result : clb_slot_integer, slots[0]);
  return 1;
}

static int call_integers_1(lua_State *L) { return typed(L, integers_1); }
static int call_integers_2(lua_State *L) { return typed(L, integers_2); }
static int call_method_0(lua_State *L) { return typed(L, method_0); }
static int call_method_1(lua_State *L) { return typed(L, method_1); }
static int call_any(lua_State *L) { return typed(L, any_shape); }

static lua_CFunction typed_trampoline(const clb_signature *of) {
  bool self = of->self != 0;
  if (of->result != clb_slot_integer) return call_any;
  for (int i = self; i < of->count; i++)
    if (of->types[i] != clb_slot_integer) return call_any;
  switch (of->count) {
    case 1: return self ? call_method_0 : call_integers_1;
    case 2: return self ? call_method_1 : call_integers_2;
    default: return call_any;
  }
}

/* No metatable: scripts never see the box of a function. */
void clb_push_function(lua_State *L, void *object) {
  clb_new_box(L, clb_magic_function, object);
  lua_pushcclosure(L, trampoline, 1);
}

void clb_push_typed(lua_State *L, void *object, clb_signature signature) {
  clb_new_box(L, clb_magic_function, object)->signature = signature;
  lua_pushcclosure(L, typed_trampoline(&signature), 1);
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
