import type { Chart, Look, Mark } from "@/lib/platform/charts/marks";

const fills = ["strong", "light", "paper", "none"] as const;
const looks: Look[] = ["axis", "grid", "outline", "solid", "dashed", "dotted", "now", "hatch"];

/** Every fill and every line, each with its name. */
export const sampleChart: Chart = {
  title: "Every fill and every line",
  about: "Boxes with each fill, then each line, with their names.",
  width: 170,
  height: 40,
  text: 2.7,
  marks: [
    ...fills.flatMap((fill, i): Mark[] => [
      {
        m: "path",
        segments: [["M", i * 40, 0], ["L", i * 40 + 30, 0], ["L", i * 40 + 30, 5], ["L", i * 40, 5], ["Z"]],
        fill,
        look: "outline",
      },
      { m: "text", x: i * 40, y: 9, text: fill, anchor: "start", look: "strong" },
    ]),
    ...looks.flatMap((look, i): Mark[] => [
      {
        m: "path",
        segments: [
          ["M", 0, 13 + i * 3.4],
          ["L", 60, 13 + i * 3.4],
        ],
        fill: "none",
        look,
      },
      { m: "text", x: 64, y: 14 + i * 3.4, text: look, anchor: "start", look: "plain" },
    ]),
  ],
};
