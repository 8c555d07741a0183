// `npm start [-- FOLDER]` opens VS Code with the extension on a folder, by default `samples/`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = join(root, 'dist/oci-manifests.vsix');
const [named, ...rest] = process.argv.slice(2);
const folder = resolve(named ?? join(root, 'samples'));

if (rest.length > 0) refuse('name one folder at most');
else if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) refuse(`there is no folder ${folder}`);
else await start();

async function start() {
  run(process.execPath, join(root, 'scripts/package.mjs'));
  // Separate settings and extensions keep the user's VS Code unchanged.
  const home = mkdtempSync(join(tmpdir(), 'oci-manifests-playground-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const own = ['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')];
  writeSettings(home);
  const code = commandOnPath('code');
  if (code !== undefined) {
    run(code, ...own, '--install-extension', vsix);
    run(code, ...own, '--new-window', '--wait', folder);
    return;
  }
  const { provideCodeServer } = await tsImport('./provision/code-server.ts', import.meta.url);
  const server = await provideCodeServer();
  if (!server.available) refuse(`there is no \`code\` on the PATH, and ${server.why}`);
  else await serve(server, own);
}

async function serve({ node, entry }, own) {
  run(node, entry, ...own, '--install-extension', vsix);
  const port = await freePort();
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const child = spawn(node, [entry, ...own, ...quiet, '--bind-addr', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status) => process.exit(status ?? 0));
  const url = `http://127.0.0.1:${port}/`;
  await answering(url);
  console.log(
    `VS Code is at ${url}?folder=${encodeURIComponent(folder)}\nThe files are edited in place. Ctrl-C ends it.`,
  );
}

function writeSettings(home) {
  const settings = {
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'security.workspace.trust.enabled': false,
    'git.openRepositoryInParentFolders': 'never',
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  };
  mkdirSync(join(home, 'user/User'), { recursive: true });
  writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify(settings, null, 2));
}

async function answering(url) {
  for (let round = 0; round < 300; round++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('code-server does not answer');
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function commandOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = process.platform === 'win32' ? [`${name}.cmd`] : [name];
  return folders
    .flatMap((path) => names.map((file) => join(path, file)))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

function refuse(message) {
  console.error(`playground: ${message}`);
  process.exit(2);
}
