/*
** Values of the host's own types: full userdata with one metatable a type, whose members are found by the interned
** name's address. A method is a Lua function and is found without Swift; a property is one call of Swift.
**
** Notation and the meaning of [host] as in CLuaBridge.h.
*/
#pragma once
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct clb_state;
typedef struct clb_type clb_type;

/* Why an object has no value any more. */
enum { clb_end_released, clb_end_moved, clb_end_expired };
/* What a script wanted of a member that it cannot have. */
enum { clb_member_read, clb_member_assigned };

typedef struct clb_object {
  uint32_t magic;
  int32_t place;          /* see owned.c */
  int32_t accesses;       /* calls in progress that read the value; -1: one that changes it */
  void *instance;         /* the value; NULL once it has ended */
  clb_type *type;
  size_t weight;          /* bytes that count as Lua's */
  uint8_t end;            /* why it ended */
  bool lent;              /* the value lies with the host, for a while */
} clb_object;

/* What Swift knows of a type; called with the overdraft open, must not raise. */
typedef struct clb_type_host {
  void *object;                                       /* owned; let go with clb_host.release */
  bool identified;                                    /* values are pointers to class instances */
  void (*destroy)(void *object, void *instance);      /* ends the value in its memory */
  /* Leaves one error value on top; answers clb_raise or clb_reraise. */
  int (*member)(void *object, lua_State *L, int wanted, const char *key, size_t length);
} clb_type_host;

/* ---- Types [host] ---- */
/* The type that was made with a key, or NULL. */
clb_type *clb_find_type(struct clb_state *S, const void *key);
/* A type with room for so many members; `name` is what Lua calls it. */
clb_type *clb_make_type(struct clb_state *S, lua_State *L, const void *key, const char *name, int members,
                        const clb_type_host *host);
void *clb_type_object(const clb_type *type);
/* [-1, 0] The function on top is a method. */
void clb_add_method(lua_State *L, clb_type *type, const char *name, size_t length);
/* [0, 0] A property by host functions, which the type owns: get(object, key); set(object, key, value), or NULL. */
void clb_add_property(lua_State *L, clb_type *type, const char *name, size_t length, void *get, void *set);
/* What object[number] answers: get(object, number), which the type owns. */
void clb_set_element(clb_type *type, void *get);
/* [-1, 0] The function on top answers a metamethod such as "__lt". */
void clb_set_event(lua_State *L, clb_type *type, const char *event);

/* ---- Objects [host] ---- */
/* [0, +1] An object with room for a value, which Swift puts there at once. */
clb_object *clb_push_object(lua_State *L, clb_type *type, size_t size, size_t alignment, size_t weight);
/* [0, +1] An object over a value that lies with the host. */
clb_object *clb_push_lent(lua_State *L, clb_type *type, void *instance);
/* [0, +1|0] The object that stands for an identity. */
bool clb_push_known(lua_State *L, const clb_type *type, const void *identity);
/* [0, 0] The object on top stands for an identity as long as it lives. */
void clb_remember(lua_State *L, const void *identity);
/* The object at an index whose type has the key (NULL: any type), or NULL. */
clb_object *clb_to_object(lua_State *L, int index, const void *key);
/* Ends an object without touching its value; answers the value's memory. */
void *clb_end_object(lua_State *L, clb_object *object, int reason);
