/*
** Packed values in Lua: light userdata whose members are answered from field descriptors over the host's columns.
** One locked metatable a state serves all kinds; the kind in the top byte finds the descriptors.
*/
#include "state.h"
#include <stdlib.h>
#include <string.h>

enum { up_members = 1, up_cache = 2 };

const char *clb_kind_name(clb_state *S, int kind) { return S->kinds[kind].defined ? S->kinds[kind].name : "value"; }

/* ---- Errors ---- */

int clb_raise_stale(lua_State *L, uint64_t bits) {
  clb_state *S = state_of(L);
  const char *name = clb_kind_name(S, (int)(bits >> 56));
  if (clb_mount_of(S, clb_generation(bits)))
    return luaL_error(L, "this %s is not among the records of its snapshot", name);
  return luaL_error(L, "this %s is no longer valid: its snapshot was released", name);
}

int clb_raise_field(lua_State *L, int reason, int kind, const char *key, size_t length, bool collection) {
  clb_state *S = state_of(L);
  int limited = S->limited;
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  S->limited = 0;
  int outcome = S->host.field(S->host.context, L, reason, kind, key, length, collection);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  S->keep_frames = outcome == clb_reraise;
  return lua_error(L);
}

static int raise_field(lua_State *L, int reason, uint64_t bits) {
  size_t length;
  if (lua_type(L, 2) != LUA_TSTRING) {
    lua_pushfstring(L, "<%s>", luaL_typename(L, 2));
    lua_replace(L, 2);
  }
  const char *key = lua_tolstring(L, 2, &length);
  return clb_raise_field(L, reason, (int)(bits >> 56), key, length, false);
}

/*
** ---- Reading ----
** The hot path of every property: a jump to the reader that was chosen when the field was mounted. What is seldom
** stands out of line, so that the rest needs few registers.
*/

#define CLB_SELDOM static __attribute__((noinline, cold))

const char clb_no_key[1] = "";

CLB_SELDOM int note_missing(lua_State *L, uint64_t bits, const clb_field *field) {
  if (field->notes_missing) {
    clb_state *S = state_of(L);
    if (S->missing_count < clb_max_missing) S->missing[S->missing_count] = (clb_missing){bits, field->index};
    S->missing_count++;
  }
  lua_pushnil(L);
  return 1;
}

static inline int32_t value_at(const clb_field *field, uint64_t bits) {
  return ((const int32_t *)field->base)[(uint32_t)bits];
}

static int read_integer32(lua_State *L, uint64_t bits, const clb_field *field) {
  int32_t value = value_at(field, bits);
  if (value == INT32_MIN) return note_missing(L, bits, field);
  lua_pushinteger(L, value);
  return 1;
}

static int read_integer64(lua_State *L, uint64_t bits, const clb_field *field) {
  int64_t value = ((const int64_t *)field->base)[(uint32_t)bits];
  if (value == INT64_MIN) return note_missing(L, bits, field);
  lua_pushinteger(L, value);
  return 1;
}

static int read_boolean(lua_State *L, uint64_t bits, const clb_field *field) {
  int32_t value = value_at(field, bits);
  if (value == INT32_MIN) return note_missing(L, bits, field);
  lua_pushboolean(L, value);
  return 1;
}

static int read_scalar(lua_State *L, uint64_t bits, const clb_field *field) {
  int32_t value = value_at(field, bits);
  if (value == INT32_MIN) return note_missing(L, bits, field);
  clb_push_packed(L, clb_pack(field->target, 0, value));
  return 1;
}

static int read_reference(lua_State *L, uint64_t bits, const clb_field *field) {
  int32_t value = value_at(field, bits);
  if (value == INT32_MIN) return note_missing(L, bits, field);
  clb_push_packed(L, clb_pack(field->target, clb_generation(bits), value));
  return 1;
}

/* A text that is not in the cache: made, and put there. */
CLB_SELDOM int make_text(lua_State *L, const clb_pool *pool, int32_t index) {
  if ((uint32_t)index >= (uint32_t)pool->count) return luaL_error(L, "text %d is not in its pool", index);
  int32_t slot = index & pool->mask, start = pool->offsets[index];
  lua_pushlstring(L, pool->bytes + start, (size_t)(pool->offsets[index + 1] - start));
  lua_pushvalue(L, -1);
  lua_rawseti(L, lua_upvalueindex(up_cache), pool->first + slot + 1);
  pool->tags[slot] = index;
  return 1;
}

static int read_text(lua_State *L, uint64_t bits, const clb_field *field) {
  const clb_pool *pool = field->extra;
  int32_t index = value_at(field, bits), slot = index & pool->mask;
  if (index == INT32_MIN) return note_missing(L, bits, field);
  if (pool->tags[slot] != index) return make_text(L, pool, index);
  lua_rawgeti(L, lua_upvalueindex(up_cache), pool->first + slot + 1);
  return 1;
}

static int read_related(lua_State *L, uint64_t bits, const clb_field *field) {
  const int32_t *offsets = field->base, row = (int32_t)bits;
  return clb_push_relation(L, field->target, clb_generation(bits), (const int32_t *)field->extra + offsets[row],
                           offsets[row + 1] - offsets[row]);
}

static int read_method(lua_State *L, uint64_t bits, const clb_field *field) {
  (void)bits;
  lua_rawgeti(L, lua_upvalueindex(up_members), field->member);
  return 1;
}

/* The function may end the world: then the field is gone, and nothing is missing in it. */
static int read_computed(lua_State *L, uint64_t bits, const clb_field *field) {
  lua_rawgeti(L, lua_upvalueindex(up_members), field->member);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (!lua_isnil(L, -1) || clb_columns_of(state_of(L), bits) == NULL) return 1;
  return note_missing(L, bits, field);
}

static int read_denied(lua_State *L, uint64_t bits, const clb_field *field) {
  (void)field;
  return raise_field(L, clb_field_denied, bits);
}

void clb_choose_reader(clb_field *field, int storage) {
  static int (*const readers[])(lua_State *, uint64_t, const clb_field *) = {
      [clb_integer32] = read_integer32, [clb_integer64] = read_integer64, [clb_boolean] = read_boolean,
      [clb_scalar] = read_scalar, [clb_text] = read_text, [clb_reference] = read_reference,
      [clb_relation] = read_related, [clb_method] = read_method, [clb_computed] = read_computed,
      [clb_denied] = read_denied};
  field->read = readers[storage];
}

/* Names over 40 bytes are not interned: compare the texts. */
static const clb_field *find_long(lua_State *L, const clb_columns *c) {
  size_t length;
  const char *key = lua_tolstring(L, 2, &length);
  if (length <= 40) return NULL;
  for (uint32_t i = 0; i <= c->mask; i++)
    if (c->slots[i].key != clb_no_key && strcmp(c->slots[i].key, key) == 0) return &c->slots[i];
  return NULL;
}

/* A name that is not in its own slot: it shares it with another, or is long, or none of the kind's. */
CLB_SELDOM int index_slowly(lua_State *L, uint64_t bits, const clb_columns *c) {
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
  const clb_field *field = NULL;
  for (uint32_t slot = clb_slot_of(c, key); key && !field && c->slots[slot].key != clb_no_key;
       slot = (slot + 1) & c->mask)
    if (c->slots[slot].key == key) field = &c->slots[slot];
  if (key && !field) field = find_long(L, c);
  return field ? field->read(L, bits, field) : raise_field(L, clb_field_unknown, bits);
}

static int packed_index(lua_State *L) {
  uint64_t bits = clb_packed_at(L, 1);
  const clb_columns *c = clb_columns_of(state_of(L), bits);
  if (c == NULL || (uint32_t)bits >= c->rows) return clb_raise_stale(L, bits);
  const char *key = lua_tostring(L, 2);
  const clb_field *field = &c->slots[clb_slot_of(c, key)];
  return field->key == key ? field->read(L, bits, field) : index_slowly(L, bits, c);
}

static int packed_newindex(lua_State *L) { return raise_field(L, clb_field_assignment, clb_packed_at(L, 1)); }

/* ---- Operators ---- */

static bool push_operator(lua_State *L, int index, int operator_) {
  if (!lua_islightuserdata(L, index)) return false;
  int reference = state_of(L)->kinds[clb_packed_at(L, index) >> 56].operators[operator_];
  if (!reference) return false;
  lua_rawgeti(L, lua_upvalueindex(up_members), reference);
  return true;
}

static int call_operator(lua_State *L, int operator_) {
  if (!push_operator(L, 1, operator_) && !push_operator(L, 2, operator_)) return 0;
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

static int arithmetic_error(lua_State *L) {
  clb_push_type_name(L, lua_islightuserdata(L, 1) ? 1 : 2);
  return luaL_error(L, "attempt to perform arithmetic on a %s value", lua_tostring(L, -1));
}

static int packed_add(lua_State *L) { return call_operator(L, clb_op_add) ? 1 : arithmetic_error(L); }
static int packed_subtract(lua_State *L) { return call_operator(L, clb_op_subtract) ? 1 : arithmetic_error(L); }

static int comparison_error(lua_State *L) {
  clb_push_type_name(L, 1);
  clb_push_type_name(L, 2);
  const char *left = lua_tostring(L, -2), *right = lua_tostring(L, -1);
  if (strcmp(left, right) == 0) return luaL_error(L, "attempt to compare two %s values", left);
  return luaL_error(L, "attempt to compare %s with %s", left, right);
}

static int compare(lua_State *L, int operator_) {
  if (lua_islightuserdata(L, 1) && lua_islightuserdata(L, 2)) {
    uint64_t a = clb_packed_at(L, 1), b = clb_packed_at(L, 2);
    if (a >> 56 == b >> 56 && state_of(L)->kinds[a >> 56].ordered) {
      int32_t x = (int32_t)a, y = (int32_t)b;
      lua_pushboolean(L, operator_ == clb_op_less ? x < y : x <= y);
      return 1;
    }
  }
  return call_operator(L, operator_) ? 1 : comparison_error(L);
}

static int packed_less(lua_State *L) { return compare(L, clb_op_less); }
static int packed_less_equal(lua_State *L) { return compare(L, clb_op_less_equal); }

static int packed_tostring(lua_State *L) {
  lua_settop(L, 1);
  if (push_operator(L, 1, clb_op_text)) {
    lua_insert(L, 1);
    lua_call(L, 1, 1);
  } else {
    clb_push_type_name(L, 1);
  }
  return 1;
}

static int packed_length(lua_State *L) {
  clb_push_type_name(L, 1);
  return luaL_error(L, "attempt to get length of a %s value", lua_tostring(L, -1));
}

void clb_open_records(lua_State *L) {
  static const luaL_Reg events[] = {
      {"__index", packed_index}, {"__newindex", packed_newindex}, {"__add", packed_add}, {"__sub", packed_subtract},
      {"__lt", packed_less}, {"__le", packed_less_equal}, {"__tostring", packed_tostring}, {"__concat", clb_concat},
      {"__len", packed_length}, {"__mul", arithmetic_error}, {"__div", arithmetic_error}, {"__mod", arithmetic_error},
      {"__pow", arithmetic_error}, {"__unm", arithmetic_error}, {"__idiv", arithmetic_error}, {NULL, NULL}};
  clb_state *S = state_of(L);
  lua_pushlightuserdata(L, NULL);
  lua_createtable(L, 0, 18);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_members);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_cache);
  luaL_setfuncs(L, events, 2);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  S->mounts[0].kinds = calloc(256, sizeof(clb_columns *));
  for (int i = 1; i < clb_max_mounts; i++) S->mounts[i].generation = clb_no_generation;
}
