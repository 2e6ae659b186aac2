import type { FormState } from "@/app/_ui/form-state";
import { readCtx } from "@/lib/auth/sessions/session";
import { readEdits } from "@/lib/documents/papers/input";
import { readClash } from "@/lib/documents/papers/queries";
import type { Clash } from "@/lib/documents/papers/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** What the editor knows after a try to save. `clash`: both wordings, when somebody saved in between. */
export type EditorState = FormState & { version?: number; at?: string; focus?: string; clash?: Clash };

export function signedOut(form: FormData): EditorState {
  const message = t("Not saved: you were signed out. Sign in again in another tab, then save here.");
  return { status: "failed", message, fields: {}, values: typed(form) };
}

export function savedState(form: FormData, saved: { version: number; added?: string }): EditorState {
  const at = new Date().toISOString();
  const asked = String(form.get("intent") ?? "").startsWith("add:");
  return {
    status: "saved",
    fields: {},
    values: {},
    version: saved.version,
    at,
    ...(asked && saved.added ? { focus: saved.added } : {}),
  };
}

/** A rejected save; if somebody else saved first, with their text next to mine. */
export async function refusedState(form: FormData, state: FormState): Promise<EditorState> {
  const ctx = await readCtx();
  const { documentId, expectedVersion, texts } = readEdits(form);
  if (!ctx || Object.keys(state.fields).length > 0) return { ...state, fields: fieldsOfForm(state.fields) };
  const id = String(documentId);
  const base = Number(expectedVersion);
  try {
    const clash = await readClash(ctx, id, base, texts as Record<string, string>);
    return clash.version === base ? state : { ...state, version: clash.version, clash };
  } catch (error) {
    if (error instanceof AppError) return state;
    throw error;
  }
}

/** The command speaks of `texts.<piece>`, the form of `text.<piece>`. */
function fieldsOfForm(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [name.replace(/^texts\./, "text."), message]),
  );
}

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
