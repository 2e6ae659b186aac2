"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";
import { dropDraftsOfOthers } from "./kept-draft";
import { dropKept, openKept, takeWay } from "./sealed-typing";
import { putBack, type TypedField } from "./typed-fields";
import { startWatching } from "./watch-loop";

type Back = { done: number; left: TypedField[] };

/** Hides what is on the screen of somebody who went away, and brings back what they typed. `who`: whose page this is. */
export function Watch({ who }: { who: string }) {
  const [back, setBack] = useState<Back | null>(null);
  useEffect(() => {
    dropDraftsOfOthers(who);
    return startWatching(who);
  }, [who]);
  useEffect(() => {
    void bringBack(who).then((found) => found && setBack(found));
  }, [who]);
  if (!back || back.done + back.left.length === 0) return null;
  return (
    <div className="broughtback">
      <Notice kind="done" title={t("What you typed is back. It is not saved yet.")} live>
        {back.left.length > 0 ? (
          <>
            <p>{t("There is no field on this page for these. Copy what you need:")}</p>
            <ul>
              {back.left.map(({ form, name, nth, label, value }) => (
                <li key={`${form} ${name} ${nth}`}>
                  {label}: {String(value)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Notice>
    </div>
  );
}

const tries = [0, 50, 200, 500];

/** Goes to the page where it was typed, and fills it in there. Some fields appear only when others are filled in. */
async function bringBack(who: string): Promise<Back | null> {
  const here = `${location.pathname}${location.search}`;
  const kept = await openKept();
  const way = takeWay(who);
  if (!kept) {
    if (way && way.replace(/#.*$/, "") !== here) location.replace(way);
    return null;
  }
  if (!kept.tried && here !== kept.path.replace(/#.*$/, "")) {
    location.replace(kept.path);
    return null;
  }
  let left = kept.fields;
  for (const wait of tries) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    left = putBack(left);
    if (left.length === 0) break;
  }
  dropKept();
  return { done: kept.fields.length - left.length, left };
}
