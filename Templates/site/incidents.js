// Filters the list of incidents. The list is in the page; this only hides rows, and keeps the choice in the address.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("#rows .rows > li")];
  const words = (row, name) => (row.dataset[name] || "").split(" ").filter(Boolean);
  const linkName = (row, slug, folder) => {
    const link = [...row.querySelectorAll(`a[data-slug][href*="${folder}/"]`)].find((a) => a.dataset.slug === slug);
    return link ? link.textContent : slug;
  };
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1).replaceAll("-", " ");

  // What each choice offers: the values of a row, and how one reads.
  const choices = {
    factor: { of: (row) => words(row, "factor").map((pair) => pair.split(":")[0]), name: (value) => capital(value) },
    organisation: { of: (row) => words(row, "organisation"), name: (slug, row) => linkName(row, slug, "organisations") },
    service: { of: (row) => words(row, "service"), name: (slug, row) => linkName(row, slug, "services") },
    severity: { of: (row) => [row.dataset.severity].filter(Boolean), name: (value) => value },
    kind: { of: (row) => words(row, "kind"), name: (value) => capital(value) },
    year: { of: (row) => words(row, "year"), name: (value) => value },
  };

  for (const [field, choice] of Object.entries(choices)) {
    const found = new Map();
    for (const row of rows) {
      for (const value of new Set(choice.of(row))) {
        const known = found.get(value) || { name: choice.name(value, row), count: 0 };
        known.count += 1;
        found.set(value, known);
      }
    }
    const options = [...found].sort((a, b) => (a[1].name < b[1].name ? -1 : 1));
    if (field === "year") options.reverse();
    for (const [value, { name, count }] of options) {
      form.elements[field].add(new Option(`${name} (${count})`, value));
    }
    if (!options.length) form.elements[field].closest("label").hidden = true;
  }

  function fits(row, wanted) {
    for (const [field, choice] of Object.entries(choices)) {
      if (field !== "factor" && wanted[field] && !choice.of(row).includes(wanted[field])) return false;
    }
    if (!wanted.factor && !wanted.stance) return true;
    return words(row, "factor").some((pair) => {
      const [kind, stance] = pair.split(":");
      return (!wanted.factor || kind === wanted.factor) && (!wanted.stance || stance === wanted.stance);
    });
  }

  function apply() {
    const wanted = Object.fromEntries(new FormData(form));
    const active = Object.entries(wanted).filter(([, value]) => value);
    let count = 0;
    for (const row of rows) {
      row.hidden = !fits(row, wanted);
      if (!row.hidden) count += 1;
    }
    shown.textContent = active.length ? `${count} of ${rows.length} incidents` : "";
    return active;
  }

  function read() {
    const address = new URLSearchParams(location.search);
    for (const select of form.querySelectorAll("select")) {
      select.value = address.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    apply();
  }

  function changed() {
    const query = new URLSearchParams(apply()).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
  }

  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
