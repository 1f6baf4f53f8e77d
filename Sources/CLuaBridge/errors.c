/* Errors of the host as scripts see them: a box whose object is the Swift error itself, one word. */
#include "owned.h"
#include <string.h>

void *clb_push_error(lua_State *L) {
  clb_box *box = clb_new_box(L, clb_magic_error, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_error);
  lua_setmetatable(L, -2);
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
  int limited = S->limited;
  S->limited = 0;
  S->host.describe(clb_to_error(L, 1), L);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  return 1;
}

static int error_index(lua_State *L) {
  const char *key = lua_tostring(L, 2);
  if (key && lua_type(L, 2) == LUA_TSTRING && strcmp(key, "message") == 0) return error_text(L);
  lua_pushnil(L);
  return 1;
}

void clb_open_errors(lua_State *L) {
  static const luaL_Reg events[] = {
      {"__tostring", error_text}, {"__index", error_index}, {"__concat", clb_concat}, {NULL, NULL}};
  luaL_newlib(L, events);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "host error");
  lua_setfield(L, -2, "__name");
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_error);
}
