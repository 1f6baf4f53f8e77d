/* Keeps the stacks of Lua 5.4.4 in place while a concatenation needs them there. */
#pragma once
#include "state.h"

/* Slots that every stack has from the start, and the size below which it never moves. */
enum { clb_stack_room = 120, clb_stack_least = (2 * clb_stack_room + 5) * 16 };

/* [0, 0, -] In a C function: whether this library needs it, and can be guarded. */
void clb_open_concatenation(lua_State *L);
/* A block without an owner is asked for: whether to refuse it, as a stack that must stay would move to it. */
bool clb_keeps_stack(clb_state *S, size_t bytes);
