/* Objects of the host's types: their metatables, members and values. */
#include "owned.h"
#include <stdlib.h>
#include <string.h>

enum { up_methods = 1 };

/* Where objects are found by the identity of what they hold; made with the first type. */
static const char key_identities = 0;

typedef struct member {
  const char *key;        /* interned; the type's methods table keeps it */
  void *get, *set;        /* host functions; get is NULL for methods */
  int method;             /* its place in the methods table */
} member;

struct clb_type {
  const void *key;
  char *name;
  clb_type_host host;
  member *slots; uint32_t mask; int shift;
  int methods, metatable; /* references of the registry */
  int kept;               /* values in the methods table */
  void *element;
  clb_type *next;
};

static inline uint32_t slot_of(const clb_type *t, const char *key) {
  return (uint32_t)(((uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u) >> t->shift);
}

static inline member *find(const clb_type *t, const char *key) {
  for (uint32_t slot = slot_of(t, key);; slot = (slot + 1) & t->mask) {
    member *m = &t->slots[slot];
    if (m->key == key) return m;
    if (m->key == NULL) return NULL;
  }
}

/* Names over 40 bytes are not interned: compare the text before giving up. */
static member *find_slowly(const clb_type *t, const char *key, size_t length) {
  if (length <= 40) return NULL;
  for (uint32_t i = 0; i <= t->mask; i++)
    if (t->slots[i].key && strcmp(t->slots[i].key, key) == 0) return &t->slots[i];
  return NULL;
}

/* [0, 0, -] The member that the key at index 2 names, or NULL. */
static inline member *member_at(lua_State *L, const clb_type *t) {
  if (lua_type(L, 2) != LUA_TSTRING) return NULL;
  size_t length;
  const char *key = lua_tolstring(L, 2, &length);
  member *m = find(t, key);
  return m ? m : find_slowly(t, key, length);
}

/* ---- Events ---- */

/* [-, -, v] */
static int raise_member(lua_State *L, const clb_type *t, int wanted) {
  clb_state *S = state_of(L);
  size_t length;
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  if (lua_type(L, 2) != LUA_TSTRING) {
    clb_tostring(L, 2);
    lua_pushfstring(L, "[%s]", lua_tostring(L, -1));
    lua_replace(L, 2);
  }
  const char *key = lua_tolstring(L, 2, &length);
  int limited = S->limited;
  S->limited = 0;
  int outcome = t->host.member(t->host.object, L, wanted, key, length);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  S->keep_frames = outcome == clb_reraise;
  return lua_error(L);
}

/* The hot path of every member. */
static int object_index(lua_State *L) {
  const clb_type *t = ((clb_object *)lua_touserdata(L, 1))->type;
  const member *m = member_at(L, t);
  if (m == NULL) {
    if (t->element && lua_type(L, 2) == LUA_TNUMBER) return clb_call_host(L, t->element);
    return raise_member(L, t, clb_member_read);
  }
  if (m->get) return clb_call_host(L, m->get);
  lua_rawgeti(L, lua_upvalueindex(up_methods), m->method);
  return 1;
}

static int object_newindex(lua_State *L) {
  const clb_type *t = ((clb_object *)lua_touserdata(L, 1))->type;
  const member *m = member_at(L, t);
  if (m == NULL || m->set == NULL) return raise_member(L, t, clb_member_assigned);
  return clb_call_host(L, m->set);
}

void *clb_end_object(lua_State *L, clb_object *object, int reason) {
  void *instance = object->instance;
  state_of(L)->used -= object->weight;
  object->instance = NULL;
  object->weight = 0;
  object->end = (uint8_t)reason;
  return instance;
}

void clb_release_object(clb_state *S, void *userdata) {
  clb_object *object = userdata;
  if (object->instance == NULL) return;
  S->used -= object->weight;
  object->type->host.destroy(object->type->host.object, object->instance);
}

/* A class instance that was lent has an object beside its own: both hold the same pointer. */
static int object_equal(lua_State *L) {
  const clb_object *a = clb_to_object(L, 1, NULL), *b = clb_to_object(L, 2, NULL);
  bool comparable = a && b && a->type == b->type && a->type->host.identified && a->instance && b->instance;
  lua_pushboolean(L, comparable && *(void **)a->instance == *(void **)b->instance);
  return 1;
}

static int object_tostring(lua_State *L) {
  lua_pushstring(L, ((clb_object *)lua_touserdata(L, 1))->type->name);
  return 1;
}

static int object_concat(lua_State *L) {
  for (int i = 1; i <= 2; i++)
    if (!lua_isstring(L, i) && clb_to_object(L, i, NULL) == NULL) {
      clb_push_type_name(L, i);
      return luaL_error(L, "attempt to concatenate a %s value", lua_tostring(L, -1));
    }
  clb_tostring(L, 1);
  clb_tostring(L, 2);
  lua_concat(L, 2);
  return 1;
}

/* ---- Types ---- */

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

static void make_identities(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities) == LUA_TNIL) {
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &key_identities);
  }
  lua_pop(L, 1);
}

/* [-1, +1] The metatable of a type, whose methods table is on top. */
static void push_metatable(lua_State *L, const clb_type *t) {
  static const luaL_Reg events[] = {
      {"__newindex", object_newindex}, {"__eq", object_equal}, {"__tostring", object_tostring},
      {"__concat", object_concat}, {NULL, NULL}};
  lua_createtable(L, 0, 12);
  luaL_setfuncs(L, events, 0);
  lua_insert(L, -2);
  lua_pushcclosure(L, object_index, 1);
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
static member *add(lua_State *L, clb_type *t, const char *name, size_t length) {
  lua_pushlstring(L, name, length);
  const char *key = lua_tostring(L, -1);
  keep(L, t);
  uint32_t slot = slot_of(t, key);
  while (t->slots[slot].key && t->slots[slot].key != key) slot = (slot + 1) & t->mask;
  t->slots[slot].key = key;
  return &t->slots[slot];
}

void clb_add_method(lua_State *L, clb_type *type, const char *name, size_t length) {
  int place = keep(L, type);
  add(L, type, name, length)->method = place;
}

void clb_add_property(lua_State *L, clb_type *type, const char *name, size_t length, void *get, void *set) {
  member *m = add(L, type, name, length);
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

/* ---- Objects ---- */

clb_object *clb_push_object(lua_State *L, clb_type *type, size_t size, size_t alignment, size_t weight) {
  clb_object *o = clb_new_owned(L, clb_magic_object, sizeof *o + (alignment > 8 ? size + alignment : size));
  *o = (clb_object){.magic = o->magic, .place = o->place, .type = type, .weight = weight};
  state_of(L)->used += weight;
  o->instance = (void *)(((uintptr_t)(o + 1) + alignment - 1) & ~(uintptr_t)(alignment - 1));
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_setmetatable(L, -2);
  return o;
}

clb_object *clb_push_lent(lua_State *L, clb_type *type, void *instance) {
  clb_object *o = lua_newuserdatauv(L, sizeof *o, 0);
  *o = (clb_object){.magic = clb_magic_object, .type = type, .instance = instance, .lent = true};
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_setmetatable(L, -2);
  return o;
}

bool clb_push_known(lua_State *L, const clb_type *type, const void *identity) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  if (lua_rawgetp(L, -1, identity) == LUA_TUSERDATA) {
    const clb_object *o = lua_touserdata(L, -1);
    if (o->type == type && o->instance) {
      lua_remove(L, -2);
      return true;
    }
  }
  lua_pop(L, 2);
  return false;
}

void clb_remember(lua_State *L, const void *identity) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, identity);
  lua_pop(L, 1);
}

clb_object *clb_to_object(lua_State *L, int index, const void *key) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  clb_object *o = lua_touserdata(L, index);
  return o->magic == clb_magic_object && (key == NULL || o->type->key == key) ? o : NULL;
}
