// `selene.toml` names standard libraries: https://kampfkarren.github.io/selene/usage/configuration.html
import { broken, type Declaration, ofStds } from "./declaration.ts";
import { readToml } from "./toml.ts";

export function readSelene(text: string): Declaration {
  const read = readToml(text);
  if (!read.ok) return broken(read.error);
  return ofStds(stdsOf(read.value["std"]));
}

/** The libraries that it names, of which some lie beside it; none if it can't be read. */
export function librariesOf(text: string): readonly string[] {
  const read = readToml(text);
  return read.ok ? stdsOf(read.value["std"]) : [];
}

function stdsOf(std: unknown): readonly string[] {
  return typeof std === "string" ? std.split("+").filter((name) => name !== "") : [];
}
