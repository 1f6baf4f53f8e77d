/* string.rep, in time that depends on its result alone. */
#include "bounded.h"
#include <string.h>

enum { large = 1 << 20 };  /* a copy of much more would keep a stop waiting */

/* Fills `out` with copies of its first `unit` bytes, doubling what is there. */
static void repeat(clb_budget *budget, char *out, size_t unit, size_t total) {
  size_t most = unit < large ? large - large % unit : unit;
  for (size_t done = unit, piece; done < total; done += piece) {
    piece = done < most ? done : most;
    if (piece > total - done) piece = total - done;
    memcpy(out + done, out, piece);
    clb_spend(budget, clb_budget_steps);
  }
}

static int string_rep(lua_State *L) {
  size_t length, gap;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &gap);
  size_t unit = length + gap;
  if (count <= 0 || unit == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (unit < length || unit > (size_t)LUA_MAXINTEGER / (size_t)count) {
    return luaL_error(L, "resulting string too large");
  }
  clb_budget budget = clb_budget_of(L);
  size_t total = unit * (size_t)count - gap;
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, total);
  memcpy(out, text, length);
  if (count > 1) {
    memcpy(out + length, separator, gap);
    repeat(&budget, out, unit, total);
  }
  luaL_pushresultsize(&buffer, total);
  return 1;
}

void clb_add_string_repeat(lua_State *L) {
  lua_pushcfunction(L, string_rep);
  lua_setfield(L, -2, "rep");
}
