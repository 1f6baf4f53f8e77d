/*
** Errors of the host as scripts see them: a userdata with a number, under which the Swift error waits.
**
** The userdata has no finalizer. One would be called in a protected call of its own, and objects with finalizers live a
** cycle longer, counted as alive when the next one is planned: a script that catches errors in a loop would make the heap
** grow without end. Instead a weak table knows which userdata are left, and is looked through when the numbers run out.
*/
#include "state.h"
#include <stdlib.h>
#include <string.h>

enum { first_room = 64 };

typedef struct clb_error { uint32_t magic; int number; } clb_error;

static void *grown(void *block, int count, size_t size) {
  void *moved = realloc(block, (size_t)count * size);
  if (moved == NULL) abort();
  return moved;
}

/* The last numbers first: those from the room before on are in order. */
static void make_room(clb_errors *e) {
  int before = e->room;
  e->room = before ? before * 2 : first_room;
  e->words = grown(e->words, e->room + 1, sizeof *e->words);
  e->free = grown(e->free, e->room, sizeof *e->free);
  for (int number = e->room; number > before; number--) {
    e->words[number] = NULL;
    e->free[e->free_count++] = number;
  }
}

/* [0, 0, -] Takes out the words that no userdata stands for any more; answers how many. */
static int take_dead(clb_state *S, void **dead) {
  clb_errors *e = &S->errors;
  lua_State *L = S->scratch;
  int count = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_errors);
  for (int number = 1; number <= e->room; number++) {
    if (e->words[number] == NULL) continue;
    bool gone = lua_rawgeti(L, -1, number) == LUA_TNIL;
    lua_pop(L, 1);
    if (!gone) continue;
    dead[count++] = e->words[number];
    e->words[number] = NULL;
    e->free[e->free_count++] = number;
  }
  lua_pop(L, 1);
  return count;
}

/* The errors are destroyed when all is in order again: Swift code that runs then may make others. */
void clb_sweep_errors(clb_state *S) {
  if (S->errors.room == S->errors.free_count) return;
  void **dead = grown(NULL, S->errors.room, sizeof *dead);
  int count = take_dead(S, dead), limited = clb_enter_finalizer(S);
  for (int i = 0; i < count; i++) S->host.release_error(&dead[i]);
  clb_leave_finalizer(S, limited);
  free(dead);
}

void clb_free_errors(clb_state *S) {
  clb_errors errors = S->errors;
  S->errors = (clb_errors){0};
  for (int number = 1; number <= errors.room; number++)
    if (errors.words[number]) S->host.release_error(&errors.words[number]);
  free(errors.words);
  free(errors.free);
}

static int take_number(clb_state *S) {
  clb_errors *e = &S->errors;
  if (e->free_count == 0) {
    clb_sweep_errors(S);
    if (e->free_count <= e->room / 2) make_room(e);
  }
  return e->free[--e->free_count];
}

void *clb_push_error(lua_State *L) {
  clb_state *S = state_of(L);
  int number = take_number(S);
  clb_error *error = lua_newuserdatauv(L, sizeof *error, 0);
  *error = (clb_error){clb_magic_error, number};
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_error);
  lua_setmetatable(L, -2);
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_errors);
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, number);
  lua_pop(L, 1);
  return &S->errors.words[number];
}

void *clb_to_error(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  const clb_error *error = lua_touserdata(L, index);
  if (error->magic != clb_magic_error) return NULL;
  void **word = &state_of(L)->errors.words[error->number];
  return *word ? word : NULL;
}

/* ---- What scripts do with them ---- */

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

static int concat_text(lua_State *L) {
  clb_tostring(L, 1);
  clb_tostring(L, 2);
  lua_concat(L, 2);
  return 1;
}

void clb_open_errors(lua_State *L) {
  static const luaL_Reg events[] = {
      {"__tostring", error_text}, {"__index", error_index}, {"__concat", concat_text}, {NULL, NULL}};
  luaL_newlib(L, events);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "host error");
  lua_setfield(L, -2, "__name");
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_error);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_errors);
}
