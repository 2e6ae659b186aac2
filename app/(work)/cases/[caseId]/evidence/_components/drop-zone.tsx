"use client";

import { type DragEvent, useState } from "react";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";

/** Takes files by dropping, by the picker of the computer, or from the camera roll of a phone. Any kind of file. */
export function DropZone({ onFiles, disabled }: { onFiles: (files: File[]) => void; disabled: boolean }) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  }

  return (
    <fieldset
      aria-label="Files to add"
      className={classes("dropzone", over && "is-over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <label htmlFor="evidence-files">Choose files, or drop them here</label>
      <p className="small muted" id="evidence-files-hint">
        Any kind of file, each up to 512 MB. Original e-mails (.eml) and exports are stronger than screenshots.
      </p>
      <span className="fileinput">
        <input
          id="evidence-files"
          type="file"
          multiple
          disabled={disabled}
          aria-describedby="evidence-files-hint"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </span>
    </fieldset>
  );
}
