/* Which Lua library runs, which may be another one than the headers came from. */
#include "library.h"
#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>

/* Every release exports it, no header declares it: "$LuaVersion: Lua 5.4.4  Copyright …". */
extern const char lua_ident[] __attribute__((weak));

const char *clb_compiled_release(void) { return LUA_RELEASE; }

int clb_library_version(void) { return (int)lua_version(NULL); }

int clb_library_release(void) {
  const char *found = lua_ident ? strstr(lua_ident, LUA_VERSION ".") : NULL;
  return found ? atoi(found + sizeof LUA_VERSION) : -1;
}

/* [0, +1, e] Up to 5.4.4 remove blames its table for a position out of bounds. */
static int blame(lua_State *L) {
  luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 0);
  lua_getfield(L, -1, "remove");
  lua_newtable(L);
  lua_pushinteger(L, 7);
  lua_pcall(L, 2, 0, 0);
  lua_pushboolean(L, lua_isstring(L, -1) && strstr(lua_tostring(L, -1), "#1") != NULL);
  return 1;
}

bool clb_library_behaves_old(void) {
  lua_State *L = luaL_newstate();
  if (L == NULL) return false;
  lua_pushcfunction(L, blame);
  bool old = lua_pcall(L, 0, 1, 0) == LUA_OK && lua_toboolean(L, -1);
  lua_close(L);
  return old;
}
