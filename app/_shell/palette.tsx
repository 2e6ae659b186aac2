"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type KeyboardEvent, startTransition, useEffect, useState } from "react";
import { buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { isAnswered } from "@/app/_ui/with-network-error";
import { longestQuery } from "@/lib/oversight/search/rules";
import { t } from "@/lib/platform/language/translate";
import type { NavItem } from "./nav";
import { openPaletteEvent } from "./palette-button";
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

const nothing: PaletteAnswer = { cases: [], acts: [], people: [] };
const patience = 150;

type PaletteProps = {
  pages: readonly Pick<NavItem, "href" | "label">[];
  /** What this person may start that hangs on no case. */
  acts: readonly Act[];
  /** Takes what was typed to the search, in a POST: it may be a name. */
  seek: (form: FormData) => Promise<void>;
};

/** Ctrl K or Cmd K: type a few letters, arrows choose, Enter goes. A whole sheet on a phone. */
export function Palette({ pages, acts, seek }: PaletteProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const press = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", press);
    document.addEventListener(openPaletteEvent, show);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener(openPaletteEvent, show);
    };
  }, []);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className="palette palette--open">
          <Base.Title className="vh">{t("Go to a page or a case, or do something")}</Base.Title>
          <Chooser
            pages={pages.map(({ href, label }) => ({ href, label, note: "" }))}
            acts={acts}
            seek={seek}
            close={() => setOpen(false)}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type ChooserProps = Pick<PaletteProps, "acts" | "seek"> & { pages: PaletteLine[]; close: () => void };

function Chooser({ pages, acts, seek, close }: ChooserProps) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [sent, setSent] = useState<Sent>("nothing");
  const { answer, asking } = useAnswer(typed, caseOfPath(usePathname()));
  const groups = groupsFor({ pages, acts }, answer, typed);
  const lines = groups.flatMap((group) => group.lines);
  const current = Math.min(at, Math.max(lines.length - 1, 0));
  const announcement = announcementOf(lines.length, asking, sent);

  function go(href: string | undefined) {
    if (!href || sent === "looking") return;
    if (href === toSearch && typed.trim() !== "") return look();
    close();
    router.push(href as Route);
  }

  /** It stays open until an answer came, so that what was typed is not lost and can be sent again. */
  function look() {
    setSent("looking");
    const sought = new FormData();
    sought.set("q", typed);
    startTransition(async () => {
      if (await isAnswered(seek(sought))) close();
      else setSent("unanswered");
    });
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") go(lines[current]?.href);
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
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            setSent((before) => (before === "looking" ? before : "nothing"));
          }}
          onKeyDown={press}
        />
        <Base.Close className={buttonClass({ variant: "quiet", iconOnly: true })} aria-label={t("Close")}>
          <Icon name="x" />
        </Base.Close>
      </div>
      <Lines groups={groups} current={current} go={go} />
      <p className="palette__group" role="status">
        {announcement.toAll}
        <span className="vh">{announcement.toReader}</span>
      </p>
    </>
  );
}

function Lines({ groups, current, go }: { groups: PaletteGroup[]; current: number; go: (href: string) => void }) {
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
                key={`${line.href} ${line.label}`}
                id={`palette-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === current}
                className="palette__opt"
                ref={place === current ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
                onClick={() => go(line.href)}
                onKeyDown={(event) => (event.key === "Enter" ? go(line.href) : undefined)}
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
function useAnswer(typed: string, caseId: string | null): { answer: PaletteAnswer; asking: boolean } {
  const [answer, setAnswer] = useState(nothing);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    setAsking(true);
    // Enter must not lead to a case that was found for other letters.
    setAnswer((before) => ({ ...before, cases: [] }));
    const timer = setTimeout(async () => {
      try {
        const body = JSON.stringify({ text: typed, caseId });
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
  }, [typed, caseId]);
  return { answer, asking };
}
