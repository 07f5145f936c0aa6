/** Shows only the findings that fit what is typed and chosen. */
export function filter(): void {
  const text = document.querySelector<HTMLInputElement>("#search");
  const selects = [...document.querySelectorAll<HTMLSelectElement>("#filters select")];
  const findings = [...document.querySelectorAll<HTMLElement>("article.finding")];
  const shown = document.querySelector("#shown");
  if (text === null) return;
  const words = new Map(findings.map((each) => [each, (each.textContent ?? "").toLowerCase()]));
  const apply = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const each of findings) {
      const own = words.get(each) ?? "";
      const fits =
        wanted.every((word) => own.includes(word)) &&
        selects.every(({ name, value }) => value === "" || each.dataset[name] === value);
      each.hidden = !fits;
      if (fits) count++;
    }
    if (shown !== null) shown.textContent = `${count} of ${findings.length}`;
  };
  text.addEventListener("input", apply);
  for (const select of selects) select.addEventListener("change", apply);
  addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      text.focus();
    }
    if (event.key === "Escape" && event.target === text) {
      text.value = "";
      apply();
    }
  });
  for (const cell of document.querySelectorAll<HTMLElement>("[data-show]"))
    cell.addEventListener("click", () => {
      for (const select of selects) if (select.name === "rule") select.value = cell.dataset["show"] ?? "";
      apply();
    });
  apply();
}
