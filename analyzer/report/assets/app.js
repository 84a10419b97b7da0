"use strict";
/* Makes the pages quicker to use; everything is there without it. Text is only ever set as textContent. */
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const PAGE = 25;
  const words = {};
  for (const t of $$("template")) for (const w of $$("[data-w]", t.content)) words[w.dataset.w] = w.textContent;

  /* --- decisions, kept in this browser until they are exported --- */
  const KEY = document.body.dataset.store;
  const read = (key, other) => { try { return JSON.parse(localStorage.getItem(key)) ?? other; } catch { return other; } };
  const keep = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private mode */ } };
  /* Pages that farmcheck serve delivers write to the decisions file at once; data-seen says how many lines it had. */
  const SERVED = document.body.dataset.seen !== undefined;
  const seenOf = new Map();
  let made = SERVED ? [] : read(KEY, []);
  const last = (fp) => made.findLast((d) => d.fp === fp);

  const facts = (li) => {
    const row = rowOf.get(li.dataset.fp);
    if (row) return { sentence: row.before + row.marked + row.after, fact: row.fact, fact_rev: row.rev, sites: row.siteNames };
    return { sentence: li.dataset.sentence || "", fact: li.dataset.fact || "", fact_rev: li.dataset.rev || "", sites: [] };
  };
  const decide = (li, what) => {
    if (SERVED) { send(li, what); return; }
    const fp = li.dataset.fp;
    if (what === "undo") {
      const at = made.findLastIndex((d) => d.fp === fp);
      if (at < 0) return;
      made.splice(at, 1);
    } else made.push(decision(li, what));
    keep(KEY, made);
    show(li);
    tally();
  };
  const decision = (li, what) => {
    const d = { v: 1, fp: li.dataset.fp, scope: what === "false_alarm" ? "sentence" : "case", decision: what, ...facts(li), by: editor(), stage: stage(), reason: taken("reason", what), expires: taken("expires", what), at: new Date().toISOString().slice(0, 10) };
    if (li.classList.contains("k-conflict")) d.scope = "case";
    if (d.scope === "case") delete d.sentence;
    for (const k of Object.keys(d)) if (!d[k] || d[k].length === 0) delete d[k];
    return d;
  };
  const editor = () => $("#by")?.value || read("farmcheck:by", "");
  const stage = () => $("#stage")?.value ?? read("farmcheck:stage", "");
  /* Reason and last day are for one decision: they are taken once and the field is empty again. */
  const taken = (name, what) => {
    const field = $("#" + name);
    const said = what === "undo" ? "" : field?.value.trim() ?? "";
    if (said) field.value = "";
    return said;
  };
  const send = async (li, what, why = taken("reason", what), until = taken("expires", what)) => {
    const fp = li.dataset.fp;
    let status = 0, reply = {};
    try {
      const answer = await fetch(document.body.dataset.root + "api/decide", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ fp, decision: what, by: editor(), stage: stage(), reason: why, expires: until, seen: seenOf.get(fp) ?? Number(document.body.dataset.seen) }) });
      status = answer.status;
      reply = await answer.json();
    } catch { /* the server has gone: told below */ }
    if (status === 200) {
      seenOf.set(fp, reply.seen);
      settle(li, reply.state);
    } else if (status === 409) {
      clash(li, what, why, until, reply);
    } else {
      const state = $(".actions .state", li);
      state.hidden = false;
      state.textContent = words["serve.unsaved"] + (reply.error ? ": " + reply.error : "");
      li.classList.remove("done");
    }
  };
  const OPEN = ["open", "reopened"];
  const settle = (li, state) => {
    const fp = li.dataset.fp;
    made = made.filter((d) => d.fp !== fp);
    made.push({ fp, decision: state });
    $(".clash", li)?.remove();
    show(li);
    count();
  };
  const clash = (li, what, why, until, reply) => {
    $(".clash", li)?.remove();
    const box = document.createElement("p");
    box.className = "clash note";
    box.setAttribute("role", "alert");
    const told = { by: reply.theirs.by || words["serve.somebody"], theirs: words[reply.theirs.decision] ?? reply.theirs.decision, mine: words[what] ?? what };
    box.append(words["serve.clash"].replace(/\{(\w+)\}/g, (_, k) => told[k]) + (reply.theirs.reason ? " (" + reply.theirs.reason + ")" : "") + " ");
    for (const [word, act] of [["serve.mine", () => { seenOf.set(li.dataset.fp, reply.seen); send(li, what, why, until); }], ["serve.theirs", () => { seenOf.set(li.dataset.fp, reply.seen); settle(li, reply.state); }]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words[word];
      button.addEventListener("click", act);
      box.append(button, " ");
    }
    $(".actions", li).after(box);
  };
  const show = (li) => {
    const bar = $(".actions", li);
    if (!bar) return;
    const d = last(li.dataset.fp);
    const decided = d && !OPEN.includes(d.decision);
    const state = $(".state", bar);
    state.hidden = !decided;
    state.textContent = decided ? words[d.decision] : "";
    /* What the page was made with has been overtaken by what was decided since. */
    const before = $(".head .state", li);
    if (before) before.hidden = Boolean(d) || !before.textContent;
    $("[data-decide=undo]", bar).hidden = !(decided || (SERVED && !d && (li.dataset.decided || li.classList.contains("done"))));
    if (d || li.dataset.mine) li.classList.toggle("done", Boolean(decided));
    if (d) li.dataset.mine = "1";
  };
  const arm = (li) => {
    const template = $("#t-actions");
    if (!template || $(".actions", li)) return;
    const bar = template.content.cloneNode(true);
    if (li.matches("article")) $(".two > div", li).append(bar);
    else li.append(bar);
    if (!li.matches("article")) li.tabIndex = -1;
    if (over(li.dataset.until)) {
      /* Reports are the same on every day; what has ended is seen here. */
      li.classList.remove("done");
      $(".head .state", li).textContent = words.again + words.colon + words.expired;
    }
    show(li);
  };
  const TODAY = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const over = (until) => Boolean(until) && until < TODAY;
  const count = () => {
    const tab = $("nav a[href$='index.html'] .n");
    if (!rows.length) return;
    const left = rows.filter((r) => OPEN.includes(stateOf(r))).length;
    if (tab) tab.textContent = left;
    $("#left").textContent = tools.dataset.left.replace("%", rows.length - left).replace("%", rows.length);
  };
  const tally = () => {
    count();
    const button = $("#export");
    if (!button || SERVED) return;
    button.hidden = made.length === 0;
    button.textContent = tools.dataset.saved.replace("%", made.length);
  };
  const save = () => {
    const text = made.map((d) => JSON.stringify(d) + "\n").join("");
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
    a.download = "decisions.jsonl";
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  };

  /* --- the list --- */
  const tools = $("#tools");
  const list = $("#cases");
  const rows = [];
  const rowOf = new Map();
  const standing = new Map();
  let chosen = [];
  let page = 0;
  let touched = false;
  let waiting = 0;

  globalThis.farmcheckList = (number, d) => {
    const s = (k) => (k < 0 ? "" : d.s[k]);
    const fact = new Map(d.facts.map((f) => [f[0], f]));
    for (let i = 0; i < d.fp.length; i++) {
      const f = fact.get(d.fact[i]);
      const fp = d.fp[i];
      const many = typeof d.sites[i] === "number";
      const row = {
        order: number * 20000 + i, fp, id: d.id[i] || "C-" + fp.slice(0, 6).toUpperCase(), kind: s(d.kind[i]), tier: s(d.tier[i]),
        sev: s(d.sev[i]), n: d.n[i], sites: many ? d.sites[i] : d.sites[i].length, siteNames: many ? [] : d.sites[i].map(s),
        date: d.date[i], before: s(d.before[i]), marked: s(d.marked[i]), after: s(d.after[i]), subj: s(d.subj[i]),
        pred: s(d.pred[i]), val: s(d.val[i]), neg: d.neg[i], fact: d.fact[i] || "", truth: f ? f[1] : "", url: f ? f[2] : "",
        title: f ? f[3] : "", checked: f ? f[4] : "", rev: f ? f[5] : "", seen: f ? f[6] : "", why: s(d.why[i]), state: s(d.state[i]), told: s(d.told[i]), until: d.until[i] || "", page: d.page[i],
      };
      row.hay = [row.id, row.before + row.marked + row.after, row.subj, row.pred, row.val, row.truth, row.fact, row.seen, row.siteNames.join(" ")].join("\n").toLowerCase();
      rows.push(row);
      rowOf.set(fp, row);
    }
    waiting -= 1;
    if (waiting === 0) ready();
  };

  const AROUND = 160;
  const start = (text) => (text.length > AROUND ? text.slice(0, AROUND) + "…" : text);
  const end = (text) => (text.length > AROUND ? "…" + text.slice(-AROUND) : text);
  const build = (row) => {
    const old = standing.get(row.id);
    if (old) return old;
    const li = $("#t-card").content.firstElementChild.cloneNode(true);
    const at = (name) => $(`[data-f=${name}]`, li);
    li.className = `case k-${row.kind} sev-${row.sev}` + (["open", "reopened"].includes(row.state) ? "" : " done");
    li.id = row.id;
    li.dataset.fp = row.fp;
    $(".mark", li).className = `mark k-${row.kind}`;
    $(".shape", li).textContent = words["shape." + row.kind];
    const put = { kind: words[row.kind], tier: words[row.tier], sev: words[row.sev], before: end(row.before), marked: start(row.marked), after: start(row.after), subj: row.subj, pred: row.pred, val: row.val, truth: row.truth, fact: row.seen, source: row.title, checked: row.checked, why: row.why, id: row.id };
    for (const [name, text] of Object.entries(put)) at(name).textContent = text;
    const t = tools.dataset;
    const count = (said, n) => said.replace("%", n).replace(/^1 ([a-z]+)s$/, "1 $1");
    at("factors").textContent = [" · " + count(t.articles, row.n), row.sites ? count(t.sites, row.sites) : t.nosites, row.date && t.first.replace("%", row.date)].filter(Boolean).join(" · ");
    at("marked").className = `k-${row.kind}`;
    if (row.page) at("link").href = `case/${row.id}.html`;
    $(".go", li).hidden = !row.page;
    if (row.seen) at("fact").href = document.body.dataset.facts + "#" + encodeURIComponent(row.seen);
    if (/^https?:\/\//.test(row.url)) at("source").href = row.url;
    at("neg").hidden = !row.neg;
    at("state").hidden = row.state === "open";
    at("state").textContent = row.state === "open" ? "" : [row.state === "reopened" ? words.again : words[row.state], row.told].filter(Boolean).join(" · ");
    if (row.until) li.dataset.until = row.until;
    at("factrow").hidden = !row.fact;
    at("whyrow").hidden = !row.why;
    $("blockquote", li).hidden = !row.marked;
    const sides = row.kind === "conflict";
    at("sides").hidden = !sides;
    at("sides").textContent = sides ? `${row.subj} — ${row.pred}${words.colon}${row.val}` : "";
    at("saysrow").hidden = sides;
    arm(li);
    return li;
  };

  const stateOf = (row) => last(row.fp)?.decision ?? (over(row.until) ? "reopened" : row.state);
  const filter = () => {
    const q = $("#q").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const on = {};
    for (const b of $$(".chip[aria-pressed=true]", tools)) (on[b.dataset.filter] ??= new Set()).add(b.value);
    const state = $("#state").value;
    const sort = $("#sort").value;
    chosen = rows.filter((r) =>
      (!on.kind || on.kind.has(r.kind)) && (!on.tier || on.tier.has(r.tier)) && (!on.sev || on.sev.has(r.sev)) &&
      (!state || (state === "todo" ? ["open", "reopened"].includes(stateOf(r)) : stateOf(r) === state)) &&
      q.every((w) => r.hay.includes(w)));
    if (sort === "n") chosen.sort((a, b) => b.n - a.n || a.order - b.order);
    else if (sort === "date") chosen.sort((a, b) => (b.date > a.date) - (b.date < a.date) || a.order - b.order);
    else if (sort === "subj") chosen.sort((a, b) => (a.subj > b.subj) - (a.subj < b.subj) || a.order - b.order);
    page = 0;
    touched = true;
    draw();
    const hash = new URLSearchParams();
    if (q.length) hash.set("q", q.join(" "));
    for (const [name, set] of Object.entries(on)) hash.set(name, [...set].join(","));
    if (state) hash.set("state", state);
    if (sort !== "rank") hash.set("sort", sort);
    history.replaceState(null, "", hash.size ? "#" + hash : location.pathname + location.search);
  };
  const draw = () => {
    const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
    list.replaceChildren(...chosen.slice(page * PAGE, page * PAGE + PAGE).map(build));
    list.start = page * PAGE + 1;
    for (const p of $$("p.pager:not(.js), .note.rest")) p.hidden = true;
    $("#pager").hidden = pages < 2;
    $("#at").textContent = `${page + 1} / ${pages}`;
    $("#prev").disabled = page === 0;
    $("#next").disabled = page + 1 >= pages;
    $("#shown").textContent = tools.dataset.shown.replace("%", chosen.length);
  };
  const turn = (by) => {
    if (!touched) { chosen = rows; touched = true; }
    page = Math.min(Math.max(0, page + by), Math.ceil(chosen.length / PAGE) - 1);
    draw();
  };
  const ready = () => {
    chosen = rows;
    tools.hidden = false;
    $("#by").value = read("farmcheck:by", "");
    $("#stage").value = read("farmcheck:stage", "");
    tally();
    const asked = new URLSearchParams(location.hash.slice(1));
    let any = false;
    for (const [name, value] of asked) {
      if (name === "q") $("#q").value = value;
      else if (name === "state" || name === "sort") $("#" + name).value = value;
      else for (const b of $$(`.chip[data-filter="${CSS.escape(name)}"]`, tools)) if (value.split(",").includes(b.value)) b.setAttribute("aria-pressed", "true");
      any ||= ["q", "state", "sort", "kind", "tier", "sev"].includes(name);
    }
    const wanted = rows.findIndex((r) => r.id === location.hash.slice(1));
    if (any) filter();
    else if (wanted >= 0) { page = Math.floor(wanted / PAGE); touched = true; draw(); document.getElementById(rows[wanted].id)?.focus(); }
    else if (rows.length > PAGE && list.children.length <= PAGE) { $("#pager").hidden = false; $("#at").textContent = `1 / ${Math.ceil(rows.length / PAGE)}`; $("#prev").disabled = true; for (const p of $$("p.pager:not(.js), .note.rest")) p.hidden = true; }
    document.documentElement.dataset.ready = "1";
  };

  const unpack = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    JSON.parse(await new Response(stream).text()).forEach((d, k) => globalThis.farmcheckList(k, d));
  };

  if (tools) {
    for (const li of $$(".case", list)) { standing.set(li.id, li); arm(li); }
    waiting = Number(tools.dataset.shards);
    if (waiting === 0) waiting = -1;
    tools.addEventListener("submit", (e) => e.preventDefault());
    $("#q").addEventListener("input", filter);
    $("#state").addEventListener("change", filter);
    $("#sort").addEventListener("change", filter);
    $("#stage").addEventListener("change", (e) => keep("farmcheck:stage", e.target.value));
    $("#by").addEventListener("change", (e) => keep("farmcheck:by", e.target.value));
    $("#export").addEventListener("click", save);
    $("#prev").addEventListener("click", () => { turn(-1); list.scrollIntoView(); });
    $("#next").addEventListener("click", () => { turn(1); list.scrollIntoView(); });
    tools.addEventListener("click", (e) => {
      if (!e.target.matches(".chip")) return;
      e.target.setAttribute("aria-pressed", String(e.target.getAttribute("aria-pressed") !== "true"));
      filter();
    });
    if ($("#list")) unpack($("#list").textContent);
    else for (let k = 0; k < waiting; k++) {
      const script = document.createElement("script");
      script.src = `assets/list-${String(k).padStart(3, "0")}.js`;
      script.async = false;
      document.head.append(script);
    }
  }
  const single = $("article[data-fp]");
  if (single) arm(single);

  /* --- pointer and keys --- */
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-decide]");
    if (button) decide(button.closest("[data-fp]"), button.dataset.decide);
    const taken = e.target.closest("[data-take]");
    if (taken) take(taken, taken.closest("[data-fp]"));
  });
  const cards = () => (list ? [...list.children] : []);
  const current = () => document.activeElement?.closest?.(".case") ?? single;
  const move = (by) => {
    const all = cards();
    const at = all.indexOf(current());
    const to = at < 0 ? (by > 0 ? 0 : -1) : at + by;
    if (to >= all.length && tools && (page + 1) * PAGE < (touched ? chosen : rows).length) { turn(1); cards()[0]?.focus(); }
    else if (to < 0 && page > 0) { turn(-1); cards().at(-1)?.focus(); }
    else all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    const li = current() ?? cards()[0];
    const what = { a: "accept", x: "false_alarm", s: "later", f: "fixed", u: "undo" }[e.key];
    if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (what && li && $(".actions", li)) { if (li !== current()) li.focus(); decide(li, what); if (what !== "undo" && li !== single) move(1); }
    else if (e.key === "/" && $("#q")) $("#q").focus();
    else if (e.key === "?" && $(".keys")) $(".keys").open = !$(".keys").open;
    else if (e.key === "c" && $(".copyable")) copy($(".copyable"));
    else if (e.key === "Enter" && e.target === li && $("a.cid[href]", li)) $("a.cid[href]", li).click();
    else return;
    e.preventDefault();
  });

  /* --- copying --- */
  const copy = async (pre, button) => {
    try { await navigator.clipboard.writeText(pre.textContent); }
    catch {
      getSelection().selectAllChildren(pre);
      document.execCommand("copy");
    }
    if (button) {
      const before = button.textContent;
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = before; }, 1500);
    }
  };
  const take = (button, li) => {
    const row = rowOf.get(li.dataset.fp);
    const subject = row?.subj ?? li.dataset.subject ?? "";
    const predicate = row?.pred ?? li.dataset.predicate ?? "";
    const page = $("a.cid[href]", li)?.href ?? location.href.replace(/#.*/, "") + (li.id ? "#" + li.id : "");
    if (SERVED && button.dataset.take === "fact") {
      location.href = document.body.dataset.root + "desk.html#" + new URLSearchParams({ subject, predicate });
      return;
    }
    const bare = (text) => text.replace(/["`$\\]/g, "");
    const text = button.dataset.take === "link" ? page : `farmcheck facts add "${bare(subject)}" "${bare(predicate)}" "…" --source https://…${document.body.dataset.options ?? ""}`;
    const pre = document.createElement("pre");
    pre.textContent = text;
    pre.className = "hide";
    li.append(pre);
    copy(pre, button).finally(() => pre.remove());
  };
  for (const pre of $$(".copyable")) {
    if (!words.copy) break;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy js";
    button.textContent = words.copy;
    button.addEventListener("click", () => copy(pre, button));
    pre.before(button);
  }

  /* --- tables: sort by a column, filter the rows --- */
  for (const table of $$("table.sortable")) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    for (const [k, th] of [...table.tHead.rows[0].cells].entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const up = th.getAttribute("aria-sort") === "descending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        th.setAttribute("aria-sort", up ? "ascending" : "descending");
        const number = th.classList.contains("num");
        const value = (tr) => { const x = tr.cells[k].textContent.trim(); return number ? parseFloat(x) || 0 : x; };
        const keyed = [...body.rows].map((tr) => [value(tr), tr]);
        keyed.sort((a, b) => (a[0] > b[0] ? 1 : a[0] < b[0] ? -1 : 0) * (up ? 1 : -1));
        body.append(...keyed.map((x) => x[1]));
      });
    }
    if (original.length > 20 && words.filter) {
      const input = document.createElement("input");
      input.type = "search";
      input.className = "js filter";
      input.placeholder = words.filter;
      input.setAttribute("aria-label", words.filter);
      const text = original.map((tr) => tr.textContent.toLowerCase());
      input.addEventListener("input", () => {
        const q = input.value.trim().toLowerCase();
        original.forEach((tr, i) => { tr.hidden = !text[i].includes(q); });
      });
      table.closest(".scroll").before(input);
    }
  }
})();
