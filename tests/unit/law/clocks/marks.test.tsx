import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClockMarks } from "@/app/(work)/_components/clock-marks";
import { isWeakMark, weakMarkWords } from "@/lib/law/jurisdictions/labels";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

test("a limit of law or provider that no source was read for, or that is to be confirmed, is never shown without its word", () => {
  const weak = houseLaw.clocks.filter(
    ({ kind, sources }) => kind !== "D" && sources.some(({ marks }) => marks.includes("G") || marks.includes("C")),
  );
  expect(weak.map(({ code }) => code)).toEqual(expect.arrayContaining(["T-PHA-RET", "T-SOL-US", "T-PRESC-CIV"]));
  for (const { code, kind, sources } of weak) {
    const drawn = renderToStaticMarkup(<ClockMarks kind={kind} sources={sources} />);
    const marks = new Set(sources.flatMap((source) => source.marks).filter(isWeakMark));
    for (const mark of marks) expect(drawn, code).toContain(`>${weakMarkWords[mark]}<`);
  }
});
