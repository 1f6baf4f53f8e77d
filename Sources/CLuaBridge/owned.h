/* Swift objects that Lua owns. */
#pragma once
#include "state.h"

/* How every userdata that owns something of Swift begins; see clb_magic_function and so on. */
typedef struct clb_owned { uint32_t magic; int32_t place; } clb_owned;

/* [0, 0, m] */
void clb_open_owned(lua_State *L);
/* [0, +1, -] A userdata that owns something, to be filled at once; with the overdraft open. */
void *clb_new_owned(lua_State *L, uint32_t magic, size_t size);
/* [0, +1, -] One of a host function, or of a host error whose slot Swift fills. */
clb_box *clb_new_box(lua_State *L, uint32_t magic, void *object);
/* Takes a block that Lua frees, when it is of a userdata that owns something; false: it is nobody's any more. */
bool clb_retire(clb_state *S, void *block, size_t size);
/* Lets go of what Lua freed; runs code of Swift. */
void clb_release_dead(clb_state *S);
/* After lua_close. */
void clb_close_owned(clb_state *S);

/* objects.c: what an object of a described type weighs is no longer counted; and its value ends. */
void clb_discharge(clb_state *S, void *object);
void clb_release_object(void *object);
/* memory.c */
void clb_give_block(clb_state *S, void *block, size_t size);
