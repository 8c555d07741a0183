import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { providePackages, provideProgram } from '../../scripts/provision/debian.ts';
import { type Emacs, startEmacs } from './emacs.ts';
import { eventually } from './eventually.ts';
import { configurationIn } from './guide.ts';
import { newPerson } from './person.ts';
import { assertProblems } from './problem-lines.ts';

const program = await provideProgram('emacs-nox', 'emacs');
const eglot = await providePackages('elpa-eglot');

describe('Emacs, configured by its guide', { skip: skipUnless(program, eglot) }, () => {
  let emacs: Emacs;
  before(async () => {
    assert.ok(program.available, 'Emacs is not installed');
    emacs = await startEmacs(program.path, newPerson(), configurationIn('emacs.md', 'elisp'));
  });

  const shows = (...problems: readonly (string | RegExp)[]) =>
    eventually(async () => assertProblems(await emacs.problems(), problems));

  it('shows the range, severity, message and rule of a finding', async () => {
    await emacs.open('broken/size-negative.json');
    await shows('8:15-8:17 eglot-error oci [descriptor-size]: `size` must not be negative, found -1.');
    await emacs.open('broken/misspelt-member.json');
    await shows(/^4:3-4:17 eglot-warning oci \[member-name-misspelled\]: .*Did you mean `artifactType`\?/);
  });

  it('shows syntax errors, which nothing else reports here', async () => {
    await emacs.open('broken/trailing-comma.json');
    await shows(/^27:48-27:49 eglot-error oci \[json-syntax\]: .*comma/);
  });

  it('fixes the finding at point', async () => {
    await emacs.open('broken/digest-uppercase.json');
    await shows(/^7:17-7:90 eglot-error oci \[digest-form\]: .*lower case/);
    await emacs.takeCodeAction(7, 20);
    await shows();
    assert.match(await emacs.text(), /"sha256:0de22bb127decd1b1780c2f94277c21d08a5553cd1775018391b8f790abf8e00"/);
  });

  it('shows nothing in valid or foreign documents', async () => {
    for (const path of ['single/index.json', 'image-layout/index.json', 'strangers/manifest.json']) {
      await emacs.open(path);
      await shows();
    }
  });

  it('recognizes layout files without an extension', async () => {
    await emacs.open('broken/oci-layout-version/oci-layout');
    assert.equal(await emacs.mode(), 'js-json-mode');
    await shows(/^2:25-2:32 eglot-error oci \[schema\]: .*"1\.0\.0"/);
  });
});
