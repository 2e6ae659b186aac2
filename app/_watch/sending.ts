let sending = 0;

/** While files are on their way the covered page stays, empty, until they have arrived. Call what it gives at the end. */
export function whileSending(): () => void {
  sending += 1;
  let over = false;
  return () => {
    if (!over) sending -= 1;
    over = true;
  };
}

export const isSending = (): boolean => sending > 0;
