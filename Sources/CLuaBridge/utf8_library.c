/* utf8.len in pieces: the original goes through a long text in one go. The others take a place or few arguments. */
#include "bounded.h"

enum { piece = 1 << 20 };  /* bytes: about a millisecond */

static lua_Integer position(lua_Integer given, size_t length) {
  if (given >= 0) return given;
  return 0 - (size_t)given > length ? 0 : (lua_Integer)length + given + 1;
}

/* The last byte of a piece that starts at `from`: what comes next begins a character, or is an error there. */
static lua_Integer end_of_piece(const char *text, lua_Integer from, lua_Integer last) {
  if (last - from < piece) return last;
  lua_Integer to = from + piece - 1;
  while (to < last && ((unsigned char)text[to] & 0xC0) == 0x80) to++;
  return to;
}

/* Upvalue: the original. */
static int utf8_len(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer from = position(luaL_optinteger(L, 2, 1), length), last = position(luaL_optinteger(L, 3, -1), length);
  bool inside = from >= 1 && last <= (lua_Integer)length;
  if (!inside || last - from < piece) return lua_tocfunction(L, lua_upvalueindex(1))(L);
  bool lax = lua_toboolean(L, 4);
  lua_Integer count = 0;
  for (lua_Integer to; from <= last; from = to + 1) {
    clb_poll(L);
    to = end_of_piece(text, from, last);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_pushinteger(L, from);
    lua_pushinteger(L, to);
    lua_pushboolean(L, lax);
    lua_call(L, 4, 2);
    if (lua_isnil(L, -2)) return 2;
    count += lua_tointeger(L, -2);
    lua_pop(L, 2);
  }
  lua_pushinteger(L, count);
  return 1;
}

void clb_add_utf8(lua_State *L) {
  lua_getfield(L, -1, "len");
  lua_pushcclosure(L, utf8_len, 1);
  lua_setfield(L, -2, "len");
}
