/*
** Where a run spends its time: a tick of its timer asks for a sample, and the hook that it arms, or the next look of a
** library function at the clock, takes one. The handler of the signal itself looks at nothing but flags: Lua's frames
** may be half made when it comes.
*/
#include "state.h"
#include <string.h>

/* [0, 0, -] The innermost function of a script, past those of libraries that the host gave it ("=name"). */
bool clb_author(lua_State *L, lua_Debug *ar) {
  int library = -1;
  for (int level = 0; lua_getstack(L, level, ar); level++) {
    lua_getinfo(L, "Sl", ar);
    if (ar->currentline <= 0) continue;
    if (*ar->source == '@') return true;
    if (library < 0) library = level;
  }
  return library >= 0 && lua_getstack(L, library, ar) && lua_getinfo(L, "Sl", ar);
}

/* The place's entry, also one that had to be made; NULL: all are taken by places seen more often. Whoever fills the
** last entries takes one from each (Misra and Gries), so that a place seen in every thirtieth sample stays. */
static clb_sample *entry(clb_samples *s, const char *source, int line) {
  for (uint32_t i = 0; i < s->used; i++)
    if (s->places[i].line == line && strncmp(s->places[i].source, source, clb_sample_source - 1) == 0)
      return &s->places[i];
  clb_sample *free = s->used < clb_sample_places ? &s->places[s->used] : NULL;
  for (uint32_t i = 0; !free && i < s->used; i++)
    if (s->places[i].count == 0) free = &s->places[i];
  if (free == NULL) {
    for (uint32_t i = 0; i < s->used; i++) s->places[i].count--;
    return NULL;
  }
  *free = (clb_sample){.line = line};
  strncpy(free->source, source, clb_sample_source - 1);
  /* Another process may read: an entry is whole before it counts. */
  atomic_signal_fence(memory_order_seq_cst);
  if (free == &s->places[s->used]) s->used++;
  return free;
}

static void note(clb_samples *s, const char *source, int line, uint32_t count) {
  clb_sample *place = entry(s, source, line);
  s->taken += count;
  if (place == NULL) return;
  place->count += count;
  s->last = (int32_t)(place - s->places);
}

void clb_take_sample(clb_state *S, lua_State *L) {
  lua_Debug ar;
  if (!S->sample_due) return;
  S->sample_due = 0;
  if (clb_author(L, &ar)) note(S->samples, ar.source + 1, ar.currentline, 1);
}

void clb_forget_samples(clb_state *S) {
  clb_samples *s = S->samples;
  s->used = s->taken = 0;
  s->last = -1;
  S->sample_due = 0;
}

void clb_watch(clb_state *S, clb_samples *memory) {
  S->samples = memory;
  S->watched = true;
  clb_forget_samples(S);
}

void clb_note_beginning(clb_state *S, const char *source) { note(S->samples, source, 0, 0); }

bool clb_hottest(const clb_samples *s, clb_sample *place) {
  const clb_sample *best = NULL;
  uint32_t used = s->used < clb_sample_places ? s->used : clb_sample_places;
  if (s->last >= 0 && (uint32_t)s->last < used) best = &s->places[s->last];  /* of equals the latest */
  for (uint32_t i = 0; i < used; i++)
    if (best == NULL || s->places[i].count > best->count) best = &s->places[i];
  if (best == NULL) return false;
  *place = *best;
  place->source[clb_sample_source - 1] = 0;
  return true;
}

const clb_samples *clb_samples_of(clb_state *S) { return S->samples; }
