/*
** Library functions that may run long within one C call, where no hook can end them: each spends steps of a budget,
** and meets the stop of its run while it does.
*/
#pragma once
#include "state.h"

enum { clb_budget_steps = 4096 };  /* between two looks at the clock: some 10 to 100 µs */

typedef struct clb_budget { lua_State *L; clb_state *S; int credit; } clb_budget;

static inline clb_budget clb_budget_of(lua_State *L) { return (clb_budget){L, state_of(L), clb_budget_steps}; }

/* [0, 0, v] Out of line: looks at the clock, in case no timer could be had, and raises when the run is to stop. */
void clb_budget_renew(clb_budget *budget);

/* [0, 0, v] The flag is looked at on every step: a step may have called something slow. */
static inline void clb_spend(clb_budget *budget, int steps) {
  if ((budget->credit -= steps) < 0 || budget->S->stopping) clb_budget_renew(budget);
}

/* stop.c: [0, 0, v] Raises the stop when one is due, but never over a Swift frame. */
void clb_poll(lua_State *L);

/* The same where nothing but our own quick steps happens between two looks. */
static inline void clb_step(clb_budget *budget) {
  if (--budget->credit < 0) clb_budget_renew(budget);
}

/*
** merge.c: [0, 0, v] Orders `order` (numbers that stand for elements) so that equal elements stay as they were;
** `before` may raise, and an inconsistent one only gives some order.
*/
typedef bool (*clb_before)(void *context, int32_t a, int32_t b);
void clb_merge_sort(clb_budget *budget, int32_t *order, int32_t *spare, int32_t count, clb_before before,
                    void *context);

/* Each puts its functions into the library table on top. [0, 0, m] */
void clb_add_string_match(lua_State *L);
void clb_add_string_repeat(lua_State *L);
void clb_add_table(lua_State *L);
void clb_add_utf8(lua_State *L);
