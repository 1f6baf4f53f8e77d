/* Objects of the host's types: their events, values and identities. */
#include "objects.h"
#include <string.h>

enum { up_methods = 1 };

static inline clb_member *find(const clb_type *t, const char *key) {
  for (uint32_t slot = clb_member_slot(t, key);; slot = (slot + 1) & t->mask) {
    clb_member *m = &t->slots[slot];
    if (m->key == key) return m;
    if (m->key == NULL) return NULL;
  }
}

/* Names over 40 bytes are not interned: compare the text before giving up. */
static clb_member *find_slowly(const clb_type *t, const char *key, size_t length) {
  if (length <= 40) return NULL;
  for (uint32_t i = 0; i <= t->mask; i++)
    if (t->slots[i].key && strcmp(t->slots[i].key, key) == 0) return &t->slots[i];
  return NULL;
}

/* [0, 0, -] The member that the key at index 2 names, or NULL. */
static inline clb_member *member_at(lua_State *L, const clb_type *t) {
  if (lua_type(L, 2) != LUA_TSTRING) return NULL;
  size_t length;
  const char *key = lua_tolstring(L, 2, &length);
  clb_member *m = find(t, key);
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
int clb_object_index(lua_State *L) {
  const clb_type *t = ((clb_object *)lua_touserdata(L, 1))->type;
  const clb_member *m = member_at(L, t);
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
  const clb_member *m = member_at(L, t);
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

void clb_discharge(clb_state *S, void *userdata) {
  clb_object *object = userdata;
  S->used -= object->weight;
  object->weight = 0;
}

void clb_release_object(void *userdata) {
  clb_object *object = userdata;
  if (object->instance) object->type->host.destroy(object->type->host.object, object->instance);
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

const luaL_Reg clb_object_events[] = {
    {"__newindex", object_newindex}, {"__eq", object_equal}, {"__tostring", object_tostring},
    {"__concat", clb_concat}, {NULL, NULL}};

/* ---- Objects ---- */

enum { paid_at_once = 16 << 10 };

/*
** Charges what a value weighs; answers what was charged. The collector is told as if Lua had allocated it: otherwise
** it would let weight pile up until Lua has no memory left.
** What does not fit even after a collection is not charged: the call in progress ends.
*/
static size_t charge(lua_State *L, clb_type *type, size_t weight) {
  clb_state *S = state_of(L);
  if (weight == 0) return 0;
  if (weight > S->limits.memory || S->used > S->limits.memory - weight) lua_gc(L, LUA_GCCOLLECT, 0);
  if (weight > S->limits.memory || S->used > S->limits.memory - weight) {
    S->overdrawn = true;
    return 0;
  }
  S->used += weight;
  type->unpaid += weight;
  if (type->unpaid >= paid_at_once) {
    size_t pieces = type->unpaid >> 10;
    type->unpaid = 0;
    lua_gc(L, LUA_GCSTEP, pieces < 1 << 20 ? (int)pieces : 1 << 20);
  }
  return weight;
}

clb_object *clb_push_object(lua_State *L, clb_type *type, size_t size, size_t alignment, size_t weight) {
  size_t charged = charge(L, type, weight);
  clb_object *o = clb_new_owned(L, clb_magic_object, sizeof *o + (alignment > 8 ? size + alignment : size));
  *o = (clb_object){.magic = o->magic, .place = o->place, .type = type, .weight = charged};
  o->instance = (void *)(((uintptr_t)(o + 1) + alignment - 1) & ~(uintptr_t)(alignment - 1));
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_setmetatable(L, -2);
  return o;
}

clb_object *clb_push_lent(lua_State *L, clb_type *type, void *instance) {
  clb_object *o = lua_newuserdatauv(L, sizeof *o, 0);
  *o = (clb_object){.magic = clb_magic_object, .place = -1, .type = type, .instance = instance, .lent = true};
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_setmetatable(L, -2);
  return o;
}

bool clb_push_known(lua_State *L, const clb_type *type, const void *identity) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_identities);
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
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_identities);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, identity);
  lua_pop(L, 1);
}

clb_object *clb_to_object(lua_State *L, int index, const void *key) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  clb_object *o = lua_touserdata(L, index);
  return o->magic == clb_magic_object && (key == NULL || o->type->key == key) ? o : NULL;
}
