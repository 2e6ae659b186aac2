/** Asks the open case for its sheet to write a note; whoever opens it cancels the event. */
export const writeNoteEvent = "crossdocket:note";
