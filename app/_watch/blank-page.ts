/**
 * Removes everything from the document: what was rendered, and the scripts that contained its text. Forms no longer in
 * the document do not ask whether to leave them.
 */
export function blankPage(): void {
  document.documentElement.classList.add("gone");
  document.title = "Crossdocket";
  for (const script of document.head.querySelectorAll("script:not([src])")) script.remove();
  document.body.replaceChildren();
}

/** For as long as the page of the cover cannot be opened yet. Rendered by hand: React's own page is gone. */
export function showMessage(title: string, message: string, button?: { text: string; press: () => void }): void {
  const box = document.createElement("main");
  box.className = "meanwhile";
  box.append(element("h1", title), element("p", message));
  if (button) {
    const made = element("button", button.text);
    made.className = "btn btn--primary";
    made.addEventListener("click", button.press);
    box.append(made);
  }
  document.body.replaceChildren(box);
  document.documentElement.classList.remove("gone");
}

function element(name: "h1" | "p" | "button", text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
