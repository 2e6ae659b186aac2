"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { mayLeave } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { newCaseEvent, newCasePath } from "./new-case-event";
import {
  type Act,
  announcementOf,
  caseOfPath,
  groupsFor,
  moved,
  type PaletteAnswer,
  type PaletteGroup,
  type PaletteLine,
  type Sent,
  toSearch,
} from "./palette-rules";

const nothing: PaletteAnswer = { numbers: [], cases: [], acts: [], others: [], people: [] };
const patience = 150;

/** Takes one of the keys that choose a line. */
export type Press = (key: string) => void;

type PaletteLinesProps = {
  /** What is asked, with the lines of a pasted message. */
  text: string;
  /** The same as the box shows it. */
  typed: string;
  pages: readonly PaletteLine[];
  acts: readonly Act[];
  sent: Sent;
  /** Enter was pressed before the lines were here. */
  entered: boolean;
  /** Where the box finds what takes its keys. */
  pressed: RefObject<Press | null>;
  /** Tells the box how many lines there are, and which one is chosen. */
  onShown: (shown: { count: number; current: number }) => void;
  look: (caseId?: string) => void;
  close: () => void;
};

/** What fits to what is typed, and what the server finds for it. */
export function PaletteLines(props: PaletteLinesProps) {
  const { text, typed, pages, acts, sent, entered, pressed, onShown, look, close } = props;
  const router = useRouter();
  const [chosen, setChosen] = useState({ of: typed, at: 0 });
  const { answer, asking } = useAnswer(text, caseOfPath(usePathname()));
  const groups = groupsFor({ pages, acts }, answer, typed);
  const lines = groups.flatMap((group) => group.lines);
  const count = lines.length;
  const at = chosen.of === typed ? chosen.at : 0;
  const current = Math.min(at, Math.max(count - 1, 0));
  const announcement = announcementOf(count, asking, sent);

  function go(line: PaletteLine | undefined) {
    if (!line || sent === "looking") return;
    if (line.href === newCasePath && !document.dispatchEvent(new Event(newCaseEvent, { cancelable: true })))
      return close();
    if (!mayLeave(line.href)) return;
    if (line.href === toSearch && typed.trim() !== "") return look(line.caseId);
    close();
    router.push(line.href as Route);
  }

  // After each change, so that a key that follows at once finds the lines as they stand.
  useLayoutEffect(() => {
    pressed.current = (key) => {
      if (key === "Enter") go(lines[current]);
      else setChosen({ of: typed, at: moved(current, key, count) });
    };
  });

  useLayoutEffect(() => onShown({ count, current }), [count, current, onShown]);

  useEffect(() => {
    if (entered) pressed.current?.("Enter");
  }, [entered, pressed]);

  return (
    <>
      <Groups groups={groups} current={current} go={go} />
      <p className="palette__group" role="status">
        {announcement.toAll}
        <span className="vh">{announcement.toReader}</span>
      </p>
    </>
  );
}

type GroupsProps = { groups: PaletteGroup[]; current: number; go: (line: PaletteLine) => void };

function Groups({ groups, current, go }: GroupsProps) {
  let place = -1;
  return (
    <div className="palette__list" id="palette-list" role="listbox" aria-label={t("Where to go")}>
      {groups.map((group) => (
        <fieldset key={group.name} aria-label={group.name}>
          <div className="palette__group" aria-hidden="true">
            {group.name}
          </div>
          {group.lines.map((line) => {
            place += 1;
            return (
              <div
                key={`${line.href} ${line.label} ${line.note}`}
                id={`palette-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === current}
                className="palette__opt"
                ref={place === current ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
                onClick={() => go(line)}
                onKeyDown={(event) => (event.key === "Enter" ? go(line) : undefined)}
              >
                {line.label}
                <span className="end small">{line.note}</span>
              </div>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

/** The server's results for the text, requested when typing pauses. A late answer is dropped. */
function useAnswer(text: string, caseId: string | null): { answer: PaletteAnswer; asking: boolean } {
  const [answer, setAnswer] = useState(nothing);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    setAsking(true);
    // Enter must not lead to a case that was found for other letters.
    setAnswer((before) => ({ ...before, numbers: [], cases: [], others: [] }));
    const timer = setTimeout(async () => {
      try {
        const body = JSON.stringify({ text, caseId });
        const headers = { "content-type": "application/json" };
        const asked = await fetch("/api/find", { method: "POST", body, headers, signal: stop.signal });
        setAnswer(asked.ok ? ((await asked.json()) as PaletteAnswer) : nothing);
        setAsking(false);
      } catch {
        if (!stop.signal.aborted) setAsking(false);
      }
    }, patience);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [text, caseId]);
  return { answer, asking };
}
