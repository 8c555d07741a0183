import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, type Person } from './person.ts';

/** Instead of the name of a tool: executes the first code action whose title has these words. */
export const codeAction = 'code action';

/** Input for a call of the editor's tools, and the file in the folder for the answers. */
const questionsFile = 'questions.json';
export const answersFile = 'answers.json';

/** An extension from another publisher that calls the editor's tools like an agent, and executes code actions. */
const source = `
const vscode = require('vscode');
exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.commands.registerCommand('asker.ask', ask));
};
async function ask() {
  const [{ uri }] = vscode.workspace.workspaceFolders;
  const at = (name) => vscode.Uri.joinPath(uri, name);
  const { questions } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(at('${questionsFile}'))));
  const answers = [];
  for (const { name, input } of questions)
    answers.push(await (name === '${codeAction}' ? carryOut(at(input.path), input.title) : answerTo(name, input)));
  const tools = (vscode.lm.tools ?? []).filter(({ name }) => name.startsWith('ociManifests_'));
  const told = { version: vscode.version, tools, answers };
  await vscode.workspace.fs.writeFile(at('${answersFile}'), new TextEncoder().encode(JSON.stringify(told)));
}
async function carryOut(uri, title) {
  const { lineCount } = await vscode.workspace.openTextDocument(uri);
  for (;;) {
    const all = new vscode.Range(0, 0, lineCount, 0);
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, all);
    const { command } = actions.find((one) => one.title.includes(title)) ?? {};
    if (command === undefined) continue;
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    return { keptArguments: command.arguments ?? [] };
  }
}
async function answerTo(name, input) {
  try {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map(({ value }) => value).join('');
  } catch (error) {
    return '! ' + error.message;
  }
}
`;

/** The path of the packed extension (VSIX). Its command is "Asker: Ask". */
export function packAsker(person: Person): string {
  const folder = join(person.home, 'asker');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'asker',
    publisher: 'somebody',
    version: '1.0.0',
    engines: { vscode: '^1.93.0' },
    main: './asker.js',
    browser: './asker.js',
    contributes: { commands: [{ command: 'asker.ask', title: 'Ask', category: 'Asker' }] },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'asker.js'), source);
  writeFileSync(join(folder, 'README.md'), 'Asks.\n');
  const vsix = join(person.home, 'asker.vsix');
  const vsce = fromRoot('node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', vsix];
  const { status, stderr } = spawnSync(process.execPath, [vsce, 'package', ...flags], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return vsix;
}

export interface Question {
  readonly name: string;
  readonly input: object;
}

export function writeQuestions(person: Person, questions: readonly Question[]): void {
  person.write(`samples/${questionsFile}`, JSON.stringify({ questions }));
}
