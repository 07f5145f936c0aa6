import type { Repository } from "../../git/open/repository.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { codeOfTitle } from "../../rules/task-code.ts";

/** How a title names its task, in the order that they are tried in. */
export function titleForms(code: string, said: string): readonly [string, ...string[]] {
  return [`${code}: ${said}`, `[${code}] ${said}`, `${code} ${said}`];
}

/** The first way of writing it that the policy in force takes for this code. */
export async function titleWithCode(repo: Repository, code: string, said: string): Promise<string> {
  const forms = titleForms(code, said);
  const { head } = repo;
  if (head.kind === "unborn") return forms[0];
  const after = { kind: "tree", id: head.id } as const;
  const { policy } = await policyForChange(repo, head.id, { after, files: async () => [] });
  const { patterns } = policy.project.taskCode;
  return forms.find((form) => codeOfTitle(form, patterns) === code) ?? forms[0];
}
