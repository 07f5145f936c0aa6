// What a statement that binds no name by itself leaves to do: its expressions, and its blocks.
import type { Clause, ForGenericStatement, ForNumericStatement, Statement } from "../syntax/ast.ts";
import { OPERAND, STATEMENT, type Tasks } from "./tasks.ts";

export function unfold(statement: Statement, tasks: Tasks): void {
  switch (statement.type) {
    case "CallStatement":
      tasks.push(statement.expression, STATEMENT);
      break;
    case "IfStatement":
      for (let at = statement.clauses.length - 1; at >= 0; at--)
        pushClause(statement.clauses[at] as Clause, tasks);
      break;
    case "WhileStatement":
      tasks.push({ type: "Block", body: statement.body }, STATEMENT);
      tasks.push(statement.condition, OPERAND);
      break;
    case "ForNumericStatement":
      pushNumericFor(statement, tasks);
      break;
    case "ForGenericStatement":
      pushGenericFor(statement, tasks);
      break;
    default:
      break;
  }
}

function pushClause(clause: Clause, tasks: Tasks): void {
  tasks.push({ type: "Block", body: clause.body }, STATEMENT);
  if (clause.type !== "ElseClause") tasks.push(clause.condition, OPERAND);
}

function pushGenericFor({ variables, iterators, body }: ForGenericStatement, tasks: Tasks): void {
  tasks.push({ type: "EnterLoop", variables, iterators, body }, STATEMENT);
  tasks.pushAll(iterators, OPERAND);
}

function pushNumericFor({ variable, start, end, step, body }: ForNumericStatement, tasks: Tasks): void {
  tasks.push({ type: "EnterLoop", variables: [variable], body }, STATEMENT);
  if (step !== null) tasks.push(step, OPERAND);
  tasks.push(end, OPERAND);
  tasks.push(start, OPERAND);
}
