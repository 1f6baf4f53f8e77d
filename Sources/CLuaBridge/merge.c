/* A stable merge sort in steps of a budget: the same order in every run, whatever the order function answers. */
#include "bounded.h"
#include <string.h>

typedef struct sorting { clb_budget *budget; clb_before before; void *context; } sorting;

/* order[0..<middle] and order[middle..<count] are sorted; spare has room for the first half. */
static void merge(const sorting *s, int32_t *order, int32_t *spare, int32_t middle, int32_t count) {
  int32_t left = 0, right = middle, out = 0;
  memcpy(spare, order, (size_t)middle * sizeof *order);
  while (left < middle && right < count) {
    clb_spend(s->budget, 1);
    if (s->before(s->context, order[right], spare[left])) order[out++] = order[right++];
    else order[out++] = spare[left++];
  }
  memcpy(order + out, spare + left, (size_t)(middle - left) * sizeof *order);
}

/* As deep as the count has bits. */
static void sort(const sorting *s, int32_t *order, int32_t *spare, int32_t count) {
  if (count < 2) return;
  int32_t middle = count / 2;
  sort(s, order, spare, middle);
  sort(s, order + middle, spare, count - middle);
  clb_spend(s->budget, 1);
  if (!s->before(s->context, order[middle], order[middle - 1])) return;  /* in order already */
  merge(s, order, spare, middle, count);
}

void clb_merge_sort(clb_budget *budget, int32_t *order, int32_t *spare, int32_t count, clb_before before,
                    void *context) {
  sorting s = {budget, before, context};
  sort(&s, order, spare, count);
}
