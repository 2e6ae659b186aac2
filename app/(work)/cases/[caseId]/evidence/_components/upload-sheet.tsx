"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Coming } from "@/app/_ui/coming";
import { useLater } from "@/app/_ui/use-later";
import { t } from "@/lib/platform/language/translate";
import { filesOfDrop, filesOfPaste } from "../collect-files";
import type { CaptureOptions } from "./capture-fields";

/** Most who open the page only look: what hashes and sends files is fetched when the sheet is first opened. */
const loadBody = () => import("./upload-body").then(({ UploadBody }) => UploadBody);

type Props = {
  caseId: string;
  options: CaptureOptions;
  memberId: string;
  /** Open from the first, for a link that leads here to add files. */
  starts: boolean;
};

/**
 * Adds files in a sheet over the page. It opens from its button, and by dropping or pasting files anywhere on the page;
 * it stays filled in, and goes on sending, while it is closed.
 */
export function UploadSheet({ caseId, options, memberId, starts }: Props) {
  const [open, setOpen] = useState(starts);
  /** Files that the body of the sheet has not taken yet. */
  const [given, setGiven] = useState<readonly File[]>([]);
  const { part: UploadBody, failed, ask } = useLater(loadBody, open);
  const sheet = useRef<HTMLDialogElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useFilesAnywhere(open && UploadBody !== null, (files) => {
    setGiven((before) => [...before, ...files]);
    setOpen(true);
  });
  const take = useCallback((taken: readonly File[]) => {
    setGiven((before) => before.filter((file) => !taken.includes(file)));
  }, []);
  // The page beside it stays in use, so that files can be taken from it and what is there can be looked at.
  useEffect(() => {
    if (open) sheet.current?.querySelector<HTMLElement>("button, input, a")?.focus();
  }, [open]);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  return (
    <span className="scripted">
      <Button variant="primary" icon="upload" aria-haspopup="dialog" ref={opener} onClick={() => setOpen(true)}>
        {t("Add exhibits")}
      </Button>
      <dialog className="dialog sheet" open={open} ref={sheet} aria-labelledby="upload-title" onKeyDown={press}>
        <div className="dialog__head">
          <h2 id="upload-title">{t("Add exhibits")}</h2>
          <Button variant="quiet" icon="x" iconOnly aria-label={t("Close")} onClick={close} />
        </div>
        <div className="dialog__body">
          {UploadBody ? (
            <UploadBody
              caseId={caseId}
              options={options}
              memberId={memberId}
              isOpen={open}
              given={given}
              onTaken={take}
            />
          ) : (
            <Coming failed={failed} ask={ask}>
              {given.length > 0 ? (
                <span>
                  {t("{n, plural, one {# file waits here.} other {# files wait here.}}", { n: given.length })}
                </span>
              ) : null}
            </Coming>
          )}
        </div>
      </dialog>
    </span>
  );
}

/**
 * Files that are dropped or pasted outside the sheet. What the sheet took itself is not taken twice: `takesPastes` while
 * it does that. Nothing that is dropped opens in place of the page, which would lose everything typed.
 */
function useFilesAnywhere(takesPastes: boolean, take: (files: File[]) => void): void {
  useEffect(() => {
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer).then(take);
    };
    const paste = (event: ClipboardEvent) => {
      if (takesPastes || event.defaultPrevented || !event.clipboardData || event.clipboardData.files.length === 0)
        return;
      event.preventDefault();
      take(filesOfPaste(event.clipboardData, new Date()));
    };
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", stay);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  });
}
