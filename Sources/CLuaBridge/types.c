/* Types of the host: their metatables and members. */
#include "objects.h"
#include <stdlib.h>
#include <string.h>

static void *reserve(size_t count, size_t size) {
  void *block = calloc(count, size);
  if (block == NULL) abort();
  return block;
}

clb_type *clb_find_type(clb_state *S, const void *key) {
  clb_type *t = S->types[(uintptr_t)key >> 4 & (clb_type_chains - 1)];
  while (t && t->key != key) t = t->next;
  return t;
}

void *clb_type_object(const clb_type *type) { return type->host.object; }

/* [0, 0, -] The table of identities, weak, so that it keeps nothing alive. */
static void make_identities(lua_State *L) {
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_identities) != LUA_TTABLE) {
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, clb_place_identities);
  }
  lua_pop(L, 1);
}

/* [-1, +1] The metatable of a type, whose methods table is on top. */
static void push_metatable(lua_State *L, const clb_type *t) {
  lua_createtable(L, 0, 12);
  luaL_setfuncs(L, clb_object_events, 0);
  lua_insert(L, -2);
  lua_pushcclosure(L, clb_object_index, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushstring(L, t->name);
  lua_setfield(L, -2, "__name");
}

clb_type *clb_make_type(clb_state *S, lua_State *L, const void *key, const char *name, int members,
                        const clb_type_host *host) {
  clb_type *t = reserve(1, sizeof *t), **chain = &S->types[(uintptr_t)key >> 4 & (clb_type_chains - 1)];
  int bits = 2;
  while ((1 << bits) < members * 2 + 1) bits++;
  t->key = key;
  t->name = reserve(strlen(name) + 1, 1);
  strcpy(t->name, name);
  t->host = *host;
  t->slots = reserve((size_t)1 << bits, sizeof *t->slots);
  t->mask = (1u << bits) - 1;
  t->shift = 64 - bits;
  make_identities(L);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  t->methods = clb_ref(S, L);
  push_metatable(L, t);
  t->metatable = clb_ref(S, L);
  t->next = *chain;
  *chain = t;
  return t;
}

static void free_type(clb_state *S, clb_type *t) {
  for (uint32_t i = 0; i <= t->mask; i++) {
    if (t->slots[i].get) S->host.release(t->slots[i].get);
    if (t->slots[i].set) S->host.release(t->slots[i].set);
  }
  if (t->element) S->host.release(t->element);
  S->host.release(t->host.object);
  free(t->slots);
  free(t->name);
  free(t);
}

void clb_free_types(clb_state *S) {
  for (int i = 0; i < clb_type_chains; i++)
    while (S->types[i]) {
      clb_type *t = S->types[i];
      S->types[i] = t->next;
      free_type(S, t);
    }
}

/* [-1, 0] Keeps the value on top as long as the type; answers its place. */
static int keep(lua_State *L, clb_type *t) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, t->methods);
  lua_insert(L, -2);
  lua_rawseti(L, -2, ++t->kept);
  lua_pop(L, 1);
  return t->kept;
}

/* [0, 0] The slot of a new member, or of the one that it replaces. */
static clb_member *add(lua_State *L, clb_type *t, const char *name, size_t length) {
  lua_pushlstring(L, name, length);
  const char *key = lua_tostring(L, -1);
  keep(L, t);
  uint32_t slot = clb_member_slot(t, key);
  while (t->slots[slot].key && t->slots[slot].key != key) slot = (slot + 1) & t->mask;
  t->slots[slot].key = key;
  return &t->slots[slot];
}

void clb_add_method(lua_State *L, clb_type *type, const char *name, size_t length) {
  int place = keep(L, type);
  add(L, type, name, length)->method = place;
}

void clb_add_property(lua_State *L, clb_type *type, const char *name, size_t length, void *get, void *set) {
  clb_member *m = add(L, type, name, length);
  m->get = get;
  m->set = set;
}

void clb_set_element(clb_type *type, void *get) { type->element = get; }

void clb_set_event(lua_State *L, clb_type *type, const char *event) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_insert(L, -2);
  lua_setfield(L, -2, event);
  lua_pop(L, 1);
}
