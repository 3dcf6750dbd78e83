"use strict";
// Joins words and record by the keys that both carry. Places are never counted here: Python cut the pieces.
(() => {
  const byId = (id) => document.getElementById(id);
  const article = byId("article");
  const inspector = byId("inspector");
  const said = byId("said");
  const bits = [...article.querySelectorAll(".bit")];
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const wide = matchMedia("(min-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const piecesOf = new Map();
  let cameFrom = null;
  document.documentElement.classList.add("alive");

  for (const piece of article.querySelectorAll("[data-on]")) {
    for (const key of piece.dataset.on.split(" ")) {
      if (!piecesOf.has(key)) piecesOf.set(key, []);
      piecesOf.get(key).push(piece);
    }
  }
  // The card of a key: statement-2-cue belongs to statement-2.
  const cardOf = (key) => byId("card-" + key.split("-", 2).join("-"));
  const bringIntoView = (element, block) =>
    element.scrollIntoView({ block, inline: "nearest", behavior: calm ? "auto" : "smooth" });
  const clear = (name) => document.querySelectorAll("." + name).forEach((element) => element.classList.remove(name));

  // Tabs
  function choose(tab, focus) {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      byId(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
  }
  const step = (list, from, key) => ({
    Home: 0, End: list.length - 1, ArrowRight: from + 1, ArrowDown: from + 1, ArrowLeft: from - 1, ArrowUp: from - 1,
  })[key];
  for (const tab of tabs) {
    tab.addEventListener("click", () => choose(tab, false));
    tab.addEventListener("keydown", (event) => {
      const next = step(tabs, tabs.indexOf(tab), event.key);
      if (next === undefined) return;
      event.preventDefault();
      choose(tabs[(next + tabs.length) % tabs.length], true);
    });
  }
  if (tabs.length) choose(tabs.find((tab) => tab.getAttribute("aria-selected") === "true") || tabs[0], false);

  // From a field to its words
  function showWords(key, source) {
    const pieces = piecesOf.get(key) || [];
    clear("shown");
    clear("current");
    for (const piece of pieces) piece.classList.add("shown");
    const card = cardOf(key);
    if (card) card.classList.add("current");
    said.textContent = pieces.length + " " + said.dataset.marked + ". " + said.dataset.return;
    if (!pieces.length) return;
    bringIntoView(pieces[0], "center");
    cameFrom = source;
    if (source.matches(":focus-visible")) focusBit(pieces.find((piece) => piece.classList.contains("bit")) || bits[0]);
  }
  document.addEventListener("click", (event) => {
    const source = event.target.closest("[data-show]");
    if (source) showWords(source.dataset.show, source);
  });

  // From words to what was read there
  function showCard(key) {
    const card = cardOf(key);
    if (!card) return;
    choose(byId(card.closest("[role=tabpanel]").getAttribute("aria-labelledby")), false);
    clear("current");
    card.classList.add("current");
    return card;
  }
  function item(list, key) {
    const card = cardOf(key);
    if (!card) return;
    const button = document.createElement("button");
    button.type = "button";
    const title = document.createElement("span");
    title.textContent = card.dataset.title || card.textContent;
    button.append(title);
    if (card.dataset.rule) {
      const rule = document.createElement("code");
      rule.textContent = card.dataset.rule;
      button.append(" ", rule);
    }
    button.addEventListener("click", () => {
      const chosen = showCard(key);
      chosen.focus({ preventScroll: true });
      bringIntoView(chosen, "center");
    });
    const entry = document.createElement("li");
    entry.className = "of-" + key.split("-")[0];
    entry.append(button);
    list.append(entry);
  }
  function inspect(piece) {
    const keys = (piece.dataset.on || "").split(" ").filter(Boolean);
    const parts = [...new Set(keys.map((key) => key.split("-", 2).join("-")))];
    const read = parts.filter((key) => !key.startsWith("rule-"));
    const rules = parts.filter((key) => key.startsWith("rule-"));
    const list = byId("inspected");
    const steps = byId("steps");
    list.replaceChildren();
    steps.replaceChildren();
    for (const key of read) item(list, key);
    for (const key of rules) item(steps, key);
    if (!read.length) {
      const nothing = document.createElement("li");
      nothing.textContent = inspector.dataset.nothing;
      list.append(nothing);
    }
    byId("steps-title").hidden = !rules.length;
    byId("ask").textContent = inspector.dataset.ask.replace("{offset}", piece.dataset.at);
    inspector.hidden = false;
    clear("shown");
    piece.classList.add("shown");
    // The narrowest part is the most telling one; keys come with the widest first.
    for (const key of read.slice(-1)) {
      (piecesOf.get(key) || []).forEach((other) => other.classList.add("shown"));
      const card = showCard(key);
      // On a narrow screen the record lies below the article, and whoever reads should not be carried away.
      if (card && wide.matches) bringIntoView(card, "nearest");
    }
    said.textContent = list.textContent;
  }
  // The article is one stop for Tab; the arrows move inside it.
  let entrance = bits[0];
  if (entrance) entrance.tabIndex = 0;
  function focusBit(bit) {
    if (!bit) return;
    entrance.tabIndex = -1;
    entrance = bit;
    bit.tabIndex = 0;
    bit.focus({ preventScroll: true });
  }
  article.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-at]");
    if (!piece || String(getSelection())) return;
    if (piece.classList.contains("bit")) focusBit(piece);
    inspect(piece);
  });
  article.addEventListener("keydown", (event) => {
    const bit = event.target.closest(".bit");
    if (!bit) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      cameFrom = bit;
      inspect(bit);
      return;
    }
    // In a text that runs from right to left, the arrow to the left leads on.
    const turned = getComputedStyle(bit).direction === "rtl" && { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[event.key];
    const next = step(bits, bits.indexOf(bit), turned || event.key);
    if (next === undefined || !bits[next]) return;
    event.preventDefault();
    focusBit(bits[next]);
    bringIntoView(bits[next], "nearest");
  });

  // Closing, going back, and what is marked
  function close() {
    inspector.hidden = true;
    clear("shown");
    if (cameFrom && cameFrom.isConnected) cameFrom.focus();
    cameFrom = null;
  }
  byId("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  for (const box of document.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () => article.classList.toggle("without-" + box.dataset.layer, !box.checked));
  }
})();
