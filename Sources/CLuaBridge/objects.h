/* What the files of objects and their types share. */
#pragma once
#include "owned.h"

/* A member of a type, in an open hash keyed by the interned name's address. */
typedef struct clb_member {
  const char *key;        /* interned; the type's methods table keeps it */
  void *get, *set;        /* host functions; get is NULL for methods */
  int method;             /* its place in the methods table */
} clb_member;

struct clb_type {
  const void *key;
  char *name;
  clb_type_host host;
  clb_member *slots; uint32_t mask; int shift;
  int methods, metatable; /* references of the registry */
  int kept;               /* values in the methods table */
  void *element;
  size_t unpaid;          /* weight that the collector has not been told of */
  clb_type *next;
};

static inline uint32_t clb_member_slot(const clb_type *t, const char *key) {
  return (uint32_t)(((uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u) >> t->shift);
}

/* The events of every object, for its metatable. */
extern const luaL_Reg clb_object_events[];
int clb_object_index(lua_State *L);

