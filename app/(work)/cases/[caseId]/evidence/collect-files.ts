/** Every file of a drop, also those inside dropped folders, in the order of the folder. */
import { t } from "@/lib/platform/language/translate";

export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  // The list is emptied as soon as this turn ends, so the entries are taken first.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const loose = [...transfer.files];
  if (!entries.some((entry) => entry.isDirectory)) return loose;
  return (await Promise.all(entries.map(filesBelow))).flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    return file ? [file] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    // A reader gives a hundred entries at a time, and none when it is at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return found;
    for (const item of some) found.push(...(await filesBelow(item)));
  }
}

/** What was pasted, as files named accordingly: files unchanged, otherwise the text as a text file. */
export function filesOfPaste(clipboard: DataTransfer, now: Date): File[] {
  const files = [...clipboard.files];
  if (files.length > 0) return files.map((file) => pastedFile(file, now));
  const text = clipboard.getData("text/plain");
  return text.trim() === "" ? [] : [pastedText(text, now)];
}

/** The same from the button, where the browser asks for leave first. */
export async function filesOfClipboard(now: Date): Promise<File[]> {
  const items = await navigator.clipboard.read();
  const files: File[] = [];
  for (const item of items) {
    const picture = item.types.find((type) => type.startsWith("image/"));
    if (picture) files.push(pastedFile(new File([await item.getType(picture)], "image.png", { type: picture }), now));
    else if (item.types.includes("text/plain")) {
      const text = await (await item.getType("text/plain")).text();
      if (text.trim() !== "") files.push(pastedText(text, now));
    }
  }
  return files;
}

/** A browser calls every picture from the clipboard image.png; a copied file keeps its own name behind the word. */
function pastedFile(file: File, now: Date): File {
  const { type, lastModified } = file;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(file.name)?.[0] ?? "";
  const name = /^image\.[a-z]+$/.test(file.name)
    ? t("Pasted picture {now}{ending}", { now: stamp(now), ending })
    : t("Pasted {name}", { name: file.name });
  return new File([file], name, { type, lastModified });
}

const pastedText = (text: string, now: Date): File =>
  new File([text], t("Pasted text {now}.txt", { now: stamp(now) }), { type: "text/plain" });

/** In UTC, as every time of the record: `2026-11-24 20.31.05Z`. */
const stamp = (now: Date): string => `${now.toISOString().slice(0, 19).replace("T", " ").replaceAll(":", ".")}Z`;
