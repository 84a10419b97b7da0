"use strict";
/* Search, and the editor of facts with its preview. Text is only ever set as textContent. */
(() => {
  const $ = (selector) => document.querySelector(selector);
  const words = {};
  for (const w of document.querySelectorAll("template")) for (const x of w.content.querySelectorAll("[data-w]")) words[x.dataset.w] = x.textContent;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const make = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const post = async (path, body) => {
    try {
      const answer = await fetch("api/" + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      const text = await answer.text();
      try { return [answer.status, JSON.parse(text)]; } catch { return [answer.status, { error: text }]; }
    } catch (error) { return [0, { error: String(error) }]; }
  };
  const later = (act, wait) => { let timer = 0; return () => { clearTimeout(timer); timer = setTimeout(act, wait); }; };

  /* --- search --- */
  const found = $("#found");
  let asked = 0;
  const look = async () => {
    const q = $("#dq").value.trim();
    const mine = ++asked;
    if (!q) { found.hidden = true; return; }
    const [status, hits] = await post("search", { q });
    if (mine !== asked || status !== 200) return;
    found.hidden = false;
    found.replaceChildren();
    for (const kind of ["facts", "cases", "articles"]) {
      if (!hits[kind].length) continue;
      const list = make("ul", "", { class: "variants" });
      for (const hit of hits[kind]) {
        const item = make("li");
        const href = kind === "facts" ? "#id=" + encodeURIComponent(hit.id) : hit.page;
        item.append(href ? make("a", hit.text, { href }) : make("span", hit.text));
        if (kind !== "facts") item.append(" ", make("span", hit.id, { class: "path" }));
        list.append(item);
      }
      found.append(make("h2", words[kind]), list);
    }
    if (!found.children.length) found.append(make("p", words.nothing, { class: "dim" }));
  };
  $("#dq").addEventListener("input", later(look, 150));
  $("#find").addEventListener("submit", (e) => { e.preventDefault(); look(); });

  /* --- the fact --- */
  const form = $("#fact");
  const said = $("#said");
  const names = [...form.elements].filter((e) => e.name).map((e) => e.name);
  const by = (() => { try { return JSON.parse(localStorage.getItem("farmcheck:by")) ?? ""; } catch { return ""; } })();
  let id = "";
  let rev = "";
  let old = {};
  let turn = 0;
  const cells = () => {
    const now = Object.fromEntries(names.map((n) => [n, form.elements[n].value.trim()]));
    return id ? Object.fromEntries(Object.entries(now).filter(([n, v]) => v !== (old[n] ?? ""))) : Object.fromEntries(Object.entries(now).filter(([, v]) => v));
  };
  const tell = (text, bad) => { said.hidden = !text; said.textContent = text; said.classList.toggle("bad", Boolean(bad)); };
  const put = (row) => { old = row; for (const n of names) form.elements[n].value = row[n] || (n === "grade" ? "exact" : n === "checked_by" && !id ? by : ""); };
  const rowsInto = (box, rows) => {
    box.replaceChildren();
    if (!rows.length) return;
    const list = make("ul", "", { class: "variants" });
    for (const row of rows) {
      const item = make("li");
      item.append(make("a", row.id, { href: "#id=" + encodeURIComponent(row.id), class: "fid" }), " ", make("bdi", row.text));
      list.append(item);
    }
    box.append(make("h3", words.beside), list);
  };
  const show = (reply) => {
    const list = $("#flips");
    list.replaceChildren();
    $("#counts").textContent = reply.count ? fill(words.counts, reply) : words.unchanged;
    for (const flip of reply.flips) {
      const item = make("li", "", { class: "flip" });
      item.append(make("b", flip.effect + " " + flip.before + " → " + flip.after, { class: "effect k-" + flip.kind }), " ", make("bdi", flip.sentence), " ");
      item.append(flip.page ? make("a", flip.article, { href: flip.page, class: "path" }) : make("span", flip.article, { class: "path" }));
      if (flip.reason) item.append(make("br"), make("span", flip.reason, { class: "dim" }));
      list.append(item);
    }
    rowsInto($("#beside"), reply.beside);
  };
  const preview = async () => {
    const mine = ++turn;
    const asking = cells();
    if (id ? !Object.keys(asking).length : !(asking.subject && asking.predicate && asking.value)) {
      $("#counts").textContent = words.idle;
      $("#flips").replaceChildren();
      return true;
    }
    const [status, reply] = await post("fact/preview", { id, cells: asking });
    if (mine !== turn) return false;
    if (status !== 200) { tell(reply.error, true); $("#counts").textContent = words.idle; $("#flips").replaceChildren(); return false; }
    if (!id || !rev) rev = reply.rev;
    tell("");
    show(reply);
    return true;
  };
  const load = async () => {
    const hash = new URLSearchParams(location.hash.slice(1));
    id = hash.get("id") ?? "";
    rev = "";
    tell("");
    if (id) {
      const [status, reply] = await post("fact", { id });
      if (status !== 200) { tell(reply.error, true); id = ""; put({}); return; }
      rev = reply.rev;
      put(reply.shown);
    } else put({ subject: hash.get("subject") ?? "", predicate: hash.get("predicate") ?? "", value: hash.get("value") ?? "" });
    $("#what").textContent = id ? fill(words.edit, { id }) : words.new;
    $("#beside").replaceChildren();
    await preview();
  };
  form.addEventListener("input", later(preview, 300));
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    // The revision is that of what the editor has seen: for a new fact, the preview's.
    if (!rev && !(await preview())) return;
    turn++;
    const [status, reply] = await post("fact/save", { id, cells: cells(), rev, by: form.elements.checked_by.value.trim() || by });
    if (status === 200) {
      id = reply.id;
      rev = reply.rev;
      history.replaceState(null, "", "#id=" + encodeURIComponent(id));
      await load();
      tell(fill(words.saved, reply));
    } else if (status === 409) {
      rev = reply.rev;
      tell(words.clash, true);
      rowsInto($("#beside"), reply.lines);
    } else tell(reply.error, true);
  });
  $("#reset").addEventListener("click", () => { history.replaceState(null, "", location.pathname); load(); });
  addEventListener("hashchange", load);
  load();
})();
