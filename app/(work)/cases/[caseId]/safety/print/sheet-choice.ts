import { type PlanSection, planSections } from "@/lib/casework/safety/plans/types";

type Asked = Record<string, string | string[] | undefined>;

/** What the page for the client shows. Words that were agreed and our name only when somebody ticks them. */
export type SheetChoice = { sections: PlanSection[]; steps: boolean; organisation: boolean };

/** Reads the ticks out of the address; before anybody ticked, all but the words. */
export function readSheetChoice({ show, with: parts, steps, organisation }: Asked): SheetChoice {
  const asked = show === "on";
  const given = [parts].flat();
  return {
    sections: planSections.filter((section) => (asked ? given.includes(section) : section !== "words")),
    steps: asked ? steps === "on" : false,
    organisation: asked && organisation === "on",
  };
}
