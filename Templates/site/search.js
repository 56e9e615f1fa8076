// Search in the browser: the same words, query language and order as `postmortem search` (SearchIndex+Searching.swift).
// The index is read as classic scripts that call `postmortemData`, so that it works from a disk as from a server.
"use strict";
(() => {
  const root = document.body.dataset.root;

  // Words, as SQLite's tokenizer `porter unicode61 remove_diacritics 2` makes them.

  const fold = (word) => word.replace(/[\u0300-\u0331]/g, "").replace(/./gsu, (letter) => {
    const base = letter.normalize("NFD")[0];
    return (/[a-z]/i.test(base) ? base : letter).toLowerCase();
  }).replaceAll("ς", "σ");

  // Each word of a text: as written, where, and as the index keeps it.
  const tokens = (text) => Array.from(
    text.matchAll(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\u0300-\u0331]*/gu),
    ({ 0: word, index }) => ({ word, at: index, end: index + word.length, term: stem(fold(word)) }));

  // Vowels as "v", others as "c"; a "y" after a consonant is a vowel.
  const shape = (word) => [...word].reduce((made, letter) =>
    made + ("aeiou".includes(letter) || (letter === "y" && made.endsWith("c")) ? "v" : "c"), "");
  const measure = (word) => shape(word).split("vc").length - 1;
  const hasVowel = (word) => /[aeiou]|.y/s.test(word);
  const isShort = (word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

  // Steps 2, 3 and 4: the measure a stem must exceed, then endings with what replaces them.
  const steps = [
    [0, "ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous "
      + "ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble"],
    [0, "ical>ic ness> icate>ic iciti>ic ful> ative> alize>al"],
    [1, "al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>"],
  ].map(([least, rules]) => [least, rules.split(" ").map((rule) => rule.split(">"))]);

  // Porter's stemmer. SQLite's works on bytes, so a word of other letters is spelled as bytes for it.
  function stem(word) {
    if (word.length > 64 || /^[\0-\x7f]*$/.test(word)) return stemBytes(word);
    const bytes = stemBytes(String.fromCharCode(...new TextEncoder().encode(word)));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  }

  function stemBytes(word) {
    if (word.length < 3 || word.length > 64) return word;
    if (/.(ie|sse)s$/s.test(word)) word = word.slice(0, -2);
    else if (/[^s]s$/s.test(word)) word = word.slice(0, -1);
    const [ending] = /.eed$|ed$|ing$/s.exec(word) || [""];
    const head = word.slice(0, word.length - ending.length);
    if (ending.endsWith("eed")) {
      if (measure(word.slice(0, -3)) > 0) word = word.slice(0, -1);
    } else if (ending && hasVowel(head)) {
      word = head;
      if (/.(at|bl|iz)$/s.test(word)) word += "e";
      else if (/([^aeioulsz])\1$/s.test(word)) word = word.slice(0, -1);
      else if (measure(word) === 1 && isShort(word)) word += "e";
    }
    if (word.endsWith("y") && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
    for (const [least, rules] of steps) {
      const rule = rules.find(([ending]) => word.endsWith(ending) && word !== ending);
      const rest = rule && word.slice(0, -rule[0].length);
      if (rule && measure(rest) > least && (rule[0] !== "ion" || /[st]$/.test(rest))) {
        word = rest + rule[1];
      }
    }
    const rest = word.slice(0, -1);
    const count = measure(rest);
    if (word.endsWith("e") && (count > 1 || (count === 1 && !isShort(rest)))) word = rest;
    return word.endsWith("ll") && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
  }

  // Queries. Every text is one; the about page tells the language.

  const textFields = ["title", "org", "service", "severity", "kind", "id"];
  const notSpace = "[^\\0- \\x7f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const item = new RegExp(
    `(-(?!-)(?=${notSpace}))?((?:(${textFields.join("|")}|factor|date|duration|is):)?`
    + `(?:["“”]([^"“”]*)["“”]?(\\**)|${notSpace}*))`, "gi");
  const key = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const clean = (text) => text.replace(/[\0-\x1f]/g, " ").trim();

  function wordOf(typed) {
    const text = typed.replace(/(?<!\*)\*+$/, "");
    const prefix = text !== "" && text !== typed;
    return { type: "word", text: clean(prefix ? text : typed), prefix };
  }

  function parse(query, kinds) {
    const clauses = [];
    const items = [];
    for (const [all, minus, typed, name, quoted, stars] of query.matchAll(item)) {
      const value = quoted === undefined ? wordOf(name ? typed.slice(name.length + 1) : typed)
        : { type: "phrase", text: clean(quoted), prefix: stars !== "" };
      if (!all || (!name && !value.text)) continue;
      const any = name ? (value.text && filterOf(name.toLowerCase(), value, kinds)) || wordOf(typed) : value;
      items.push({ exclude: minus === "-", any: [any], or: !minus && typed === "OR" });
    }
    for (let at = 0; at < items.length; at += 1) {
      const { exclude, any, or } = items[at];
      const [last, next] = [clauses.at(-1), items[at + 1]];
      if (or && last?.exclude === false && next?.exclude === false && !next.or) last.any.push(...items[(at += 1)].any);
      else clauses.push({ exclude, any });
    }
    return clauses;
  }

  // A condition; null when its value cannot be understood.
  function filterOf(name, { text, prefix }, kinds) {
    if (textFields.includes(name)) return { type: "field", field: name, text, prefix };
    if (prefix || text.length > 64) return null;
    if (name === "date") return range(name, text, period);
    if (name === "duration") return range(name, text.toLowerCase(), span);
    const wanted = key(text);
    if (name === "is") return wanted === "reviewed" ? { type: "reviewed" } : null;
    let found = kinds.filter(([id, title]) => wanted && (key(id) === wanted || key(title) === wanted));
    if (!found.length) found = kinds.filter(([, , family]) => key(family) === wanted);
    return found.length ? { type: name, kinds: found.map(([id]) => id), denied: text.startsWith("!") } : null;
  }

  // `a..b`, `>a`, `a`: from and to, both included, null when open.
  function range(type, text, read) {
    const [, low, high] = /^(.*?)\.\.(.*)$/s.exec(text) || [];
    let [from, to] = [];
    if (low !== undefined) {
      const [a, b] = [read(low), read(high)];
      if ((a || !low) && (b || !high) && (a || b)) [from, to] = [a ? a.first : null, b ? b.end : null];
    } else {
      const [, sign, value] = /^((?:[<>]=?)?)(.*)$/s.exec(text);
      const { first, last, end, before, after } = read(value) || {};
      [from, to] = {
        "": [first, last], ">=": [first, null], "<=": [null, end], ">": [after, null], "<": [null, before],
      }[sign];
    }
    return from === undefined || to === undefined ? null : { type, from, to };
  }

  function day(year, month, date) {
    const text = new Date(new Date(0).setUTCFullYear(year, month - 1, date)).toISOString().slice(0, 10);
    return /^(\+|-|0000)/.test(text) ? undefined : text;
  }

  function period(text) {
    const first = `${text}-01-01`.slice(0, 10);
    const [year, month, date] = first.split("-").map(Number);
    if (!/^\d{4}(-\d\d){0,2}$/.test(text) || day(year, month, date) !== first) return null;
    const end = { 4: [13, 0], 7: [month + 1, 0], 10: [month, date] }[text.length];
    const last = day(year, ...end);
    return { first, last, end: last, before: day(year, month, date - 1), after: day(year, end[0], end[1] + 1) };
  }

  function span(text) {
    if (!/^(\d{1,9}(\.\d{1,3})?(s|sec|m|min|h|hr|d|w))+$/.test(text)) return null;
    let [total, step] = [0, 0];
    for (const [, whole, fraction = "", name] of text.matchAll(/(\d+)(?:\.(\d+))?([a-z])[a-z]*/g)) {
      const unit = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 }[name];
      const scale = 10 ** fraction.length;
      total += whole * unit + Math.floor((fraction * unit) / scale);
      step = Math.max(1, Math.floor(unit / scale));
    }
    return total > 1e12 ? null
      : { first: total, last: total + step - 1, end: total, before: total - 1, after: total + 1 };
  }

  // The index; BrowserIndex.swift tells what is in its parts.

  const parts = new Map();

  function part(name) {
    if (!parts.has(name)) parts.set(name, Promise.withResolvers());
    return parts.get(name);
  }
  globalThis.postmortemData = (name, value) => part(name).resolve(value);

  function loadFrom(folder, name) {
    const known = parts.has(name);
    const { promise, reject } = part(name);
    if (!known) {
      const script = document.createElement("script");
      script.src = `${root}${folder}${name}.js`;
      script.onerror = () => parts.delete(name) && reject(name);
      document.head.append(script);
    }
    return promise;
  }
  const manifest = () => loadFrom("search/", "manifest");
  const load = async (name) => loadFrom((await manifest()).folder, name);

  // The places of each term that is, or begins with, what is asked for, from the shards `t` or `p`.
  async function places(letter, term, prefix) {
    const { starts } = await manifest();
    // The last shard that does not start after a term.
    const shardOf = (wanted) => Math.max(0, starts.findLastIndex((start) => start <= wanted));
    const from = shardOf(term);
    const to = prefix ? shardOf(`${term}\uffff`) : from;
    const names = starts.slice(from, to + 1).map((_, index) => load(`${letter}${from + index}`));
    return (await Promise.all(names)).flat().filter(([other]) => (prefix ? other.startsWith(term) : other === term));
  }

  // How much a phrase counts in each report that holds it: its occurrences, each with the weight of its field.
  async function frequencies({ terms, prefix }, onlyField) {
    const { weights } = await manifest();
    const counted = terms.length === 1;
    // The occurrences so far: of one term as counts by report and field, of more as places where the phrase could begin.
    let begins = null;
    for (const [offset, term] of terms.entries()) {
      const here = new Map();
      for (const [, list] of await places(counted ? "t" : "p", term, prefix && offset === terms.length - 1)) {
        let report = 0;
        for (const [, gap, fields] of list.matchAll(/(\d+)([^,]+)/g)) {
          report += Number(gap);
          for (const [, letter, numbers] of fields.matchAll(/([A-Z])([\d.]*)/g)) {
            let position = -offset;
            for (const number of counted ? [""] : numbers.split(".")) {
              const begin = `${report} ${letter} ${(position += Number(number))}`;
              if (begins && !begins.has(begin)) continue;
              here.set(begin, counted ? (here.get(begin) || 0) + Number(numbers || 1) : 1);
            }
          }
        }
      }
      begins = here;
    }
    const result = new Map();
    for (const [begin, count] of begins) {
      const [report, letter] = begin.split(" ");
      const field = letter.charCodeAt(0) - 65;
      if (onlyField !== undefined && field !== onlyField) continue;
      result.set(Number(report), (result.get(Number(report)) || 0) + weights[field] * count);
    }
    return result;
  }

  // Ranking.

  const limit = 64;
  const endings = ("e es ed ing ion ions on tion ation ations ization ity ility y ly able ment ness al er or ive ize ng "
    + "ty lity").split(" ");
  const distinct = (things) => [...new Map(things.map((thing) => [thing.name, thing]).reverse()).values()].reverse();

  function phraseOf(text, prefix) {
    const words = tokens(text).slice(0, limit);
    const terms = words.map(({ term }) => term);
    return words.length ? { words, terms, prefix, name: `${prefix} ${terms.join(" ")}` } : null;
  }

  // The phrases a text may stand for: itself and, for a prefix, the stems shorter than it.
  function phrasesOf({ text, prefix }) {
    const phrase = phraseOf(text, prefix);
    if (!phrase || !prefix || phrase.terms.length > 1) return phrase ? [phrase] : [];
    const more = endings.map((ending) => phraseOf(phrase.words[0].word + ending, false));
    return distinct([phrase, ...more.filter(({ terms: [term] }) => !term.startsWith(phrase.terms[0]))]);
  }

  // What a clause of words adds to the rank: a term with its phrases, or the parts of a compound that stands nowhere.
  async function termsOf({ any }) {
    const phrases = distinct(any.slice(0, limit).flatMap(phrasesOf));
    const compound = any.length === 1 && any[0].type === "word" && !any[0].prefix && phrases[0]?.terms.length > 1;
    if (compound && !(await frequencies(phrases[0])).size) {
      return phrases[0].words.map(({ word }) => phraseOf(word, false)).map((one) => ({ name: one.name, phrases: [one] }));
    }
    return phrases.length ? [{ name: phrases.map(({ name }) => name).join("|"), phrases }] : [];
  }

  // Whether a report fits a condition, as a function of its number.
  async function fitting({ type, field, text, prefix, from, to, kinds, denied }, { fields }) {
    if (type === "date" || type === "duration") {
      const values = await load(`${type}s`);
      const number = (bound) => (type === "date" && bound ? Number(bound.replaceAll("-", "")) : bound);
      return (report) => values[report] !== null && (from === null || values[report] >= number(from))
        && (to === null || values[report] <= number(to));
    }
    const column = fields.indexOf({ title: "title", org: "organisation", service: "services" }[field]);
    if (column >= 0) {
      const phrase = phraseOf(text, prefix);
      const holding = phrase ? await frequencies(phrase, column) : new Map();
      return (report) => holding.has(report);
    }
    const wanted = key(text || "");
    // A factor stands as `kind:stance`, beside `reviewed`.
    const fits = (value) => (type === "reviewed" ? value === type : !field
      ? kinds.includes(value.split(":")[0]) && value.endsWith(":denied") === denied
      : wanted !== "" && (prefix ? key(value).startsWith(wanted) : key(value) === wanted));
    const set = new Set();
    for (const [value, gaps] of await load(field || "factor")) {
      let report = 0;
      if (fits(value)) for (const gap of gaps) set.add((report += gap));
    }
    return (report) => set.has(report);
  }

  const isWords = ({ type }) => type === "word" || type === "phrase";

  // Whether a report fits a clause that only restricts; null when the clause asks for nothing.
  async function restriction({ exclude, any }, index) {
    const tests = [];
    for (const alternative of any.slice(0, limit)) {
      if (!isWords(alternative)) tests.push(await fitting(alternative, index));
      else for (const phrase of phrasesOf(alternative)) {
        const holding = await frequencies(phrase);
        tests.push((report) => holding.has(report));
      }
    }
    return tests.length ? (report) => tests.some((test) => test(report)) !== exclude : null;
  }

  // The reports a query finds, best first, what to mark in them, and how many hold all the words.
  async function search(query) {
    const index = await manifest();
    let terms = [];
    const tests = [];
    let skipped = false;
    for (const clause of parse(query, index.kinds)) {
      if (clause.exclude || !clause.any.every(isWords)) {
        const test = await restriction(clause, index);
        if (test) tests.push(test);
      } else {
        const made = terms.length < limit ? await termsOf(clause) : [];
        skipped ||= !made.length;
        terms = distinct([...terms, ...made]).slice(0, limit);
      }
    }
    const fits = (report) => tests.every((test) => test(report));
    if (!terms.length) {
      const length = skipped && !tests.length ? 0 : index.reports;
      return { terms, hits: [...Array(length).keys()].filter(fits), whole: null };
    }
    const lengths = await load("lengths");
    const [scores, holding] = [new Map(), new Map()];
    for (const phrase of distinct(terms.flatMap(({ phrases }) => phrases))) {
      const counts = await frequencies(phrase);
      holding.set(phrase.name, counts);
      const idf = Math.log((index.reports - counts.size + 0.5) / (counts.size + 0.5));
      for (const [report, count] of counts) {
        const long = (lengths[report] * index.reports) / index.tokens;
        const score = ((idf > 0 ? idf : 1e-6) * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * long));
        scores.set(report, (scores.get(report) || 0) + score);
      }
    }
    const hits = [...scores].filter(([report]) => fits(report)).map(([report, score]) => ({
      report, score: Math.round(score * 1e12),
      whole: terms.every(({ phrases }) => phrases.some(({ name }) => holding.get(name).has(report))),
    }));
    hits.sort((a, b) => b.whole - a.whole || b.score - a.score || a.report - b.report);
    return { terms, hits: hits.map(({ report }) => report), whole: hits.filter(({ whole }) => whole).length };
  }

  globalThis.postmortemSearch = { parse, tokens, search, manifest };

  // The page.

  const [input, results, overview, count, list, more] = ["q", "results", "overview", "count", "hits", "more"]
    .map((id) => document.getElementById(id));
  let [turn, current, timer] = [0];

  function make(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  // A text with its matches marked: whole, or so many words around the most different ones.
  function marked(text, terms, length) {
    const words = tokens(text);
    const matches = [];
    words.forEach((_, at) => terms.forEach(({ phrases }, term) => phrases.forEach((phrase) => {
      const stands = phrase.terms.every((wanted, offset) => {
        const here = words[at + offset]?.term;
        return here === wanted || (phrase.prefix && offset === phrase.terms.length - 1 && here?.startsWith(wanted));
      });
      if (stands) matches.push({ at, end: at + phrase.terms.length, term });
    })));
    let best = { at: 0, value: 0 };
    matches.forEach(({ at }, index) => {
      const inside = matches.slice(index, index + 40).filter((other) => other.at < at + 22);
      const value = new Set(inside.map(({ term }) => term)).size * 100 + inside.length;
      if (value > best.value) best = { at, value };
    });
    const first = Math.max(0, Math.min(best.at - 8, words.length - length));
    const last = Math.min(words.length, first + length) - 1;
    let from = first > 0 ? words[first].at : 0;
    const made = [first > 0 ? "…" : ""];
    words.slice(first, last + 1).forEach(({ word, at, end }, index) => {
      if (!matches.some((match) => match.at <= first + index && first + index < match.end)) return;
      made.push(text.slice(from, at), make("mark", "", word));
      from = end;
    });
    return last === words.length - 1 ? [...made, text.slice(from)] : [...made, text.slice(from, words[last].end), "…"];
  }

  function row({ id, title, date, where, factors, text }, terms) {
    const link = make("a", "title", make("bdi", "", ...marked(title, terms, Infinity)));
    link.href = `${root}incidents/${id}.html`;
    const chips = factors.map(([style, sign, name]) => make("span", `chip ${style}`, make("span", "sign", sign), name));
    return make("li", "", make("div", "when", date), make("div", "what", link, make("p", "where", where),
      make("p", "snippet", ...marked(text, terms, 30)), make("p", "chips", ...chips)));
  }

  async function showMore() {
    const mine = turn;
    const from = list.children.length;
    const cards = await Promise.all(current.hits.slice(from, from + 10).map((report) => load(`c${report}`)));
    if (mine !== turn) return;
    list.append(...cards.map((card) => row(card, current.terms)));
    more.hidden = list.children.length >= current.hits.length;
    if (from) list.children[from].querySelector("a").focus();
  }

  function announce({ hits: { length }, whole }) {
    const all = length ? `${length} incident${length === 1 ? "" : "s"}` : "Nothing found: try fewer words.";
    return whole === null || whole === length ? all : `${all}, ${whole || "none"} with all the words`;
  }

  async function run() {
    const mine = (turn += 1);
    const query = input.value;
    const answer = query.trim() ? await search(query).catch(() => null) : undefined;
    if (mine !== turn) return;
    overview.hidden = answer !== undefined;
    results.hidden = !overview.hidden;
    list.replaceChildren();
    more.hidden = true;
    current = answer;
    if (answer) await showMore();
    if (mine !== turn) return;
    count.textContent = answer ? announce(answer) : answer === null ? "The search index could not be loaded." : "";
    results.dataset.query = query;
  }

  // One step back leads from a search to what was there before it, however many letters were typed.
  function changed() {
    clearTimeout(timer);
    const query = input.value.trim();
    const isNew = new URLSearchParams(location.search).has("q") !== (query !== "");
    history[isNew ? "pushState" : "replaceState"](null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    run();
  }

  function read() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    run();
  }

  addEventListener("keydown", (event) => {
    const places = [input, ...document.querySelectorAll("#hits a.title")];
    const at = places.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    let to;
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !document.activeElement.matches("input, select")) to = input;
    if (at >= 0 && step) to = places[at + step];
    if (at >= 0 && results && event.key === "Escape") {
      to = input;
      input.value = "";
      changed();
    }
    if (to) event.preventDefault();
    to?.focus();
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (results) changed();
    else location.href = `${root}index.html?q=${encodeURIComponent(input.value)}`;
  });
  if (!results) return;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 120);
  });
  more.addEventListener("click", showMore);
  addEventListener("popstate", read);
  read();
})();
