import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { providePackages, provideProgram } from '../../scripts/provision/debian.ts';
import { configurationIn } from './guide.ts';
import { newPerson } from './person.ts';
import { assertProblems } from './problem-lines.ts';
import { type Vim, vimOf } from './vim.ts';

// Not `vim`: if Neovim was installed first, Debian links that name to it.
const program = await provideProgram('vim', 'vim.basic');
const ale = await providePackages('vim-ale');

describe('Vim, configured by its guide', { skip: skipUnless(program, ale) }, () => {
  let vim: Vim;
  before(() => {
    assert.ok(program.available, 'Vim is not installed');
    vim = vimOf(program.path, newPerson(), configurationIn('vim.md', 'vim'));
  });

  it('shows the range, severity, message and rule of a finding', async () => {
    assertProblems(await vim.problemsOf('broken/size-negative.json'), [
      '8:15-8:16 E descriptor-size: `size` must not be negative, found -1.',
    ]);
    assertProblems(await vim.problemsOf('broken/misspelt-member.json'), [
      /^4:3-4:16 W member-name-misspelled: .*Did you mean `artifactType`\?$/,
    ]);
  });

  it('treats layout files without an extension as JSON', async () => {
    assert.deepEqual(await vim.problemsOf('image-layout/oci-layout'), []);
  });

  it('shows nothing in valid or foreign documents', async () => {
    for (const path of ['single/index.json', 'image-layout/index.json', 'strangers/manifest.json'])
      assert.deepEqual(await vim.problemsOf(path), [], path);
  });
});
