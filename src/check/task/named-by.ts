import type { NamedBy } from "../../task/named-tasks.ts";

/** In words, what names a task. */
export const NAMED_BY: Readonly<Record<NamedBy, string>> = {
  flag: "by --task",
  environment: "by ARKITEKT_TASK",
  trailer: "by the trailer of the commit",
  title: "by the title",
  use: "chosen for this working tree",
  branch: "by the branch",
};
