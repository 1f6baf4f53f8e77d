/*
** The floor of the bridge's figures: what an embedder writes who knows Lua's C interface well and does without limits,
** stops, identity and messages for people. Columns are read through field descriptors found by the interned name's
** address, one cursor (a full userdata told by its first word) stands for every record.
**
** In: members 0 ..< the count of the columns, fields `points`, `hours` (integers), `paid`, `volunteer` (booleans), `joined`, `last`
** (days, as integers), `grade`, `region` (five and twelve texts), methods `age_on(day)`, `has_tag(text)`.
*/
#pragma once
#include <stdbool.h>
#include <stdint.h>

enum { raw_grades = 5, raw_regions = 12 };

/* The columns of the members, the same for both sides: a formula a field. */
typedef struct raw_columns {
  int32_t *points, *hours, *paid, *volunteer, *joined, *last, *grade, *region, *birth, *tags;
  int32_t count;
} raw_columns;
/* Makes columns of so many members, which last as long as the process; NULL: no memory. */
const raw_columns *raw_data(int32_t count);
const char *raw_grade(int index);
const char *raw_region(int index);
/* Bit of a tag in the column of tags; -1 when there is no such tag. */
int raw_tag(const char *name, long length);

typedef struct raw_state raw_state;
/* A state with Lua's libraries and the globals m (the cursor), add, fail. NULL: no memory. */
raw_state *raw_open(const raw_columns *columns);
void raw_close(raw_state *raw);
/* Compiles a program, runs it, keeps the function it answers; 0 when that failed. */
int raw_compile(raw_state *raw, const char *source);
/* Calls a kept function with one number. */
bool raw_run(raw_state *raw, int function, int64_t count);
/* Calls a kept function of two numbers so many times, each in a lua_pcall of its own; answers the sum. */
int64_t raw_call(raw_state *raw, int function, int64_t count);
/* What the criteria say of a member: a score, and how many of them failed. */
typedef struct raw_verdict { int32_t score, failed; } raw_verdict;
/* Calls a kept function with the cursor on members 0 ..< count, each in a lua_pcall of its own, and takes a number and
** a list of texts. False when a call failed. */
bool raw_criteria(raw_state *raw, int function, int64_t count, raw_verdict *verdicts);
/* Keeps a table with luaL_ref and lets it go. */
void raw_references(raw_state *raw, int64_t count);
/* luaL_newstate, luaL_openlibs, lua_close. */
void raw_states(int64_t count);

/* Calls the body: a frame with a name, for callgrind to count what happens in it. */
void raw_measured(void (*body)(void *context), void *context);
