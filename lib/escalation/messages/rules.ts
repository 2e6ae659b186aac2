import { findContacts, findReferences, messageText } from "@/lib/casework/references/rules";
import type { FoundContact, FoundReference } from "@/lib/casework/references/types";
import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import type { Piece } from "./types";

export const mostNumbers = 30;

type Read = { text: string; numbers: FoundReference[]; officers: FoundContact[]; cut: boolean };

/** What a message contains, in order of appearance. */
export function readPasted(message: string, today: string, law: Law, known: ReadonlySet<string> | null = null): Read {
  const all = findReferences(message, today, law, known);
  const officers = findContacts(message).slice(0, 1);
  const apart = all.filter(
    (foundReference) =>
      !officers.some((officer) => foundReference.start < officer.end && officer.start < foundReference.end),
  );
  return {
    text: messageText(message),
    numbers: apart.slice(0, mostNumbers),
    officers,
    cut: apart.length > mostNumbers,
  };
}

/** The message cut at what was found, for marking it. */
export function piecesOf({ text, numbers, officers }: Read): Piece[] {
  const marks = [
    ...numbers.map(
      ({ start, end, code }) => ({ start, end, mark: code === "not_this_kind" ? "not" : "number" }) as const,
    ),
    ...officers.map(({ start, end }) => ({ start, end, mark: "contact" }) as const),
  ].toSorted((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, mark } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), mark: "none" });
    pieces.push({ text: text.slice(Math.max(at, start), end), mark });
    at = Math.max(at, end);
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: "none" });
  return pieces.filter((piece) => piece.text !== "");
}

/** The step at which an officer is met: one that is followed up from contact to contact and gives no number itself. */
export function officerStep(playbook: Playbook): PlaybookStep | null {
  const keys = playbook.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const steps = keys.flatMap((key) => (key ? (playbook.steps[key] ?? []) : []));
  const followed = steps.filter((step) => step.clocks.some((clock) => clock.from.event === "last_contact"));
  return followed.find((step) => step.produces.references.length === 0) ?? null;
}

export const needsStation = (kind: string, law: Law) => findReferenceKind(kind, law)?.parser.shape === "station_serial";

/** The fields of the form as the command takes them. Rows that are not ticked are left out. */
export function pastedForm(form: Record<string, unknown>): Record<string, unknown> {
  const text = (name: string) => (typeof form[name] === "string" ? (form[name] as string) : "");
  const rows = Array.from({ length: mostNumbers }, (_, no) => no).filter((no) => text(`keep-${no}`) !== "");
  const stepKey = text("officerStep");
  return {
    // A code that was typed goes before the case that was offered.
    ...(text("caseId") && !text("caseCode").trim() ? { caseId: text("caseId") } : {}),
    caseCode: text("caseCode"),
    receivedVia: text("receivedVia"),
    receivedOn: text("receivedOn"),
    proofExhibitId: text("proofExhibitId"),
    numbers: rows.map((no) => ({
      no,
      kind: text(`kind-${no}`),
      raw: text(`raw-${no}`),
      station: text(`station-${no}`),
      issuer: text(`issuer-${no}`),
      guess: text(`guess-${no}`),
      issuedOn: text(`issued-${no}`),
      sure: text(`sure-${no}`) !== "",
    })),
    officer: text("officer") && stepKey ? { text: text("officer"), stepKey } : null,
  };
}
