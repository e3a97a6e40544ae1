/* Which microphones there are. */
#include "ew-recorder.h"

#include "ew-microphone-private.h"

#include <glib/gi18n-lib.h>

static void
microphone_free (gpointer data)
{
  EwMicrophone *microphone = data;

  g_free (microphone->id);
  g_free (microphone->name);
  g_free (microphone);
}

static void
add (GPtrArray *found, const char *id, const char *name)
{
  EwMicrophone *microphone = g_new (EwMicrophone, 1);

  *microphone = (EwMicrophone){ g_strdup (id), g_strdup (name) };
  g_ptr_array_add (found, microphone);
}

/* What the speakers play is a source too, but no microphone. */
static bool
is_monitor (GstDevice *device)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  const char *class =
      properties ? gst_structure_get_string (properties, "device.class") : NULL;

  return g_strcmp0 (class, "monitor") == 0;
}

static GList *
list_devices (void)
{
  g_autoptr (GstDeviceMonitor) monitor = gst_device_monitor_new ();
  GList *devices;

  gst_device_monitor_add_filter (monitor, "Audio/Source", NULL);
  if (!gst_device_monitor_start (monitor))
    return NULL;
  devices = gst_device_monitor_get_devices (monitor);
  gst_device_monitor_stop (monitor);
  return devices;
}

static void
look_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (microphone_free);
  GError *error = NULL;
  GList *devices;

  if (!ew_sound_init (&error)) {
    g_ptr_array_unref (found);
    g_task_return_error (task, error);
    return;
  }
  devices = list_devices ();
  for (GList *l = devices; l; l = l->next) {
    g_autofree char *name = gst_device_get_display_name (l->data);

    if (!is_monitor (l->data))
      add (found, name, name);
  }
  g_list_free_full (devices, gst_object_unref);
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

void
ew_microphones_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  GPtrArray *found;

  if (!g_getenv ("ELSEWHEN_AUDIO_SOURCE")) {
    g_task_run_in_thread (task, look_work);
    return;
  }
  found = g_ptr_array_new_with_free_func (microphone_free);
  if (*g_getenv ("ELSEWHEN_AUDIO_SOURCE"))
    add (found, "env", _ ("Test Sound"));
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
ew_microphones_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GstElement *
find_element (const char *id)
{
  GList *devices = list_devices ();
  GstElement *element = NULL;

  for (GList *l = devices; l && !element; l = l->next) {
    g_autofree char *name = gst_device_get_display_name (l->data);

    if (g_str_equal (name, id))
      element = gst_device_create_element (l->data, NULL);
  }
  g_list_free_full (devices, gst_object_unref);
  return element;
}

GstElement *
ew_microphone_element (const char *id, GError **error)
{
  const char *described = g_getenv ("ELSEWHEN_AUDIO_SOURCE");
  g_autoptr (GError) reason = NULL;
  GstElement *element;

  if (described) {
    element = gst_parse_bin_from_description (described, TRUE, &reason);
    if (!element)
      g_set_error_literal (error, EW_ERROR, EW_ERROR_FAILED, reason->message);
    return element;
  }
  element = find_element (id);
  if (!element)
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("The microphone “%s” is not there any more."), id);
  return element;
}
