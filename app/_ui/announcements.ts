/** The last message of an act whose form is no longer on the page, for `AnnouncementLine`. */
let message: string | null = null;
const listeners = new Set<() => void>();

function set(words: string | null): void {
  if (message === words) return;
  message = words;
  for (const tell of listeners) tell();
}

export const announceAfter = (words: string): void => set(words);
export const clearAnnouncement = (): void => set(null);
export const readAnnouncement = (): string | null => message;

export function subscribeAnnouncement(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
