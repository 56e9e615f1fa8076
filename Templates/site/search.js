// Search in the browser: the same words, the same query language and the same order as `postmortem search`.
// The index is read as classic scripts that call `postmortemData`, so that it works from a disk as from a server.
"use strict";
(() => {
  const root = document.body.dataset.root || "";

  // Words. As SQLite's tokenizer `porter unicode61 remove_diacritics 2` makes them.

  const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\u0300-\u0331]*/gu;

  function fold(word) {
    let folded = "";
    for (const character of word) {
      if (character >= "\u0300" && character <= "\u0331") continue;
      const base = character.normalize("NFD")[0];
      folded += (/[A-Za-z]/.test(base) ? base : character).toLowerCase();
    }
    return folded.replaceAll("ς", "σ");
  }

  // Each word of a text: as written, where, and as the index keeps it.
  function tokens(text) {
    return Array.from(text.matchAll(wordPattern), (match) => ({
      word: match[0], at: match.index, term: stem(fold(match[0])),
    }));
  }

  // Porter's stemmer works on bytes there, so here on a string with a character a byte.
  function stem(word) {
    if (/^[\0-\x7f]*$/.test(word)) return stemBytes(word);
    const bytes = String.fromCharCode(...new TextEncoder().encode(word));
    return new TextDecoder().decode(Uint8Array.from(stemBytes(bytes), (byte) => byte.charCodeAt(0)));
  }

  // Vowels as "v", others as "c"; a "y" after a consonant is a vowel.
  function shape(word) {
    let result = "";
    for (const letter of word) {
      const vowel = "aeiou".includes(letter) || (letter === "y" && result.endsWith("c"));
      result += vowel ? "v" : "c";
    }
    return result;
  }
  const measure = (word) => (shape(word).match(/vc/g) || []).length;
  const hasVowel = (word) => /[aeiou]|.y/s.test(word);
  const isShort = (word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

  const steps = [
    [0, "ational ate tional tion enci ence anci ance izer ize logi log bli ble alli al entli ent eli e ousli ous "
      + "ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble"],
    [0, "ical ic ness - icate ic iciti ic ful - ative - alize al"],
    [1, "al - ance - ence - er - ic - able - ible - ant - ement - ment - ent - ion - ou - ism - ate - iti - ous - "
      + "ive - ize -"],
  ].map(([least, rules]) => [least, rules.split(" ")]);

  function stemBytes(word) {
    if (word.length < 3 || word.length > 64) return word;
    if (word.endsWith("s") && !word.endsWith("ss")) {
      const long = (word.endsWith("sses") && word.length > 4) || (word.endsWith("ies") && word.length > 3);
      word = word.slice(0, long ? -2 : -1);
    }
    const ending = word.endsWith("eed") ? "eed" : word.endsWith("ed") ? "ed" : word.endsWith("ing") ? "ing" : "";
    const head = word.slice(0, word.length - ending.length);
    if (ending === "eed") {
      if (measure(head) > 0) word = word.slice(0, -1);
    } else if (ending && head && hasVowel(head)) {
      word = head;
      if (/.(at|bl|iz)$/s.test(word)) word += "e";
      else if (/([^aeiou])\1$/s.test(word) && !/[lsz]$/.test(word)) word = word.slice(0, -1);
      else if (measure(word) === 1 && isShort(word)) word += "e";
    }
    if (word.endsWith("y") && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
    for (const [least, rules] of steps) {
      for (let index = 0; index < rules.length; index += 2) {
        const suffix = rules[index];
        if (!word.endsWith(suffix) || word.length === suffix.length) continue;
        const rest = word.slice(0, -suffix.length);
        if (measure(rest) > least && (suffix !== "ion" || /[st]$/.test(rest))) {
          word = rest + rules[index + 1].replace("-", "");
        }
        break;
      }
    }
    if (word.endsWith("e")) {
      const rest = word.slice(0, -1);
      if (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest))) word = rest;
    }
    return word.endsWith("ll") && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
  }

  // Queries. Every text is one; see the about page for the language.

  const spaces = /[\0- \x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
  const isSpace = (character) => spaces.test(character);
  const isQuote = (character) => character !== undefined && '"“”'.includes(character);
  const key = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const textFields = ["title", "org", "service", "severity", "kind", "id"];
  const fieldNames = [...textFields, "factor", "date", "duration", "is"];

  function parse(query, kinds) {
    const typed = Array.from(query);
    let at = 0;

    function text(from, to) {
      while (from < to && isSpace(typed[from])) from += 1;
      while (to > from && isSpace(typed[to - 1])) to -= 1;
      return typed.slice(from, to).map((character) => (character < " " ? " " : character)).join("");
    }
    function word(from, to) {
      let end = to;
      while (end > from && typed[end - 1] === "*") end -= 1;
      const prefix = end > from && end < to;
      return { type: "word", text: text(from, prefix ? end : to), prefix };
    }
    function phrase() {
      const start = (at += 1);
      while (at < typed.length && !isQuote(typed[at])) at += 1;
      const inside = text(start, at);
      if (at < typed.length) at += 1;
      const prefix = typed[at] === "*";
      while (typed[at] === "*") at += 1;
      return inside && { type: "phrase", text: inside, prefix };
    }
    function skipWord() {
      while (at < typed.length && !isSpace(typed[at])) at += 1;
    }
    function filter(name) {
      let value;
      if (isQuote(typed[at])) value = phrase();
      else {
        const start = at;
        skipWord();
        value = word(start, at);
      }
      if (!value || !value.text) return null;
      if (textFields.includes(name)) return { type: "field", field: name, text: value.text, prefix: value.prefix };
      if (value.prefix) return null;
      if (name === "factor") return factorFilter(value.text, kinds);
      if (name === "date") return rangeFilter("date", value.text, period);
      if (name === "duration") return rangeFilter("duration", value.text.toLowerCase(), span);
      return key(value.text) === "reviewed" ? { type: "reviewed" } : null;
    }
    function item() {
      const next = typed[at + 1];
      const exclude = typed[at] === "-" && next !== undefined && next !== "-" && !isSpace(next);
      if (exclude) at += 1;
      if (isQuote(typed[at])) {
        const found = phrase();
        return found && { exclude, found };
      }
      const start = at;
      const name = /^([a-z]{1,9}):/i.exec(typed.slice(at, at + 10).join(""))?.[1].toLowerCase();
      if (fieldNames.includes(name)) {
        at += name.length + 1;
        return { exclude, found: filter(name) || word(start, at) };
      }
      skipWord();
      const found = word(start, at);
      return { exclude, found, or: !exclude && found.text === "OR" && !found.prefix };
    }

    const items = [];
    for (;;) {
      while (at < typed.length && isSpace(typed[at])) at += 1;
      if (at >= typed.length) break;
      const next = item();
      if (next) items.push(next);
    }
    const clauses = [];
    for (let index = 0; index < items.length; index += 1) {
      const { exclude, found, or } = items[index];
      const next = items[index + 1];
      const last = clauses[clauses.length - 1];
      if (or && last && !last.exclude && next && !next.or && !next.exclude) {
        last.any.push(next.found);
        index += 1;
      } else clauses.push({ exclude, any: [found] });
    }
    return clauses;
  }

  const size = (text) => new TextEncoder().encode(text).length;

  function factorFilter(text, kinds) {
    const name = key(text);
    if (!name || size(text) > 64) return null;
    let found = kinds.filter((kind) => key(kind[0]) === name || key(kind[1]) === name);
    if (!found.length) found = kinds.filter((kind) => key(kind[2]) === name);
    return found.length ? { type: "factor", kinds: found.map((kind) => kind[0]), denied: text.startsWith("!") } : null;
  }

  // `a..b`, `>a`, `a`: from and to, both included, null when open.
  function rangeFilter(type, text, read) {
    if (size(text) > 64) return null;
    const dots = text.indexOf("..");
    const filter = (from, to) => (from === undefined || to === undefined ? null : { type, from, to });
    if (dots >= 0) {
      const [low, high] = [text.slice(0, dots), text.slice(dots + 2)];
      const [from, to] = [read(low), read(high)];
      if ((!from && low) || (!to && high) || (!from && !to)) return null;
      return filter(from ? from.first : null, to ? to.end : null);
    }
    const sign = /^[<>]=?/.exec(text)?.[0] || "";
    const extent = read(text.slice(sign.length));
    if (!extent) return null;
    if (sign === ">=") return filter(extent.first, null);
    if (sign === "<=") return filter(null, extent.end);
    if (sign === ">") return filter(extent.after, null);
    return sign === "<" ? filter(null, extent.before) : filter(extent.first, extent.last);
  }

  function day(year, month, date) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, date);
    const found = moment.getUTCFullYear();
    if (found < 1 || found > 9999) return undefined;
    return `${String(found).padStart(4, "0")}-${moment.toISOString().slice(-19, -14)}`;
  }

  function period(text) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
    if (!match) return null;
    const [year, month, date] = match.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
    const first = day(year, match[2] ? month : 1, match[3] ? date : 1);
    if (!first || !first.startsWith(text)) return null;
    const [lastMonth, lastDate] = match[3] ? [month, date] : [(match[2] ? month : 12) + 1, 0];
    const last = day(year, lastMonth, lastDate);
    return {
      first, last, end: last, before: day(year, match[2] ? month : 1, (match[3] ? date : 1) - 1),
      after: day(year, lastMonth, lastDate + 1),
    };
  }

  const units = { s: 1, sec: 1, m: 60, min: 60, h: 3600, hr: 3600, d: 86400, w: 604800 };

  function span(text) {
    if (!/^(\d{1,9}(\.\d{1,3})?[a-z]+)+$/.test(text)) return null;
    let total = 0;
    let step = 0;
    for (const [, whole, fraction = "", name] of text.matchAll(/(\d+)(?:\.(\d+))?([a-z]+)/g)) {
      const unit = Object.hasOwn(units, name) ? units[name] : NaN;
      const scale = 10 ** fraction.length;
      total += Number(whole) * unit + Math.floor((Number(fraction) * unit) / scale);
      step = Math.max(1, Math.floor(unit / scale));
    }
    if (!(total <= 1e12)) return null;
    return { first: total, last: total + step - 1, end: total, before: total - 1, after: total + 1 };
  }

  // The index.

  const parts = new Map();
  function part(name) {
    if (!parts.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      parts.set(name, entry);
    }
    return parts.get(name);
  }
  globalThis.postmortemData = (name, value) => part(name).resolve(value);

  function loadFrom(folder, name) {
    const entry = part(name);
    if (!entry.asked) {
      entry.asked = true;
      const script = document.createElement("script");
      script.src = `${root}${folder}${name}.js`;
      script.onerror = () => {
        parts.delete(name);
        entry.reject(new Error(`${name} could not be loaded`));
      };
      document.head.append(script);
    }
    return entry.promise;
  }
  const manifest = () => loadFrom("search/", "manifest");
  const load = async (name) => loadFrom((await manifest()).folder, name);

  // A shard or a list of facts as a map; made once.
  const maps = new Map();
  async function map(name) {
    if (!maps.has(name)) {
      const list = await load(name);
      const made = new Map();
      for (let index = 0; index < list.length; index += 2) made.set(list[index], list[index + 1]);
      maps.set(name, made);
    }
    return maps.get(name);
  }

  // The shard a term is in: the last that does not start after it.
  function shardOf(term, starts) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // The places of every term that is, or begins with, what is asked for: from the shards `t` (counts) or `p` (positions).
  async function places(letter, term, prefix) {
    const { starts } = await manifest();
    if (!starts.length) return [];
    const from = shardOf(term, starts);
    const to = prefix ? shardOf(`${term}\uffff`, starts) : from;
    const shards = await Promise.all(Array.from({ length: to - from + 1 }, (_, index) => map(`${letter}${from + index}`)));
    if (!prefix) return [shards[0].get(term)].filter(Boolean);
    return shards.flatMap((shard) => [...shard].filter(([other]) => other.startsWith(term)).map(([, value]) => value));
  }

  // "3A2C,1C5" → for each report a list of [field, numbers].
  function* reports(list) {
    let report = 0;
    for (const entry of list.split(",")) {
      const gap = /^\d+/.exec(entry)[0];
      report += Number(gap);
      const fields = Array.from(entry.slice(gap.length).matchAll(/([A-I])([\d.]*)/g), ([, letter, numbers]) => [
        letter.charCodeAt(0) - 65, numbers,
      ]);
      yield [report, fields];
    }
  }

  // Where a phrase stands: report → field → how often.
  const found = new Map();
  function occurrences(phrase) {
    const name = `${phrase.prefix ? "*" : ""}${phrase.terms.join(" ")}`;
    if (!found.has(name)) found.set(name, phrase.terms.length === 1 ? single(phrase) : adjacent(phrase));
    return found.get(name);
  }

  function add(result, report, field, count) {
    if (!result.has(report)) result.set(report, new Map());
    const fields = result.get(report);
    fields.set(field, (fields.get(field) || 0) + count);
  }

  async function single(phrase) {
    const result = new Map();
    for (const list of await places("t", phrase.terms[0], phrase.prefix)) {
      for (const [report, fields] of reports(list)) {
        for (const [field, count] of fields) add(result, report, field, Number(count || 1));
      }
    }
    return result;
  }

  async function adjacent(phrase) {
    const last = phrase.terms.length - 1;
    const lists = await Promise.all(phrase.terms.map((term, index) => places("p", term, phrase.prefix && index === last)));
    // Where the phrase could begin, narrowed term by term.
    let begins = null;
    lists.forEach((list, offset) => {
      const here = new Set();
      for (const entry of list) {
        for (const [report, fields] of reports(entry)) {
          for (const [field, gaps] of fields) {
            let position = 0;
            for (const gap of gaps.split(".")) {
              position += Number(gap);
              const begin = `${report} ${field} ${position - offset}`;
              if (!begins || begins.has(begin)) here.add(begin);
            }
          }
        }
      }
      begins = here;
    });
    const result = new Map();
    for (const begin of begins) {
      const [report, field] = begin.split(" ").map(Number);
      add(result, report, field, 1);
    }
    return result;
  }

  // Ranking.

  const limit = 64;
  const endings = ("e es ed ing ion ions on tion ation ations ization ity ility y ly able ment ness al er or ive ize ng "
    + "ty lity").split(" ");
  const sameAs = (phrase) => `${phrase.prefix} ${phrase.terms.join(" ")}`;
  const distinct = (phrases) => [...new Map(phrases.map((phrase) => [sameAs(phrase), phrase]).reverse()).values()].reverse();

  function phraseOf(text, prefix) {
    const words = tokens(text).slice(0, limit);
    if (!words.length) return null;
    return { text: words.map(({ word }) => word).join(" "), terms: words.map(({ term }) => term), prefix };
  }

  // The phrases a text may stand for: itself and, for a prefix, the stems shorter than it.
  function phrasesOf({ text, prefix }) {
    const phrase = phraseOf(text, prefix);
    if (!phrase) return [];
    if (!prefix || phrase.terms.length > 1) return [phrase];
    const more = endings.map((ending) => phraseOf(phrase.text + ending, false));
    return distinct([phrase, ...more.filter(({ terms }) => !terms[0].startsWith(phrase.terms[0]))]);
  }

  async function termsOf(clause) {
    const phrases = distinct(clause.any.slice(0, limit).flatMap(phrasesOf));
    const [first] = phrases;
    if (clause.any.length === 1 && clause.any[0].type === "word" && !clause.any[0].prefix && first?.terms.length > 1) {
      if (!(await occurrences(first)).size) {
        const words = first.text.split(" ");
        return first.terms.map((term, index) => [{ text: words[index], terms: [term], prefix: false }]);
      }
    }
    return phrases.length ? [phrases] : [];
  }

  const everyReport = (count, holds) => new Set(Array.from({ length: count }, (_, report) => report).filter(holds));

  // The reports that fit a condition.
  async function fitting(filter, { reports: count, fields }) {
    const within = (values) => everyReport(count, (report) => {
      const value = values[report] === "" ? null : Number(values[report]);
      return value !== null && (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
    });
    const listed = async (name, fits) => {
      const result = new Set();
      for (const [value, gaps] of await map(name)) {
        let report = 0;
        if (fits(value)) for (const gap of gaps.split(",")) result.add((report += Number(gap)));
      }
      return result;
    };
    if (filter.type === "date") {
      const number = (date) => date && Number(date.replaceAll("-", ""));
      filter = { ...filter, from: number(filter.from), to: number(filter.to) };
      return within((await load("days")).split(","));
    }
    if (filter.type === "duration") return within((await load("durations")).split(","));
    if (filter.type === "factor") {
      return listed("factor", (pair) => {
        const [kind, stance] = pair.split(":");
        return filter.kinds.includes(kind) && (stance === "denied") === filter.denied;
      });
    }
    if (filter.type !== "field") return new Set();
    const wanted = key(filter.text);
    const fits = (value) => wanted !== "" && (filter.prefix ? value.startsWith(wanted) : value === wanted);
    if (filter.field === "id") {
      const ids = await load("ids");
      return everyReport(count, (report) => fits(ids[report].replaceAll("-", "")));
    }
    if (filter.field === "severity" || filter.field === "kind") return listed(filter.field, (value) => fits(key(value)));
    const phrase = phraseOf(filter.text, filter.prefix);
    if (!phrase) return new Set();
    const column = fields.indexOf({ title: "title", org: "organisation", service: "services" }[filter.field]);
    const places = await occurrences(phrase);
    return new Set([...places.keys()].filter((report) => places.get(report).has(column)));
  }

  // The reports that fit any of a clause's alternatives; null when there is nothing to ask for.
  async function restriction(clause, index) {
    let sets = [];
    for (const alternative of clause.any.slice(0, limit)) {
      if (alternative.type === "word" || alternative.type === "phrase") {
        const phrases = phrasesOf(alternative);
        if (!phrases.length) continue;
        sets = sets.concat((await Promise.all(phrases.map(occurrences))).map((places) => new Set(places.keys())));
      } else sets.push(await fitting(alternative, index));
    }
    return sets.length ? new Set(sets.flatMap((set) => [...set])) : null;
  }

  const isText = ({ exclude, any }) => !exclude && any.every(({ type }) => type === "word" || type === "phrase");

  // The reports a query finds, best first, and what to mark in them.
  async function search(query) {
    const index = await manifest();
    const terms = [];
    const conditions = [];
    let skipped = false;
    for (const clause of parse(query, index.kinds)) {
      if (!isText(clause)) {
        const set = await restriction(clause, index);
        if (set) conditions.push((report) => set.has(report) !== clause.exclude);
        continue;
      }
      const made = terms.length < limit ? await termsOf(clause) : [];
      if (!made.length) skipped = true;
      for (const term of made) {
        const known = terms.some((other) => other.map(sameAs).join("|") === term.map(sameAs).join("|"));
        if (terms.length < limit && !known) terms.push(term);
      }
    }
    const fits = (report) => conditions.every((condition) => condition(report));
    if (!terms.length) {
      const none = skipped && !conditions.length;
      return { terms, hits: none ? [] : [...everyReport(index.reports, fits)], whole: null };
    }
    const phrases = distinct(terms.flat());
    const places = new Map();
    for (const phrase of phrases) places.set(sameAs(phrase), occurrences(phrase));
    for (const [name, promise] of places) places.set(name, await promise);
    const lengths = (await load("lengths")).split(",");
    const average = index.tokens / index.reports;
    const scores = new Map();
    for (const phrase of phrases) {
      const holding = places.get(sameAs(phrase));
      const idf = Math.log((index.reports - holding.size + 0.5) / (holding.size + 0.5));
      for (const [report, fields] of holding) {
        let often = 0;
        for (const [field, count] of fields) often += index.weights[field] * count;
        const part = (often * 2.2) / (often + 1.2 * (0.25 + (0.75 * lengths[report]) / average));
        scores.set(report, (scores.get(report) || 0) + (idf > 0 ? idf : 1e-6) * part);
      }
    }
    const holdsAll = (report) => terms.every((term) => term.some((phrase) => places.get(sameAs(phrase)).has(report)));
    const ranked = [...scores].filter(([report]) => fits(report))
      .map(([report, score]) => ({ report, score: Math.round(score * 1e12), whole: holdsAll(report) }));
    ranked.sort((a, b) => b.whole - a.whole || b.score - a.score || a.report - b.report);
    return {
      terms, hits: ranked.map(({ report }) => report),
      whole: terms.length > 1 ? ranked.filter(({ whole }) => whole).length : null,
    };
  }

  globalThis.postmortemSearch = { parse, tokens, search, load, manifest };

  // The page.

  const input = document.getElementById("q");
  if (!input) return;
  const results = document.getElementById("results");

  addEventListener("keydown", (event) => {
    const inField = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (!results) {
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = `${root}index.html?q=${encodeURIComponent(input.value)}`;
    });
    return;
  }

  const overview = document.getElementById("overview");
  const count = document.getElementById("count");
  const list = document.getElementById("hits");
  const more = document.getElementById("more");
  const pageLength = 10;
  let turn = 0;
  let current = null;
  let timer;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // Some thirty words around the most different matches, the matches marked.
  function snippet(text, terms) {
    const words = tokens(text);
    const matches = [];
    words.forEach((_, at) => terms.forEach((phrases, term) => phrases.forEach((phrase) => {
      const stands = phrase.terms.every((wanted, offset) => {
        const here = words[at + offset]?.term;
        const open = phrase.prefix && offset === phrase.terms.length - 1;
        return here !== undefined && (open ? here.startsWith(wanted) : here === wanted);
      });
      if (stands) matches.push({ at, end: at + phrase.terms.length, term });
    })));
    let best = { at: 0, value: 0 };
    matches.forEach(({ at }, index) => {
      const inside = matches.slice(index, index + 40).filter((other) => other.at < at + 22);
      const value = new Set(inside.map(({ term }) => term)).size * 100 + inside.length;
      if (value > best.value) best = { at, value };
    });
    const first = Math.max(0, Math.min(best.at - 8, words.length - 30));
    const last = Math.min(words.length, first + 30) - 1;
    if (last < 0) return [];
    const made = [first > 0 ? "…" : ""];
    let from = first > 0 ? words[first].at : 0;
    for (let at = first; at <= last; at += 1) {
      if (!matches.some((match) => match.at <= at && at < match.end)) continue;
      made.push(text.slice(from, words[at].at), element("mark", "", words[at].word));
      from = words[at].at + words[at].word.length;
    }
    const atEnd = last === words.length - 1;
    made.push(text.slice(from, atEnd ? text.length : words[last].at + words[last].word.length), atEnd ? "" : "…");
    return made;
  }

  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  function row(card, terms) {
    const link = element("a", "title", element("bdi", "", ...marked(card.title, terms)));
    link.href = `${root}incidents/${card.id}.html`;
    const [year, month, date] = (card.date || "").split("-").map(Number);
    const when = card.date ? element("time", "", `${date} ${months[month - 1]} ${year}`) : "date not stated";
    if (card.date) when.dateTime = card.date;
    const where = [card.organisation || "organisation not stated", ...card.services].join(" · ");
    const chips = card.factors.map(([name, stance, sign, style]) => {
      const mark = element("span", "sign", sign);
      mark.ariaHidden = "true";
      return element("span", `chip ${style} ${stance}`, mark, ` ${name}${stance === "asserted" ? "" : ` ${stance}`}`);
    });
    return element("li", "", element("div", "when", when), element("div", "what", link, element("p", "where", where),
      element("p", "snippet", ...snippet(card.text, terms)), element("p", "chips", ...chips)));
  }

  // A short text whole, its matches marked.
  function marked(text, terms) {
    const wanted = terms.flat().filter((phrase) => phrase.terms.length === 1);
    const made = [];
    let from = 0;
    for (const { word, at, term } of tokens(text)) {
      if (!wanted.some(({ terms: [other], prefix }) => (prefix ? term.startsWith(other) : term === other))) continue;
      made.push(text.slice(from, at), element("mark", "", word));
      from = at + word.length;
    }
    return [...made, text.slice(from)];
  }

  async function showMore(focus) {
    const mine = turn;
    const { hits, terms } = current;
    const from = list.children.length;
    const cards = await Promise.all(hits.slice(from, from + pageLength).map((report) => load(`c${report}`)));
    if (mine !== turn) return;
    list.append(...cards.map((card) => row(card, terms)));
    more.hidden = list.children.length >= hits.length;
    if (focus) list.children[from]?.querySelector("a").focus();
  }

  function words({ hits, whole }) {
    if (!hits.length) return "No incident matches.";
    const all = `${hits.length} incident${hits.length === 1 ? "" : "s"}`;
    if (whole === null || whole === hits.length) return all;
    return whole === 0 ? `${all}, none with all the words` : `${all}, ${whole} with all the words`;
  }

  async function run() {
    const mine = (turn += 1);
    const query = input.value;
    document.title = document.title.replace(/^.*?: /, "");
    if (!query.trim()) {
      results.hidden = true;
      overview.hidden = false;
      list.replaceChildren();
      count.textContent = "";
      return;
    }
    try {
      const answer = await search(query);
      if (mine !== turn) return;
      current = answer;
      list.replaceChildren();
      more.hidden = true;
      results.hidden = false;
      overview.hidden = true;
      count.textContent = words(answer);
      await showMore(false);
    } catch (error) {
      if (mine !== turn) return;
      results.hidden = false;
      list.replaceChildren();
      count.textContent = "The search index could not be loaded; the list of all incidents is there.";
    }
    if (mine === turn) results.dataset.query = query;
  }

  // One step back leads from a search to what was there before it, however many letters were typed.
  function remember() {
    const query = input.value.trim();
    const address = query ? `?q=${encodeURIComponent(query)}` : location.pathname;
    const searching = new URLSearchParams(location.search).has("q");
    if (searching === Boolean(query)) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  function changed() {
    clearTimeout(timer);
    remember();
    run();
  }

  function read() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    run();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 120);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  more.addEventListener("click", () => showMore(true));
  addEventListener("popstate", read);
  addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a.title")];
    const at = links.indexOf(document.activeElement);
    const inResults = at >= 0 || document.activeElement === input;
    if (event.key === "Escape" && inResults) {
      event.preventDefault();
      input.value = "";
      input.focus();
      changed();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && inResults && links.length) {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) input.focus();
      else if (next < links.length) links[next].focus();
      else if (!more.hidden) showMore(true);
    }
  });
  read();
})();
