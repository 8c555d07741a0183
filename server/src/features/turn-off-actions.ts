import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { configFileName } from '../config/lint-config.ts';
import { readConfig } from '../config/read-config.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import { expectationUnmet } from '../rules/support/expectation-unmet.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { insertMember, replaceValue, type TextEdit, valueLike } from '../syntax/edit.ts';
import { type JsonDocument, parseJson } from '../syntax/parse.ts';
import type { Span } from '../syntax/span.ts';
import { type JsonNode, membersOf, valueOf } from '../syntax/tree.ts';
import { toDiagnostic } from './diagnostics.ts';
import { guardedEdit, type TextOf } from './guarded-edit.ts';
import { fileStart, toRange, touches } from './ranges.ts';

/** Findings without which a document cannot be read, or that are turned off in another way. */
const needed: ReadonlySet<string> = new Set([jsonSyntax.meta.id, expectationUnmet.id]);

/** Code actions that turn off the rules with findings in a range, in the configuration file of the document. */
export async function turnOffActionsOf(
  document: OciDocument,
  findings: readonly LintFinding[],
  span: Span,
  configUri: string,
  textOf: TextOf,
): Promise<CodeAction[]> {
  const inRange = findings.filter(({ rule, span: at }) => !needed.has(rule.id) && touches(at, span));
  const byRule = new Map(inRange.map((finding) => [finding.rule.id, finding]));
  if (byRule.size === 0) return [];
  const text = await textOf(configUri).catch(() => undefined);
  return [...byRule.values()].flatMap((finding) => {
    const edit = text === undefined ? created(configUri, finding.rule.id) : changed(configUri, text, finding.rule.id);
    if (edit === undefined) return [];
    const title = `Turn off ${finding.rule.id} in ${configFileName}`;
    const command = guardedEdit(title, configUri, text, edit);
    return [{ title, kind: 'quickfix', diagnostics: [toDiagnostic(document, finding)], command }];
  });
}

function created(uri: string, id: string): WorkspaceEdit {
  const newText = `${JSON.stringify({ rules: { [id]: 'off' } }, undefined, 2)}\n`;
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: fileStart, newText }] },
    ],
  };
}

/** Do not edit an invalid file. */
function changed(uri: string, text: string, id: string): WorkspaceEdit | undefined {
  if (readConfig(text, ruleIds).faults.length > 0) return undefined;
  const json = parseJson(text);
  const edit = json.root === undefined ? undefined : ruleEdit(json, json.root, id);
  if (edit === undefined) return undefined;
  const edits = [{ range: toRange(json.lines, edit), newText: edit.text }];
  return { documentChanges: [{ textDocument: { uri, version: null }, edits }] };
}

function ruleEdit(json: JsonDocument, root: JsonNode, id: string): TextEdit {
  const rules = valueOf(root, 'rules');
  if (rules === undefined)
    return insertMember(json, root, 'rules', valueLike(json, root, { [id]: 'off' }), ['extends', '$schema']);
  const level = valueOf(rules, id);
  if (level !== undefined) return replaceValue(level, '"off"');
  const last = membersOf(rules).at(-1)?.name;
  return insertMember(json, rules, id, '"off"', last === undefined ? [] : [last]);
}
