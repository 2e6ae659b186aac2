"use client";

import { useRef, useState } from "react";
import { whileSending } from "@/app/_watch/sending";
import { mostAnnounced } from "@/lib/evidence/exhibits/most-announced";
import { t } from "@/lib/platform/language/translate";
import { hashFile } from "./hash-file";
import { type Announced, announceFile, announceFiles, askProgress, putRest, SendError } from "./send-file";
import { sendOn, waitForLine } from "./send-on";
import { canSend, isMoving, type UploadItem } from "./upload-item";

type Details = Record<string, unknown> & { description?: unknown };
export type Trouble = { message: string; fields: Record<string, string> };

let made = 0;

/** Bytes of files that are hashed before the first of them is sent: below a second on a slow device. */
const mostAhead = 24_000_000;

/** The files of a batch: sent one after the other, in the order chosen, with the same details. */
export function useUploads(caseId: string) {
  const [items, setItems] = useState<UploadItem[]>([]);
  const latest = useRef(items);
  const stops = useRef(new Map<string, AbortController>());
  const running = useRef<Promise<Trouble | null>>(undefined);
  const details = useRef<Details>({});
  /** What was announced together with an earlier file, by the key of its own. */
  const ahead = useRef(new Map<string, Announced & { about: string }>());

  function update(change: (before: UploadItem[]) => UploadItem[]) {
    latest.current = change(latest.current);
    setItems(latest.current);
  }

  const patch = (key: string, change: Partial<UploadItem>) =>
    update((all) => all.map((item) => (item.key === key ? { ...item, ...change } : item)));

  /** A new batch takes the place of one that is done. */
  function add(files: Iterable<File>) {
    const chosen = [...files].map((file): UploadItem => {
      made += 1;
      return { key: `file-${made}`, file, description: "", state: "chosen", checked: 0, sent: 0 };
    });
    update((all) => [...(all.every((item) => item.state === "kept") ? [] : all), ...chosen]);
  }

  const textOf = (about: object) => JSON.stringify({ ...details.current, ...about });

  /** Under what was announced with a file before it, if nothing was said differently since. */
  async function announce(item: UploadItem, hash: string, signal: AbortSignal): Promise<Announced> {
    const about = aboutOf(item, hash, details.current);
    const made = ahead.current.get(item.key);
    ahead.current.delete(item.key);
    if (made?.about === textOf(about)) return made;
    const next = await nextToAnnounce(hash, signal);
    const shared = { ...details.current, caseId };
    const alone = () => announceFile({ ...shared, ...about }, signal);
    if (next.length === 0) return alone();
    const files = [about, ...next.map((other) => other.about)];
    const announced = await announceFiles({ ...shared, files }, signal).catch(refusedAsNull);
    const first = announced?.[0];
    // Whatever is wrong with one of them concerns that one alone, and is told when it is its turn.
    if (!announced || !first) return alone();
    for (const [at, { key, about: said }] of next.entries()) {
      const known = announced[at + 1];
      if (known) ahead.current.set(key, { ...known, about: textOf(said) });
    }
    return first;
  }

  /** The files that wait behind, hashed: as many as take no noticeable time. Same bytes wait until it is kept. */
  async function nextToAnnounce(hash: string, signal: AbortSignal) {
    const next: { key: string; about: ReturnType<typeof aboutOf> }[] = [];
    const hashes = new Set([hash]);
    let bytes = 0;
    for (const item of latest.current.filter(({ state, uploadId }) => state === "queued" && uploadId === undefined)) {
      bytes += item.file.size;
      if (bytes > mostAhead || next.length === mostAnnounced - 1) break;
      const its = item.hash ?? (await hashFile(item.file, () => undefined, signal).catch(unreadableAsNull));
      if (its === null || hashes.has(its)) continue;
      hashes.add(its);
      patch(item.key, { hash: its });
      next.push({ key: item.key, about: aboutOf(item, its, details.current) });
    }
    return next;
  }

  async function sendOne({ key, file, ...item }: UploadItem): Promise<Trouble | null> {
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      patch(key, { state: "checking", error: undefined });
      const hash = item.hash ?? (await hashFile(file, (checked) => patch(key, { checked }), stop.signal));
      patch(key, { hash });
      const fresh = item.uploadId === undefined;
      let { uploadId } = item;
      if (uploadId === undefined) {
        const announced = await announce({ key, file, ...item }, hash, stop.signal);
        uploadId = announced.id;
        patch(key, { uploadId });
        if (announced.known && !item.onceMore) {
          patch(key, { state: "known", known: announced.known });
          return null;
        }
      }
      patch(key, { state: "sending" });
      const receipt = await sendOn(lineOf(key, uploadId, file), fresh, stop.signal);
      if (receipt.sha256 !== hash) throw new SendError(-1, t("The file that is kept is not the one that was sent."));
      patch(key, { state: "kept", receipt, sent: file.size });
      return null;
    } catch (error) {
      return stop.signal.aborted ? null : failed(key, error);
    } finally {
      stops.current.delete(key);
    }
  }

  function lineOf(key: string, id: string, file: File) {
    return {
      ask: (signal: AbortSignal) => askProgress(id, signal),
      put: (offset: number, signal: AbortSignal) =>
        putRest(id, file, offset, (sent) => patch(key, { state: "sending", sent: Math.min(sent, file.size) }), signal),
      wait: waitForLine,
      onHeld: (sent: number) => patch(key, { state: "sending", sent }),
      onWaiting: () => patch(key, { state: "waiting" }),
    };
  }

  function failed(key: string, error: unknown): Trouble | null {
    if (!(error instanceof SendError)) throw error;
    const { size, fileName, sha256, ...fields } = error.fields;
    if (Object.keys(fields).length > 0) {
      update((all) => all.map((item) => (isMoving(item) ? { ...item, state: "chosen" } : item)));
      return { message: error.message, fields };
    }
    // Only what may have arrived goes on under the same id; what was refused is announced afresh.
    const again = [0, 400, 401, 409].includes(error.status) || error.status >= 500;
    const afresh = again ? {} : { uploadId: undefined, hash: undefined, sent: 0 };
    patch(key, { state: "failed", error: size ?? fileName ?? sha256 ?? error.message, ...afresh });
    return null;
  }

  /** Stops at the first trouble that concerns the details, since it concerns all files. */
  async function work(): Promise<Trouble | null> {
    for (;;) {
      const next = latest.current.find((item) => item.state === "queued");
      if (!next) return null;
      const trouble = await sendOne(next);
      if (trouble) return trouble;
    }
  }

  function workOn(): Promise<Trouble | null> {
    const arrived = whileSending();
    return work().finally(arrived);
  }

  /** Sends what is not kept yet, or one file; while files are on their way, it joins them. */
  function send(given: Details, only?: string): Promise<Trouble | null> {
    details.current = given;
    update((all) =>
      all.map((item) => (canSend(item) && (only ?? item.key) === item.key ? { ...item, state: "queued" } : item)),
    );
    running.current ??= workOn().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }

  function halt(key: string) {
    stops.current.get(key)?.abort(new DOMException(t("Stopped by the person"), "AbortError"));
  }

  return {
    items,
    add,
    send,
    pause: (key: string) => {
      patch(key, { state: "paused" });
      halt(key);
    },
    remove: (key: string) => {
      halt(key);
      update((all) => all.filter((item) => item.key !== key));
    },
    /** The same bytes are kept once more: under the announcement that was made. */
    keepOnceMore: (key: string) => patch(key, { onceMore: true, state: "chosen", known: undefined }),
    describe: (key: string, description: string) => patch(key, { description }),
    allDone: () => latest.current.every((item) => item.state === "kept" || item.state === "known"),
  };
}

function aboutOf({ file, description }: UploadItem, sha256: string, details: Details) {
  const { name: fileName, type: fileType, size, lastModified: modifiedAt } = file;
  return { description: description || details.description, fileName, fileType, size, modifiedAt, sha256 };
}

/** A server that does not answer is told as ever; one that refused all of them is asked about each. */
function refusedAsNull(error: unknown): null {
  if (error instanceof SendError && error.status >= 400 && error.status < 500 && error.status !== 401) return null;
  throw error;
}

/** Its own turn says so. */
function unreadableAsNull(error: unknown): null {
  if (error instanceof SendError) return null;
  throw error;
}
