#include "ew-fault.h"

#include <glib/gi18n-lib.h>

void
ew_fault_free (EwFault *fault)
{
  if (fault == NULL)
    return;

  g_free (fault->file);
  g_free (fault->object);
  g_free (fault->sentence);
  g_free (fault);
}

GPtrArray *
ew_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ew_fault_free);
}

void
ew_faults_add (GPtrArray *faults, EwFaultLevel level, const char *file,
               guint line, const char *object, const char *format, ...)
{
  EwFault *fault;
  va_list args;

  g_return_if_fail (faults != NULL);
  g_return_if_fail (format != NULL);

  fault = g_new0 (EwFault, 1);
  fault->level = level;
  fault->file = g_strdup (file != NULL ? file : "");
  fault->line = line;
  fault->object = g_strdup (object != NULL ? object : "");

  va_start (args, format);
  fault->sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (faults, fault);
}

bool
ew_faults_have (GPtrArray *faults, EwFaultLevel at_least)
{
  g_return_val_if_fail (faults != NULL, false);

  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = g_ptr_array_index (faults, i);

    if (fault->level >= at_least)
      return true;
  }

  return false;
}

char *
ew_fault_to_string (const EwFault *fault)
{
  g_return_val_if_fail (fault != NULL, NULL);

  if (*fault->file == '\0')
    return g_strdup (fault->sentence);
  if (fault->line == 0)
    return g_strdup_printf ("%s: %s", fault->file, fault->sentence);

  /* Translators: a file, a number, and what is wrong there. */
  return g_strdup_printf (_ ("%s, line %u: %s"), fault->file, fault->line,
                          fault->sentence);
}
