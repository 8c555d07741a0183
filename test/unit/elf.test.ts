/** What ELF programs are for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { architectureOfElf } from '../../server/src/content/archive/elf.ts';

interface Header {
  readonly bits?: 32 | 64;
  readonly isBig?: boolean;
  readonly type?: number;
}

function elf(machine: number, { bits = 64, isBig = false, type = 3 }: Header = {}): Uint8Array {
  const start = new Uint8Array(20);
  const view = new DataView(start.buffer);
  view.setUint32(0, 0x7f454c46);
  start[4] = bits === 64 ? 2 : 1;
  start[5] = isBig ? 2 : 1;
  view.setUint16(16, type, !isBig);
  view.setUint16(18, machine, !isBig);
  return start;
}

test('machines are told apart by number, width and byte order', () => {
  const cases: readonly (readonly [string | undefined, number, Header?])[] = [
    ['amd64', 62],
    ['amd64', 62, { bits: 32 }],
    ['386', 3, { bits: 32 }],
    ['arm', 40, { bits: 32 }],
    ['arm64', 183],
    [undefined, 183, { isBig: true }],
    ['ppc64le', 21],
    ['ppc64', 21, { isBig: true }],
    ['s390x', 22, { isBig: true }],
    [undefined, 22, { bits: 32, isBig: true }],
    ['riscv64', 243],
    [undefined, 243, { bits: 32 }],
    ['loong64', 258],
    ['mips', 8, { bits: 32, isBig: true }],
    ['mipsle', 8, { bits: 32 }],
    ['mips64', 8, { isBig: true }],
    ['mips64le', 8],
    [undefined, 247],
  ];
  for (const [expected, machine, header] of cases)
    assert.equal(architectureOfElf(elf(machine, header)), expected, `${machine} ${JSON.stringify(header)}`);
});

test('only programs are for an architecture', () => {
  assert.equal(architectureOfElf(elf(62, { type: 2 })), 'amd64', 'at a fixed address');
  assert.equal(architectureOfElf(elf(62, { type: 1 })), undefined, 'an object');
  assert.equal(architectureOfElf(elf(62).subarray(0, 19)), undefined, 'cut off');
  assert.equal(architectureOfElf(new TextEncoder().encode('#!/bin/sh\necho hello world\n')), undefined, 'a script');
  // A view into a larger buffer.
  const larger = new Uint8Array(100);
  larger.set(elf(183), 40);
  assert.equal(architectureOfElf(larger.subarray(40, 60)), 'arm64', 'within a buffer');
});
