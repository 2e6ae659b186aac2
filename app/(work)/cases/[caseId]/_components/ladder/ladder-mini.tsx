type MiniProps = {
  /** As `miniText` writes it: `ddonnn/nddwnn/---b--` (home, there, bridges in use). */
  marks: string;
  /** The words that stand for the picture, such as `Level 3, detective overdue`. */
  label: string;
};

const right = (index: number) => 6 + index * 18;
const classOf = (mark: string) => (mark === "d" || mark === "w" || mark === "o" ? mark : "n");

/** The ladder as a line of marks for lists: home above, there below, a square when overdue. */
export function LadderMini({ marks, label }: MiniProps) {
  const [home = "", there = "", bridges = ""] = marks.split("/");
  const length = Math.max(home.length, there.length);
  const used = [...bridges].flatMap((bridge, i) => (bridge === "b" ? [right(i)] : []));
  return (
    <svg className="mini" viewBox={`0 0 ${length * 18 - 4} 24`} role="img" aria-label={label}>
      <path className="r" d={`M6 5.5H${right(length - 1)}M6 18.5H${right(length - 1)}`} />
      {used.map((x) => (
        <path key={x} className="b" d={`M${x} 5.5V18.5`} />
      ))}
      {[home, there].map((row, side) =>
        [...row].map((mark, i) => (
          <Mark
            key={`${side === 0 ? "home" : "there"}-${right(i)}`}
            mark={mark}
            x={right(i)}
            y={side === 0 ? 5.5 : 18.5}
          />
        )),
      )}
    </svg>
  );
}

function Mark({ mark, x, y }: { mark: string; x: number; y: number }) {
  if (mark === "o") return <rect className="o" x={x - 4.5} y={y - 4.5} width="9" height="9" />;
  return <circle className={classOf(mark)} cx={x} cy={y} r="4" />;
}
