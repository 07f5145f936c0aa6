/** How titles name a task, in the form that `taskCode` takes. */
export interface TaskForm {
  readonly patterns: readonly string[];
  readonly examples: readonly string[];
}

/** The forms that people who name their tasks use, the commonest first. */
const FORMS: readonly string[] = [
  "^\\[(?<code>[A-Za-z][A-Za-z0-9]*-[0-9]+)\\]\\s*:?\\s*\\S",
  "^(?<code>[A-Z][A-Z0-9]+-[0-9]+)\\b[:\\s]+\\S",
  "^(?<code>[Pp]hase[ -]?[0-9]+[a-z]?):\\s+\\S",
  "^(?<code>[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+):\\s+\\S",
  "^(?<code>#[0-9]+)[:\\s]+\\S",
];

/** From this many titles on, what most of them do is the custom. */
const ENOUGH = 10;

/** Undefined if fewer than four fifths of the titles name a task, or there are too few to tell. */
export function taskForm(titles: readonly string[]): TaskForm | undefined {
  const own = titles.filter((title) => !/^(?:Merge|Revert)\b/.test(title));
  if (own.length < ENOUGH) return undefined;
  const used = FORMS.filter((form) => own.some((title) => new RegExp(form).test(title)));
  const fitting = own.filter((title) => used.some((form) => new RegExp(form).test(title)));
  if (fitting.length * 5 < own.length * 4) return undefined;
  const examples = used.flatMap((form) => fitting.find((title) => new RegExp(form).test(title)) ?? []);
  return { patterns: used, examples: [...new Set(examples)] };
}
