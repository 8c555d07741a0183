import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { type Project, projectWithPackage, root } from './installed.ts';

const preCommit = await provideProgram('pre-commit', 'pre-commit');
const project = await projectWithPackage();
const bad = `{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:${'a'.repeat(64)}","size":-1}`;
writeFileSync(join(project.folder, 'bad.json'), bad);
writeFileSync(join(project.folder, 'a good one.json'), bad.replace('-1', '1'));

/** Runs the step of the action like a runner. */
async function action(inputs: Readonly<Record<string, string>>) {
  const { inputs: known, runs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  for (const name of Object.keys(inputs)) assert.equal(name in known, true, `no input ${name}`);
  const [lint] = runs.steps;
  const output = join(project.folder, 'output');
  writeFileSync(output, '');
  const given = Object.entries<string>(lint.env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? '';
    return [name, inputs[input] ?? known[input].default];
  });
  const env = { ...Object.fromEntries(given), GITHUB_OUTPUT: output, RUNNER_TEMP: project.folder };
  const ran = await project.run(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', lint.run],
    undefined,
    env,
  );
  return { ...ran, outputs: readFileSync(output, 'utf8') };
}

test('the GitHub action annotates, and fails on errors', async () => {
  const { status, output } = await action({ paths: 'bad.json\na good one.json\n' });
  assert.match(output, /^::error file=bad\.json,line=1,[^:]*title=oci-lint%3A descriptor-size::/m, output);
  assert.equal(status, 1);
  assert.equal((await action({ paths: 'a good one.json' })).status, 0, 'a path with spaces is one path');
  const options = await action({ paths: 'bad.json', options: '--rule\ndescriptor-size=off\n' });
  assert.equal(options.status, 0, options.output);
});

test('the GitHub action writes SARIF before it fails', async () => {
  const { status, output, outputs } = await action({ paths: 'bad.json', 'upload-sarif': 'true' });
  assert.equal(status, 1, output);
  const file = /^sarif-file=(.*)$/m.exec(outputs)?.[1] ?? '';
  const { runs } = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(runs[0].results[0].ruleId, 'descriptor-size');
  assert.equal((await action({ paths: 'nowhere.json', 'sarif-file': 'x.sarif' })).status, 2, 'a missing file');
});

test('the GitLab component writes its report and prints the findings', async () => {
  const [head, body] = parseAllDocuments(readFileSync(join(root, 'templates/oci-lint.yml'), 'utf8')).map((one) =>
    one.toJS(),
  );
  const { script, artifacts } = body['oci-lint'];
  const given: Readonly<Record<string, string>> = {
    paths: 'bad.json',
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  };
  const lines = (script as string[]).map((line) =>
    line.replaceAll(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name) => given[name] ?? head.spec.inputs[name].default),
  );
  const { status, output } = await project.run('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')]);
  assert.equal(status, 1, output);
  assert.match(output, /descriptor-size/);
  const [issue] = JSON.parse(readFileSync(join(project.folder, artifacts.reports.codequality), 'utf8'));
  assert.equal(issue.check_name, 'descriptor-size');
});

test('pre-commit runs both hooks without a network', { skip: skipUnless(preCommit) }, async () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
  const commit = (folder: string) => {
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'first');
  };
  const hooks = join(project.folder, '..', 'hooks');
  mkdirSync(hooks);
  cpSync(join(root, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'));
  commit(hooks);
  const rev = git(hooks, 'rev-parse', 'HEAD').trim();
  writeFileSync(join(project.folder, '.gitignore'), 'node_modules\noutput\n*.sarif\ngl-*\n');
  const config = { repos: [{ repo: hooks, rev, hooks: [{ id: 'oci-lint' }, { id: 'oci-lint-staged' }] }] };
  writeFileSync(join(project.folder, '.pre-commit-config.yaml'), JSON.stringify(config));
  commit(project.folder);
  const env = { PRE_COMMIT_HOME: join(hooks, 'cache') };
  const hook = async (runner: Project, ...args: readonly string[]) =>
    runner.run('pre-commit', ['run', ...args], undefined, env);

  const all = await hook(project, 'oci-lint', '--all-files');
  assert.match(all.output, /bad\.json[\s\S]*descriptor-size/, all.output);
  assert.equal(all.status, 1);
  writeFileSync(join(project.folder, 'a good one.json'), bad.replace('-1', '2'));
  git(project.folder, 'add', '-A');
  const staged = await hook(project, 'oci-lint-staged');
  assert.equal(staged.status, 0, staged.output);
  writeFileSync(join(project.folder, 'bad.json'), bad.replace('-1', '-2'));
  git(project.folder, 'add', '-A');
  assert.equal((await hook(project, 'oci-lint-staged')).status, 1, 'the staged content is invalid');
});

test('the problem matcher of the extension matches every line of --format concise', async () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'client/extension.json'), 'utf8'));
  const [{ pattern }] = contributes.problemMatchers;
  writeFileSync(join(project.folder, 'two.json'), `{"schemaVersion": 3, "mediaTyp": "x", "manifests": [${bad}]}`);
  const args = ['oci-lint', '--format', 'concise', '--profile', 'strict', 'bad.json', 'two.json'];
  const lines = (await project.run('npx', args)).output.trimEnd().split('\n');
  assert.equal(lines.length > 2, true, lines.join('\n'));
  for (const line of lines) {
    const match = new RegExp(pattern.regexp).exec(line);
    assert.notEqual(match, null, line);
    const [file, , , severity, , code] = ['file', 'line', 'column', 'severity', 'message', 'code'].map(
      (name) => match![pattern[name]],
    );
    assert.match(String(file), /^(?:bad|two)\.json$/);
    assert.match(String(severity), /^(?:error|warning|information|hint)$/);
    assert.match(String(code), /^[a-z0-9-]+$/);
  }
});
