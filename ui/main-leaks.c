/* Only in builds that look for leaks.
 *
 * Whenever it knows 2,048 names more, GLib makes a larger table of them and
 * lets go of the one before, on purpose and without freeing it, because others
 * may be reading it (quark_new() in glib/gquark.c).  The first is made while
 * GLib is loaded: what libraries allocate before main() is theirs for good and
 * is not counted.  The later ones are known by their sizes and by who asks for
 * them; that is looked for here and not in a file of suppressions, because GLib
 * has no frame pointers and the stacks of leaks end in it.
 */
#define _GNU_SOURCE /* dladdr() */
#include <dlfcn.h>
#include <execinfo.h>
#include <sanitizer/lsan_interface.h>
#include <stdbool.h>
#include <string.h>

/* The compiler has it, but not the header that declares it. */
int __sanitizer_install_malloc_and_free_hooks (
    void (*allocated) (const volatile void *memory, size_t size),
    void (*freed) (const volatile void *memory));

#define TABLE_STEP (2048 * sizeof (char *))
#define CALLS_MAX 12

static bool
is_of_quarks (const char *function)
{
  return strncmp (function, "g_quark_", 8) == 0 ||
         strncmp (function, "g_intern_", 9) == 0;
}

static bool
is_asked_by_quarks (void)
{
  void *calls[CALLS_MAX];
  int n = backtrace (calls, CALLS_MAX);

  for (int i = 0; i < n; i++) {
    Dl_info info;

    if (dladdr (calls[i], &info) != 0 && info.dli_sname &&
        is_of_quarks (info.dli_sname))
      return true;
  }
  return false;
}

static void
allocated (const volatile void *memory, size_t size)
{
  if (memory && size > 0 && size % TABLE_STEP == 0 && is_asked_by_quarks ())
    __lsan_ignore_object ((const void *) memory);
}

static void
freed (const volatile void *memory)
{
}

static void
stop_counting (void)
{
  __lsan_disable ();
}

static void __attribute__ ((constructor)) start_counting (void)
{
  void *call[1];

  /* The first time it loads a library. */
  backtrace (call, 1);
  __sanitizer_install_malloc_and_free_hooks (allocated, freed);
  __lsan_enable ();
}

/* Runs before the constructors of libraries; ours run after them. */
static void (*const before_libraries) (void)
    __attribute__ ((section (".preinit_array"), used)) = stop_counting;
