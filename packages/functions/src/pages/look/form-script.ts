import { createHash } from "node:crypto";

/**
 * The one script, for forms: a field whose condition does not hold is not shown, and what is typed is saved as a draft, at
 * most every half a minute and when the page is left. Without it everything works; it chooses nothing and sends no answer.
 */
export const formScript = `for (const form of document.querySelectorAll("form")) {
  const parts = [...form.querySelectorAll("[data-only-if]")];
  const isAnswered = (name, values) =>
    [...form.querySelectorAll('[name="' + name + '"]')].some(
      (control) => !control.closest("[hidden]") && (control.checked || control.localName === "select") && values.includes(control.value),
    );
  const show = () => {
    for (const part of parts) part.hidden = !isAnswered(part.dataset.onlyIf, part.dataset.is.split(" "));
  };
  form.addEventListener("change", show);
  show();

  const state = form.querySelector("[data-saved]");
  if (!state) continue;
  let isChanged = false;
  let savedAt = 0;
  let timer;
  const save = async (keepalive) => {
    if (!isChanged) return;
    isChanged = false;
    savedAt = Date.now();
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "autosave");
    try {
      const response = await fetch(form.getAttribute("action"), { method: "POST", body, keepalive });
      if (response.ok && !isChanged) state.textContent = state.dataset.saved;
    } catch {
      isChanged = true;
    }
  };
  form.addEventListener("input", () => {
    isChanged = true;
    state.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(3000, savedAt + 30000 - Date.now()));
  });
  form.addEventListener("submit", () => {
    isChanged = false;
    clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
}
`;

/** Changes with the script, so that browsers may keep it for ever. */
export const formScriptPath = `/form.js?v=${createHash("sha256").update(formScript).digest("hex").slice(0, 12)}`;
