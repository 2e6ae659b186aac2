import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MailHops } from "@/app/(work)/cases/[caseId]/evidence/_components/mail-hops";
import { MailPanel } from "@/app/(work)/cases/[caseId]/evidence/_components/mail-panel";
import { WordsPanel } from "@/app/(work)/cases/[caseId]/evidence/_components/words-panel";
import { mailNoteWords } from "@/lib/evidence/exhibits/labels";
import { type MailFacts, mailNoteKinds } from "@/lib/platform/sandbox/types";

const zones = { home: "Africa/Johannesburg", there: "America/New_York" };
const hop = { by: "mx.example", with: "ESMTP", at: null, atUtc: null };
const seen = { ...hop, claimed: "[10.1.1.5]", seenIp: "76.183.22.9", seenName: "cpe.example" };

describe("the way of a mail", () => {
  test("sets the address that a server saw apart from what was claimed", () => {
    const cells = cellsOf(renderToStaticMarkup(<MailHops hops={[seen]} zones={zones} />));
    expect(cells["Address it saw"]).toBe("76.183.22.9 cpe.example");
    expect(cells["Claimed by the sender’s machine"]).toBe("[10.1.1.5]");
  });

  test("an address that nobody could read is not known, whatever was claimed", () => {
    const cells = cellsOf(
      renderToStaticMarkup(<MailHops hops={[{ ...seen, seenIp: null, seenName: null }]} zones={zones} />),
    );
    expect(cells["Address it saw"]).toBe("Not known");
  });

  test("says what was not certain, and each file with its hash", () => {
    const mail: MailFacts = {
      messageId: null,
      date: null,
      dateUtc: null,
      from: null,
      returnPath: null,
      replyTo: null,
      originatingIp: "192.0.2.7",
      hops: [],
      checks: [],
      parts: [],
      notes: [{ kind: "versions_differ", detail: null }],
    };
    const attachments = [{ name: "", mime: "image/png", size: 4, sha256: "ab".repeat(32) }];
    const text = textOf(
      renderToStaticMarkup(
        <MailPanel mail={mail} attachments={attachments} zones={zones} headers={[]} folded={false} savedPage={false} />,
      ),
    );
    expect(text).toContain("contains more than one version of its text");
    expect(text).toContain(`Without a name image/png 4 B SHA-256 ${"ab".repeat(32)}`);
    expect(text).toContain("A line that the sender’s machine may have written itself.");
  });

  test("every kind of note is a sentence", () => {
    for (const kind of mailNoteKinds) expect(mailNoteWords({ kind, detail: "x" })).toMatch(/^[A-Z].*\.$/);
  });
});

describe("words that were read again", () => {
  const at = new Date("2026-11-28T10:00:00Z");
  const page = (
    before: { version: number; lines: string[]; cut: boolean }[],
    sensitivity: "ordinary" | "distressing",
  ) =>
    textOf(
      renderToStaticMarkup(
        <WordsPanel
          exhibitId="1"
          sensitivity={sensitivity}
          zone={zones.home}
          words={{ lines: ["I will find you"], cut: false, again: { at, before }, claims: [] }}
        />,
      ),
    );

  test("say on which day, and show both readings where they differ", () => {
    const text = page([{ version: 0, lines: ["I will"], cut: false }], "ordinary");
    expect(text).toContain(
      "Read again on 28 Nov 2026, 12:00 SAST with a newer reader; the words differ from what was shown before.",
    );
    expect(text).toMatch(/I will find you.*What was shown before.*I will/);
  });

  test("say that they are the same where they are", () => {
    const text = page([], "ordinary");
    expect(text).toContain("The words are the same.");
    expect(text).not.toContain("What was shown before");
  });

  test("stay folded, the earlier ones too, where they are hard to read", () => {
    const text = page([{ version: 0, lines: [], cut: false }], "distressing");
    expect(text.match(/Read the words/g)).toHaveLength(2);
    expect(text).not.toContain("I will find you");
  });
});

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

function cellsOf(html: string): Record<string, string> {
  const cells = html.matchAll(/<td[^>]*data-label="([^"]*)"[^>]*>(.*?)<\/td>/gs);
  return Object.fromEntries([...cells].map(([, label = "", inner = ""]) => [label, textOf(inner)]));
}
