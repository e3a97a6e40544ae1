#include "ew-intent.h"

#include "ew-ask.h"
#include "ew-object.h"

static const EwIntent nothing = { .purpose = "", .wanted = "", .driver = "" };

static const EwField *
field_of (const EwObject *self, const char *name)
{
  return ew_kind_find_field (self->kind, name);
}

/* Only a board's own entry has all of it; of what a newer version put in its
 * place nothing is known. */
static bool
states_intent (const EwObject *self)
{
  return self && ew_kind_has (self->kind, EW_KIND_META) &&
         field_of (self, "reviewers");
}

EwIntent
ew_intent_of (const EwObject *self)
{
  if (!states_intent (self))
    return nothing;
  return (EwIntent){
    .purpose = ew_object_get_string (self, "purpose"),
    .wanted = ew_object_get_string (self, "wanted"),
    .driver = ew_object_get_string (self, "dri"),
    .reviewers = ew_field_get_map (field_of (self, "reviewers"), &self->record),
    .due = ew_field_get_int (field_of (self, "due"), &self->record),
  };
}

EwObject *
ew_intent_put (const EwObject *self, const EwIntent *intent)
{
  EwObject *changed;

  g_return_val_if_fail (self && intent, NULL);

  changed = ew_object_copy (self);
  if (!states_intent (self))
    return changed;
  ew_object_set_string (changed, "purpose", intent->purpose);
  ew_object_set_string (changed, "wanted", intent->wanted);
  ew_object_set_string (changed, "dri", intent->driver);
  ew_field_take_map (
      field_of (self, "reviewers"), &changed->record,
      intent->reviewers ? ew_map_ref ((EwMap *) intent->reviewers) : NULL);
  ew_field_set_int (field_of (self, "due"), &changed->record, intent->due);
  return changed;
}

bool
ew_intent_names (const EwIntent *intent, EwRole role, const char *const *emails)
{
  if (role == EW_ROLE_DRIVER)
    return *intent->driver && ew_email_is_among (intent->driver, emails);
  for (guint i = 0; i < ew_map_size (intent->reviewers); i++)
    if (ew_email_is_among (ew_map_key (intent->reviewers, i), emails))
      return true;
  return false;
}

bool
ew_intent_is_stated (const EwIntent *intent)
{
  return *intent->purpose || *intent->wanted || *intent->driver ||
         ew_map_size (intent->reviewers) > 0 || intent->due != 0;
}

bool
ew_intent_is_overdue (const EwIntent *intent, gint64 now)
{
  return intent->due != 0 && intent->due < now;
}
