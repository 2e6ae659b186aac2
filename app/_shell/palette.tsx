"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type ClipboardEvent, type KeyboardEvent, startTransition, useCallback, useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Modal } from "@/app/_ui/modal";
import { mayLeave } from "@/app/_ui/use-unsaved-guard";
import { isAnswered } from "@/app/_ui/with-network-error";
import { longestQuery } from "@/lib/oversight/search/rules";
import { t } from "@/lib/platform/language/translate";
import type { NavItem } from "./nav";
import { newCaseEvent, newCasePath } from "./new-case-event";
import { onOpenPalette } from "./palette-button";
import {
  type Act,
  announcementOf,
  caseOfPath,
  groupsFor,
  moved,
  onOneLine,
  type PaletteAnswer,
  type PaletteGroup,
  type PaletteLine,
  type Sent,
  toSearch,
} from "./palette-rules";

const nothing: PaletteAnswer = { numbers: [], cases: [], acts: [], others: [], people: [] };
const patience = 150;

type PaletteProps = {
  pages: readonly Pick<NavItem, "href" | "label">[];
  /** What this person may start that hangs on no case. */
  acts: readonly Act[];
  /** Takes what was typed to the search, in a POST: it may be a name. */
  seek: (form: FormData) => Promise<void>;
};

/**
 * Ctrl K, Cmd K, / or a paste outside any field: type a few letters, arrows choose, Enter goes. A whole sheet on a phone.
 */
export function Palette({ pages, acts, seek }: PaletteProps) {
  const [open, setOpen] = useState(false);
  const [start, setStart] = useState("");
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    const show = (text: string) => {
      setStart(text);
      setOpen(true);
    };
    const press = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setStart("");
      setOpen((before) => !before);
    };
    const paste = (event: globalThis.ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain").trim();
      if (!text || event.defaultPrevented || isInField(event.target)) return;
      event.preventDefault();
      show(text);
    };
    const stopListening = onOpenPalette(show);
    document.addEventListener("keydown", press);
    // Behind the page itself: a page that takes a paste for something else comes first.
    window.addEventListener("paste", paste);
    return () => {
      stopListening();
      document.removeEventListener("keydown", press);
      window.removeEventListener("paste", paste);
    };
  }, []);
  return (
    <>
      {open ? (
        <Modal className="palette palette--open" labelledBy="palette-title" onClose={close}>
          <h2 className="vh" id="palette-title">
            {t("Search or jump to")}
          </h2>
          <Chooser
            start={start}
            pages={pages.map(({ href, label }) => ({ href, label, note: "" }))}
            acts={acts}
            seek={seek}
            close={close}
          />
        </Modal>
      ) : null}
    </>
  );
}

function isInField(at: EventTarget | null): boolean {
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || at.closest("input, textarea, select, dialog") !== null;
}

type ChooserProps = Pick<PaletteProps, "acts" | "seek"> & { pages: PaletteLine[]; start: string; close: () => void };

function Chooser({ pages, acts, seek, start, close }: ChooserProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(onOneLine(start));
  // The lines of a pasted message say what belongs together: they are sent as they came while nothing else was typed.
  const [pasted, setPasted] = useState(start);
  const [at, setAt] = useState(0);
  const [sent, setSent] = useState<Sent>("nothing");
  const text = onOneLine(pasted) === typed ? pasted : typed;
  const { answer, asking } = useAnswer(text, caseOfPath(usePathname()));
  const groups = groupsFor({ pages, acts }, answer, typed);
  const lines = groups.flatMap((group) => group.lines);
  const current = Math.min(at, Math.max(lines.length - 1, 0));
  const announcement = announcementOf(lines.length, asking, sent);

  function go(line: PaletteLine | undefined) {
    if (!line || sent === "looking") return;
    if (line.href === newCasePath && !document.dispatchEvent(new Event(newCaseEvent, { cancelable: true })))
      return close();
    if (!mayLeave(line.href)) return;
    if (line.href === toSearch && typed.trim() !== "") return look(line.caseId);
    close();
    router.push(line.href as Route);
  }

  /** It stays open until an answer came, so that what was typed is not lost and can be sent again. */
  function look(caseId = "") {
    setSent("looking");
    const sought = new FormData();
    sought.set("q", text);
    sought.set("caseId", caseId);
    startTransition(async () => {
      if (await isAnswered(seek(sought))) close();
      else setSent("unanswered");
    });
  }

  /** A box of one line would run the lines of a message into each other. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const more = event.clipboardData.getData("text/plain");
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    event.preventDefault();
    setPasted(more.slice(0, longestQuery));
    change(`${value.slice(0, selectionStart ?? 0)}${onOneLine(more)}${value.slice(selectionEnd ?? value.length)}`);
  }

  function change(to: string) {
    setTyped(to.slice(0, longestQuery));
    setAt(0);
    setSent((before) => (before === "looking" ? before : "nothing"));
  }

  // Letters that were typed before the focus came here.
  useEffect(() => onOpenPalette((more) => setTyped((before) => `${before}${more}`)), []);

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") go(lines[current]);
    else if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key))
      setAt(moved(current, event.key, lines.length));
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="palette__in">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t("Name, number, case, page, or what you want to do")}
          aria-expanded={lines.length > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={lines.length > 0 ? `palette-${current}` : undefined}
          placeholder={t("A name, a number, or what you want to do")}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestQuery}
          value={typed}
          onChange={(event) => change(event.target.value)}
          onPaste={paste}
          onKeyDown={press}
        />
        <Button variant="quiet" icon="x" iconOnly aria-label={t("Close")} onClick={close} />
      </div>
      <Lines groups={groups} current={current} go={go} />
      <p className="palette__group" role="status">
        {announcement.toAll}
        <span className="vh">{announcement.toReader}</span>
      </p>
    </>
  );
}

type LinesProps = { groups: PaletteGroup[]; current: number; go: (line: PaletteLine) => void };

function Lines({ groups, current, go }: LinesProps) {
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
