/* Sorts and filters tables, and searches. Classic script without dependencies; every page can be read without it.
   Text goes into the page as text nodes only. */
(function () {
  "use strict";

  function make(name, properties, children) {
    var node = document.createElement(name);
    Object.keys(properties || {}).forEach(function (key) { node[key] = properties[key]; });
    (children || []).forEach(function (child) { node.append(child); });
    return node;
  }

  /* One spelling for search: compatibility forms, case, Arabic letters with several forms, marks, tatweel. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase()
      .replace(/[\u064B-\u065F\u0670\u0640]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
      .replace(/\u0649/g, "\u064A").replace(/\u0629/g, "\u0647")
      .replace(/\s+/g, " ").trim();
  }

  function terms(query) {
    return folded(query).split(" ").filter(Boolean);
  }

  function hasAll(text, words) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }

  /* ---- tables ---- */
  function cellText(row, column) {
    return row.cells[column] ? row.cells[column].textContent.trim() : "";
  }

  function compare(kind) {
    var text = new Intl.Collator(undefined, { numeric: true });
    return function (one, other) {
      if (kind === "number") {
        return Number(one.replace(/[^\d.-]/g, "") || -Infinity) - Number(other.replace(/[^\d.-]/g, "") || -Infinity);
      }
      return text.compare(one, other);
    };
  }

  function sortable(table, head, column) {
    var button = make("button", { type: "button", className: "sort" });
    button.append.apply(button, Array.from(head.childNodes));
    head.append(button);
    button.addEventListener("click", function () {
      var isUp = head.getAttribute("aria-sort") !== "ascending";
      var order = compare(head.dataset.sort);
      var rows = Array.from(table.tBodies[0].rows);
      Array.from(head.parentNode.cells).forEach(function (cell) { cell.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      rows.sort(function (one, other) {
        return (isUp ? 1 : -1) * order(cellText(one, column), cellText(other, column));
      });
      table.tBodies[0].append.apply(table.tBodies[0], rows);
    });
  }

  function facet(head, rows, column) {
    var values = Array.from(new Set(rows.map(function (row) { return cellText(row, column); }))).filter(Boolean).sort();
    if (values.length < 2 || values.length > 60) { return null; }
    var options = [make("option", { value: "", textContent: head.dataset.facet })];
    values.forEach(function (value) { options.push(make("option", { value: value, textContent: value })); });
    var select = make("select", {}, options);
    select.setAttribute("aria-label", head.dataset.facet);
    select.dataset.column = String(column);
    return select;
  }

  function filterable(table) {
    var rows = Array.from(table.tBodies[0].rows);
    if (rows.length < 8) { return; }
    var texts = new Map(rows.map(function (row) { return [row, folded(row.textContent)]; }));
    var input = make("input", { type: "search", placeholder: table.dataset.filter });
    input.setAttribute("aria-label", table.dataset.filter);
    var status = make("span", { className: "quiet" });
    status.setAttribute("role", "status");
    var selects = Array.from(table.tHead.rows[0].cells).map(function (head, column) {
      return head.dataset.facet ? facet(head, rows, column) : null;
    }).filter(Boolean);
    function update() {
      var words = terms(input.value);
      var shown = 0;
      rows.forEach(function (row) {
        var isShown = hasAll(texts.get(row), words) && selects.every(function (select) {
          return !select.value || cellText(row, Number(select.dataset.column)) === select.value;
        });
        row.hidden = !isShown;
        shown += isShown ? 1 : 0;
      });
      status.textContent = shown === rows.length ? "" : shown + " / " + rows.length;
    }
    input.addEventListener("input", update);
    selects.forEach(function (select) { select.addEventListener("change", update); });
    var bar = make("div", { className: "filter" }, [input].concat(selects, [status]));
    table.parentNode.before(bar);
  }

  document.querySelectorAll("table[data-filter]").forEach(function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      if (head.dataset.sort) { sortable(table, head, column); }
    });
    filterable(table);
  });

  /* ---- what is wider than the page: a word above it, and a place in the order of the keyboard ---- */
  var more = document.getElementById("main").dataset.more;

  function hint(box) {
    var isWide = box.scrollWidth > box.clientWidth + 1;
    var told = box.previousElementSibling && box.previousElementSibling.className === "more";
    if (isWide) { box.tabIndex = 0; }
    if (isWide && !told) { box.before(make("p", { className: "more", textContent: more })); }
    if (!isWide && told) { box.previousElementSibling.remove(); }
  }

  function hints() {
    document.querySelectorAll(".scroll, figure").forEach(hint);
  }

  hints();
  window.addEventListener("resize", hints);

  /* ---- search ---- */
  var place = document.getElementById("search");
  if (!place || !window.SYNOPTICON) { return; }
  var box = document.getElementById("q");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var most = 200;
  var entries = window.SYNOPTICON.map(function (entry) {
    return { entry: entry, text: folded(entry[1] + " " + entry[2]) };
  });

  function worded(key, count) {
    return place.dataset[key].replace("{count}", String(count));
  }

  function search() {
    var words = terms(box.value);
    var hits = words.length ? entries.filter(function (item) { return hasAll(item.text, words); }) : [];
    results.replaceChildren.apply(results, hits.slice(0, most).map(function (item) {
      var link = make("a", { href: place.dataset.root + item.entry[3] }, [make("bdi", { textContent: item.entry[1] })]);
      return make("li", {}, [
        make("span", { className: "kind", textContent: item.entry[0] }), " ", link,
        make("p", { className: "detail", dir: "auto", textContent: item.entry[2] })
      ]);
    }));
    found.textContent = words.length
      ? worded("found", hits.length) + (hits.length > most ? ", " + worded("first", most) : "")
      : worded("ask", entries.length);
  }

  box.value = new URLSearchParams(window.location.search).get("q") || "";
  box.addEventListener("input", search);
  search();
}());
