"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { t } from "@/lib/platform/language/translate";
import { usePicture } from "../use-picture";
import { useHeld } from "./use-held";

type Props = {
  exhibitId: string;
  label: string;
  large?: boolean;
  /** Pages that can be leafed through; 1 for a picture. */
  pages?: number;
  /** The page that is shown first, and the only one where none can be leafed through. */
  page?: number;
  /** A masked copy instead of the original. */
  copyId?: string;
};

/** Blurred until the button is held, grey until colour is chosen too. Each reveal is logged before it is shown. */
export function HoldToReveal({ exhibitId, label, large, pages = 1, page: first = 1, copyId }: Props) {
  const [page, setPage] = useState(first);
  const [colour, setColour] = useState(false);
  const { picture, trouble, fetchPicture, forgetSoon } = usePicture({ exhibitId, page, copyId });
  const { held, handlers } = useHeld({ onPress: () => void fetchPicture(), onRelease: forgetSoon });

  const open = held && picture !== null;
  const named = pages > 1 ? t("{label}, page {page} of {pages}", { label, page, pages }) : label;
  return (
    <>
      <div
        className={classes("exhibit__view", large && "exhibit__view--large", open && "is-open", colour && "is-colour")}
      >
        {picture ? (
          <img className="shot" src={picture} alt={open ? t("Exhibit {named}", { named }) : ""} draggable={false} />
        ) : (
          <Veil />
        )}
        {trouble ? (
          <p className="exhibit__trouble small" role="status">
            {trouble}
          </p>
        ) : null}
        <button className="hold" type="button" aria-pressed={held} {...handlers}>
          <Icon name={open ? "eye-off" : "eye"} />
          {held && !picture && !trouble ? t("Opening") : t("Hold to reveal")}
          <span className="vh"> {named}</span>
        </button>
      </div>
      {large ? (
        <div className="row row--between noprint">
          {pages > 1 ? <Leaf page={page} pages={pages} onPage={setPage} /> : <span />}
          <label className="choice choice--inline">
            <input type="checkbox" checked={colour} onChange={(event) => setColour(event.target.checked)} />
            <span>{t("Show colour while held")}</span>
          </label>
        </div>
      ) : null}
    </>
  );
}

/** Page navigation; each page is revealed separately. */
function Leaf({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  return (
    <nav className="row" aria-label={t("Pages of this file")}>
      <Button small icon="arrow-left" aria-disabled={page <= 1} onClick={() => page > 1 && onPage(page - 1)}>
        <span className="vh">{t("Previous page")}</span>
      </Button>
      <span role="status">{t("Page {page} of {pages}", { page, pages })}</span>
      <Button small icon="arrow-right" aria-disabled={page >= pages} onClick={() => page < pages && onPage(page + 1)}>
        <span className="vh">{t("Next page")}</span>
      </Button>
    </nav>
  );
}

/** A placeholder for the picture: nothing of the file is loaded before somebody asks for it. */
function Veil() {
  return (
    <svg className="shot" viewBox="0 0 320 180" preserveAspectRatio={t("xMidYMid slice")} aria-hidden="true">
      <rect width="320" height="180" className="veil" />
      <rect x="20" y="18" width="170" height="34" rx="10" className="veil veil--light" />
      <rect x="130" y="64" width="170" height="26" rx="10" className="veil veil--dark" />
      <rect x="20" y="102" width="210" height="48" rx="10" className="veil veil--light" />
    </svg>
  );
}
