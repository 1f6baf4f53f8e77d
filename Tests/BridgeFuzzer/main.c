/*
** The fuzz target of the bridge as a program. Built with BRIDGE_FUZZER it is libFuzzer's; else it runs the inputs whose
** files are named, and prints their programs first.
*/
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* In Swift, Tests/BridgeFuzz. */
int bridge_fuzz_one(const uint8_t *bytes, size_t count);
void bridge_fuzz_show(const uint8_t *bytes, size_t count);

#ifdef BRIDGE_FUZZER

int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*one)(const uint8_t *, size_t));

int main(int count, char **arguments) { return LLVMFuzzerRunDriver(&count, &arguments, bridge_fuzz_one); }

#else

enum { most = 1 << 20 };

int main(int count, char **arguments) {
  uint8_t *bytes = malloc(most);
  for (int i = 1; bytes && i < count; i++) {
    FILE *file = fopen(arguments[i], "rb");
    if (file == NULL) {
      perror(arguments[i]);
      return EXIT_FAILURE;
    }
    size_t length = fread(bytes, 1, most, file);
    fclose(file);
    bridge_fuzz_show(bytes, length);
    fflush(stdout);
    bridge_fuzz_one(bytes, length);
  }
  free(bytes);
  return EXIT_SUCCESS;
}

#endif
