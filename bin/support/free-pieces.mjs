/** Where files come in by PUT. Next's proxy does not see them: where it looks, it holds the same pieces. */
const ofFiles = /^\/(api\/evidence|api\/capture|p\/files|offline\/arrivals)\//;

/**
 * Gives back the memory of each piece of a file that comes in as soon as the next is asked for: Next has copied it by
 * then. Left to the collector, every 36 MB of pieces had it look through all that the process holds, and a file of 500 MB
 * took half as long again. Who reads another body may keep its pieces.
 */
export function freePieces(request) {
  if (request.method !== "PUT" || !ofFiles.test(request.url)) return;
  const iterate = request[Symbol.asyncIterator];
  request[Symbol.asyncIterator] = () => {
    const pieces = iterate.call(request);
    let last;
    return {
      next: async () => {
        if (last && last.byteLength === last.buffer.byteLength) last.buffer.transfer(0);
        const step = await pieces.next();
        last = step.value;
        return step;
      },
      return: (value) => pieces.return(value),
      throw: (error) => pieces.throw(error),
    };
  };
}
