"use client";

import { useState } from "react";
import { t } from "@/lib/platform/language/translate";
import type { Shortcut } from "./shortcut-keys";
import { singleKeysName } from "./single-keys-name";

/** The keys, and the switch that turns single ones off. */
export function KeyList({ shortcuts, find }: { shortcuts: readonly Shortcut[]; find: boolean }) {
  const search = [
    { keys: "/", label: t("Search or jump to: a page, a case, a number, a person or an act") },
    { keys: t("Ctrl K"), label: t("The same, also while you type in a field") },
    { keys: t("Ctrl V"), label: t("Outside a field: search for what you copied, such as an SMS") },
  ];
  const fixed = [
    ...(find ? search : []),
    { keys: "n", label: t("Write a note or log a contact, on a case") },
    { keys: "?", label: t("Show these keys") },
    { keys: t("Shift Shift Shift"), label: t("Quick exit: signs out and shows a blank page") },
    { keys: t("Esc"), label: t("Close, and go back to where you were") },
  ];
  return (
    <>
      <dl className="keylist">
        {[...fixed, ...shortcuts].map((shortcut) => (
          <div key={shortcut.keys}>
            <dt>
              {shortcut.keys.split(" ").map((key) => (
                <kbd className="kbd" key={key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch />
    </>
  );
}

function SingleKeysSwitch() {
  const [on, setOn] = useState(() => localStorage.getItem(singleKeysName) !== "off");
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          localStorage.setItem(singleKeysName, event.target.checked ? "on" : "off");
        }}
      />
      <span>{t("Single keys are on")}</span>
      <small>{t("Turn them off if you speak to your computer or press keys by accident.")}</small>
    </label>
  );
}
