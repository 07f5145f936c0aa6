// The script of the page that `arkitekt report` writes. All it shows stands in the page as tables, too: it filters, and draws.

import { filter } from "./filter.ts";
import { graph } from "./graph/graph.ts";

document.documentElement.classList.add("js");
theme();
filter();
graph();

function theme(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme");
  const isDark = () => {
    const set = document.documentElement.dataset["theme"];
    return set === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : set === "dark";
  };
  button?.addEventListener("click", () => {
    document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
    dispatchEvent(new Event("themechange"));
  });
}
