import { t } from "@/lib/platform/language/translate";

const lost = t("The connection was lost. Try again.");

/** Has one more play written down. @returns why it was refused, or null */
export function playAgain(exhibitId: string): Promise<string | null> {
  return ask(`/api/evidence/${exhibitId}/play`);
}

/** Draws the picture that a film shows, and has it kept. @returns why it was refused, or null */
export async function sendStill(exhibitId: string, film: HTMLVideoElement, at: number): Promise<string | null> {
  const canvas = document.createElement("canvas");
  canvas.width = film.videoWidth;
  canvas.height = film.videoHeight;
  canvas.getContext("2d")?.drawImage(film, 0, 0);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!picture) return t("The browser could not draw this picture.");
  return ask(`/api/evidence/${exhibitId}/stills?at=${at}`, picture);
}

async function ask(path: string, body?: Blob): Promise<string | null> {
  try {
    const response = await fetch(path, { method: "POST", body });
    if (response.ok) return null;
    const { error } = (await response.json().catch(() => ({}))) as { error?: string };
    return error ?? lost;
  } catch {
    return lost;
  }
}
