/* Only in builds that look for leaks.
 *
 * When it first knows more than 2,048 names, GLib lets go of the table that it
 * made while it was loaded, on purpose and without freeing it (g_quark_new()).
 * What libraries allocate before main() is theirs for good: it is not counted.
 */
#include <sanitizer/lsan_interface.h>

static void
stop_counting (void)
{
  __lsan_disable ();
}

static void __attribute__ ((constructor)) start_counting (void)
{
  __lsan_enable ();
}

/* Runs before the constructors of libraries; ours run after them. */
static void (*const before_libraries) (void)
    __attribute__ ((section (".preinit_array"), used)) = stop_counting;
