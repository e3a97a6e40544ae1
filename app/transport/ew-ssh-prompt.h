/* The way from ssh to a person.
 *
 * ssh runs the program that SSH_ASKPASS names, for each question once.  Ours,
 * elsewhen-askpass, brings the question to a socket in a folder that only this
 * user can enter; a thread here asks the prompter and sends the answer back.
 *
 * Private to this room. */
#pragma once

#include "ew-dial.h"

/* What goes over the socket: the question, then the end; back comes one of
 * these, and after YES the answer. */
#define EW_ASKPASS_SOCKET "ELSEWHEN_ASKPASS_SOCKET"
#define EW_ASKPASS_YES '+'
#define EW_ASKPASS_NO '-'

typedef struct _EwSshPrompt EwSshPrompt;

/* Adds to the environment of @launcher what ssh needs to find us. */
EwSshPrompt *ew_ssh_prompt_new (const EwDial *dial,
                                GSubprocessLauncher *launcher, GError **error);
/* Whether a question is open: then nobody is late. */
bool ew_ssh_prompt_is_open (EwSshPrompt *prompt);
/* Takes back an open question, and waits for its end. */
void ew_ssh_prompt_free (EwSshPrompt *prompt);
