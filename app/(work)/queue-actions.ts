"use server";

import { formAction } from "@/app/form-action";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { wakeItem } from "@/lib/escalation/snoozes/wake-item";
import { backToQueue } from "./back-to-queue";

export const logContactAction = formAction(noteContact, { refresh: "/", goTo: backToQueue("logged") });

export const sendStepAction = formAction(submitStep, { refresh: "/", goTo: backToQueue("sent") });

export const snoozeItemAction = formAction(snoozeItem, { refresh: "/", goTo: backToQueue("snoozed") });

export const wakeItemAction = formAction(wakeItem, { refresh: "/", goTo: backToQueue("woken") });
