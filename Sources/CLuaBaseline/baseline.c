#include "CLuaBaseline.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdlib.h>

enum { field_count = 10, slot_count = 64 };
enum { integer, boolean, text, method };

/* How a field is read; `first` is where its texts, or its function, begin among the upvalues. */
typedef struct descriptor { const char *key; const int32_t *column; int type, first; } descriptor;

typedef struct cursor { const void *tag; int32_t row; } cursor;

static const raw_columns *data;  /* set by raw_open */

struct raw_state {
  lua_State *L;
  cursor *member;
  descriptor slots[slot_count];
  uint64_t multiplier;
};

static const char tag = 0;

static inline unsigned slot_of(const raw_state *raw, const char *key) {
  return (unsigned)(((uint64_t)(uintptr_t)key * raw->multiplier) >> 58);
}

static inline cursor *self(lua_State *L) {
  cursor *c = lua_touserdata(L, 1);
  if (c == NULL || c->tag != &tag) luaL_error(L, "member expected");
  return c;
}

static int read_field(lua_State *L) {
  raw_state *raw = lua_touserdata(L, lua_upvalueindex(1));
  const cursor *c = self(L);
  const char *key = lua_tostring(L, 2);
  const descriptor *d = &raw->slots[slot_of(raw, key)];
  if (d->key != key) return luaL_error(L, "no such field");
  switch (d->type) {
    case integer: lua_pushinteger(L, d->column[c->row]); return 1;
    case boolean: lua_pushboolean(L, d->column[c->row]); return 1;
    case text: lua_rawgeti(L, lua_upvalueindex(2), d->first + d->column[c->row]); return 1;
    default: lua_pushvalue(L, lua_upvalueindex(d->first)); return 1;
  }
}

static int age_on(lua_State *L) {
  const cursor *c = self(L);
  lua_pushinteger(L, (luaL_checkinteger(L, 2) - data->birth[c->row]) * 400 / 146097);
  return 1;
}

static int has_tag(lua_State *L) {
  const cursor *c = self(L);
  size_t length;
  const char *name = luaL_checklstring(L, 2, &length);
  int bit = raw_tag(name, (long)length);
  lua_pushboolean(L, bit >= 0 && data->tags[c->row] >> bit & 1);
  return 1;
}

static int add(lua_State *L) {
  lua_pushinteger(L, luaL_checkinteger(L, 1) + luaL_checkinteger(L, 2));
  return 1;
}

static int fail(lua_State *L) { return luaL_error(L, "it failed"); }

/* ---- The metatable of the cursor ---- */

/* Interns the names for good, and looks for a multiplier that gives each a slot of its own. */
static void place(raw_state *raw, descriptor *fields, const char *const *names) {
  lua_State *L = raw->L;
  for (int i = 0; i < field_count; i++) {
    fields[i].key = lua_pushstring(L, names[i]);
    luaL_ref(L, LUA_REGISTRYINDEX);
  }
  for (uint64_t seed = 1;; seed += 2) {
    int placed = 0;
    raw->multiplier = seed * 0x9E3779B97F4A7C15u;
    for (int i = 0; i < slot_count; i++) raw->slots[i] = (descriptor){0};
    for (; placed < field_count; placed++) {
      descriptor *slot = &raw->slots[slot_of(raw, fields[placed].key)];
      if (slot->key) break;
      *slot = fields[placed];
    }
    if (placed == field_count) return;
  }
}

static void push_texts(lua_State *L) {
  lua_createtable(L, 128, 0);
  for (int i = 0; i < raw_grades; i++) {
    lua_pushstring(L, raw_grade(i));
    lua_rawseti(L, -2, 1 + i);
  }
  for (int i = 0; i < raw_regions; i++) {
    lua_pushstring(L, raw_region(i));
    lua_rawseti(L, -2, 101 + i);
  }
}

static int set_up(lua_State *L) {
  static const char *const names[field_count] = {"points", "hours", "paid",   "volunteer", "joined",
                                                 "last",   "grade", "region", "age_on",    "has_tag"};
  raw_state *raw = lua_touserdata(L, 1);
  luaL_openlibs(L);
  descriptor fields[field_count] = {
      {0, data->points, integer, 0}, {0, data->hours, integer, 0},  {0, data->paid, boolean, 0},
      {0, data->volunteer, boolean, 0}, {0, data->joined, integer, 0}, {0, data->last, integer, 0},
      {0, data->grade, text, 1}, {0, data->region, text, 101}, {0, NULL, method, 3}, {0, NULL, method, 4}};
  place(raw, fields, names);
  raw->member = lua_newuserdatauv(L, sizeof(cursor), 0);
  *raw->member = (cursor){&tag, 5};
  lua_createtable(L, 0, 1);
  lua_pushlightuserdata(L, raw);
  push_texts(L);
  lua_pushcfunction(L, age_on);
  lua_pushcfunction(L, has_tag);
  lua_pushcclosure(L, read_field, 4);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_setglobal(L, "m");
  lua_register(L, "add", add);
  lua_register(L, "fail", fail);
  return 0;
}

raw_state *raw_open(const raw_columns *columns) {
  data = columns;
  raw_state *raw = calloc(1, sizeof *raw);
  if (raw == NULL || (raw->L = luaL_newstate()) == NULL) {
    free(raw);
    return NULL;
  }
  lua_pushcfunction(raw->L, set_up);
  lua_pushlightuserdata(raw->L, raw);
  if (lua_pcall(raw->L, 1, 0, 0) == LUA_OK) return raw;
  raw_close(raw);
  return NULL;
}

void raw_close(raw_state *raw) {
  lua_close(raw->L);
  free(raw);
}

/* ---- Calls ---- */

int raw_compile(raw_state *raw, const char *source) {
  if (luaL_dostring(raw->L, source) != LUA_OK) return 0;
  return luaL_ref(raw->L, LUA_REGISTRYINDEX);
}

bool raw_run(raw_state *raw, int function, int64_t count) {
  lua_rawgeti(raw->L, LUA_REGISTRYINDEX, function);
  lua_pushinteger(raw->L, count);
  bool done = lua_pcall(raw->L, 1, 0, 0) == LUA_OK;
  lua_settop(raw->L, 0);
  return done;
}

int64_t raw_call(raw_state *raw, int function, int64_t count) {
  lua_State *L = raw->L;
  int64_t sum = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, function);
  for (int64_t i = 0; i < count; i++) {
    lua_pushvalue(L, 1);
    lua_pushinteger(L, i);
    lua_pushinteger(L, 1);
    if (lua_pcall(L, 2, 1, 0) == LUA_OK) sum += lua_tointeger(L, -1);
    lua_settop(L, 1);
  }
  lua_settop(L, 0);
  return sum;
}

bool raw_criteria(raw_state *raw, int function, int64_t count, raw_verdict *verdicts) {
  lua_State *L = raw->L;
  bool done = true;
  lua_rawgeti(L, LUA_REGISTRYINDEX, function);
  lua_getglobal(L, "m");
  for (int64_t i = 0; done && i < count; i++) {
    raw->member->row = (int32_t)i;
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    done = lua_pcall(L, 1, 2, 0) == LUA_OK;
    if (done) verdicts[i] = (raw_verdict){(int32_t)lua_tointeger(L, -2), (int32_t)lua_rawlen(L, -1)};
    lua_settop(L, 2);
  }
  lua_settop(L, 0);
  raw->member->row = 5;
  return done;
}

void raw_references(raw_state *raw, int64_t count) {
  lua_State *L = raw->L;
  lua_newtable(L);
  for (int64_t i = 0; i < count; i++) {
    lua_pushvalue(L, 1);
    luaL_unref(L, LUA_REGISTRYINDEX, luaL_ref(L, LUA_REGISTRYINDEX));
  }
  lua_settop(L, 0);
}

void raw_states(int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    lua_State *L = luaL_newstate();
    if (L == NULL) abort();
    luaL_openlibs(L);
    lua_close(L);
  }
}
