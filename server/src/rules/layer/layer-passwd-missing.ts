import { passwdPath } from '../../content/archive/layer-top.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { quoted } from '../support/finding.ts';
import { findingAtConfig, imageTopsIn, mayHave } from '../support/image-tops.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wording } from '../support/wording.ts';

const message = wording('`User` of the config is {user}, but no layer has /etc/passwd. Use a numeric ID.');

/** Engines look names up in `/etc/passwd` of the image, and do not start a container whose user is not in it. */
export const layerPasswdMissing: ContentRule = {
  meta: {
    id: 'layer-passwd-missing',
    title: 'Image with a named user has no /etc/passwd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const image = await imageTopsIn(reading, signal);
    const node = valueOf(valueOf(image?.config.root, 'config'), 'User');
    const user = stringOf(node) ?? '';
    if (
      image === undefined ||
      node === undefined ||
      !/^(?!root\b)[^\d:$]/.test(user) ||
      isForWindows(image.config.root)
    )
      return;
    if (mayHave(passwdPath, image.tops)) return;
    yield findingAtConfig(image, node, message({ user: quoted(user) }));
  },
};
