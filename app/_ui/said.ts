/** What was said last by an act whose form is no longer on the page, for `SaidLine`. */
let said: string | null = null;
const listeners = new Set<() => void>();

function set(words: string | null): void {
  if (said === words) return;
  said = words;
  for (const tell of listeners) tell();
}

export const sayAfter = (words: string): void => set(words);
export const forgetSaid = (): void => set(null);
export const readSaid = (): string | null => said;

export function listenSaid(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
