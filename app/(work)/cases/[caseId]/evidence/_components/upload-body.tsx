"use client";

import { useEffect, useRef } from "react";
import { useUploads } from "../use-uploads";
import { AddExhibits } from "./add-exhibits";
import type { CaptureOptions } from "./capture-fields";
import { ImageStop } from "./image-stop";

type Props = {
  caseId: string;
  options: CaptureOptions;
  memberId: string;
  isOpen: boolean;
  /** Files that were dropped or pasted on the page; each is taken once. */
  given: readonly File[];
  onTaken: (files: readonly File[]) => void;
};

/** What stands in the sheet. It goes on sending while the sheet is closed. */
export function UploadBody({ caseId, options, memberId, isOpen, given, onTaken }: Props) {
  const uploads = useUploads(caseId);
  const taken = useRef(new WeakSet<File>());
  useEffect(() => {
    const fresh = given.filter((file) => !taken.current.has(file));
    if (fresh.length === 0) return;
    for (const file of fresh) taken.current.add(file);
    uploads.add(fresh);
    onTaken(fresh);
  });
  return (
    <>
      <ImageStop caseId={caseId} stopped={false} />
      <AddExhibits caseId={caseId} options={options} memberId={memberId} uploads={uploads} isOpen={isOpen} />
    </>
  );
}
