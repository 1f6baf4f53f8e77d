/* load, for scripts: text only, with the environment of whoever calls. */
#include "source.h"
#include <string.h>

static bool push_caller_environment(lua_State *L) {
  lua_Debug ar;
  for (int level = 1; lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "f", &ar);
    const char *name;
    for (int i = 1; !lua_iscfunction(L, -1) && (name = lua_getupvalue(L, -1, i)); i++) {
      if (strcmp(name, "_ENV") == 0) {
        lua_remove(L, -2);
        return true;
      }
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  return false;
}

static const char *read_string(lua_State *L, void *source, size_t *size) { return clb_source_next(L, source, size); }

/* The reader is argument 1, what it gave last is kept in slot 5. */
static const char *read_function(lua_State *L, void *data, size_t *size) {
  clb_source *source = data;
  if (source->left) return clb_source_next(L, source, size);
  clb_poll(L);
  luaL_checkstack(L, 2, "too many nested functions");
  lua_pushvalue(L, 1);
  lua_call(L, 0, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    *size = 0;
    return NULL;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
  lua_replace(L, 5);
  source->text = lua_tolstring(L, 5, &source->left);
  return clb_source_next(L, source, size);
}

int clb_load_text(lua_State *L) {
  size_t length;
  const char *text = lua_tolstring(L, 1, &length), *mode = luaL_optstring(L, 3, "t");
  bool has_environment = !lua_isnone(L, 4);
  const char *name = luaL_optstring(L, 2, text ? text : "=(load)");
  int status;
  lua_settop(L, 4);
  lua_pushnil(L);
  if (strchr(mode, 't') == NULL) return luaL_error(L, "only texts can be loaded (mode is '%s')", mode);
  if (!text) luaL_checktype(L, 1, LUA_TFUNCTION);
  clb_source source = {.text = text, .left = text ? length : 0};
  status = lua_load(L, text ? read_string : read_function, &source, name, "t");
  if (state_of(L)->stopping) return clb_raise_stop(L);
  if (status != LUA_OK) {
    luaL_pushfail(L);
    lua_insert(L, -2);
    return 2;
  }
  if (has_environment) lua_pushvalue(L, 4);
  else if (!push_caller_environment(L)) return luaL_error(L, "load: give an environment as fourth argument");
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  return 1;
}
