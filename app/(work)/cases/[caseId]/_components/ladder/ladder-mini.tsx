type MiniProps = {
  /** As `miniText` writes it: `ddonnn/nddwnn/---b--` (home, there, bridges in use). */
  marks: string;
  /** The text alternative of the picture, such as `Level 3, detective overdue`. */
  label: string;
};

const right = (index: number) => 6 + index * 18;
const rows = [5.5, 18.5] as const;

/** Those without a class first, so that the important ones are drawn on top. */
const kinds = ["n", "d", "w", "o"] as const;
type Kind = (typeof kinds)[number];
const kindOf = (mark: string): Kind => kinds.find((kind) => kind === mark) ?? "n";

/** The ladder as a line of marks for lists: home above, there below, a square when overdue. One path for each kind. */
export function LadderMini({ marks, label }: MiniProps) {
  const [home = "", there = "", bridges = ""] = marks.split("/");
  const length = Math.max(home.length, there.length);
  const used = [...bridges].map((bridge, at) => (bridge === "b" ? `M${right(at)} 5.5V18.5` : "")).join("");
  const paths: Record<Kind, string> = { n: "", d: "", w: "", o: "" };
  for (const [side, row] of [home, there].entries()) {
    for (const [at, mark] of [...row].entries())
      paths[kindOf(mark)] += shapeOf(kindOf(mark), right(at), rows[side] ?? 0);
  }
  return (
    <svg className="mini" viewBox={`0 0 ${length * 18 - 4} 24`} role="img" aria-label={label}>
      <path className="r" d={`M6 5.5H${right(length - 1)}M6 18.5H${right(length - 1)}`} />
      {used ? <path className="b" d={used} /> : null}
      {kinds.map((kind) => (paths[kind] ? <path key={kind} className={kind} d={paths[kind]} /> : null))}
    </svg>
  );
}

/** A circle of radius 4, or a square of 9. */
function shapeOf(kind: Kind, x: number, y: number): string {
  return kind === "o" ? `M${x - 4.5} ${y - 4.5}h9v9h-9z` : `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`;
}
