/** Valid and invalid image configs according to the schema. */
import { describe, it } from 'node:test';
import { accepts, refuses } from './schema-verdicts.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const config = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digest] } };

describe('an image config', () => {
  it('requires architecture, os and rootfs', () => {
    accepts('config', config);
    refuses('config', {}, '#required:architecture', '#required:os', '#required:rootfs');
    refuses('config', { architecture: null, os: 1, rootfs: null }, '/architecture#type', '/os#type', '/rootfs#type');
  });

  it('requires a rootfs of type layers whose diff_ids are digests', () => {
    accepts('config', { ...config, rootfs: { type: 'layers', diff_ids: [] } });
    refuses('config', { ...config, rootfs: {} }, '/rootfs#required:type', '/rootfs#required:diff_ids');
    const rootfs = { type: 'overlay', diff_ids: ['sha256:ABC', 7] };
    refuses(
      'config',
      { ...config, rootfs },
      '/rootfs/type#const',
      '/rootfs/diff_ids/0#pattern',
      '/rootfs/diff_ids/1#type',
    );
    refuses('config', { ...config, rootfs: { type: 'layers', diff_ids: null } }, '/rootfs/diff_ids#type');
  });

  it('accepts null for every optional property', () => {
    const members = [
      'User',
      'ExposedPorts',
      'Env',
      'Entrypoint',
      'Cmd',
      'Volumes',
      'WorkingDir',
      'Labels',
      'StopSignal',
    ];
    const nulls = Object.fromEntries([...members, 'ArgsEscaped', 'Healthcheck'].map((name) => [name, null]));
    const history = [{ created: null, author: null, created_by: null, comment: null, empty_layer: null }];
    accepts('config', { ...config, config: nulls, history, created: null, author: null, variant: null });
    accepts('config', { ...config, config: null, history: null, 'os.version': null, 'os.features': null });
  });

  it('requires RFC 3339 dates, including leap days, leap seconds and lower-case letters', () => {
    const good = [
      '2015-10-31T22:22:56Z',
      '2015-10-31T22:22:56.015925234+01:00',
      '2016-12-31T23:59:60Z',
      '2000-02-29t00:00:00z',
    ];
    for (const created of good) accepts('config', { ...config, created });
    const bad = [
      '',
      '2015-10-31',
      '2015-10-31T22:22:56',
      '2015-10-31 22:22:56Z',
      '2015-13-01T00:00:00Z',
      '2015-02-29T00:00:00Z',
    ];
    bad.push(
      '1900-02-29T00:00:00Z',
      '2015-04-31T00:00:00Z',
      '2015-10-31T24:00:00Z',
      '2015-10-31T12:34:60Z',
      '2015-1-1T0:0:0Z',
    );
    for (const created of bad) refuses('config', { ...config, created }, '/created#pattern');
    refuses('config', { ...config, history: [{ created: 'yesterday' }] }, '/history/0/created#pattern');
  });

  it('checks the types of the run settings', () => {
    const env = ['A=', 'B=c=d', 'C=two\nlines', 'noequals', '=x'];
    refuses('config', { ...config, config: { Env: env } }, '/config/Env/3#pattern', '/config/Env/4#pattern');
    refuses(
      'config',
      { ...config, config: { Cmd: '/bin/sh', Env: { A: 'b' } } },
      '/config/Env#type',
      '/config/Cmd#type',
    );
    const sets = { ExposedPorts: { '80/tcp': {}, '81': null }, Volumes: { '/data': { a: 1 } } };
    const at = ['/config/ExposedPorts/81#type', '/config/Volumes/~1data#maxProperties'];
    refuses('config', { ...config, config: sets }, ...at);
    refuses('config', { ...config, config: { Labels: { a: null } } }, '/config/Labels/a#type');
  });

  it('accepts the additional properties that Docker writes', () => {
    accepts('config', {
      ...config,
      docker_version: '1',
      container_config: {},
      config: { Image: 'x', OnBuild: null, Memory: 0 },
    });
  });
});
