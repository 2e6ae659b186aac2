import { HeadingLevel, Paragraph, TextRun } from "docx";

/** Text as runs: a blank in square brackets is highlighted, and a line break is kept. */
export function runsOf(text: string, look: { bold?: boolean; size?: number; font?: string } = {}): TextRun[] {
  return text.split(/(\[[^[\]]+\])/).flatMap((piece, i) =>
    piece === ""
      ? []
      : piece.split("\n").map(
          (line, at) =>
            new TextRun({
              text: line,
              ...look,
              ...(i % 2 === 1 ? { bold: true } : {}),
              ...(at > 0 ? { break: 1 } : {}),
            }),
        ),
  );
}

export function titleOf(title: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) });
}

export function addresseeOf(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, i) => new Paragraph({ spacing: { after: i === lines.length - 1 ? 200 : 0 }, children: runsOf(line) }),
  );
}

export function headingOf(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: runsOf(text),
  });
}

export function textOf(text: string, keepNext = false): Paragraph {
  return new Paragraph({ children: runsOf(text), keepNext, keepLines: keepNext });
}
