// @ts-check
// The script of the client's page, put into it as it is. Old phones run it: no newer syntax than 2019, no library.

const longest = 64 * 1024 * 1024;
const mostTries = 8;

/** @param {string} selector */
const all = (selector) => Array.from(document.querySelectorAll(selector));

/** Blank at once, then away; the server ends the visit meanwhile. */
function leave() {
  document.documentElement.hidden = true;
  document.title = " ";
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be switched off: then there is nothing in it.
  }
  const over = fetch("/p/leave", { method: "POST", keepalive: true, redirect: "manual" });
  const go = () => location.replace("/p/blank");
  over.then(go, go);
  setTimeout(go, 1000);
}

let shifts = 0;
let last = 0;
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.repeat) {
    if (event.key !== "Shift") shifts = 0;
    return;
  }
  shifts = Date.now() - last < 1000 ? shifts + 1 : 1;
  last = Date.now();
  if (shifts >= 3) leave();
});

/** What was shown does not come back from the browser's memory. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

/** @param {ArrayBuffer} buffer */
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The SHA-256 of a file; null where the browser has none, or the file is too large for an old phone. @param {File} file */
async function digestOf(file) {
  if (!window.crypto || !crypto.subtle || !file.arrayBuffer || file.size > longest) return undefined;
  try {
    return hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  } catch {
    return undefined;
  }
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the rest of a file. Says the status, 0 when the line broke, and what is held where the server says it.
 * @param {string} id @param {File} file @param {number} offset @param {(bytes: number) => void} onBytes
 * @returns {Promise<{ status: number; held: number | null }>}
 */
function put(id, file, offset, onBytes) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/p/files/${id}`);
    request.setRequestHeader("upload-offset", String(offset));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onBytes(offset + event.loaded);
    request.onload = () => {
      let held = null;
      try {
        held = JSON.parse(request.responseText).held;
      } catch {
        // A page instead of an answer: the visit is over.
      }
      resolve({ status: request.status, held: typeof held === "number" ? held : null });
    };
    request.onerror = () => resolve({ status: 0, held: null });
    request.ontimeout = request.onerror;
    request.send(file.slice(offset));
  });
}

/** @param {string} id */
async function heldOf(id) {
  const answer = await fetch(`/p/files/${id}`);
  return answer.ok ? (await answer.json()).held : 0;
}

/**
 * Sends one file, going on where it stopped as often as the line breaks. Says true once all of it is there.
 * @param {string} id @param {File} file @param {(bytes: number) => void} onBytes
 */
async function send(id, file, onBytes) {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      const offset = await heldOf(id);
      const { status } = await put(id, file, offset, onBytes);
      if (status === 200 || status === 201) return true;
      if (status === 401 || status === 413 || status === 429) return false;
    } catch {
      // No line: it is tried again.
    }
    await pause(Math.min(1000 * 2 ** tries, 20000));
  }
  return false;
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of all("form[data-leave]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      leave();
    });
  }

  for (const element of all("form[data-files]")) {
    const form = /** @type {HTMLFormElement} */ (element);
    const texts = form.dataset;
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
    const list = /** @type {HTMLElement} */ (form.querySelector("[data-progress]"));
    /** @param {string} name */
    const typed = (name) => /** @type {HTMLInputElement} */ (form.querySelector(`[name=${name}]`)).value;

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const files = Array.from(input.files || []);
      list.textContent = files.length === 0 ? String(texts.none) : "";
      if (files.length === 0) return;
      button.disabled = true;
      let whole = true;
      for (const file of files) whole = (await sendOne(file)) && whole;
      button.disabled = false;
      if (whole) location.assign(String(texts.home));
    });

    /** @param {File} file */
    async function sendOne(file) {
      const line = document.createElement("p");
      const bar = document.createElement("progress");
      const words = document.createElement("span");
      bar.max = Math.max(file.size, 1);
      line.append(file.name, document.createElement("br"), bar, words);
      list.append(line);
      /** @param {number} bytes */
      const show = (bytes) => {
        bar.value = bytes;
        const percent = Math.min(100, Math.round((100 * bytes) / Math.max(file.size, 1)));
        words.textContent = String(texts.sending).replace("{percent}", String(percent));
      };
      show(0);
      const about = { what: typed("what"), when: typed("when"), where: typed("where") };
      const said = {
        fileName: file.name,
        fileType: file.type,
        size: file.size,
        sha256: await digestOf(file),
        ...about,
      };
      for (let tries = 0; tries < mostTries; tries += 1) {
        try {
          const body = JSON.stringify(said);
          const answer = await fetch("/p/files", {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          });
          if (answer.status === 409) return end(String(texts.stopped));
          if (answer.status === 413) return end(String(texts.large));
          if (answer.status === 429) return end(String(texts.often));
          if (!answer.ok) return end(String(texts.broken));
          const { id, state } = await answer.json();
          if (state !== "announced" || (await send(id, file, show))) {
            show(file.size);
            words.textContent = String(texts.done);
            return true;
          }
          return end(String(texts.broken));
        } catch {
          await pause(Math.min(1000 * 2 ** tries, 20000));
        }
      }
      return end(String(texts.broken));

      /** @param {string} text */
      function end(text) {
        words.textContent = text;
        words.className = "error";
        return false;
      }
    }
  }

  for (const element of all("[data-sign]")) {
    const box = /** @type {HTMLElement} */ (element);
    const canvas = /** @type {HTMLCanvasElement} */ (box.querySelector("canvas"));
    const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    const pen = canvas.getContext("2d");
    /** @type {[number, number][][]} */
    let strokes = [];
    let isDown = false;
    box.hidden = false;

    /** @param {PointerEvent} event @returns {[number, number]} */
    const pointOf = (event) => {
      const place = canvas.getBoundingClientRect();
      /** @param {number} part @param {number} most */
      const within = (part, most) => Math.round(Math.min(Math.max(part, 0), 1) * most);
      return [
        within((event.clientX - place.left) / place.width, 1000),
        within((event.clientY - place.top) / place.height, 400),
      ];
    };

    const draw = () => {
      field.value = strokes.length > 0 ? JSON.stringify(strokes) : "";
      if (!pen) return;
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.lineWidth = 6;
      pen.lineCap = "round";
      pen.strokeStyle = "#000";
      for (const stroke of strokes) {
        pen.beginPath();
        pen.moveTo(stroke[0][0], stroke[0][1]);
        for (const [x, y] of stroke) pen.lineTo(x, y);
        if (stroke.length === 1) pen.lineTo(stroke[0][0] + 1, stroke[0][1]);
        pen.stroke();
      }
    };

    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      isDown = true;
      strokes.push([pointOf(event)]);
      draw();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!isDown) return;
      strokes[strokes.length - 1].push(pointOf(event));
      draw();
    });
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => {
        isDown = false;
      });
    }
    const clear = box.querySelector("button");
    if (clear) {
      clear.addEventListener("click", () => {
        strokes = [];
        draw();
      });
    }
  }
});
