"use strict";
(() => {
  const { texts, students, words } = JSON.parse(document.getElementById("data").textContent);
  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const value = (row, place) => {
    const cell = row.cells[place];
    const own = cell.dataset.value;
    return own === undefined ? cell.textContent.trim() : Number(own);
  };
  const close = (table) => {
    table.querySelectorAll("tr.inside").forEach((row) => row.remove());
    table.querySelectorAll("button.open").forEach((each) => each.setAttribute("aria-expanded", "false"));
  };
  document.querySelectorAll("table.sortable").forEach((table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = element("button", head.textContent);
      button.type = "button";
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        close(table);
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows].map((row) => [value(row, place), row]);
        rows.sort(([a], [b]) => (typeof a === "number" && typeof b === "number"
          ? a - b : String(a).localeCompare(String(b))) * (down ? -1 : 1));
        table.tBodies[0].append(...rows.map(([, row]) => row));
      });
    });
    if (table.tBodies[0].rows.length <= 10) return;
    const label = element("label", `${words.filter} `);
    label.className = "filter";
    const input = element("input");
    input.type = "search";
    const count = element("span");
    count.setAttribute("role", "status");
    label.append(input);
    const box = element("div");
    box.className = "filter";
    box.append(label, count);
    table.parentNode.before(box);
    input.addEventListener("input", () => {
      close(table);
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        shown += !row.hidden;
      }
      const total = table.tBodies[0].rows.length;
      count.textContent = wanted
        ? words.rows_shown.replace("{shown}", shown).replace("{total}", total) : "";
    });
  });
  const inside = (student) => {
    const cell = element("td");
    if (!student.length) cell.append(element("p", words.nothing_there));
    for (const [assignment, note, exercises] of student) {
      cell.append(element("h3", texts[assignment]));
      if (texts[note]) cell.append(element("p", texts[note]));
      const list = element("ul");
      for (const [name, score, most, hints, checks] of exercises) {
        const item = element("li", `${texts[name]}: ${score}/${most}`);
        const wrong = element("ul");
        hints.forEach((hint) => wrong.append(element("li", `➜ ${texts[hint]}`)));
        checks.forEach(([check, status, message]) => wrong.append(element("li", `${texts[check]} (${texts[status]}): ${texts[message]}`)));
        if (wrong.children.length) item.append(wrong);
        list.append(item);
      }
      cell.append(list);
    }
    return cell;
  };
  document.querySelectorAll("button.open").forEach((button) => {
    button.addEventListener("click", () => {
      const row = button.closest("tr");
      if (button.getAttribute("aria-expanded") === "true") {
        row.nextElementSibling.remove();
        button.setAttribute("aria-expanded", "false");
        return;
      }
      const added = element("tr");
      added.className = "inside";
      const cell = inside(students[Number(button.dataset.student)]);
      cell.colSpan = row.cells.length;
      added.append(cell);
      row.after(added);
      button.setAttribute("aria-expanded", "true");
    });
  });
  // Paper cannot be clicked.
  const folded = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...folded()];
    opened.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((each) => { each.open = false; });
  });
})();
