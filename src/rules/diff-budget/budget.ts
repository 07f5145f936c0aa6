import { count, globs, joined, optionsOf, section, type ValueOf } from "../../model/option.ts";

export interface Budget {
  readonly files: number;
  readonly addedLoc: number;
}

export const options = optionsOf({
  files: joined("least", count("Most files of a change.").byDefault(12)),
  addedLoc: joined("least", count("Most added lines of a change, blank ones left out.").byDefault(700)),
  strict: section("The budget for the files that need most care.", {
    globs: globs("Globs of these files; an empty list takes this budget away.").byDefault([
      "**/core/**",
      "**/storage/**",
    ]),
    files: count("Most of these files in a change.").byDefault(6),
    addedLoc: count("Most added lines in these files.").byDefault(300),
  }),
  mechanical: section(
    "The budget of a change that is mechanical: nothing but require paths and one renaming in a file.",
    {
      files: count("Most files of a mechanical change; 0 takes the exception away.").byDefault(30),
      addedLoc: count("Most added lines in each file of it.").byDefault(50),
    },
  ),
  exclude: joined(
    "add",
    globs("Globs of files that cost nothing, beside generated and vendored Lua.").byDefault([
      "**/*.generated.*",
      "**/*.snap",
      "**/__snapshots__/**",
      "**/snapshots/**",
    ]),
  ),
});

export type DiffBudgetOptions = ValueOf<typeof options>;
