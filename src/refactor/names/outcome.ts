// What becomes of one place that names a module.
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import type { Finding } from "../../model/finding.ts";
import { findingIn } from "../finding-in.ts";
import type { NameEdit } from "../refactored.ts";
import type { TreeText } from "../tree.ts";

/** Undefined: it stays as it is, and there is nothing to say about it. */
export type NameOutcome =
  | { readonly kind: "edit"; readonly edit: NameEdit }
  /** It has to change and can't be changed safely. */
  | { readonly kind: "stop"; readonly finding: Finding }
  /** It may have to change, and stays. */
  | { readonly kind: "report"; readonly finding: Finding }
  | undefined;

/** An annotation runs nothing: it is reported, and stops nothing. */
export function unsafe(mention: ModuleMention, file: TreeText, why: string, hint: string): NameOutcome {
  const kind = mention.by === "annotation" ? "report" : "stop";
  return { kind, finding: findingIn(file, mention.range, why, hint) };
}

export function reported(mention: ModuleMention, file: TreeText, why: string, hint: string): NameOutcome {
  return { kind: "report", finding: findingIn(file, mention.range, why, hint) };
}

export function edited(edit: NameEdit | undefined): NameOutcome {
  return edit && { kind: "edit", edit };
}

export const LOOK = "look whether it means what is changed, and change it by hand";
export const BY_HAND = "change it by hand first";
