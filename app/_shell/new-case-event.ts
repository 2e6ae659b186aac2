/** Asks for the drawer that looks for a client before a case is opened; whoever opens it cancels the event. */
export const newCaseEvent = "crossdocket:new-case";

/** The same search as a page. */
export const newCasePath = "/cases/new";
