/*
** The functions of table that loop. A plain table holds no more than memory allows, but a range or a '__len' can name
** 2^60 elements, and metamethods that are C functions are never interrupted: every element is a step.
*/
#include "bounded.h"
#include <limits.h>

enum { reads = 1, writes = 2, has_length = 4 };

static bool has_metamethod(lua_State *L, const char *name) {
  lua_pushstring(L, name);
  bool has = lua_rawget(L, -2) != LUA_TNIL;
  lua_pop(L, 1);
  return has;
}

/* [0, 0, v] A table, or what behaves like one as far as it is needed. */
static void check_table(lua_State *L, int argument, int needs) {
  if (lua_istable(L, argument)) return;
  if (!lua_getmetatable(L, argument)) luaL_checktype(L, argument, LUA_TTABLE);
  bool fits = (!(needs & reads) || has_metamethod(L, "__index")) &&
              (!(needs & writes) || has_metamethod(L, "__newindex")) &&
              (!(needs & has_length) || has_metamethod(L, "__len"));
  lua_pop(L, 1);
  if (!fits) luaL_checktype(L, argument, LUA_TTABLE);
}

static lua_Integer length_of(lua_State *L, int needs) {
  check_table(L, 1, needs | has_length);
  return luaL_len(L, 1);
}

/* [0, 0, v] to[j] = from[i] */
static inline void copy_one(clb_budget *budget, int from, lua_Integer i, int to, lua_Integer j) {
  clb_spend(budget, 1);
  lua_geti(budget->L, from, i);
  lua_seti(budget->L, to, j);
}

static int table_insert(lua_State *L) {
  lua_Integer end = (lua_Integer)((lua_Unsigned)length_of(L, reads | writes) + 1), position = end;
  int count = lua_gettop(L);
  if (count == 3) {
    clb_budget budget = clb_budget_of(L);
    position = luaL_checkinteger(L, 2);
    luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
    for (lua_Integer i = end; i > position; i--) copy_one(&budget, 1, i - 1, 1, i);
  } else if (count != 2) {
    return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_seti(L, 1, position);
  return 0;
}

static int table_remove(lua_State *L) {
  clb_budget budget = clb_budget_of(L);
  lua_Integer size = length_of(L, reads | writes), position = luaL_optinteger(L, 2, size);
  if (lua_gettop(L) > 1 && position != size) {
    luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  }
  lua_geti(L, 1, position);
  for (; position < size; position++) copy_one(&budget, 1, position + 1, 1, position);
  lua_pushnil(L);
  lua_seti(L, 1, position);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), target = luaL_checkinteger(L, 4);
  int to = lua_isnoneornil(L, 5) ? 1 : 5;
  check_table(L, 1, reads);
  check_table(L, to, writes);
  if (last >= first) {
    clb_budget budget = clb_budget_of(L);
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool upwards = target > last || target <= first || (to != 1 && !lua_compare(L, 1, to, LUA_OPEQ));
    for (lua_Integer n = 0; n < count; n++) {
      lua_Integer i = upwards ? n : count - 1 - n;
      copy_one(&budget, 1, first + i, to, target + i);
    }
  }
  lua_pushvalue(L, to);
  return 1;
}

static void add_element(clb_budget *budget, luaL_Buffer *out, lua_Integer i) {
  lua_State *L = budget->L;
  clb_spend(budget, 1);
  lua_geti(L, 1, i);
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1), (LUAI_UACINT)i);
  }
  luaL_addvalue(out);
}

static int table_concat(lua_State *L) {
  lua_Integer last = length_of(L, reads);
  size_t gap;
  const char *separator = luaL_optlstring(L, 2, "", &gap);
  lua_Integer i = luaL_optinteger(L, 3, 1);
  last = luaL_optinteger(L, 4, last);
  clb_budget budget = clb_budget_of(L);
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  for (; i < last; i++) {
    add_element(&budget, &out, i);
    luaL_addlstring(&out, separator, gap);
  }
  if (i == last) add_element(&budget, &out, i);
  luaL_pushresult(&out);
  return 1;
}

static int table_unpack(lua_State *L) {
  lua_Integer first = luaL_optinteger(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
  if (first > last) return 0;
  lua_Unsigned more = (lua_Unsigned)last - (lua_Unsigned)first;
  if (more >= INT_MAX || !lua_checkstack(L, (int)(more + 1))) return luaL_error(L, "too many results to unpack");
  clb_budget budget = clb_budget_of(L);
  for (lua_Unsigned n = 0; n <= more; n++) {
    clb_spend(&budget, 1);
    lua_geti(L, 1, (lua_Integer)((lua_Unsigned)first + n));
  }
  return (int)(more + 1);
}

/*
** ---- sort ----
** Stable, and the same in every run: Lua's own picks pivots by the clock. The elements are copied first and written
** back last, so an order function that raises, or changes the table, leaves no half-sorted one. An inconsistent order
** function gives some order and no error.
*/

enum { elements = 3 };  /* where the copy is on the stack */

static bool raw_before(void *context, int32_t a, int32_t b) {
  lua_State *L = context;
  lua_rawgeti(L, elements, a + 1);
  lua_rawgeti(L, elements, b + 1);
  bool before = lua_compare(L, -2, -1, LUA_OPLT);
  lua_pop(L, 2);
  return before;
}

static bool called_before(void *context, int32_t a, int32_t b) {
  lua_State *L = context;
  lua_pushvalue(L, 2);
  lua_rawgeti(L, elements, a + 1);
  lua_rawgeti(L, elements, b + 1);
  lua_call(L, 2, 1);
  bool before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

static bool number_before(void *context, int32_t a, int32_t b) {
  const lua_Number *values = context;
  return values[a] < values[b];
}

/* [0, +1, v] The elements in a table of their own; true: all are numbers that a double holds exactly. */
static bool copy_elements(clb_budget *budget, int32_t count) {
  lua_State *L = budget->L;
  lua_Unsigned real = lua_rawlen(L, 1);
  bool plain = true;
  lua_createtable(L, (lua_Unsigned)count < real ? count : (int)real, 0);
  for (int32_t i = 1; i <= count; i++) {
    clb_spend(budget, 1);
    int type = lua_geti(L, 1, i);
    if (plain) {
      lua_Integer n = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : 0;
      plain = type == LUA_TNUMBER && n >= -(1LL << 53) && n <= 1LL << 53;
    }
    lua_rawseti(L, elements, i);
  }
  return plain;
}

typedef struct room { int32_t *order; lua_Number *values; lua_Number small[64]; } room;

/* [0, +1|0, m] Few elements need no memory of the heap. */
static void make_room(lua_State *L, room *r, int32_t count, bool plain) {
  size_t numbers = plain ? (size_t)count * sizeof *r->values : 0;
  size_t bytes = numbers + 2 * (size_t)count * sizeof *r->order;
  r->values = bytes <= sizeof r->small ? r->small : lua_newuserdatauv(L, bytes, 0);
  r->order = (int32_t *)((char *)r->values + numbers);
}

static void order_elements(clb_budget *budget, room *r, int32_t count, bool plain) {
  lua_State *L = budget->L;
  for (int32_t i = 0; i < count; i++) {
    r->order[i] = i;
    if (!plain) continue;
    lua_rawgeti(L, elements, i + 1);
    r->values[i] = lua_tonumber(L, -1);
    lua_pop(L, 1);
  }
  clb_before before = plain ? number_before : lua_isnil(L, 2) ? raw_before : called_before;
  clb_merge_sort(budget, r->order, r->order + count, count, before, plain ? (void *)r->values : (void *)L);
}

static int table_sort(lua_State *L) {
  lua_Integer count = length_of(L, reads | writes);
  if (count < 2) return 0;
  luaL_argcheck(L, count < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  luaL_checkstack(L, 8, NULL);
  clb_budget budget = clb_budget_of(L);
  bool plain = copy_elements(&budget, (int32_t)count) && lua_isnil(L, 2);
  room r;
  make_room(L, &r, (int32_t)count, plain);
  order_elements(&budget, &r, (int32_t)count, plain);
  for (int32_t i = 0; i < count; i++) {
    clb_spend(&budget, 1);
    lua_rawgeti(L, elements, r.order[i] + 1);
    lua_seti(L, 1, i + 1);
  }
  return 0;
}

void clb_add_table(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"insert", table_insert}, {"remove", table_remove}, {"move", table_move}, {"concat", table_concat},
      {"unpack", table_unpack}, {"sort", table_sort}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
