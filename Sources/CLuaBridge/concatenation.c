/*
** Lua 5.4.4, Debian's, keeps a pointer into the stack while `a .. b` runs a metamethod, and goes on from there when the
** stack has moved meanwhile: any script with a __concat could write to freed memory (5.4.5 mended it). So no stack
** moves while one of its functions stands at a concatenation: the allocator refuses the block it would move to, which
** Lua takes for the end of memory, or, where a stack would only shrink, for a reason to let it be. To make that rare,
** stacks begin with room; the first level claims it, so that they never shrink below.
**
** What stands where is read from Lua's own structures, of this release alone, and only when what they say agrees with
** what the interface says.
*/
#include "concatenation.h"
#include "library.h"

enum { slot = 16, spare_slots = 5, most_slots = 1000000, is_c = 2, opcode_mask = 0x7F, concatenate = 53 };

typedef struct seen_call {
  const char *function, *top;
  struct seen_call *previous, *next;
  const uint32_t *next_instruction;
  char other[22];
  unsigned short status;
} seen_call;

typedef struct seen_thread {
  char header[16];
  const char *top, *global;
  seen_call *call;
  const char *stack_last, *stack;
} seen_thread;

void clb_open_concatenation(lua_State *L) {
  lua_Debug ar;
  const seen_thread *thread = (const void *)L;
  if (sizeof(void *) != 8 || clb_library_release() != 4 || !lua_getstack(L, 0, &ar)) return;
  const seen_call *call = thread->call;
  if (call != (const void *)ar.i_ci || !(call->status & is_c) || call->previous == NULL) return;
  if (call->previous->next != call || thread->top - call->function != slot * (lua_gettop(L) + 1)) return;
  state_of(L)->guards_stacks = thread->stack < call->function && call->function < thread->stack_last;
}

static bool concatenates(const seen_call *call) {
  return !(call->status & is_c) && (call->next_instruction[-1] & opcode_mask) == concatenate;
}

/* Whether a block of so many slots is what a stack would move to, of a thread that must not. */
static bool would_move(const seen_thread *thread, ptrdiff_t slots, bool limited) {
  const char *used = thread->top;
  bool must_stay = false;
  for (const seen_call *call = thread->call; call; call = call->previous) {
    if (call->top > used) used = call->top;
    must_stay |= concatenates(call);
  }
  if (!must_stay) return false;
  ptrdiff_t size = (thread->stack_last - thread->stack) / slot, in_use = (used - thread->stack) / slot + 1;
  if (slots == 2 * size || slots == 2 * in_use || slots >= most_slots) return true;
  return limited && slots > 2 * size;  /* many values at once */
}

static bool moves_stack(const clb_state *S, size_t bytes) {
  ptrdiff_t slots = (ptrdiff_t)(bytes / slot) - spare_slots;
  if (bytes % slot) return false;
  if (S->current && would_move((const void *)S->current, slots, S->limited)) return true;
  for (const clb_resumer *r = S->resumer; r; r = r->outer)
    if (would_move((const void *)r->thread, slots, S->limited)) return true;
  return false;
}

/*
** Under a Swift frame nothing may raise, and a table may happen to ask for the size of a stack. There stacks do not grow
** (clb_has_room), and when one does not get the block to shrink into, Lua does not ask again; for a table it does.
*/
bool clb_keeps_stack(clb_state *S, size_t bytes) {
  if (!moves_stack(S, bytes)) return false;
  if (S->limited || S->collecting) return true;
  bool again = S->refused == bytes;
  S->refused = again ? 0 : bytes;
  return !again;
}

bool clb_has_room(lua_State *L, int slots) {
  const seen_thread *thread = (const void *)L;
  if (!state_of(L)->guards_stacks || (thread->stack_last - thread->top) / slot > slots) return lua_checkstack(L, slots);
  for (const seen_call *call = thread->call; call; call = call->previous)
    if (concatenates(call)) return false;
  return lua_checkstack(L, slots);
}
