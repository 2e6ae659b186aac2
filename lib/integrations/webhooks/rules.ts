import { readHost } from "@/lib/escalation/checks/rules";
import type { RecordKind } from "./types";

/** What other systems can be told: the type in the message, and the entry of the log that it comes from. */
type WebhookEvent = { type: string; action: string; record: RecordKind };

export const webhookEvents: readonly WebhookEvent[] = [
  { type: "case.opened", action: "case.opened", record: "case" },
  { type: "case.closed", action: "case.closed", record: "case" },
  { type: "case.reopened", action: "case.reopened", record: "case" },
  { type: "reference.recorded", action: "reference.recorded", record: "reference" },
  { type: "step.completed", action: "step.completed", record: "case" },
  { type: "deadline.overdue", action: "clock.overdue", record: "case" },
  { type: "exhibit.added", action: "exhibit.received", record: "exhibit" },
  { type: "document.finalised", action: "document.finalised", record: "document" },
  { type: "packet.built", action: "packet.assembled", record: "packet" },
  { type: "packet.approved", action: "packet.approved", record: "packet" },
  { type: "packet.released", action: "handover.delivered", record: "handover" },
  { type: "packet.acknowledged", action: "handover.acknowledged", record: "handover" },
];

/** Sent when an administrator asks for it, to that webhook alone. */
const testEvent: WebhookEvent = { type: "webhook.test", action: "webhook.tested", record: "webhook" };

const everyEvent = [...webhookEvents, testEvent];

/** The audit actions behind chosen types. A test is always one of them. */
export function actionsOf(types: readonly string[]): string[] {
  const chosen = webhookEvents.filter(({ type }) => types.includes(type));
  return [...chosen, testEvent].map(({ action }) => action);
}

/** The types that can be chosen, of these audit actions. */
export const typesOf = (actions: readonly string[]): string[] =>
  webhookEvents.flatMap(({ type, action }) => (actions.includes(action) ? [type] : []));

export const typeOf = (action: string): string => everyEvent.find((event) => event.action === action)?.type ?? action;

type Told = { action: string; happenedAt: Date; caseId: string | null; subjectId: string };

/** The body: type, time, and opaque ids. Nothing of what was done, to whom or by whom. */
export function bodyOf({ action, happenedAt, caseId, subjectId }: Told): string {
  const kind = everyEvent.find((event) => event.action === action)?.record ?? "case";
  const data = { case_id: caseId, kind, id: subjectId };
  return JSON.stringify({ type: typeOf(action), timestamp: happenedAt.toISOString(), data });
}

/** Seconds to wait after each attempt, by the example of the specification: some three days in all. */
const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

export const mostAttempts = waits.length + 1;

/**
 * When a message is sent again after this many attempts, or null when it is given up. @param spread from 0 to 1, by
 * chance: up to a tenth is added, so that what failed together does not come back together
 */
export function nextAttempt(attempts: number, now: Date, spread: number): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 1000 * (1 + spread / 10));
}

/** What a status says: taken; nobody wants messages there any more; or to be tried again. */
export function outcomeOf(status: number | null): "sent" | "gone" | "again" {
  if (status === 410) return "gone";
  return status !== null && status >= 200 && status < 300 ? "sent" : "again";
}

/** How long both secrets are valid after a renewal, in hours. */
export const bothValidHours = 24;

/** Settled messages are kept this many days. */
export const keptDays = 30;

export const mostWebhooks = 20;

/**
 * An address that messages may go to: https at the usual port of a public name, without a password; null for every other.
 * Which network the name leads to is asked at each attempt.
 */
export function readAddress(typed: string): URL | null {
  const text = typed.trim();
  if (!/^https:\/\//i.test(text) || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.username === "" && url.password === "" && url.port === "" && url.hash === "";
  return isPlain && readHost(url.hostname) === url.hostname ? url : null;
}

export const namePlace = (id: string) => ({ table: "webhooks", column: "name", row: id });
export const addressPlace = (id: string) => ({ table: "webhooks", column: "address", row: id });
export const secretPlace = (id: string) => ({ table: "webhooks", column: "secret", row: id });
export const oldSecretPlace = (id: string) => ({ table: "webhooks", column: "old_secret", row: id });
