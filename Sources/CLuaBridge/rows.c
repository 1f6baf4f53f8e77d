/* Collections of records: full userdata over the rows of one kind in one world. */
#include "state.h"
#include <string.h>

typedef struct clb_rows {
  uint32_t magic, generation;
  int32_t kind, count;
  int32_t cursor;         /* where the iteration stood last: a hint, checked against the record before */
  const int32_t *rows;    /* of the world, or own */
  int32_t own[];
} clb_rows;

static clb_rows *new_rows(lua_State *L, int kind, uint32_t generation, int32_t count, int32_t copied) {
  clb_rows *c = lua_newuserdatauv(L, sizeof *c + (size_t)copied * sizeof(int32_t), 0);
  c->magic = clb_magic_rows;
  c->generation = generation;
  c->kind = kind;
  c->count = count;
  c->cursor = 0;
  c->rows = c->own;
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_rows);
  lua_setmetatable(L, -2);
  return c;
}

int clb_push_relation(lua_State *L, int kind, uint32_t generation, const int32_t *rows, int32_t count) {
  new_rows(L, kind, generation, count, 0)->rows = rows;
  return 1;
}

void clb_push_rows(lua_State *L, int kind, uint32_t generation, const int32_t *rows, int32_t count) {
  clb_rows *c = new_rows(L, kind, generation, count, count);
  if (count) memcpy(c->own, rows, (size_t)count * sizeof *rows);
}

static clb_rows *rows_at(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  clb_rows *c = lua_touserdata(L, index);
  return c->magic == clb_magic_rows ? c : NULL;
}

static bool is_mounted(clb_state *S, const clb_rows *c) { return clb_mount_of(S, c->generation) != NULL; }

static clb_rows *valid_rows(lua_State *L, int index) {
  clb_rows *c = rows_at(L, index);
  if (!is_mounted(state_of(L), c)) clb_raise_stale(L, clb_pack(c->kind, c->generation, 0));
  return c;
}

bool clb_to_rows(lua_State *L, int index, clb_rows_view *view) {
  clb_rows *c = rows_at(L, index);
  if (c == NULL) return false;
  *view = (clb_rows_view){c->rows, c->count, c->kind, c->generation, is_mounted(state_of(L), c)};
  return true;
}

static int push_record(lua_State *L, const clb_rows *c, int32_t position) {
  if (position < 0 || position >= c->count) lua_pushnil(L);
  else clb_push_packed(L, clb_pack(c->kind, c->generation, c->rows[position]));
  return 1;
}

static int rows_index(lua_State *L) {
  int exact;
  clb_rows *c = valid_rows(L, 1);
  if (lua_type(L, 2) == LUA_TNUMBER) {
    lua_Integer position = lua_tointegerx(L, 2, &exact);
    return push_record(L, c, exact && position >= 1 && position <= c->count ? (int32_t)position - 1 : -1);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_rows_methods);
  lua_pushvalue(L, 2);
  if (lua_istable(L, -2) && lua_rawget(L, -2) != LUA_TNIL) return 1;
  size_t length;
  lua_settop(L, 2);
  if (lua_type(L, 2) != LUA_TSTRING) {
    lua_pushfstring(L, "<%s>", luaL_typename(L, 2));
    lua_replace(L, 2);
  }
  const char *key = lua_tolstring(L, 2, &length);
  return clb_raise_field(L, clb_field_unknown, c->kind, key, length, true);
}

static int rows_newindex(lua_State *L) {
  size_t length;
  clb_tostring(L, 2);
  const char *key = lua_tolstring(L, -1, &length);
  return clb_raise_field(L, clb_field_assignment, rows_at(L, 1)->kind, key, length, true);
}

static int rows_length(lua_State *L) {
  lua_pushinteger(L, valid_rows(L, 1)->count);
  return 1;
}

/* The record after one: at the cursor, unless another loop over the same collection moved it. */
static int step(lua_State *L, clb_rows *c) {
  if (lua_isnil(L, 3)) {
    c->cursor = 0;
    return push_record(L, c, 0);
  }
  if (!lua_islightuserdata(L, 3)) return luaL_error(L, "a collection goes on from one of its records");
  int32_t row = (int32_t)clb_packed_at(L, 3), at = c->cursor;
  if (at >= c->count || c->rows[at] != row)
    for (at = 0; at < c->count && c->rows[at] != row; at++) {}
  if (at >= c->count) return luaL_error(L, "a collection goes on from one of its records");
  c->cursor = at + 1;
  return push_record(L, c, at + 1);
}

static bool is_filter(lua_State *L, int index) { return !lua_isnoneornil(L, index); }

/* c(nil, before): iteration. c(owner): itself. c{…}, c(owner, {…}): the host's call. */
static int rows_call(lua_State *L) {
  clb_rows *c = valid_rows(L, 1);
  if (lua_gettop(L) == 3 && lua_isnil(L, 2)) return step(L, c);
  int filter = lua_islightuserdata(L, 2) ? 3 : 2;
  if (filter == 3 && !is_filter(L, 3)) {
    lua_settop(L, 1);
    return 1;
  }
  lua_settop(L, filter);
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_rows_call);
  if (!lua_isfunction(L, -1)) return luaL_error(L, "this collection cannot be called");
  lua_pushvalue(L, 1);
  lua_pushvalue(L, filter);
  lua_call(L, 2, LUA_MULTRET);
  return lua_gettop(L) - filter;
}

static int rows_equal(lua_State *L) {
  clb_rows *a = rows_at(L, 1), *b = rows_at(L, 2);
  bool same = a && b && a->kind == b->kind && a->generation == b->generation && a->count == b->count;
  if (same && a->rows != b->rows && is_mounted(state_of(L), a))
    same = memcmp(a->rows, b->rows, (size_t)a->count * sizeof *a->rows) == 0;
  lua_pushboolean(L, same);
  return 1;
}

static int rows_tostring(lua_State *L) {
  clb_rows *c = rows_at(L, 1);
  lua_pushfstring(L, "%d x %s", (int)c->count, clb_kind_name(state_of(L), c->kind));
  return 1;
}

static int next_pair(lua_State *L) {
  lua_Integer position = luaL_checkinteger(L, 2);
  clb_rows *c = rows_at(L, 1);
  if (c == NULL) return luaL_argerror(L, 1, "collection expected");
  valid_rows(L, 1);
  if (position < 0 || position >= c->count) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, position + 1);
  push_record(L, c, (int32_t)position);
  return 2;
}

static int rows_pairs(lua_State *L) {
  valid_rows(L, 1);
  lua_pushcfunction(L, next_pair);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void clb_open_rows(lua_State *L) {
  static const luaL_Reg events[] = {
      {"__index", rows_index}, {"__newindex", rows_newindex}, {"__len", rows_length}, {"__call", rows_call},
      {"__eq", rows_equal}, {"__tostring", rows_tostring}, {"__pairs", rows_pairs}, {NULL, NULL}};
  luaL_newlib(L, events);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "collection");
  lua_setfield(L, -2, "__name");
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_rows);
}

void clb_set_rows_methods(clb_state *S, lua_State *L) {
  (void)S;
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_rows_methods);
}

void clb_set_rows_call(clb_state *S, lua_State *L) {
  (void)S;
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_rows_call);
}
