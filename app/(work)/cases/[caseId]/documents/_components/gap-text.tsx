/** Words with their blanks marked: `[client's phone: not recorded]`. */
export function GapText({ text }: { text: string }) {
  // Every second piece is a blank; the order of the pieces is the only thing that names them.
  return text
    .split(/(\[[^[\]]+: not recorded\])/)
    .map((piece, i) =>
      i % 2 === 1 ? <mark key={`${i}${piece}`}>{piece}</mark> : <span key={`${i}${piece}`}>{piece}</span>,
    );
}
