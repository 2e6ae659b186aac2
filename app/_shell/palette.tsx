"use client";

import {
  type ClipboardEvent,
  type KeyboardEvent,
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Modal } from "@/app/_ui/modal";
import { useLater } from "@/app/_ui/use-later";
import { isAnswered } from "@/app/_ui/with-network-error";
import { longestQuery } from "@/lib/oversight/search/rules";
import { t } from "@/lib/platform/language/translate";
import type { NavItem } from "./nav";
import { onOneLine } from "./on-one-line";
import { onOpenPalette } from "./palette-button";
import type { Press } from "./palette-lines";
import type { Act, PaletteLine, Sent } from "./palette-rules";

/** What it knows and asks is fetched when it is first opened: most pages are read without it. */
const loadLines = () => import("./palette-lines").then(({ PaletteLines }) => PaletteLines);

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
    // At once, so that the box has the focus before the next key comes.
    const show = (text: string) =>
      flushSync(() => {
        setStart(text);
        setOpen(true);
      });
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

/** The box, which is there at once and takes what is typed, and under it the lines as soon as they have come. */
function Chooser({ pages, acts, seek, start, close }: ChooserProps) {
  const [typed, setTyped] = useState(onOneLine(start));
  // The lines of a pasted message say what belongs together: they are sent as they came while nothing else was typed.
  const [pasted, setPasted] = useState(start);
  const [sent, setSent] = useState<Sent>("nothing");
  const [shown, setShown] = useState({ count: 0, current: 0 });
  const [entered, setEntered] = useState(false);
  const { part: PaletteLines, failed, ask } = useLater(loadLines, true);
  const pressed = useRef<Press | null>(null);
  const text = onOneLine(pasted) === typed ? pasted : typed;

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
    setSent((before) => (before === "looking" ? before : "nothing"));
  }

  // Enter was pressed, and the lines do not come: the search is asked in their place.
  useEffect(() => {
    if (!failed || !entered) return;
    setEntered(false);
    if (typed.trim() !== "") look();
  }, [failed, entered]);

  // Letters that were typed before the focus came here.
  useEffect(() => onOpenPalette((more) => setTyped((before) => `${before}${more}`)), []);

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !listKeys.includes(event.key)) return;
    event.preventDefault();
    if (pressed.current) pressed.current(event.key);
    else if (event.key !== "Enter") return;
    else if (!failed) setEntered(true);
    else if (sent !== "looking" && typed.trim() !== "") look();
  }

  return (
    <>
      <div className="palette__in">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t("Name, number, case, page, or what you want to do")}
          aria-expanded={shown.count > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={shown.count > 0 ? `palette-${shown.current}` : undefined}
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
      {PaletteLines ? (
        <PaletteLines
          text={text}
          typed={typed}
          pages={pages}
          acts={acts}
          sent={sent}
          entered={entered}
          pressed={pressed}
          onShown={setShown}
          look={look}
          close={close}
        />
      ) : (
        <Waiting failed={failed} ask={ask} sent={sent} />
      )}
    </>
  );
}

/** The keys that choose a line and take it. */
const listKeys = ["Enter", "ArrowDown", "ArrowUp", "Home", "End"];

/** Until the lines are there. Where they do not come, the search itself still answers. */
function Waiting({ failed, ask, sent }: { failed: boolean; ask: () => void; sent: Sent }) {
  return (
    <>
      <p className="palette__group" role="status">
        {failed && sent === "nothing"
          ? t("The list did not load. Press Enter to look for what you typed, or try again.")
          : sent === "unanswered"
            ? t("No response. What you typed is still here: press Enter to send it again.")
            : t("Loading")}
      </p>
      {failed ? (
        <Button icon="rotate-ccw" onClick={ask}>
          {t("Try again")}
        </Button>
      ) : null}
    </>
  );
}
