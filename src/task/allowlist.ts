// What an allowlist may hold: a file, a folder or a glob of the repository.

/** Why an entry can't be meant, if there is a reason. */
export function allowFault(entry: string): string | undefined {
  if (entry === "") return "it is empty";
  if (entry.startsWith("/") || /^[A-Za-z]:[\\/]/.test(entry))
    return "it is absolute, and would match nothing";
  if (/[\0-\x1f\x7f]/.test(entry)) return "it holds a control character";
  if (/\p{Surrogate}/u.test(entry)) return "half a surrogate pair is not text";
  if (entry.includes("\\")) return "folders are divided by / on every system";
  if (entry.startsWith("!")) return "nothing is taken out with !; list what is meant";
  const segments = entry.replace(/\/$/, "").split("/");
  if (segments.includes("..")) return "it leaves the repository";
  if (entry !== "." && (segments.includes(".") || segments.includes("")))
    return "it would match nothing: Git's paths hold no . and no //";
  if (segments.some((segment) => /^(?:\.git|git~1)$/i.test(segment))) return "it leads into a Git folder";
  return undefined;
}
