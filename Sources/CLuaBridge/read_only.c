/* Read-only faces of tables: an empty table whose locked metatable shows the real one. */
#include "state.h"

bool clb_locked_target(lua_State *L, int index) {
  if (!lua_istable(L, index) || !lua_getmetatable(L, index)) return false;
  bool locked = lua_rawgetp(L, -1, &clb_key_locked) != LUA_TNIL;
  if (locked) lua_remove(L, -2);
  else lua_pop(L, 2);
  return locked;
}

static int refuse_assignment(lua_State *L) {
  clb_tostring(L, 2);
  return luaL_error(L, "cannot assign '%s' of '%s': it is read-only", lua_tostring(L, -1),
                    lua_tostring(L, lua_upvalueindex(1)));
}

static int face_pairs(lua_State *L) { return clb_pairs(L); }

static int face_length(lua_State *L) {
  lua_pushinteger(L, luaL_len(L, lua_upvalueindex(1)));
  return 1;
}

/* Upvalues: the table, a function for absent keys. */
static int face_index(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_gettable(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  lua_settop(L, 2);
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

void clb_push_read_only(clb_state *S, lua_State *L, const char *name, int unknown) {
  int table = lua_gettop(L);
  lua_newtable(L);
  lua_createtable(L, 0, 8);
  lua_pushvalue(L, table);
  if (unknown) {
    clb_push_ref(L, unknown);
    lua_pushcclosure(L, face_index, 2);
  }
  lua_setfield(L, -2, "__index");
  lua_pushstring(L, name);
  lua_pushcclosure(L, refuse_assignment, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushvalue(L, table);
  lua_pushcclosure(L, face_length, 1);
  lua_setfield(L, -2, "__len");
  lua_pushcfunction(L, face_pairs);
  lua_setfield(L, -2, "__pairs");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, table);
  lua_rawsetp(L, -2, &clb_key_locked);
  lua_setmetatable(L, -2);
  lua_remove(L, table);
}

void clb_seal(lua_State *L) {
  lua_newtable(L);  /* what raw reading of such a table sees: nothing */
  lua_rawsetp(L, -2, &clb_key_locked);
}
