/*
** The fixed order of keys: numbers ascending, strings by bytes, packed values by their bits (kind, world, row),
** booleans. Lua's own order depends on addresses and on a seed of the process.
*/
#include "bounded.h"
#include <string.h>

enum { class_number, class_string, class_packed, class_boolean, class_other };

typedef struct key {
  int class;
  bool is_float;
  union { lua_Integer integer; lua_Number number; uint64_t bits; bool boolean; const char *text; } as;
  size_t length;
} key;

static key key_at(lua_State *L, int index) {
  key k = {.class = class_other};
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      k.class = class_number;
      k.is_float = !lua_isinteger(L, index);
      if (k.is_float) k.as.number = lua_tonumber(L, index);
      else k.as.integer = lua_tointeger(L, index);
      break;
    case LUA_TSTRING:
      k.class = class_string;
      k.as.text = lua_tolstring(L, index, &k.length);
      break;
    case LUA_TLIGHTUSERDATA:
      k.class = class_packed;
      k.as.bits = clb_packed_at(L, index);
      break;
    case LUA_TBOOLEAN:
      k.class = class_boolean;
      k.as.boolean = lua_toboolean(L, index);
      break;
  }
  return k;
}

static int compare_numbers(const key *a, const key *b) {
  if (!a->is_float && !b->is_float) return (a->as.integer > b->as.integer) - (a->as.integer < b->as.integer);
  long double x = a->is_float ? (long double)a->as.number : (long double)a->as.integer;
  long double y = b->is_float ? (long double)b->as.number : (long double)b->as.integer;
  return (x > y) - (x < y);
}

static int compare_strings(const key *a, const key *b) {
  int order = memcmp(a->as.text, b->as.text, a->length < b->length ? a->length : b->length);
  return order ? order : (a->length > b->length) - (a->length < b->length);
}

static int compare(const key *a, const key *b) {
  if (a->class != b->class) return a->class - b->class;
  switch (a->class) {
    case class_number: return compare_numbers(a, b);
    case class_string: return compare_strings(a, b);
    case class_packed: return (a->as.bits > b->as.bits) - (a->as.bits < b->as.bits);
    case class_boolean: return a->as.boolean - b->as.boolean;
    default: return 0;
  }
}

static bool comes_before(void *keys, int32_t a, int32_t b) { return compare((key *)keys + a, (key *)keys + b) < 0; }

/* [0, +1, m] The keys as they come, and whether they came in order. */
static int list_keys(lua_State *L, int table, bool *sorted) {
  clb_budget budget = clb_budget_of(L);
  int count = 0;
  key last = {0};
  *sorted = true;
  /* Only a hint: holes can make the length of a small table 2^62. */
  lua_Unsigned length = lua_rawlen(L, table);
  lua_createtable(L, length < 65536 ? (int)length : 0, 0);
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    clb_spend(&budget, 1);
    key k = key_at(L, -1);
    count++;
    if (*sorted && count > 1 && compare(&last, &k) >= 0) *sorted = false;
    last = k;
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, count);
  }
  return count;
}

/* [0, +1, m] The numbers, from 0, of the listed keys in order. Answers how many keys have no order. */
static int order_keys(lua_State *L, int list, int count, int32_t **order) {
  clb_budget budget = clb_budget_of(L);
  key *keys = lua_newuserdatauv(L, (size_t)count * (sizeof *keys + 2 * sizeof **order), 0);
  int unordered = 0;
  *order = (int32_t *)(keys + count);
  for (int i = 0; i < count; i++) {
    clb_spend(&budget, 1);
    lua_rawgeti(L, list, i + 1);
    keys[i] = key_at(L, -1);  /* the list keeps the string alive */
    unordered += keys[i].class == class_other;
    lua_pop(L, 1);
    (*order)[i] = i;
  }
  clb_merge_sort(&budget, *order, *order + count, count, comes_before, keys);
  return unordered;
}

/* [0, +1, m] Takes six slots. */
static int push_ordered(lua_State *L, int table, int *unordered) {
  bool sorted;
  int32_t *order;
  table = lua_absindex(L, table);
  int count = list_keys(L, table, &sorted);
  *unordered = 0;
  if (sorted) return count;
  int list = lua_gettop(L);
  *unordered = order_keys(L, list, count, &order);
  lua_createtable(L, count, 0);
  for (int i = 1; i <= count; i++) {
    lua_rawgeti(L, list, order[i - 1] + 1);
    lua_rawseti(L, -2, i);
  }
  lua_replace(L, list);
  lua_settop(L, list);
  return count;
}

int clb_push_keys(lua_State *L, int table) {
  int unordered;
  return push_ordered(L, table, &unordered);
}

static int raise_unordered(lua_State *L) {
  return luaL_error(L, "two keys of this table are tables, functions or collections: they have no order that is the "
                       "same in every run; keep a list beside the table");
}

/* Upvalues: the ordered keys, the position. Arguments: the table, the key before. */
static int next_ordered(lua_State *L) {
  lua_Integer position = lua_tointeger(L, lua_upvalueindex(2));
  for (;;) {
    position++;
    if (lua_rawgeti(L, lua_upvalueindex(1), position) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(3)) != LUA_TNIL) break;  /* else removed meanwhile */
    lua_pop(L, 2);
  }
  lua_pushinteger(L, position);
  lua_replace(L, lua_upvalueindex(2));
  return 2;
}

int clb_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  int unordered;
  if (clb_locked_target(L, 1)) {
    lua_replace(L, 1);
  } else if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_ordered(L, 1, &unordered);
  if (unordered > 1) return raise_unordered(L);
  lua_pushinteger(L, 0);
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, next_ordered, 3);
  lua_pushnil(L);
  lua_pushnil(L);
  return 3;
}

/*
** The least key above the one given: no state, so each step looks at the whole table, and a loop over next is quadratic
** where one over pairs is not.
*/
int clb_next(lua_State *L) {
  clb_budget budget = clb_budget_of(L);
  if (clb_locked_target(L, 1)) lua_replace(L, 1);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  bool first = lua_isnil(L, 2);
  key after = key_at(L, 2), best = {0};
  if (!first && after.class == class_other) {  /* the one key without an order is the last */
    lua_pushnil(L);
    return 1;
  }
  int unordered = 0;
  lua_pushnil(L);  /* 3: the best so far */
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    clb_spend(&budget, 1);
    key k = key_at(L, -1);
    if (k.class == class_other && ++unordered > 1) return raise_unordered(L);
    if (!first && compare(&k, &after) <= 0) continue;
    if (!lua_isnil(L, 3) && compare(&k, &best) >= 0) continue;
    best = k;
    lua_pushvalue(L, -1);
    lua_replace(L, 3);
  }
  lua_settop(L, 3);
  if (lua_isnil(L, 3)) return 1;
  lua_pushvalue(L, 3);
  lua_rawget(L, 1);
  return 2;
}
