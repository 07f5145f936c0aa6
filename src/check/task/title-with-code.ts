import type { Repository } from "../../git/open/repository.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { codeOfTitle } from "../../rules/task-code.ts";

/** The ways in which a title names its task, in the order that they are tried in; last as the policy's own examples do. */
export function titleForms(
  code: string,
  said: string,
  { patterns, examples }: Policy["project"]["taskCode"],
): readonly [string, ...string[]] {
  const more = examples.flatMap((example) => likeExample(code, said, example, patterns));
  return [`${code}: ${said}`, `[${code}] ${said}`, `${code} ${said}`, ...more];
}

/** "fix(keys): sort them" with another code, and another thing done. */
function likeExample(
  code: string,
  said: string,
  example: string,
  patterns: readonly string[],
): readonly string[] {
  const own = codeOfTitle(example, patterns);
  if (own === undefined || own === "") return [];
  const parts = example.split(own);
  return parts.slice(1).map((_, at) => {
    const [before, after] = [parts.slice(0, at + 1).join(own), parts.slice(at + 1).join(own)];
    if (/\w/.test(after)) return `${before}${code}${/^\W*/.exec(after)?.[0] ?? ""}${said}`;
    return `${said}${/\W*$/.exec(before)?.[0] ?? ""}${code}${after}`;
  });
}

/** The first way of writing it that the policy in force accepts for this code. */
export async function titleWithCode(repo: Repository, code: string, said: string): Promise<string> {
  const { head } = repo;
  if (head.kind === "unborn") return `${code}: ${said}`;
  const after = { kind: "tree", id: head.id } as const;
  const { policy } = await policyForChange(repo, head.id, { after, files: async () => [] });
  const { taskCode } = policy.project;
  const forms = titleForms(code, said, taskCode);
  return forms.find((form) => codeOfTitle(form, taskCode.patterns) === code) ?? forms[0];
}
