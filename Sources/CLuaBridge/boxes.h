/* Swift objects that Lua owns. */
#pragma once
#include "state.h"

/* [0, 0, m] */
void clb_open_boxes(lua_State *L);
/* [0, +1, -] A userdata that owns an object, NULL for a host error whose slot Swift fills; with the overdraft open. */
clb_box *clb_new_box(lua_State *L, uint32_t magic, void *object);
/* The allocator frees a block of the size of boxes. */
void clb_retire(clb_state *S, const void *block);
/* Lets go of what Lua freed; runs code of Swift. */
void clb_release_dead(clb_state *S);
/* After lua_close. */
void clb_close_boxes(clb_state *S);
