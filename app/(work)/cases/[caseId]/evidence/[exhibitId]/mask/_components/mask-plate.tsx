"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { t } from "@/lib/platform/language/translate";
import { usePicture } from "../../../use-picture";
import { MaskBox } from "./mask-box";
import { placeOf } from "./place-of";
import type { Drawn } from "./use-boxes";
import { useDrawing } from "./use-drawing";

type Props = { exhibitId: string; label: string; page: number; drawn: Drawn };

/** The page to draw on: shown by one deliberate press that is logged, and veiled whenever the window is left. */
export function MaskPlate({ exhibitId, label, page, drawn }: Props) {
  const { picture, trouble, fetchPicture } = usePicture({ exhibitId, page });
  const [shown, setShown] = useState(false);
  const [colour, setColour] = useState(false);
  useVeilOnLeave(() => setShown(false));

  function show() {
    setShown(true);
    void fetchPicture();
  }

  return (
    <>
      <div className="row">
        <Button icon={shown && picture ? "eye-off" : "eye"} onClick={shown ? () => setShown(false) : show}>
          {shown ? (picture || trouble ? t("Hide the page") : t("Opening")) : t("Show the page")}
        </Button>
        <label className="choice choice--inline">
          <input type="checkbox" checked={colour} onChange={(event) => setColour(event.target.checked)} />
          <span>{t("Show colour")}</span>
        </label>
      </div>
      <p className="small muted">{t("Showing it is recorded in the ledger and counts towards your exposure.")}</p>
      {trouble ? <p role="alert">{trouble}</p> : null}
      {picture ? (
        <>
          <Surface picture={picture} label={label} drawn={drawn} veiled={!shown} colour={colour} />
          <p className="small muted" id="mask-keys">
            {t(
              "Drag over the page to draw a box, drag a box to move it. By keyboard: arrow keys move the box, Shift with arrow keys changes its size, Alt goes in finer steps, Delete takes it away.",
            )}
          </p>
        </>
      ) : null}
    </>
  );
}

type SurfaceProps = { picture: string; label: string; drawn: Drawn; veiled: boolean; colour: boolean };

function Surface({ picture, label, drawn, veiled, colour }: SurfaceProps) {
  const { draft, handlers, startMove } = useDrawing(drawn);
  return (
    <>
      <div className={classes("mask", veiled && "is-veiled", colour && "is-colour")} {...handlers}>
        <img src={picture} alt={veiled ? "" : t("Exhibit {label}", { label })} draggable={false} />
        {drawn.keyed.map((box, index) => (
          <MaskBox key={box.key} box={box} number={index + 1} drawn={drawn} onGrab={startMove} />
        ))}
        {draft ? <span className="mask__box mask__box--draft" style={placeOf(draft)} /> : null}
      </div>
      <div className="row">
        <Button icon="plus" onClick={drawn.addInTheMiddle} aria-disabled={drawn.full}>
          {t("Add a box")}
        </Button>
        <Button icon="undo-2" onClick={drawn.undo} aria-disabled={!drawn.canUndo}>
          {t("Undo")}
        </Button>
      </div>
    </>
  );
}

function useVeilOnLeave(veil: () => void) {
  useEffect(() => {
    window.addEventListener("blur", veil);
    document.addEventListener("visibilitychange", veil);
    return () => {
      window.removeEventListener("blur", veil);
      document.removeEventListener("visibilitychange", veil);
    };
  });
}
