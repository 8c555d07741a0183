import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { digestOf, imageLayout, layerTypes } from '../unit/image-layout.ts';
import { eventually } from './eventually.ts';
import { configurationIn } from './guide.ts';
import { type Neovim, startNeovim } from './neovim.ts';
import { newPerson } from './person.ts';
import { assertProblems } from './problem-lines.ts';

const nvim = await provideProgram('neovim', 'nvim');

/** An artifact whose only file has changed, next to its source. */
const notes = `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "artifactType": "application/vnd.example.notes.v1",
  "config": { "mediaType": "application/vnd.oci.empty.v1+json", "digest": "${digestOf('{}')}", "size": 2, "data": "e30=" },
  "layers": [
    {
      "mediaType": "text/plain",
      "digest": "${digestOf('gone')}",
      "size": 4
    }
  ]
}
`;

/** A layout. In Neovim's copy, a blob has other line endings. */
const layout = imageLayout({ pack: () => Buffer.from('layer'), layerType: layerTypes.plain }) as Record<string, string>;
const config = Object.keys(layout).find((name) => `${layout[name]}`.includes('"rootfs"'))!;

describe('Neovim, configured by its guide', { skip: skipUnless(nvim) }, () => {
  let neovim: Neovim;
  const person = newPerson();
  before(async () => {
    assert.ok(nvim.available, 'Neovim is not installed');
    person.write('samples/notes/manifest.json', notes);
    person.write('samples/notes/ahoy.txt', 'ahoy\n');
    for (const [name, content] of Object.entries({ ...layout, [config]: layout[config]!.replaceAll('\n', '\r\n') }))
      person.write(`samples/crlf/${name}`, content);
    neovim = await startNeovim(nvim.path, person, configurationIn('neovim.md', 'lua'));
  });

  const shows = (...problems: readonly (string | RegExp)[]) =>
    eventually(async () => assertProblems(await neovim.problems(), problems));

  /** Chooses an item of the menu. The first one is preselected. */
  const picks = async (word: string) => {
    const words = await eventually(async () => {
      const offered = await neovim.completions();
      assert.ok(offered.includes(word), offered.join('\n'));
      return offered;
    });
    await neovim.type('<C-n>'.repeat(words.indexOf(word)));
  };

  it('shows the range, severity, message and rule of a finding', async () => {
    await neovim.open('broken/size-negative.json');
    await shows('8:15-8:17 error oci(descriptor-size) `size` must not be negative, found -1.');
    await neovim.open('broken/misspelt-member.json');
    await shows(/^4:3-4:17 warn oci\(member-name-misspelled\) .*Did you mean `artifactType`\?/);
  });

  it('shows syntax errors, which nothing else reports here', async () => {
    await neovim.open('broken/trailing-comma.json');
    await shows(/^27:48-27:49 error oci\(json-syntax\) .*comma/);
  });

  it('fixes the finding under the cursor', async () => {
    await neovim.open('broken/digest-uppercase.json');
    await shows(/^7:17-7:90 error oci\(digest-form\) .*lower case/);
    await neovim.pickCodeAction(7, 20, 'Convert digest to lower case');
    await shows();
    assert.match(await neovim.text(), /"sha256:0de22bb127decd1b1780c2f94277c21d08a5553cd1775018391b8f790abf8e00"/);
  });

  it('computes a descriptor from a file that it prompts for', async () => {
    await neovim.open('notes/manifest.json');
    await eventually(async () =>
      assert.ok(
        (await neovim.lenses()).includes('7 layer · content not found — fill from file…'),
        'the layer has no lens',
      ),
    );
    await neovim.runLens(7);
    // The keys go to the prompt. Before it appears they do nothing here.
    await eventually(async () => {
      await neovim.type('1<CR>');
      assert.match(await neovim.text(), new RegExp(`"digest": "${digestOf('ahoy\n')}",\\n +"size": 5`));
    });
    await neovim.type('<Esc>:edit!<CR>');
  });

  it('inserts a descriptor of a file that it prompts for', async () => {
    await neovim.open('notes/manifest.json');
    await eventually(async () => assert.ok((await neovim.lenses()).length > 0, 'no lenses'));
    await neovim.pickCodeAction(7, 1, 'Insert descriptor for file into `layers`…');
    await eventually(async () => {
      await neovim.type('1<CR>');
      assert.match(await neovim.text(), /"org\.opencontainers\.image\.title": "ahoy\.txt"/);
    });
    await neovim.type('<Esc>:edit!<CR>');
  });

  it('restores the bytes of a blob on disk', async () => {
    await neovim.open(`crlf/${config}`);
    await eventually(async () => assert.match(`${await neovim.problems()}`, /oci\(blob-name-matches\)/));
    await neovim.pickCodeAction(1, 1, 'Restore original bytes: restore LF line endings');
    await eventually(async () =>
      assert.equal(readFileSync(join(person.folder, 'crlf', config), 'utf8'), layout[config]),
    );
    await neovim.type('<Esc>:edit!<CR>');
    await shows();
  });

  it('completes artifact types and property names', async () => {
    await neovim.open('single/manifest.json');
    await shows();
    await neovim.type('ggo"artifactType": "",<Esc>hi<C-x><C-o>');
    await picks('application/spdx+json');
    await eventually(async () => assert.match(await neovim.text(), /"artifactType": "application\/spdx\+json",/));
    await neovim.type('<Esc>o<C-x><C-o>');
    await picks('"subject": { "mediaType": "", "digest": "", "size": 0 },');
    await eventually(async () =>
      assert.match(await neovim.text(), /"subject": \{ "mediaType": "", "digest": "", "size": 0 \},\n/),
    );
    await neovim.type('<Esc>:edit!<CR>');
  });

  it('renames a tag', async () => {
    await neovim.open('image-layout/index.json');
    await shows();
    await neovim.type('gg/2.3.1-amd64<CR>:lua vim.lsp.buf.rename("2.3.2-amd64")<CR>');
    await eventually(async () =>
      assert.match(await neovim.text(), /"org\.opencontainers\.image\.ref\.name": "2\.3\.2-amd64"/),
    );
    await neovim.type(':edit!<CR>');
  });

  it('shows nothing in valid or foreign documents', async () => {
    for (const path of ['single/index.json', 'image-layout/index.json', 'strangers/manifest.json']) {
      await neovim.open(path);
      await shows();
    }
  });

  it('recognizes layout files without an extension', async () => {
    await neovim.open('package-index/oci-layout');
    assert.equal(await neovim.filetype(), 'json');
    await neovim.open('broken/oci-layout-version/oci-layout');
    await shows(/^2:25-2:32 error oci\(schema\) .*"1\.0\.0"/);
  });
});
