// Words, operators and redirections of a shell text.

export interface ShellPiece {
  readonly words: readonly string[];
  readonly outputs: readonly string[];
  /** The texts that it reads: here-documents and here-strings. */
  readonly inputs: readonly string[];
  /** The texts of substitutions in it. */
  readonly inner: readonly string[];
}

/** The simple commands of a text in order; what is in `$(…)`, backticks and `<(…)` is given as text of its own. */
export function readShell(text: string): readonly ShellPiece[] {
  const reader = new Reader(text);
  reader.read();
  return reader.pieces;
}

class Reader {
  readonly pieces: ShellPiece[] = [];
  readonly #text: string;
  #at = 0;
  #word: string | undefined;
  #words: string[] = [];
  #outputs: string[] = [];
  #inputs: string[] = [];
  #inner: string[] = [];
  /** The next word is the target of an output, a text to be read, or something other than a word of the command. */
  #awaited: "output" | "input" | "text" | undefined;
  /** Their texts come after the line, when the command has ended. */
  #heredocs: { readonly end: string; readonly isIndented: boolean; readonly inputs: string[] }[] = [];

  constructor(text: string) {
    this.#text = text.replaceAll("\\\n", "");
  }

  read(): void {
    while (this.#at < this.#text.length) this.#step();
    this.#endCommand();
  }

  #step(): void {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    const [char = "", next = ""] = rest;
    const redirection = /^(&>>?|<<<|<<-?|<>|>>|>\||>&|<&|[<>])/.exec(rest)?.[0];
    if (char === "\\") this.#take(next, 2);
    else if (char === "'") this.#quoted();
    else if (char === '"') this.#doubleQuoted();
    else if (char === "$" && next === "'") this.#ansiQuoted();
    else if ((char === "$" || char === "<" || char === ">") && next === "(") this.#substitution(2);
    else if (char === "`") this.#backticks();
    else if (char === "#" && this.#word === undefined) this.#at = endOf(this.#text, this.#at, "\n");
    else if (redirection !== undefined) this.#redirection(redirection);
    else if (char === "\n") this.#newLine();
    else if (";&|()".includes(char)) {
      this.#endCommand();
      this.#at++;
    } else if (/\s/.test(char)) {
      this.#endWord();
      this.#at++;
    } else this.#take(char, 1);
  }

  #take(text: string, length: number): void {
    this.#word = (this.#word ?? "") + text;
    this.#at += length;
  }

  #quoted(): void {
    const end = endOf(this.#text, this.#at + 1, "'");
    this.#take(this.#text.slice(this.#at + 1, end), end + 1 - this.#at);
  }

  #ansiQuoted(): void {
    const from = this.#at + 2;
    let end = from;
    while (end < this.#text.length && this.#text[end] !== "'") end += this.#text[end] === "\\" ? 2 : 1;
    const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };
    const text = this.#text
      .slice(from, end)
      .replaceAll(/\\(x[0-9a-f]{1,2}|[0-7]{1,3}|.)/gi, (_, code: string) => {
        if (/^x/i.test(code) && code.length > 1)
          return String.fromCharCode(Number.parseInt(code.slice(1), 16));
        if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
        return ESCAPES[code] ?? code;
      });
    this.#take(text, end + 1 - this.#at);
  }

  #doubleQuoted(): void {
    this.#take("", 1);
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? "";
      const next = this.#text[this.#at + 1] ?? "";
      if (char === '"') break;
      if (char === "\\" && '"\\$`'.includes(next)) this.#take(next, 2);
      else if (char === "$" && next === "(") this.#substitution(2);
      else if (char === "`") this.#backticks();
      else this.#take(char, 1);
    }
    this.#at++;
  }

  /** What it gives can't be read; what it does can. */
  #substitution(head: number): void {
    const from = this.#at + head;
    let depth = 1;
    let end = from;
    for (; end < this.#text.length && depth > 0; end++) {
      const char = this.#text[end];
      if (char === "\\") end++;
      else if (char === "'") end = endOf(this.#text, end + 1, "'");
      else if (char === "(") depth++;
      else if (char === ")") depth--;
    }
    this.#inner.push(this.#text.slice(from, depth === 0 ? end - 1 : end));
    this.#take("$()", end - this.#at);
  }

  #backticks(): void {
    const end = endOf(this.#text, this.#at + 1, "`");
    this.#inner.push(this.#text.slice(this.#at + 1, end));
    this.#take("$()", end + 1 - this.#at);
  }

  #redirection(sign: string): void {
    // The number in front of it is that of a stream.
    if (this.#word !== undefined && /^\d+$/.test(this.#word)) this.#word = undefined;
    this.#endWord();
    this.#at += sign.length;
    if (sign === "<<" || sign === "<<-") this.#heredoc(sign === "<<-");
    else if (sign === "<<<") this.#awaited = "text";
    else this.#awaited = sign.includes(">") ? "output" : "input";
  }

  #heredoc(isIndented: boolean): void {
    const [whole, word = ""] = /^[ \t]*((?:'[^']*'|"[^"]*"|\\.|[^\s;&|<>()])+)/.exec(
      this.#text.slice(this.#at),
    ) ?? [""];
    this.#at += whole.length;
    this.#heredocs.push({ end: word.replaceAll(/['"\\]/g, ""), isIndented, inputs: this.#inputs });
  }

  #newLine(): void {
    this.#endCommand();
    this.#at++;
    for (const { end, isIndented, inputs } of this.#heredocs.splice(0)) {
      const lines: string[] = [];
      while (this.#at < this.#text.length) {
        const stop = endOf(this.#text, this.#at, "\n");
        const line = this.#text.slice(this.#at, stop);
        this.#at = stop + 1;
        if ((isIndented ? line.replace(/^\t+/, "") : line) === end) break;
        lines.push(line);
      }
      inputs.push(lines.join("\n"));
    }
  }

  #endWord(): void {
    if (this.#word === undefined) return;
    if (this.#awaited === "output") this.#outputs.push(this.#word);
    else if (this.#awaited === "text") this.#inputs.push(this.#word);
    else if (this.#awaited === undefined) this.#words.push(this.#word);
    this.#awaited = undefined;
    this.#word = undefined;
  }

  #endCommand(): void {
    this.#endWord();
    this.#awaited = undefined;
    if (this.#words.length + this.#outputs.length + this.#inner.length > 0)
      this.pieces.push({
        words: this.#words,
        outputs: this.#outputs,
        inputs: this.#inputs,
        inner: this.#inner,
      });
    this.#words = [];
    this.#outputs = [];
    this.#inputs = [];
    this.#inner = [];
  }
}

function endOf(text: string, from: number, sign: string): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}
