import { count, globs, joined, optionsOf, section, type ValueOf } from "../../model/option.ts";

export interface Budget {
  readonly files: number;
  readonly addedLoc: number;
}

export const options = optionsOf({
  files: joined("least", count("The most files that a change may have.").byDefault(12)),
  addedLoc: joined(
    "least",
    count("The most lines that a change may add, blank ones left out.").byDefault(700),
  ),
  strict: section("The budget for the files that need the most care.", {
    globs: globs("Globs of these files; an empty list takes this budget away.").byDefault([
      "**/core/**",
      "**/storage/**",
    ]),
    files: count("The most of these files that a change may have.").byDefault(6),
    addedLoc: count("The most lines that a change may add in these files.").byDefault(300),
  }),
  mechanical: section(
    "The budget of a change that is mechanical: nothing but require paths and one renaming in a file.",
    {
      files: count("The most files that a mechanical change may have; 0 takes the exception away.").byDefault(
        30,
      ),
      addedLoc: count("The most lines that it may add in each file.").byDefault(50),
    },
  ),
  exclude: joined(
    "add",
    globs("Globs of files that cost nothing, besides generated and vendored Lua.").byDefault([
      "**/*.generated.*",
      "**/*.snap",
      "**/__snapshots__/**",
      "**/snapshots/**",
    ]),
  ),
});

export type DiffBudgetOptions = ValueOf<typeof options>;
