// Filters the list of incidents. List and choices are in the page; this hides rows and keeps the choice in the address.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("#rows .rows > li")];

  // Factors stand as `kind:stance`; a kind and a stance asked for must be of one factor.
  function fits({ dataset }, { factor, stance, ...others }) {
    const has = (name, test) => (dataset[name] || "").split(" ").some(test);
    return Object.entries(others).every(([name, wanted]) => !wanted || has(name, (value) => value === wanted))
      && ((!factor && !stance) || has("factor", (pair) => pair.startsWith(`${factor}:`.replace(/^:/, ""))
        && pair.endsWith(stance) && pair !== ""));
  }

  function apply() {
    const wanted = Object.fromEntries(new FormData(form));
    for (const row of rows) row.hidden = !fits(row, wanted);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    document.getElementById("shown").textContent = shown < rows.length ? `${shown} of ${rows.length} incidents` : "";
    return Object.entries(wanted).filter(([, value]) => value);
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
