/* What Swift offers to C; all are called with the overdraft open and must not raise. */
#pragma once
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin
typedef struct clb_host {
  void *context;
  /* Runs a host function on the arguments 1..n of L. Answers the number of results on top, or clb_raise: the error
  ** value is on top, or clb_reraise: likewise, and its frames were captured before. */
  int (*call)(void *object, lua_State *L);
  /* Runs a typed host function on arguments that are of its types; the result goes to slots[0]. Answers 0 or above,
  ** clb_raise or clb_reraise. */
  int (*typed)(void *object, lua_State *L, uint64_t *slots);
  /* Pushes the results of an async host function whose work is done; answers as call does. */
  int (*answer)(void *object, lua_State *L);
  /* Lets go of a host function. */
  void (*release)(void *object);
  /* Destroys the error in the slot of a host error. */
  void (*release_error)(void *slot);
  /* The text of the error in a slot, which may be NULL; leaves one string on top. */
  void (*describe)(void *_Nullable slot, lua_State *L);
  /* One line of print. */
  void (*print)(void *context, const char *text, size_t length);
  /* A script touched a field it cannot have; leaves one error value on top. */
  int (*field)(void *context, lua_State *L, int reason, int kind, const char *key, size_t length, bool collection);
} clb_host;
#pragma clang assume_nonnull end
