// Pages read and decide without this; it saves a click here and there.
"use strict";

for (const select of document.querySelectorAll("[data-sends]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
  for (const button of select.form.querySelectorAll("[data-sent]")) button.hidden = true;
}

for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
    button.classList.add("copied");
  });
}

// j and k walk through the rows of a list, as the arrow keys do in a spreadsheet; n and p turn it.
// Whoever speaks to the machine, or has other keys on these letters, turns them off.
const KEYS_OFF = "screener-keys-off";
const rows = [...document.querySelectorAll("[data-walk] tbody tr")];
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || localStorage.getItem(KEYS_OFF)) return;
  if (event.target.closest("input, select, textarea")) return;
  const turn = { n: "next", p: "prev" }[event.key];
  if (turn) document.querySelector(`.pager [rel=${turn}]`)?.click();
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next.querySelector("a, button, input")?.focus();
});

for (const hint of document.querySelectorAll("[data-keys]")) {
  hint.hidden = false;
  const button = hint.querySelector("[data-keys-switch]");
  const tell = () => {
    button.textContent = localStorage.getItem(KEYS_OFF) ? button.dataset.on : button.dataset.off;
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(KEYS_OFF)) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
    tell();
  });
  tell();
}

// A message of the checker leads to its place in the text.
for (const link of document.querySelectorAll("[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const area = document.getElementById("yaml");
    const lines = area.value.split("\n");
    const { line, column, end } = link.dataset;
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    area.focus();
    area.setSelectionRange(start + Number(column) - 1, start + Number(end) - 1);
    const top = area.getBoundingClientRect().top + ((line - 1) / lines.length) * area.scrollHeight;
    scrollTo({ top: scrollY + top - innerHeight / 3 });
  });
}

// Looks again how far a batch has come, and at the whole page once it has ended.
const waiting = document.querySelector("[data-looks-again]");
const lookAgain = async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (answer && !answer.ok) return location.reload();
  const text = answer ? await answer.text() : "";
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-looks-again]");
  if (answer && !fresh) return location.reload();
  if (fresh) waiting.replaceChildren(...fresh.childNodes);
  setTimeout(lookAgain, 3000);
};
if (waiting) setTimeout(lookAgain, 3000);

// Opens what a link points at, where that lies in something folded.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
addEventListener("hashchange", unfold);
unfold();
