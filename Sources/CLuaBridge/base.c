/* The base library as scripts get it: protected calls that let a stop through, guarded metatables, text-only load. */
#include "bounded.h"
#include <string.h>

/* ---- Texts without addresses ---- */

void clb_tostring(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return;
  }
  switch (lua_type(L, index)) {
    case LUA_TNUMBER: case LUA_TSTRING: case LUA_TBOOLEAN: case LUA_TNIL: luaL_tolstring(L, index, NULL); return;
    default: clb_push_type_name(L, index);
  }
}

/* Strings, numbers, and what is the host's and shows as a text: records, scalars, errors, values of described types. */
static bool joins(lua_State *L, int index) {
  if (lua_isstring(L, index) || lua_islightuserdata(L, index)) return true;
  if (lua_type(L, index) != LUA_TUSERDATA) return false;
  uint32_t magic = *(const uint32_t *)lua_touserdata(L, index);
  return magic == clb_magic_error || magic == clb_magic_object;
}

int clb_concat(lua_State *L) {
  for (int i = 1; i <= 2; i++)
    if (!joins(L, i)) {
      clb_push_type_name(L, i);
      return luaL_error(L, "attempt to concatenate a %s value", lua_tostring(L, -1));
    }
  clb_tostring(L, 1);
  clb_tostring(L, 2);
  lua_concat(L, 2);
  return 1;
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  clb_tostring(L, 1);
  return 1;
}

static int base_print(lua_State *L) {
  clb_state *S = state_of(L);
  int count = lua_gettop(L);
  luaL_Buffer line;
  luaL_buffinit(L, &line);
  for (int i = 1; i <= count; i++) {
    if (i > 1) luaL_addchar(&line, '\t');
    clb_tostring(L, i);
    luaL_addvalue(&line);
  }
  luaL_pushresult(&line);
  size_t length;
  const char *text = lua_tolstring(L, -1, &length);
  if (length >= S->limits.output - S->printed) return clb_stop_now(L, clb_stop_output);
  S->printed += length + 1;
  int limited = S->limited;
  S->limited = 0;
  S->host.print(S->host.context, text, length);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  return 0;
}

/* string.format: %s of a value that is no string or number goes through tostring above, %p is not offered. */
static int string_format(lua_State *L) {
  size_t length;
  const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
  int argument = 1;
  for (const char *p = format; p < end; p++) {
    if (*p != '%') continue;
    if (++p < end && *p == '%') continue;
    while (p < end && strchr("-+ #0123456789.", *p) && *p) p++;
    if (p >= end) break;
    argument++;
    if (*p == 'p') return luaL_error(L, "'%%p' is not offered: an address differs from run to run");
    if (*p != 's' || argument > lua_gettop(L) || lua_isstring(L, argument)) continue;
    clb_tostring(L, argument);
    lua_replace(L, argument);
  }
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* ---- Protected calls ---- */

static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
  clb_state *S = state_of(L);
  if (S->stopping) return clb_raise_stop(L);
  if (status != LUA_OK && status != LUA_YIELD) {
    S->frames_pending = S->keep_frames = false;
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_pcall);
  return finish_pcall(L, status, 0);
}

/* A script's handler must not see a stop: hooks are off while one is raised, and the handler could run for ever. */
static int guarded_handler(lua_State *L) {
  if (state_of(L)->stopping) return 1;
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int base_xpcall(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, finish_pcall);
  return finish_pcall(L, status, 2);
}

bool clb_lets_wait(lua_CFunction function) { return function == base_pcall || function == base_xpcall; }

/* ---- Metatables and raw access ---- */

static int base_setmetatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
      return luaL_error(L, "'__gc' is not offered: finalizers run outside of every limit");
    }
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int base_rawset(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  if (clb_locked_target(L, 1)) return luaL_error(L, "cannot assign: this table is read-only");
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 1;
}

static int base_rawget(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  if (clb_locked_target(L, 1)) lua_replace(L, 1);
  lua_rawget(L, 1);
  return 1;
}

static int base_rawlen(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argexpected(L, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  if (clb_locked_target(L, 1)) lua_replace(L, 1);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int base_collectgarbage(lua_State *L) {
  return luaL_error(L, "'collectgarbage' is not offered: the size of the heap differs from run to run, and memory is "
                       "freed when it is needed");
}

/* ---- Random numbers from the run's seed ---- */

static int math_randomseed(lua_State *L) {
  if (lua_gettop(L) == 0) lua_pushinteger(L, (lua_Integer)state_of(L)->limits.seed);
  int arguments = lua_gettop(L);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, arguments, 0);
  return 0;
}

/* ---- Opening ---- */

/* [0, +1, m] A library's own table, without a trace in the registry. */
static void open(lua_State *L, lua_CFunction opener, const char *name) {
  lua_pushcfunction(L, opener);
  lua_pushstring(L, name);
  lua_call(L, 1, 1);
}

static void leave_out(lua_State *L, const char *name) {
  lua_pushnil(L);
  lua_setfield(L, -2, name);
}

static void open_base(lua_State *L) {
  static const luaL_Reg ours[] = {
      {"tostring", base_tostring}, {"print", base_print}, {"pcall", base_pcall}, {"xpcall", base_xpcall},
      {"setmetatable", base_setmetatable}, {"rawset", base_rawset}, {"rawget", base_rawget}, {"rawlen", base_rawlen},
      {"collectgarbage", base_collectgarbage}, {"load", clb_load_text}, {"pairs", clb_pairs}, {"next", clb_next},
      {NULL, NULL}};
  static const char *const left_out[] = {"_G", "dofile", "loadfile", "warn", NULL};
  uint32_t libraries = state_of(L)->limits.libraries;
  open(L, luaopen_base, "_G");
  luaL_setfuncs(L, ours, 0);
  for (int i = 0; left_out[i]; i++) leave_out(L, left_out[i]);
  if (!(libraries & clb_library_load)) leave_out(L, "load");
  if (!(libraries & clb_library_print)) leave_out(L, "print");
  lua_pop(L, 1);
}

static void open_string(lua_State *L) {
  open(L, luaopen_string, "string");
  leave_out(L, "dump");
  lua_getfield(L, -1, "format");
  lua_pushcclosure(L, string_format, 1);
  lua_setfield(L, -2, "format");
  clb_add_string_match(L);
  clb_add_string_repeat(L);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
  clb_push_read_only(state_of(L), L, "string", 0);
  lua_setglobal(L, "string");
}

static void open_math(lua_State *L) {
  open(L, luaopen_math, "math");
  lua_getfield(L, -1, "randomseed");
  lua_pushcclosure(L, math_randomseed, 1);
  lua_pushvalue(L, -1);
  lua_call(L, 0, 0);
  lua_setfield(L, -2, "randomseed");
  clb_push_read_only(state_of(L), L, "math", 0);
  lua_setglobal(L, "math");
}

static void open_table(lua_State *L) {
  open(L, luaopen_table, "table");
  clb_add_table(L);
  clb_push_read_only(state_of(L), L, "table", 0);
  lua_setglobal(L, "table");
}

static void open_utf8(lua_State *L) {
  open(L, luaopen_utf8, "utf8");
  clb_add_utf8(L);
  clb_push_read_only(state_of(L), L, "utf8", 0);
  lua_setglobal(L, "utf8");
}

void clb_open_libraries(lua_State *L) {
  uint32_t libraries = state_of(L)->limits.libraries;
  open_base(L);
  if (libraries & clb_library_string) open_string(L);
  if (libraries & clb_library_math) open_math(L);
  if (libraries & clb_library_table) open_table(L);
  if (libraries & clb_library_utf8) open_utf8(L);
}
