/** `class "Window"`, `declare_global("Window")`: a call at the start of a line that makes a global of the text that it is given. */
export function isMadeByText(name: string, text: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name) || !text.includes(name)) return false;
  return new RegExp(String.raw`^[ \t]*${MAKER}\s*\(?\s*(["'])${name}\1`, "im").test(text);
}

const MAKER = String.raw`(?:\w+[.:])*\w*(?:class|declare|define|global|enum|struct|interface)\w*`;
