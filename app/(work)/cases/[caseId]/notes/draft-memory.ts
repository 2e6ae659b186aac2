import type { Choice } from "@/app/_ui/choice";
import { noteFields, type TypedNote } from "@/lib/casework/notes/types";

/** Where a note begins: an empty one, or what was typed before. */
export type NoteStart = {
  noteId: string;
  revision: number;
  typed: TypedNote;
  savedAt: string | null;
  /** The server does not have it yet. */
  unsent?: boolean;
};

/** What the server keeps of an unsaved note of this case, and the accounts to choose from; null if nothing answers. */
export type FoundDraft = { draft: NoteStart | null; accounts: Choice[] };

const addressOf = (caseId: string): string => `/api/cases/${caseId}/draft`;

export const emptyNote = (): NoteStart => ({ noteId: crypto.randomUUID(), revision: 0, typed: {}, savedAt: null });

export async function findDraft(caseId: string): Promise<FoundDraft | null> {
  try {
    const response = await fetch(addressOf(caseId), { cache: "no-store", signal: AbortSignal.timeout(8_000) });
    return response.ok ? ((await response.json()) as FoundDraft) : null;
  } catch {
    return null;
  }
}

export type Sent =
  | { result: "saved"; revision: number; savedAt: string }
  /** Another window of the same person saved the same draft, or the case may not be changed any more. */
  | { result: "refused"; message: string }
  | { result: "signed_out" }
  | { result: "away" };

type Draft = Pick<NoteStart, "noteId" | "revision" | "typed">;

export async function sendDraft(caseId: string, { noteId, revision, typed }: Draft): Promise<Sent> {
  try {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ noteId, revision, typed });
    const signal = AbortSignal.timeout(8_000);
    const response = await fetch(addressOf(caseId), { method: "POST", headers, body, signal, cache: "no-store" });
    if (response.ok) return { result: "saved", ...((await response.json()) as { revision: number; savedAt: string }) };
    if (response.status === 401) return { result: "signed_out" };
    if (response.status === 409 || response.status === 422) {
      return { result: "refused", message: ((await response.json()) as { error: string }).error };
    }
    return { result: "away" };
  } catch {
    return { result: "away" };
  }
}

/** Throws the draft away. Without an answer it stays, and is offered again. */
export async function discardDraft(caseId: string, noteId: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(addressOf(caseId), { method: "DELETE", headers, body: JSON.stringify({ noteId }) }).catch(() => null);
}

/** Puts what was typed into the fields of a note's form. */
export function fillIn(form: HTMLFormElement, typed: TypedNote): void {
  for (const name of noteFields) {
    const field = form.elements.namedItem(name);
    const value = typed[name] ?? "";
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value === "on";
    else if (field && "value" in field) field.value = value;
  }
}

/** What stands in the fields of a note's form. */
export function typedIn(form: HTMLFormElement): TypedNote {
  const data = new FormData(form);
  return Object.fromEntries(noteFields.map((name) => [name, String(data.get(name) ?? "")]));
}
