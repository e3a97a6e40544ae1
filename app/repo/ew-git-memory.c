#include "ew-git-memory.h"

#include <git2.h>
#include <git2/sys/alloc.h>
#include <stdlib.h>
#include <string.h>

/* libgit2 hands this on as an error, like a memory that is full. */
static void *
refuse (void)
{
  git_error_set_oom ();
  return NULL;
}

static void *
resize (void *memory, size_t size, const char *file, int line)
{
  void *found =
      size <= EW_STRETCH_MAX ? realloc (memory, size ? size : 1) : NULL;

  return found ? found : refuse ();
}

static void *
make (size_t size, const char *file, int line)
{
  return resize (NULL, size, file, line);
}

#if LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 8
static void *
resize_array (void *memory, size_t n, size_t size, const char *file, int line)
{
  size_t whole;

  if (__builtin_mul_overflow (n, size, &whole))
    return refuse ();
  return resize (memory, whole, file, line);
}

static void *
make_array (size_t n, size_t size, const char *file, int line)
{
  return resize_array (NULL, n, size, file, line);
}

static void *
make_zeros (size_t n, size_t size, const char *file, int line)
{
  void *memory;

  /* Zeros that nobody touches cost nothing, so calloc() makes them. */
  if (size != 0 && n > EW_STRETCH_MAX / size)
    return refuse ();
  memory = calloc (n ? n : 1, size ? size : 1);
  return memory ? memory : refuse ();
}

static char *
copy_exactly (const char *text, size_t n, const char *file, int line)
{
  char *copy = n < EW_STRETCH_MAX ? make (n + 1, file, line) : refuse ();

  if (copy) {
    memcpy (copy, text, n);
    copy[n] = '\0';
  }
  return copy;
}

static char *
copy_most (const char *text, size_t n, const char *file, int line)
{
  return copy_exactly (text, strnlen (text, n), file, line);
}

static char *
copy (const char *text, const char *file, int line)
{
  return copy_exactly (text, strlen (text), file, line);
}
#endif

void
ew_git_memory_limit (void)
{
  git_allocator allocator = {
    .gmalloc = make,
    .grealloc = resize,
    .gfree = free,
#if LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 8
    .gcalloc = make_zeros,
    .gstrdup = copy,
    .gstrndup = copy_most,
    .gsubstrdup = copy_exactly,
    .greallocarray = resize_array,
    .gmallocarray = make_array,
#endif
  };

  git_libgit2_opts (GIT_OPT_SET_ALLOCATOR, &allocator);
}
