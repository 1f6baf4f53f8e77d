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

enum { elements = 3, few = 64 };  /* the copy: from slot 3 on, or a table there when it is long */

typedef struct sorting {
  clb_budget budget;
  int32_t count, *order;
  bool stacked;         /* few elements need no memory of the heap */
  bool plain;           /* all are numbers that a double holds exactly */
  lua_Number *values, small[2 * few];
} sorting;

static bool raw_before(void *context, int32_t a, int32_t b) {
  lua_State *L = context;
  lua_rawgeti(L, elements, a + 1);
  lua_rawgeti(L, elements, b + 1);
  bool before = lua_compare(L, -2, -1, LUA_OPLT);
  lua_pop(L, 2);
  return before;
}

static bool stacked_before(void *context, int32_t a, int32_t b) {
  return lua_compare(context, elements + a, elements + b, LUA_OPLT);
}

static inline void push_element(const sorting *s, int32_t i) {
  if (s->stacked) lua_pushvalue(s->budget.L, elements + i);
  else lua_rawgeti(s->budget.L, elements, i + 1);
}

static bool called_before(void *context, int32_t a, int32_t b) {
  const sorting *s = context;
  lua_State *L = s->budget.L;
  lua_pushvalue(L, 2);
  push_element(s, a);
  push_element(s, b);
  lua_call(L, 2, 1);
  bool before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

static bool number_before(void *context, int32_t a, int32_t b) {
  const lua_Number *values = context;
  return values[a] < values[b];
}

static bool is_plain(lua_State *L) {
  if (lua_type(L, -1) != LUA_TNUMBER) return false;
  lua_Integer n = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : 0;
  return n >= -(1LL << 53) && n <= 1LL << 53;
}

/* [0, +1|n, v] */
static void copy_elements(sorting *s) {
  lua_State *L = s->budget.L;
  lua_Unsigned real = lua_rawlen(L, 1);
  s->stacked = s->count <= few;
  if (!s->stacked) lua_createtable(L, (lua_Unsigned)s->count < real ? s->count : (int)real, 0);
  s->plain = lua_isnil(L, 2);
  for (int32_t i = 1; i <= s->count; i++) {
    clb_spend(&s->budget, 1);
    lua_geti(L, 1, i);
    if (s->plain) s->plain = is_plain(L);
    if (!s->stacked) lua_rawseti(L, elements, i);
  }
}

/* [0, +1|0, m] */
static void make_room(sorting *s) {
  size_t numbers = s->plain ? (size_t)s->count * sizeof *s->values : 0;
  size_t bytes = numbers + 2 * (size_t)s->count * sizeof *s->order;
  s->values = s->stacked ? s->small : lua_newuserdatauv(s->budget.L, bytes, 0);
  s->order = (int32_t *)((char *)s->values + numbers);
}

static void order_elements(sorting *s) {
  lua_State *L = s->budget.L;
  for (int32_t i = 0; i < s->count; i++) {
    s->order[i] = i;
    if (!s->plain) continue;
    push_element(s, i);
    s->values[i] = lua_tonumber(L, -1);
    lua_pop(L, 1);
  }
  clb_before before = called_before;
  void *context = s;
  if (s->plain) {
    before = number_before;
    context = s->values;
  } else if (lua_isnil(L, 2)) {
    before = s->stacked ? stacked_before : raw_before;
    context = L;
  }
  clb_merge_sort(&s->budget, s->order, s->order + s->count, s->count, before, context);
}

static int table_sort(lua_State *L) {
  lua_Integer count = length_of(L, reads | writes);
  if (count < 2) return 0;
  luaL_argcheck(L, count < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  luaL_checkstack(L, few + 8, NULL);
  sorting s;  /* without zeroes: the small room need not be cleared */
  s.budget = clb_budget_of(L);
  s.count = (int32_t)count;
  copy_elements(&s);
  make_room(&s);
  order_elements(&s);
  for (int32_t i = 0; i < s.count; i++) {
    clb_spend(&s.budget, 1);
    push_element(&s, s.order[i]);
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
