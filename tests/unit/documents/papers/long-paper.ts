import type { PaperSetting } from "@/lib/documents/papers/plan-paper";
import { fillTemplate } from "@/lib/documents/papers/rules";
import type { DocumentBody, FactItem } from "@/lib/documents/papers/types";
import { exhibit, makeFacts, makeTemplate } from "@/tests/unit/documents/papers/paper";

/** A statement of several pages. Everybody in it is invented. */
export function longBody(): DocumentBody {
  const incidents: FactItem[] = Array.from({ length: 16 }, (_, i) => ({
    code: `I-${i + 1}`,
    values: {
      number: `I-${i + 1}`,
      at: "13 Oct 2026, 12:06 SAST · 13 Oct 2026, 06:06 EDT",
      account: "@crowbar_9",
      words: "“I know which street you live on. When I see you I will break your jaw. Bly stil, môre kom ek.”",
      what: "A direct message after the account was blocked.",
      exhibits: `E-0${(i % 8) + 1}`,
    },
  }));
  const facts = makeFacts();
  return fillTemplate(makeTemplate(), {
    ...facts,
    values: { ...facts.values, "reference.cas": "Voorbeeldfontein CAS 123/4/2026" },
    lists: {
      ...facts.lists,
      incidents,
      exhibits: Array.from({ length: 8 }, (_, i) => exhibit(i + 1)),
      references: [
        {
          code: "R-1",
          values: { kind: "CAS number", number: "CAS 123/4/2026", issuer: "Voorbeeldfontein", date: "14 Oct 2026" },
        },
      ],
    },
  });
}

export function setting(change: Partial<PaperSetting> = {}): PaperSetting {
  return {
    state: "draft",
    signer: "client",
    version: 3,
    savedAt: new Date("2026-11-24T10:00:00Z"),
    zone: "Africa/Johannesburg",
    caseCode: "CD-26-0147",
    code: "D-02",
    organisation: "Test organisation",
    documentId: "0198f5a0-0000-7000-8000-000000000001",
    ...change,
  };
}
