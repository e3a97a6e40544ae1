#include "ew-remote-question.h"

struct _EwRemoteQuestion {
  GObject parent;
  EwPrompt prompt; /* with words of its own */
  GMutex lock; /* guards what is below */
  GCond answered;
  bool is_answered, is_withdrawn, yes;
  EwReply reply;
};

G_DEFINE_FINAL_TYPE (EwRemoteQuestion, ew_remote_question, G_TYPE_OBJECT)

static guint withdrawn_signal;

/* Set before there are threads that ask. */
static struct {
  EwRemoteQuestionHandler handler;
  gpointer data;
} listener;

static void
finalize (GObject *object)
{
  EwRemoteQuestion *self = EW_REMOTE_QUESTION (object);

  g_free ((char *) self->prompt.place);
  g_free ((char *) self->prompt.detail);
  g_free ((char *) self->prompt.user);
  ew_reply_clear (&self->reply);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);
  G_OBJECT_CLASS (ew_remote_question_parent_class)->finalize (object);
}

static void
ew_remote_question_class_init (EwRemoteQuestionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
  withdrawn_signal =
      g_signal_new ("withdrawn", EW_TYPE_REMOTE_QUESTION, G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_remote_question_init (EwRemoteQuestion *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
}

static EwRemoteQuestion *
question_new (const EwPrompt *prompt)
{
  EwRemoteQuestion *self = g_object_new (EW_TYPE_REMOTE_QUESTION, NULL);

  self->prompt = *prompt;
  self->prompt.place = g_strdup (prompt->place);
  self->prompt.detail = g_strdup (prompt->detail);
  self->prompt.user = g_strdup (prompt->user);
  return self;
}

const EwPrompt *
ew_remote_question_prompt (EwRemoteQuestion *self)
{
  g_return_val_if_fail (EW_IS_REMOTE_QUESTION (self), NULL);

  return &self->prompt;
}

void
ew_remote_question_answer (EwRemoteQuestion *self, EwReply *reply)
{
  g_return_if_fail (EW_IS_REMOTE_QUESTION (self));

  g_mutex_lock (&self->lock);
  if (!self->is_answered && reply) {
    self->yes = true;
    self->reply = *reply;
    *reply = (EwReply){ 0 };
  }
  self->is_answered = true;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->lock);
}

static gboolean
put_cb (gpointer data)
{
  EwRemoteQuestion *self = data;

  listener.handler (self, listener.data);
  return G_SOURCE_REMOVE;
}

static gboolean
withdraw_cb (gpointer data)
{
  g_signal_emit (data, withdrawn_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  EwRemoteQuestion *self = data;

  g_mutex_lock (&self->lock);
  self->is_withdrawn = true;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->lock);
}

/* Returns: whether there is an answer, and it is yes. */
static bool
wait_for (EwRemoteQuestion *self, EwReply *reply)
{
  bool yes;

  g_mutex_lock (&self->lock);
  while (!self->is_answered && !self->is_withdrawn)
    g_cond_wait (&self->answered, &self->lock);
  yes = self->is_answered && self->yes;
  if (yes) {
    *reply = self->reply;
    self->reply = (EwReply){ 0 };
  }
  g_mutex_unlock (&self->lock);
  return yes;
}

static void
on_main (GSourceFunc function, EwRemoteQuestion *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, function, g_object_ref (self),
                   g_object_unref);
}

static bool
ask (const EwPrompt *prompt, EwReply *reply, GCancellable *cancellable,
     gpointer data)
{
  g_autoptr (EwRemoteQuestion) self = question_new (prompt);
  gulong handler = 0;
  bool yes;

  if (cancellable)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                     self, NULL);
  on_main (put_cb, self);
  yes = wait_for (self, reply);
  g_cancellable_disconnect (cancellable, handler);
  if (self->is_withdrawn)
    on_main (withdraw_cb, self);
  return yes;
}

void
ew_remote_question_set_handler (EwRemoteQuestionHandler handler, gpointer data)
{
  listener.handler = handler;
  listener.data = data;
}

const EwPrompter *
ew_remote_question_prompter (void)
{
  static const EwPrompter prompter = { ask, NULL };

  return listener.handler ? &prompter : NULL;
}
