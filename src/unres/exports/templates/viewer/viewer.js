"use strict";
// The page is whole without this script. It adds the choice of a place, the search, the keyboard and the tabs. It never
// writes markup: what it shows anew is set as text.
(() => {
  const words = JSON.parse(document.getElementById("ui-words").textContent);
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const outline = at("ui-outline");
  const evidence = at("ui-evidence");
  const middling = matchMedia("(max-width: 72rem)");
  const narrow = matchMedia("(max-width: 50rem)");

  // ---- what is open

  const show = (name, shown) => {
    root.classList.toggle(`no-${name}`, !shown);
    at(`ui-${name}-shown`).setAttribute("aria-expanded", String(shown));
  };
  const isShown = (name) => !root.classList.contains(`no-${name}`);

  const tabs = all('[role="tab"]', evidence);
  const panelOf = (tab) => at(tab.getAttribute("aria-controls"));
  const openTab = (name) => {
    const chosen = at(`ui-tab-${name}`);
    if (!chosen) return;
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panelOf(tab).hidden = tab !== chosen;
    }
    if (name === "pages") showPage();
  };
  const unfold = (button, opened) => {
    button.setAttribute("aria-expanded", String(opened));
    button.parentElement.querySelector("ul").hidden = !opened;
  };

  // ---- the chosen place

  let chosenRow = null;
  let chosenRects = [];
  let chosenCard = null;

  const itemsOf = (row) => all(".item", row);
  // A row is what stands side by side; a line of the masthead or of what was set aside is a place of its own, and so is
  // a line of a table, with that which says the same in the other language: the first of them stands for all.
  const linesOf = (line) => all(`tr[data-at="${line.dataset.at}"]`, line.closest(".row"));
  const membersOf = (place) => (place.matches("tr") ? linesOf(place) : [place]);
  const placeOf = (element) => {
    const line = element.closest("tr[data-at]");
    if (line) return linesOf(line)[0];
    const item = element.closest(".item");
    return item && item.classList.contains("piece") ? item : element.closest(".row");
  };

  // What is out of sight has a guessed height; once it is drawn, a place may have moved: so one looks again.
  const settle = (scroll, again = 3) => {
    scroll();
    if (again) requestAnimationFrame(() => settle(scroll, again - 1));
  };

  const reveal = (element, block = "nearest") => {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    settle(() => element.scrollIntoView({ block }));
  };

  const markOutline = (ids) => {
    for (const link of all("a[aria-current]", outline)) link.removeAttribute("aria-current");
    const link = ids.map((id) => outline.querySelector(`a[href="#${CSS.escape(id)}"]`)).find(Boolean);
    if (!link) return;
    link.setAttribute("aria-current", "true");
    for (let list = link.closest("ul"); list && list !== outline; list = list.parentElement.closest("ul")) {
      const button = list.parentElement.querySelector(":scope > .fold");
      if (button) unfold(button, true);
    }
    if (outline.offsetParent) scrollWithin(outline, link);
  };

  // Scrolls a box so that something in it is seen, and nothing else.
  const scrollWithin = (box, target) => {
    const outer = box.getBoundingClientRect();
    const inner = target.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 3);
    }
  };

  const markPages = (ids) => {
    for (const rect of chosenRects) rect.classList.remove("chosen");
    chosenRects = ids.flatMap((id) => all(`rect[data-for="${CSS.escape(id)}"]`, evidence));
    for (const rect of chosenRects) rect.classList.add("chosen");
    showPage();
  };
  const showPage = () => {
    const pages = at("ui-pages");
    if (pages && !pages.hidden && chosenRects.length && isShown("evidence")) scrollWithin(pages, chosenRects[0]);
  };

  const choose = (place, { focus = true, scroll = "nearest", seen = true } = {}) => {
    if (chosenRow) for (const member of membersOf(chosenRow)) member.classList.remove("chosen");
    chosenRow = place;
    const members = membersOf(place);
    for (const member of members) member.classList.add("chosen");
    const items = members.flatMap((member) => (member.classList.contains("item") ? [member] : itemsOf(member)));
    const ids = items.map((item) => item.id);
    if (seen) reveal(place, scroll);
    markOutline(ids);
    markPages(ids);
    const link = place.querySelector(".id, .kind");
    if (focus && link) link.focus({ preventScroll: true });
    if (ids.length) remember(ids[0]);
  };

  // The address keeps the place, where the page has an address.
  const remember = (id) => {
    if (location.protocol !== "about:" && location.protocol !== "data:") history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  };

  const openCard = (card) => {
    const panel = card.closest(".panel");
    if (chosenCard) chosenCard.classList.remove("chosen");
    chosenCard = card;
    card.classList.add("chosen");
    root.classList.toggle("unsure-only", Boolean(at("ui-unsure")?.checked) && card.classList.contains("unsure"));
    if (at("ui-unsure")) at("ui-unsure").checked = root.classList.contains("unsure-only");
    show("evidence", true);
    openTab(panel.id.slice(3));
    settle(() => scrollWithin(panel, card));
  };

  const goTo = (id, from) => {
    const target = at(id);
    if (!target) return false;
    if (target.classList.contains("card")) {
      if (from && from.closest("main")) choose(placeOf(from), { focus: false, seen: false });
      openCard(target);
      if (from && from.closest("main")) reveal(from);
      if (!from || !from.classList.contains("ref")) target.focus({ preventScroll: true });
    } else if (target.classList.contains("item")) {
      choose(placeOf(target), { scroll: "center" });
    } else {
      reveal(target, "start");
      if (target.id.startsWith("ui-")) target.focus({ preventScroll: true });
    }
    if (narrow.matches && from && outline.contains(from)) show("outline", false);
    return true;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    if (link) {
      if (goTo(decodeURIComponent(link.getAttribute("href").slice(1)), link)) event.preventDefault();
      return;
    }
    const rect = event.target.closest("rect");
    if (rect) {
      const target = at(rect.dataset.for);
      if (target) choose(placeOf(target), { scroll: "center" });
      return;
    }
    const fold = event.target.closest(".fold");
    if (fold) return unfold(fold, fold.getAttribute("aria-expanded") !== "true");
    const item = event.target.closest("main .item");
    if (item && !event.target.closest("a") && getSelection().isCollapsed) choose(placeOf(item), { focus: false, seen: false });
  });

  // A button of the outline is named by the entry that it opens.
  for (const fold of all(".fold", outline)) fold.setAttribute("aria-label", fold.nextElementSibling.textContent);

  for (const name of ["outline", "evidence"]) {
    at(`ui-${name}-shown`).addEventListener("click", () => show(name, !isShown(name)));
  }
  at("ui-evidence-closed").addEventListener("click", () => {
    show("evidence", false);
    (chosenRow?.querySelector(".id, .kind") ?? at("ui-evidence-shown")).focus({ preventScroll: true });
  });
  for (const tab of tabs) {
    tab.addEventListener("click", () => openTab(tab.id.slice(7)));
    tab.addEventListener("keydown", (event) => {
      const forward = getComputedStyle(tab).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = { ArrowLeft: -1, ArrowRight: -1, [forward]: 1 }[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      openTab(next.id.slice(7));
      next.focus();
      event.preventDefault();
    });
  }
  at("ui-unsure")?.addEventListener("change", (event) => root.classList.toggle("unsure-only", event.target.checked));

  // ---- light and dark: the style's own rules for the dark are switched

  const darkRules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme"));
  let dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const switchTheme = () => {
    dark = !dark;
    root.style.colorScheme = dark ? "dark" : "light";
    for (const rule of darkRules) rule.media.mediaText = dark ? "screen" : "not all";
  };
  at("ui-theme").addEventListener("click", switchTheme);

  // ---- search

  // A character as the search sees it: "" where it does not count.
  const ZEROS = [0x0660, 0x06f0];
  const seen = new Map();
  const fold = (character) => {
    let known = seen.get(character);
    if (known === undefined) seen.set(character, (known = foldAnew(character)));
    return known;
  };
  const foldAnew = (character) => {
    const point = character.codePointAt(0);
    for (const zero of ZEROS) if (point >= zero && point < zero + 10) return String(point - zero);
    if (/[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\p{Mn}/u.test(character)) return "";
    if (/\s/.test(character)) return " ";
    if (/[آأإٱ]/.test(character)) return "ا";
    if (character === "ى") return "ي";
    if (character === "ة") return "ه";
    if (/[‘’‚]/.test(character)) return "'";
    if (/[“”„«»]/.test(character)) return '"';
    if (/[‐-―−]/.test(character)) return "-";
    return character.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  };

  // The folded text of an element, and for each of its characters where it stands in the element's own.
  const folded = (text) => {
    let out = "";
    const places = [];
    for (let index = 0; index < text.length; ) {
      const character = String.fromCodePoint(text.codePointAt(index));
      for (const each of fold(character)) {
        if (each === " " && out.endsWith(" ")) continue;
        out += each;
        for (let unit = 0; unit < each.length; unit += 1) places.push(index);
      }
      index += character.length;
    }
    places.push(text.length);
    return { out, places };
  };

  let index = null;
  const buildIndex = () => all(".words").map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(".mark, .label, .back") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    const symbols = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        nodes.push({ node, start: text.length });
        text += node.data;
      } else if (node.dataset.symbol) {
        symbols.push({ symbol: folded(node.dataset.symbol).out, start: text.length, end: text.length + node.textContent.length });
      }
    }
    return { element, nodes, symbols, text, ...folded(text) };
  });

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // What is looked for: the words; a pair of numbers in the other order too, for both are written.
  const patterns = (query) => {
    const wanted = folded(query).out.trim();
    if (!wanted) return null;
    const pair = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(wanted);
    if (!pair) return { text: new RegExp(escaped(wanted), "gu"), symbol: new RegExp(escaped(wanted), "u") };
    const [, one, two] = pair;
    const either = `(?<![\\d/])(?:${one} ?/ ?${two}|${two} ?/ ?${one})(?!\\d)`;
    return { text: new RegExp(either.replace("(?<![\\d/])", "(?<!\\d)"), "gu"), symbol: new RegExp(`(?<!\\d)(?:${one}/${two}|${two}/${one})(?!\\d)`, "u") };
  };

  const matchesIn = (entry, pattern) => {
    const found = [];
    for (const match of entry.out.matchAll(pattern.text)) {
      found.push({ start: entry.places[match.index], end: entry.places[match.index + match[0].length] });
    }
    for (const each of entry.symbols) if (pattern.symbol.test(each.symbol)) found.push(each);
    found.sort((one, two) => one.start - two.start || two.end - one.end);
    const kept = [];
    for (const each of found) if (!kept.length || each.start >= kept.at(-1).end) kept.push(each);
    return kept.map(({ start, end }) => ({ entry, start, end }));
  };

  const rangeOf = ({ entry, start, end }) => {
    const range = new Range();
    const nodeAt = (offset, last) => entry.nodes.findLast((each) => (last ? each.start < offset : each.start <= offset));
    const first = nodeAt(start, false);
    const final = nodeAt(end, true) ?? first;
    range.setStart(first.node, start - first.start);
    range.setEnd(final.node, Math.min(end - final.start, final.node.length));
    return range;
  };

  const query = at("ui-query");
  const count = at("ui-count");
  const highlights = globalThis.CSS?.highlights;
  let matches = [];
  let now = -1;

  const say = () => {
    if (!query.value.trim()) count.value = "";
    else if (!matches.length) count.value = words.none;
    else count.value = words.count.replace("{n}", String(now + 1)).replace("{m}", String(matches.length));
  };
  const search = () => {
    clearTimeout(waiting);
    waiting = 0;
    index ??= buildIndex();
    const pattern = patterns(query.value);
    matches = pattern ? index.flatMap((entry) => matchesIn(entry, pattern)) : [];
    for (const match of matches) match.range = rangeOf(match);
    highlights?.set("found", new Highlight(...matches.slice(0, 5000).map((match) => match.range)));
    now = -1;
    if (matches.length) step(1, true);
    else highlights?.delete("found-now");
    say();
  };
  const step = (by) => {
    if (!matches.length) return;
    now = (now + by + matches.length) % matches.length;
    const match = matches[now];
    highlights?.set("found-now", new Highlight(match.range));
    const place = placeOf(match.entry.element);
    choose(place, { focus: false, scroll: "center" });
    say();
  };
  let waiting = 0; // a search that has not begun: one waits for the end of a word
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      if (waiting) search();
      else step(event.shiftKey ? -1 : 1);
      event.preventDefault();
    }
  });
  at("ui-next").addEventListener("click", () => step(1));
  at("ui-previous").addEventListener("click", () => step(-1));

  // ---- keyboard

  const help = at("ui-help");
  at("ui-help-shown").addEventListener("click", () => help.showModal());

  const moveBy = (by) => {
    const single = (place) => (place.matches("tr") ? placeOf(place) === place : place.matches(".piece") || !place.querySelector(".piece, tr"));
    const places = all("main .row:has(.item), main .piece, main tr[data-at]").filter((place) => place.checkVisibility() && single(place));
    const here = chosenRow ? places.indexOf(chosenRow) : -1;
    const next = places[Math.min(Math.max(here + by, 0), places.length - 1)];
    if (next) choose(next);
  };
  const moveReference = (by) => {
    const links = all("main .ref");
    if (!links.length) return;
    const from = links.indexOf(document.activeElement);
    let next = from + by;
    if (from < 0 && chosenRow) {
      next = links.findIndex((link) => chosenRow.compareDocumentPosition(link) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
      if (by < 0) next -= 1;
    }
    const link = links[(next + links.length) % links.length];
    link.focus();
    goTo(decodeURIComponent(link.getAttribute("href").slice(1)), link);
  };
  const toTab = (name) => {
    if (!at(`ui-tab-${name}`)) return;
    show("evidence", true);
    openTab(name);
    at(`ui-tab-${name}`).focus();
  };
  const toOutline = () => {
    show("outline", true);
    (outline.querySelector("a[aria-current]") ?? outline.querySelector("a"))?.focus();
  };
  const leave = () => {
    if (document.activeElement === query) {
      query.value = "";
      search();
      (chosenRow?.querySelector(".id, .kind") ?? at("ui-text")).focus({ preventScroll: true });
    } else if (middling.matches) {
      show("evidence", false);
      if (narrow.matches) show("outline", false);
    }
  };

  const actions = {
    j: () => moveBy(1),
    k: () => moveBy(-1),
    n: () => moveReference(1),
    p: () => moveReference(-1),
    "/": () => { query.focus(); query.select(); },
    o: toOutline,
    g: () => toTab("pages"),
    r: () => toTab("references"),
    d: () => toTab("remarks"),
    t: switchTheme,
    "?": () => help.showModal(),
  };
  // With an Arabic keyboard a key is known by its place.
  const keyOf = (event) => {
    if (event.key in actions) return event.key;
    if (event.code === "Slash") return event.shiftKey ? "?" : "/";
    return /^Key[A-Z]$/.test(event.code) && !/[a-z]/i.test(event.key) ? event.code[3].toLowerCase() : event.key;
  };
  document.addEventListener("keydown", (event) => {
    if (help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave();
    if (event.target.matches("input:not([type=checkbox])") || !at("ui-keys").checked) return;
    const action = actions[keyOf(event)];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  // ---- tables side by side: lines that say the same stand at the same height

  const pairsOfTables = all("main .tables").map((group) => all("table", group)).filter((tables) => tables.length > 1);
  const level = () => {
    const lines = [];
    for (const tables of pairsOfTables) {
      const places = tables.map((table) => {
        const found = new Map();
        for (const line of all("tr[data-at]", table)) {
          line.style.height = "";
          found.set(line.dataset.at, [...(found.get(line.dataset.at) ?? []), line]);
        }
        return found;
      });
      lines.push({ tables, places });
    }
    const wanted = [];
    for (const { tables, places } of lines) {
      const [one, two] = tables.map((table) => table.getBoundingClientRect());
      if (one.top >= two.bottom || two.top >= one.bottom) continue; // one stands below the other
      for (const place of places[0].keys()) {
        const beside = places.map((found) => found.get(place));
        const heights = beside.map((each) => each.reduce((sum, line) => sum + line.getBoundingClientRect().height, 0));
        beside.forEach((each, side) => {
          const missing = Math.max(...heights) - heights[side];
          if (missing > 0.5) wanted.push({ line: each[0], height: each[0].getBoundingClientRect().height + missing });
        });
      }
    }
    for (const { line, height } of wanted) line.style.height = `${height}px`;
  };
  let width = 0;
  if (pairsOfTables.length) {
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === width) return;
      width = contentRect.width;
      level();
    }).observe(at("ui-text"));
  }

  // ---- the beginning

  root.dataset.ready = "yes";
  show("evidence", !middling.matches && !document.querySelector(".frame.two")); // two texts need the room
  show("outline", !narrow.matches);
  openTab(tabs[0].id.slice(7));
  const start = decodeURIComponent(location.hash.slice(1));
  if (start) goTo(start, null);
})();
