import { readFileSync } from 'node:fs';

/** Where fzstd starts to copy a sequence of a block. */
const copying = 'for (var i = 0; i < ll; ++i) {';

/** How fzstd reads an offset, from four bytes. */
const offset =
  '(((dat[cbt] | (dat[cbt + 1] << 8) | (dat[cbt + 2] << 16) | (dat[cbt + 3] << 24)) >>> (spos & 7)) & (ofp - 1))';

/** Bytes to fill beyond the window before it is moved. */
const slack = 8 * 1024 * 1024;

/** How fzstd creates the window of a frame, and moves all of it to make room for a block. */
const window = 'w ? 0 : ws) + 12);';
const moving = /cpw\(this\.s\.w, 0, blk\.length\);\s+this\.s\.w\.set\(blk, this\.s\.w\.length - blk\.length\);/;

const mends = [
  /*
   * A sequence may ask for 128 KiB, and a block of 20 bytes for 98,047 sequences. fzstd copies all of them, mostly out
   * of bounds, which takes minutes per block. No block may decompress to more than its buffer holds (RFC 8878,
   * 3.1.1.2.4), so the first sequence beyond that is an error, as in other decoders.
   */
  [copying, `if (oubt + ll + ml > buf.length) err(0); ${copying}`],
  /* With windows beyond 32 MiB, as `zstd --long` and `--ultra` use them, an offset has bits in a fifth byte. */
  [offset, `((${offset.slice(1, -13)} | ((spos & 7) && dat[cbt + 4] << (32 - (spos & 7)))) & (ofp - 1))`],
  /*
   * Moving 128 MiB for each 128 KiB takes ten times as long as decompressing them, so the window moves once per many
   * blocks.
   */
  [window, `w ? 0 : ws + Math.max(131072, Math.min(ws, ${slack}))) + 12);`],
  [
    moving,
    `var s = this.s, k = s.k || (s.k = s.e);
     if (s.e + blk.length > s.w.length) { cpw(s.w, 0, s.e - k, s.e); s.e = k; }
     s.w.set(blk, s.e);
     s.e += blk.length;`,
  ],
  /* A completely read block leaves an empty rest, which is not kept. */
  ['this.c.push(adc), this.l += adc.length;', 'if (adc.length) this.c.push(adc), this.l += adc.length;'],
  ['return Decompress;', `Decompress.slack = ${slack}; return Decompress;`],
];

/** The decoder to bundle: bounded, correct for all window sizes, and fast with large ones. */
export const boundedFzstd = {
  name: 'bounded-fzstd',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]fzstd[\\/]esm[\\/]index\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const isKnown = mends.every(([from]) => text.split(from).length === 2);
      if (!isKnown) throw new Error(`${path} is not the fzstd that scripts/bounded-fzstd.mjs knows`);
      return { contents: mends.reduce((all, [from, to]) => all.replace(from, to), text), loader: 'js' };
    });
  },
};
